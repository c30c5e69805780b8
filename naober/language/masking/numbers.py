"""Personal data in figures or signs: mail addresses, telephone, account, plate, citizen service number."""

import re
from collections.abc import Iterator

from .kinds import ACCOUNT, CITIZEN_NUMBER, MAIL, PHONE, PLATE, Finding
from .word_lists import words_of

_AT = r"(?:\s?@\s?|\s?\(at\)\s?|\s?\[at\]\s?|\sat\s|\sapenstaart(?:je)?\s)"
_DOT = r"(?:\.|\s?\(punt\)\s?|\spunt\s)"
_MAIL = re.compile(rf"(?<![\w.])([\w.+-]+){_AT}[\w-]+(?:{_DOT}[a-z][\w-]*)+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w€.,-])(?:\+\s?31|0031|\(\+31\))?[\s./-]{0,2}\(?\d(?:[\s./()-]{0,3}\d){7,12}(?![\d%])"
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:\s?[A-Z]{4})(?:\s?\d){10}\b", re.IGNORECASE)
_CITIZEN = re.compile(r"\b\d{3}[\s.]?\d{3}[\s.]?\d{3}\b|\b\d{4}[\s.]\d{2}[\s.]\d{3}\b")
_CITIZEN_WORD = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b\W{0,3}(?:is\s|nummer\s)?(\d{8,9})", re.IGNORECASE
)
# The layouts of Dutch plates, by their groups of letters (X) and figures (9).
_LAYOUTS = (
    "XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X "
    "X-99-XXX 9-XX-999 999-XX-9"
)
_PLATE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(layout.replace("9", r"\d").replace("X", "[A-Z]") for layout in _LAYOUTS.split())
    + r")(?![\w-])",
    re.IGNORECASE,
)
_PLATE_WORD = re.compile(
    r"\bkenteken\w*\W{1,3}(?:is\s|van\s\w+\s)?"
    r"((?=[A-Z0-9 -]*\d)[A-Z0-9]{1,3}[ -]?[A-Z0-9]{2,3}[ -]?[A-Z0-9]{1,3})\b"
)
PUBLIC_PREFIXES = ("0800", "0900", "0906", "0909", "14", "088", "085")
ELEVEN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def numbers_in(text: str) -> Iterator[Finding]:
    """Everything that a pattern gives away; stretches may overlap."""
    for found in _MAIL.finditer(text):
        if found[1].lower() not in words_of("office_boxes"):
            yield Finding(found.start(), found.end(), MAIL, found[0])
    yield from _phones_in(text)
    for pattern, kind in ((_ACCOUNT, ACCOUNT), (_PLATE, PLATE)):
        for found in pattern.finditer(text):
            yield Finding(found.start(), found.end(), kind, found[0])
    for pattern, kind in ((_PLATE_WORD, PLATE), (_CITIZEN_WORD, CITIZEN_NUMBER)):
        for found in pattern.finditer(text):
            yield Finding(found.start(1), found.end(1), kind, found[1])
    for found in _CITIZEN.finditer(text):
        if _passes_eleven(re.sub(r"\D", "", found[0])):
            yield Finding(found.start(), found.end(), CITIZEN_NUMBER, found[0])


def _phones_in(text: str) -> Iterator[Finding]:
    for found in _PHONE.finditer(text):
        loose = " ./-" if ")" in found[0] else " ./-("
        start = found.start() + len(found[0]) - len(found[0].lstrip(loose))
        if _is_phone(text[start : found.end()]):
            yield Finding(start, found.end(), PHONE, text[start : found.end()])


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if written.lstrip("(").startswith(("+31", "+ 31", "0031")):
        return 11 <= len(digits) <= 13
    if digits.startswith(PUBLIC_PREFIXES):
        return False
    return digits.startswith("0") and not digits.startswith("00") and len(digits) == 10


def _passes_eleven(digits: str) -> bool:
    """The check of a citizen service number: 9a + 8b + ... + 2h - i is a multiple of eleven."""
    total = sum(weight * int(digit) for weight, digit in zip(ELEVEN_WEIGHTS, digits, strict=True))
    return int(digits) > 0 and total % 11 == 0
