"""What a cell means: a day, a function, a mail address, a telephone number, a name."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from naober.register.sheets.reading.columns import Column, letters_of

ROLES = {
    "chair": "voorzitter,vz,vrz,voorzitster,praeses,vicevoorzitter",
    "secretary": "secretaris,secr,sec,secretaresse,scriba,secretariaat",
    "treasurer": "penningmeester,pm,penn,penningm,penningmeesteres",
    "board_member": "bestuurslid,lid,algemeenlid,algemeenbestuurslid,alglid,bestuur,algemeen,"
    "algemeenbestuurslidab,ab",
    "contact": "contactpersoon,contact,aanspreekpunt",
}
BY_ROLE = {said: role for role, words in ROLES.items() for said in words.split(",")}
_MONTHS = """januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug
    |september sep sept|oktober okt|november nov|december dec"""
MONTHS = {name: number for number, names in enumerate(_MONTHS.split("|"), start=1) for name in names.split()}
MAIL = re.compile(r"[^\s@<>,;:\"()]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2}|[a-z]+)\s*[-/. ]\s*(\d{1,4})", re.IGNORECASE)
YEARS = range(1900, 2101)


@dataclass(frozen=True)
class ReadRow:
    """One row of the sheet as it was understood. `odd` maps what could not be understood, by the column
    that it stands in, to the words as they stood there."""

    number: int
    name: str = ""
    call_name: str = ""
    role: str = ""
    association: str = ""
    village: str = ""
    mail: str = ""
    phone: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    from_on: date | None = None
    term_ends_on: date | None = None
    odd: Mapping[Column, str] = field(default_factory=dict)


def read_row(number: int, cells: Mapping[Column, str], role_above: str = "") -> ReadRow:
    """Understand one row; what is not understood is told, never guessed."""
    said = defaultdict(str, cells)
    parts = [said[Column.FIRST], said[Column.BETWEEN], said[Column.LAST]]
    role = said[Column.ROLE] or role_above
    mail, from_on = as_mail(said[Column.MAIL]), as_day(said[Column.FROM])
    term_ends_on = as_day(said[Column.TERM], end=True)
    if from_on and term_ends_on and term_ends_on < from_on:
        term_ends_on = None
    meant = (
        (Column.ROLE, role, as_role(role)),
        (Column.MAIL, said[Column.MAIL], mail),
        (Column.FROM, said[Column.FROM], from_on),
        (Column.TERM, said[Column.TERM], term_ends_on),
    )
    return ReadRow(
        number=number,
        name=turned(said[Column.NAME] or " ".join(part for part in parts if part)),
        call_name=said[Column.FIRST][:60],
        role=as_role(role) or "board_member",
        association=said[Column.ASSOCIATION],
        village=said[Column.VILLAGE],
        mail=mail,
        phone=as_phone(said[Column.PHONE]),
        street=" ".join(p for p in (said[Column.STREET], said[Column.NUMBER]) if p)[:120],
        postal_code=as_postal_code(said[Column.POSTAL_CODE]),
        town=said[Column.TOWN][:80],
        from_on=from_on,
        term_ends_on=term_ends_on,
        odd={column: words for column, words, understood in meant if words and not understood},
    )


def turned(name: str) -> str:
    """`Hof, Jan van 't` is `Jan van 't Hof`; every other name stays as it is."""
    last, comma, rest = name.partition(",")
    return f"{rest.strip()} {last.strip()}"[:300] if comma and rest.strip() else name.strip(" ,")[:300]


def as_role(said: str) -> str:
    """The function that is meant, or ""."""
    bare = letters_of(said)
    if bare in BY_ROLE:
        return BY_ROLE[bare]
    parts = [letters_of(part) for part in re.split(r"[/+&,]| en ", said)]
    return next((BY_ROLE[part] for part in parts if part in BY_ROLE), "")


def as_mail(said: str) -> str:
    """The one mail address in a cell, in lower case; "" when there is none or it is no whole one."""
    bare = said.strip().strip("<>").removeprefix("mailto:")
    whole = MAIL.fullmatch(bare)
    if whole and len(bare) <= 254:
        return bare.lower()
    inside = re.fullmatch(r".*<\s*(\S+@\S+)\s*>", said.strip())
    return as_mail(inside[1]) if inside and inside[1] != said else ""


def as_phone(said: str) -> str:
    """A telephone number as it is written; one that Excel made a number of gets its 0 back."""
    digits = re.sub(r"\D", "", said)
    if said.isdigit() and len(digits) == 9:
        return f"0{digits}"
    return " ".join(said.split())[:20]


def as_postal_code(said: str) -> str:
    """`9415aa` is `9415 AA`; what is of another country stays as it is."""
    dutch = re.fullmatch(r"(\d{4})\s*([a-z]{2})", said.strip(), re.IGNORECASE)
    return f"{dutch[1]} {dutch[2].upper()}" if dutch else said.strip()[:10]


def as_day(said: str, *, end: bool = False) -> date | None:
    """The day that is meant: `1-3-2027`, `1 maart 2027`, `2027-03-01`, `maart 2027`, `2027`. Of a month or
    a year alone the first day, or the last one with `end`. None for a day that can not be."""
    text = said.strip().lower().rstrip(".")
    found = _NUMBERS.fullmatch(text)
    if found:
        return _three(*found.groups())
    if re.fullmatch(r"\d{4}", text):
        return _day(int(text), 12 if end else 1, 31 if end else 1)
    month_year = re.fullmatch(r"([a-z]+|\d{1,2})[\s./-]+(\d{4})", text)
    return _of_month(month_year[1], int(month_year[2]), end) if month_year else None


def _three(first: str, month: str, last: str) -> date | None:
    number = MONTHS.get(month) if month.isalpha() else int(month)
    if number is None:
        return None
    if len(first) == 4:
        return _day(int(first), number, int(last))
    year = int(last) + (2000 if len(last) <= 2 else 0)
    return _day(year, number, int(first))


def _of_month(month: str, year: int, end: bool) -> date | None:
    number = MONTHS.get(month) if month.isalpha() else int(month)
    if number is None or not 1 <= number <= 12:
        return None
    last = 28 if number == 2 else 30
    return _day(year, number, last if end else 1)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
