"""Home addresses: a street or a place with a number behind it."""

import re
from collections.abc import Callable, Iterator

from .kinds import ADDRESS, Finding
from .word_lists import any_of

_LETTER_OR_PART = r"(?:\s?[a-zA-Z](?!\w)|-\d{1,3}|\s?(?:bis|hs|zwart|rood))?"
_NUMBER = rf"\d{{1,4}}{_LETTER_OR_PART}"
_NO_COUNT = rf"(?![\d:%])(?!\s?{any_of('counted')}(?!\w))"
_POSTCODE = r"(?:,?\s+\d{4}\s?[A-Z]{2}\b(?:,?\s+[A-Z][\w'-]+)?)?"
_WIND = r"(?:\s(?:Noord|Oost|Zuid|West|NZ|ZZ|OZ|WZ))?"
_STREET = re.compile(
    rf"\b((?:[A-Z][\w'.-]*\s){{0,2}}[A-Z][\w'-]*?{any_of('street_ends')}{_WIND})\s+{_NUMBER}{_NO_COUNT}{_POSTCODE}"
)
_SMALL_STREET = re.compile(
    rf"\b([a-z]{{3,}}(?:straat|laan|weg|steeg|plein))\s+{_NUMBER}(?!\w){_NO_COUNT}{_POSTCODE}"
)
_PLACE = re.compile(rf"\b([A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)\s+\d{{1,4}}\s?[a-z]?(?!\w){_NO_COUNT}")
_POSTCODE_ALONE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}(?:\s+\d{1,4}[a-z]?)?\b(?!\w)")
_WORK = re.compile(rf"\b{any_of('work_places')}\b[^.!?\n]{{0,25}}$", re.IGNORECASE)


def addresses_in(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """The home addresses of `text`; `is_place` tells whether a word is a place (hamlets number by name)."""
    for pattern in (_STREET, _SMALL_STREET, _PLACE):
        for found in pattern.finditer(text):
            if pattern is _PLACE and not is_place(found[1]):
                continue
            if not _WORK.search(text[: found.start()]):
                yield Finding(found.start(), found.end(), ADDRESS, found[0])
    for found in _POSTCODE_ALONE.finditer(text):
        yield Finding(found.start(), found.end(), ADDRESS, found[0])
