"""Names of people: behind a title, behind a first name, behind initials, in a signature."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import simplemma

from .kinds import NAME, Finding

FIRST_NAMES = Path(__file__).parent.parent / "data" / "first_names.txt"
_TITLE = (
    r"mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|de heer|heer|fam\.?|familie|gezin|heren|dames|de weduwe|buurman|buurvrouw|tante|ome|oom|opa|oma|juf|meester|"
    r"mw\.? van|echtpaar|weduwe|vrouw|zuster|dominee|ds\.?|jongeheer|drs\.?|ir\.?|mr\.?"
)
_PARTICLE = r"(?:van der|van den|van de|van 't|van het|van|de|der|den|ten|ter|te|ter|in 't|op 't|op de|bij de|uit de|von|el|al|la|le|du)"
_CAPITAL = r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ][a-zà-ÿ'’]+)*"
_SURNAME = rf"(?:(?:{_PARTICLE}|{_PARTICLE.capitalize()}|Van der|Van de|Van den|De|Ter|Ten)\s)?{_CAPITAL}(?:-(?:{_PARTICLE}\s)?{_CAPITAL})?"
_INITIALS = r"(?:[A-Z](?:[a-z])?\.\s?){1,4}"
_TITLED = re.compile(
    rf"(?<![\w-])((?:(?i:{_TITLE}))\s+(?:{_INITIALS})?(?:{_CAPITAL}\s+(?=(?:{_PARTICLE}\s)?[A-Z]))?{_SURNAME}(?:\s?(?:en|&|\+)\s?(?:{_CAPITAL}\s)?{_SURNAME})?)"
)
_INITIALLED = re.compile(rf"(?<![\w.-])({_INITIALS}{_SURNAME})")
_WORDS = re.compile(rf"(?<![\w-])({_CAPITAL})")
_REST = re.compile(rf"\s+({_SURNAME}|[A-Z]\.(?!\w))")
_JOINED = re.compile(rf"\s?(?:en|&|\+|/)\s?({_CAPITAL})")
_SIGNED = re.compile(
    r"(?i:\b(?:ik ben|mijn naam is|ik heet|groet(?:en|jes)?|gr\.?|mvg|namens|ondertekend|naam|met vriendelijke groet|m\.?v\.?g\.?|liefs|doei|bel(?:len)? (?:met|naar)?|"
    r"vraag(?:t)? naar|aanmelden bij|opgeven bij|info bij|contact(?:persoon)?|terugbellen)\b[\s,.:;!-]{1,3}(?:van\s|met\s|naar\s|bij\s|de\s)?)"
    r"([A-Za-zÀ-ÿ][\w'’-]+)"
)
_FUNCTION_BEFORE = re.compile(
    r"(?i:\b(?:wethouder|burgemeester|minister|gedeputeerde|commissaris|raadslid|koning|koningin|prins|prinses|sint|professor|prof\.?|president|staatssecretaris)\s+)$"
)
_FIRM_BEFORE = re.compile(
    r"(?i:\b(?:café|cafe|bakker(?:ij)?|slager(?:ij)?|supermarkt|garage|firma|fa\.|bouwbedrijf|loonbedrijf|aannemer(?:sbedrijf)?|hotel|restaurant|stichting|school|"
    r"basisschool|obs|cbs|kerk|dorpshuis|dorpshuus|zaal|manege|camping|praktijk|apotheek|makelaar(?:dij)?|museum|molen|vereniging|band|duo|drogist(?:erij)?|kapsalon|"
    r"zaal|hoeve|huize|villa|boerderij|kwekerij|installatiebedrijf|jumbo|albert|taxi|transport(?:bedrijf)?|monument|fonds|actie)\s+(?:de\s|het\s|van\s)?)$"
)
_FIRM_AFTER = re.compile(
    r"^\s?(?:B\.?V\.?|BV|Fonds|fonds|Stichting|stichting|NV|VOF|v\.o\.f|Heijn|Bank|school\b|straat|weg|huis\b|Hoeve|Bouw|Transport|hoes)"
)
_PAIR = re.compile(rf"(?<![\w-])({_CAPITAL})\s+((?:{_PARTICLE}\s)?({_CAPITAL}))")
_AT_END = re.compile(r"[.!?,:\n)]\s*$")
# What follows a name in a note: a number to call, an address, an age.
_REACHED = re.compile(
    r"\s?[(,:;-]?\s?(?:\(?0\d|\+31|[\w.]+@|tel\b|\d\d\s?(?:jaar|\)|jr)|[A-Z][\w-]+\s\d{1,4}\b)"
)


@lru_cache(maxsize=1)
def _first_names() -> tuple[frozenset[str], frozenset[str]]:
    lines = [line for line in FIRST_NAMES.read_text("utf-8").splitlines() if not line.startswith("#")]
    unsure = {word for line in lines if line.startswith("unsure:") for word in line.split()[1:]}
    names = {word for line in lines if not line.startswith("unsure:") for word in line.split()}
    return frozenset(names | unsure), frozenset(unsure)


def names_in(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """The names of people in `text`; stretches may overlap. `is_place` tells whether a word is a place."""
    for pattern in (_TITLED, _INITIALLED):
        for found in pattern.finditer(text):
            if not _is_public(text, found.start(1), found.end(1)):
                yield _finding(text, found.start(1), found.end(1))
    yield from _by_first_name(text, is_place)
    yield from _unknown_pairs(text, is_place)
    names, _ = _first_names()
    for found in _SIGNED.finditer(text):
        if found[1].lower() in names:
            yield _finding(text, found.start(1), _end_of_name(text, found.end(1)))


def _by_first_name(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """A known first name with what belongs to it: "Harm en Trijntje Smit"."""
    names, unsure = _first_names()
    for found in _WORDS.finditer(text):
        first = found[1].split("-")[0].lower()
        if first not in names or is_place(found[1]) or _is_public(text, found.start(), found.end()):
            continue
        end = _end_of_name(text, found.end())
        alone = end == found.end()
        joined = _JOINED.match(text, end)
        if joined and (joined[1].lower() in names or not alone):
            if joined[1].lower() in names:
                end, alone = _end_of_name(text, joined.end()), False
        if _FIRM_AFTER.match(text[end:]):
            continue
        if alone and first in unsure and not _told_alone(text, found.start(), end):
            continue
        yield _finding(text, found.start(), end)


def _told_alone(text: str, start: int, end: int) -> bool:
    """Whether a first name that is also a word stands where a name stands: before an age or a number, or signed."""
    before, after = text[:start], text[end:]
    inside = bool(re.search(r"[a-zà-ÿ,;(]\s*$", before))
    return bool(re.match(r"\s?[(,]\s?\d", after)) or inside or not re.search(r"\w", after)


def _unknown_pairs(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """Two capitals of which Dutch does not know the first, nor the second unless they stand where a name stands."""
    for found in _PAIR.finditer(text):
        first, second = found[1], found[3]
        if is_place(first) or is_place(second) or _is_public(text, found.start(), found.end()):
            continue
        signed = _AT_END.search(text[: found.start()]) and not text[found.end() :].strip(" .")
        reached = _REACHED.match(text[found.end() :])
        if (signed or reached) and not (_is_word(first) and _is_word(second)):
            yield _finding(text, found.start(), found.end())
        elif not _is_word(first) and (not _is_word(second) or found[2] != second):
            yield _finding(text, found.start(), found.end())


@lru_cache(maxsize=20_000)
def _is_word(word: str) -> bool:
    return simplemma.is_known(word.lower(), lang="nl")


def _end_of_name(text: str, end: int) -> int:
    rest = _REST.match(text, end)
    if not rest:
        return end
    again = re.compile(rf"\s+({_CAPITAL})").match(text, rest.end())
    return again.end() if again and not _is_word(again[1]) else rest.end()


def _is_public(text: str, start: int, end: int) -> bool:
    """Officials in their function, firms, halls and schools are no personal data."""
    before = text[:start]
    return bool(
        _FUNCTION_BEFORE.search(before) or _FIRM_BEFORE.search(before) or _FIRM_AFTER.match(text[end:])
    )


def _finding(text: str, start: int, end: int) -> Finding:
    return Finding(start, end, NAME, text[start:end])
