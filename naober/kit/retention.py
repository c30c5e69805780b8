"""How long each kind of data stays. Every model field names one of these in its area's `area.py`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Retention:
    """A retention class: its code, the Dutch word people read, and what ends it.

    `personal` marks data about a person, which export and erasure of a person must reach.
    """

    code: str
    word: str
    ends: str
    personal: bool


FACT = Retention("fact", "openbaar feit", "blijft", personal=False)
JOURNAL = Retention("journal", "wat er gebeurde", "blijft, zonder namen van mensen", personal=False)
TECHNICAL = Retention("technical", "techniek", "verdwijnt met de regel waar het bij hoort", personal=False)
MEMBER = Retention("member", "mensen van besturen", "twee jaar na de laatste functie", personal=True)
SIGN_IN = Retention("sign_in", "aanmelden", "met het laatste adres van de persoon", personal=True)
ACTED = Retention("acted", "wie het deed", "met de persoon; de regel blijft, de naam gaat", personal=True)
OWN_CHOICE = Retention("own_choice", "eigen keuze", "zodra de persoon het uitzet", personal=True)
CONTACT = Retention("contact", "gesprekken", "180 dagen nadat het klaar is", personal=True)
RAW_INTAKE = Retention("raw_intake", "zoals het binnenkwam", "na 90 dagen gewist", personal=True)
MAIL = Retention("mail", "verstuurde post", "180 dagen na versturen", personal=True)
SECRET = Retention("secret", "code of sleutel", "zodra zij verlopen is", personal=True)

ALL: tuple[Retention, ...] = (
    FACT,
    JOURNAL,
    TECHNICAL,
    MEMBER,
    SIGN_IN,
    ACTED,
    OWN_CHOICE,
    CONTACT,
    RAW_INTAKE,
    MAIL,
    SECRET,
)
