"""Home addresses: a street or a place with a number behind it."""

import re
from collections.abc import Callable, Iterator

from .kinds import ADDRESS, Finding

_NUMBER = r"\d{1,4}(?:\s?[a-zA-Z](?![\w])|-\d{1,3}|\s?(?:bis|hs|zwart|rood))?"
_POSTCODE = r"(?:,?\s+\d{4}\s?[A-Z]{2}\b(?:,?\s+[A-Z][\w'-]+)?)?"
_STREET_END = (
    "straat|weg|laan|dijk|pad|plein|brink|kade|wijk|steeg|hof|es|esch|akkers|kamp|kampen|veld|raai|vaart|singel|dreef|ring|drift|"
    "berg|bosch|bos|stukken|landen|maden|hoek|weide|heugte|drift|allee|park|horst|dennen|kolk|spoor|burg|zijde|kanaal|tip|goorns|holt|zand"
)
_STREET = re.compile(
    rf"(?:\b(?:de|het|'t|aan de|aan het|op de)\s)?\b((?:[A-Z][\w'.-]*\s){{0,2}}[A-Z][\w'-]*?(?:{_STREET_END})(?:\s(?:Noord|Oost|Zuid|West|NZ|ZZ|OZ|WZ))?)\s+({_NUMBER})(?!\s?(?:km|kilometer|euro|uur|meter|%|jaar|keer|mensen|huizen|woningen)\b)(?![\d:])({_POSTCODE})"
)
_SMALL_STREET = re.compile(
    rf"\b([a-z]{{3,}}(?:straat|laan|weg|steeg|plein))\s+({_NUMBER})(?![\w:])(?!\s?(?:km|kilometer|euro|uur|meter|jaar|keer)\b)({_POSTCODE})"
)
_PLACE = re.compile(
    rf"\b([A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)\s+(\d{{1,4}}\s?[a-z]?)(?![\w:%])(?!\s?(?:km|kilometer|euro|uur|meter|jaar|keer|mensen|huizen|woningen|inwoners|leden|procent)\b)"
)
_POSTCODE_ALONE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}(?:\s+\d{1,4}[a-z]?)?\b(?!\w)")
_WORK = re.compile(
    r"\b(?:dorpshuis|dorpshuus|school|kerk|zaal|café|cafe|winkel|kantoor|gemeentehuis|raadhuis|camping|bedrijf|bv|b\.v\.|praktijk|hotel|restaurant|"
    r"supermarkt|garage|loods|buurthuis|stal|manege|clubhuis|kantine|hal|bushalte|halte|museum)\b[^.!?\n]{0,25}$",
    re.IGNORECASE,
)


def addresses_in(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """The home addresses of `text`; `is_place` tells whether a word is a place (hamlets number by name)."""
    for pattern in (_STREET, _SMALL_STREET):
        for found in pattern.finditer(text):
            if not _WORK.search(text[: found.start(1)]):
                yield Finding(found.start(1), found.end(), ADDRESS, text[found.start(1) : found.end()])
    for found in _PLACE.finditer(text):
        if is_place(found[1]) and not _WORK.search(text[: found.start(1)]):
            yield Finding(found.start(), found.end(), ADDRESS, found[0])
    for found in _POSTCODE_ALONE.finditer(text):
        yield Finding(found.start(), found.end(), ADDRESS, found[0])
