"""Personal data that is written in figures or signs: mail addresses, telephone, account, plate, citizen number."""

import re
from collections.abc import Iterator

from .kinds import ACCOUNT, CITIZEN_NUMBER, MAIL, PHONE, PLATE, Finding

_MAIL = re.compile(
    r"(?<![\w.])[\w.+-]+(?:\s?@\s?|\s?\(at\)\s?|\s?\[at\]\s?|\sat\s|\sapenstaart(?:je)?\s)[\w-]+(?:(?:\.|\s?\(punt\)\s?|\spunt\s)[a-z][\w-]*)+",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w€.,-])(?:\+\s?31|0031|\(\+31\))?[\s./-]{0,2}\(?\d(?:[\s./()-]{0,3}\d){7,12}(?![\d%])"
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:\s?[A-Z]{4})(?:\s?\d){10}\b", re.IGNORECASE)
_CITIZEN = re.compile(r"\b\d{3}[\s.]?\d{3}[\s.]?\d{3}\b|\b\d{4}[\s.]\d{2}[\s.]\d{3}\b")
_CITIZEN_WORD = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer|sofi-nummer)\b\W{0,3}(?:is\s|nummer\s)?(\d{8,9})", re.IGNORECASE
)
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}"
    r"|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}"
    r"|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])",
    re.IGNORECASE,
)
_PLATE_WORD = re.compile(
    r"\bkenteken\w*\W{1,3}(?:is\s|van\s\w+\s)?((?=[A-Z0-9 -]*\d)[A-Z0-9]{1,3}[ -]?[A-Z0-9]{2,3}[ -]?[A-Z0-9]{1,3})\b"
)
PUBLIC_PREFIXES = ("0800", "0900", "0906", "0909", "14", "088", "085")
# A mailbox with a task instead of a person is an office.
OFFICE_BOXES = frozenset(
    "info gemeente secretariaat secretaris bestuur redactie post contact balie klantenservice voorzitter penningmeester meldpunt"
    " noreply no-reply griffie administratie helpdesk dorpshuis dorpsbelangen".split()
)


def numbers_in(text: str) -> Iterator[Finding]:
    """Everything that a pattern gives away; stretches may overlap."""
    for found in _MAIL.finditer(text):
        if found[0].split("@")[0].strip().lower() not in OFFICE_BOXES:
            yield Finding(found.start(), found.end(), MAIL, found[0])
    for found in _ACCOUNT.finditer(text):
        yield Finding(found.start(), found.end(), ACCOUNT, found[0])
    for found in _PHONE.finditer(text):
        loose = " ./-" if ")" in found[0] else " ./-("
        start = found.start() + len(found[0]) - len(found[0].lstrip(loose))
        if _is_phone(text[start : found.end()]):
            yield Finding(start, found.end(), PHONE, text[start : found.end()])
    for found in _PLATE.finditer(text):
        yield Finding(found.start(), found.end(), PLATE, found[0])
    for pattern, kind in ((_PLATE_WORD, PLATE), (_CITIZEN_WORD, CITIZEN_NUMBER)):
        for found in pattern.finditer(text):
            yield Finding(found.start(1), found.end(1), kind, found[1])
    for found in _CITIZEN.finditer(text):
        if _passes_eleven(re.sub(r"\D", "", found[0])):
            yield Finding(found.start(), found.end(), CITIZEN_NUMBER, found[0])


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if written.lstrip("(").startswith(("+31", "+ 31", "0031")):
        return 11 <= len(digits) <= 13
    if digits.startswith(PUBLIC_PREFIXES):
        return False
    return digits.startswith("0") and not digits.startswith("00") and len(digits) == 10


def _passes_eleven(digits: str) -> bool:
    """The check of a citizen service number: 9a + 8b + ... + 2h - i is a multiple of eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return int(digits) > 0 and sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0
