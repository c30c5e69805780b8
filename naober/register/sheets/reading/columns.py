"""Which column holds what, guessed from the words above it; a person corrects the guess."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Column(StrEnum):
    """What a column can hold, in the words of the screen."""

    NAME = "naam"
    FIRST = "voornaam"
    BETWEEN = "tussenvoegsel"
    LAST = "achternaam"
    ROLE = "functie"
    ASSOCIATION = "vereniging"
    VILLAGE = "dorp"
    MAIL = "e-mail"
    PHONE = "telefoon"
    STREET = "straat en huisnummer"
    NUMBER = "huisnummer"
    POSTAL_CODE = "postcode"
    TOWN = "woonplaats"
    FROM = "in functie vanaf"
    TERM = "aftredend op"


_SAID = {
    Column.NAME: """naam
        volledigenaam naambestuurslid bestuurslid contactpersoon persoon wie naamcontactpersoon
        secretaris voorzitter penningmeester naamsecretaris""",
    Column.FIRST: "voornaam roepnaam voornamen vnaam voorletters",
    Column.BETWEEN: "tussenvoegsel tussenvoegsels tv tussenv voorvoegsel voorvoegsels",
    Column.LAST: "achternaam familienaam anaam geslachtsnaam",
    Column.ROLE: "functie rol taak bestuursfunctie functieinbestuur functiebestuur",
    Column.ASSOCIATION: """vereniging belangenvereniging dorpsbelang dorpsbelangen organisatie club bestuur
        plaatselijkbelang verenigingsnaam naamvereniging lid ledenvereniging""",
    Column.VILLAGE: "dorp buurtschap dorpen kern dorpbuurtschap naamdorp werkgebied dorpskern",
    Column.MAIL: """email mail emailadres mailadres adresmail emailsecretaris emailcontact
        emailadressen""",
    Column.PHONE: """telefoon telefoonnummer tel telnr mobiel gsm mobielnummer telefoonnr telnummer mobielnr
        nummer telefoonmobiel 06nummer mobieltelefoonnummer""",
    Column.STREET: """adres straat straatnaam straatenhuisnummer straathuisnummer postadres huisadres
        adresregel straatnr adreshuisnummer""",
    Column.NUMBER: "huisnummer huisnr nr hnr",
    Column.POSTAL_CODE: "postcode pc postcodes zip",
    Column.TOWN: "plaats woonplaats stad plaatsnaam woonplaatsnaam",
    Column.FROM: """vanaf sinds infunctievanaf infunctiesinds begin begindatum startdatum start benoemd
        gekozen aangetreden bestuurslidsinds datuminfunctie van""",
    Column.TERM: """tot aftredend aftreden aftredendop einde einddatum termijntot eindetermijn herkiesbaar
        datumaftreden aftredendjaar rooster roostervanaftreden eind totenmet""",
}
BY_HEADER = {said: column for column, words in _SAID.items() for said in words.split()}
ROLE_HEADERS = ("secretaris", "voorzitter", "penningmeester")
_PREFIXES = (
    ("telefoon", Column.PHONE), ("mobiel", Column.PHONE), ("email", Column.MAIL), ("mail", Column.MAIL),
    ("postcode", Column.POSTAL_CODE), ("aftred", Column.TERM), ("vereniging", Column.ASSOCIATION),
    ("functie", Column.ROLE), ("naam", Column.NAME), ("dorp", Column.VILLAGE), ("woonplaats", Column.TOWN),
)  # fmt: skip
HEAD_ROWS = 8


def letters_of(text: str) -> str:
    """The bare letters and digits of a text, without capitals and accents: how two spellings are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^\w]|_", "", "".join(c for c in plain if not unicodedata.combining(c)))


def guess(header: str) -> Column | None:
    """What a column with these words above it holds; None when they say nothing to us."""
    said = letters_of(header)
    if said in BY_HEADER:
        return BY_HEADER[said]
    return next((column for start, column in _PREFIXES if said.startswith(start)), None)


def head_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Which of the first rows holds the words above the columns; None when no row does."""
    counts = [sum(1 for cell in row if guess(cell)) for row in rows[:HEAD_ROWS]]
    best = max(counts, default=0)
    return counts.index(best) if best >= 2 else None


def columns_of(header: Sequence[str]) -> dict[int, Column]:
    """The guess for all columns; each is used once, the first one that says it counts."""
    found: dict[int, Column] = {}
    for number, cell in enumerate(header):
        column = guess(cell)
        if column and column not in found.values():
            found[number] = column
    return found


def role_in_header(header: Sequence[str], columns: Mapping[int, Column]) -> str:
    """The function that the words above the names tell ("secretaris"), when no column does; or ""."""
    if Column.ROLE in columns.values():
        return ""
    names = [header[number] for number, column in columns.items() if column == Column.NAME]
    return next((role for role in ROLE_HEADERS for name in names if role in letters_of(name)), "")
