"""Names of people: behind a title, behind a first name, behind initials, in a signature."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from naober.language.dictionary import is_word

from .kinds import NAME, Finding
from .word_lists import any_of

FIRST_NAMES = Path(__file__).parent.parent / "data" / "first_names.txt"
_PARTICLE = any_of("particles")
_CAPITAL = r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ][a-zà-ÿ'’]+)*"
_GREAT_PARTICLE = r"(?:Van der|Van de|Van den|Van|De|Der|Den|Ter|Ten|Te)"
_SURNAME = rf"(?:(?:{_PARTICLE}|{_GREAT_PARTICLE})\s)?{_CAPITAL}(?:-(?:{_PARTICLE}\s)?{_CAPITAL})?"
_INITIALS = r"(?:[A-Z](?:[a-z])?\.\s?){1,4}"
_TITLED = re.compile(
    rf"(?<![\w-])(?i:{any_of('titles')})\s+(?:{_INITIALS})?(?:{_CAPITAL}\s+(?=(?:{_PARTICLE}\s)?[A-Z]))?{_SURNAME}"
    rf"(?:\s?(?:en|&|\+)\s?(?:{_CAPITAL}\s)?{_SURNAME})?"
)
_INITIALLED = re.compile(rf"(?<![\w.-]){_INITIALS}{_SURNAME}")
_WORDS = re.compile(rf"(?<![\w-])({_CAPITAL})")
_REST = re.compile(rf"\s+({_SURNAME}|[A-Z]\.(?!\w))")
_NEXT_CAPITAL = re.compile(rf"\s+({_CAPITAL})")
_JOINED = re.compile(rf"\s?(?:en|&|\+|/)\s?({_CAPITAL})")
_SIGNED = re.compile(
    rf"(?i:\b{any_of('signed')}(?!\w)[\s,.:;!-]{{1,3}}(?:van\s|met\s|naar\s|bij\s|de\s)?)"
    r"([A-Za-zÀ-ÿ][\w'’-]+)"
)
_FAREWELL = re.compile(
    rf"(?i:\b{any_of('farewells')})[\s,.:;!-]{{1,4}}({_CAPITAL}(?:\s(?:{_PARTICLE}\s)?{_CAPITAL}){{0,2}})\W*$"
)
_FAREWELL_OPENS = re.compile(rf"{any_of('farewells')}(?!\w)", re.IGNORECASE)
_LAST_WORD = re.compile(rf"[.!?\n]\s*({_CAPITAL})\W*$")
_SMALL_SURNAME = re.compile(r"(?:\s[a-zà-ÿ'’-]+){1,3}(?=\s*\.?\s*$)")
# Looks ahead only, so that each word of "bel anneke smit 06 ..." is tried as the first one.
_SMALL_BEFORE_NUMBER = re.compile(
    r"(?<![\w-])(?=([a-z]{3,})((?:\s[a-zà-ÿ'’-]+){0,3})\s?[,:(]?\s?(?:\+31|\(?0\d))"
)
_FUNCTION_BEFORE = re.compile(rf"\b{any_of('functions')}\s+$", re.IGNORECASE)
_FIRM_BEFORE = re.compile(rf"\b{any_of('firms_before')}\s+(?:de\s|het\s|van\s)?$", re.IGNORECASE)
_FIRM_AFTER = re.compile(rf"^\s?{any_of('firms_after')}", re.IGNORECASE)
_PAIR = re.compile(rf"(?<![\w-])({_CAPITAL})\s+((?:{_PARTICLE}\s)?({_CAPITAL}))")
_AT_END = re.compile(r"[.!?,:\n)]\s*$")
# What follows a name in a note: a number to call, a mail address, an age, a house.
_REACHED = re.compile(
    r"\s?[(,:;-]?\s?(?:\(?0\d|\+31|[\w.]+@|tel\b|\d\d\s?(?:jaar|\)|jr)|[A-Z][\w-]+\s\d{1,4}\b)"
)


@lru_cache(maxsize=1)
def _first_names() -> tuple[frozenset[str], frozenset[str]]:
    """All first names, and those of them that need a second sign."""
    lines = [line for line in FIRST_NAMES.read_text("utf-8").splitlines() if not line.startswith("#")]
    unsure = {word for line in lines if line.startswith("unsure:") for word in line.split()[1:]}
    names = {word for line in lines if not line.startswith("unsure:") for word in line.split()}
    return frozenset(names | unsure), frozenset(unsure)


def names_in(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """The names of people in `text`; stretches may overlap. `is_place` tells whether a word is a place."""
    for pattern in (_TITLED, _INITIALLED):
        for found in pattern.finditer(text):
            if not _is_public(text, found.start(), found.end()):
                yield _finding(text, found.start(), found.end())
    yield from _by_first_name(text, is_place)
    yield from _unknown_pairs(text, is_place)
    yield from _signed(text, is_place)
    yield from _closing(text, is_place)


def _closing(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """A name that closes the message: behind a farewell, or one word that Dutch does not know."""
    found = _FAREWELL.search(text)
    first = found[1].split()[0] if found else ""
    if found and (first.lower() in _first_names()[0] or not (is_place(first) or is_word(first.lower()))):
        yield _finding(text, found.start(1), found.end(1))
    found = _LAST_WORD.search(text)
    if found and not is_place(found[1]) and not is_word(found[1].lower()):
        yield _finding(text, found.start(1), found.end(1))


def _signed(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """First names where their owner says them, and in small letters before a number: "anneke smit 06 ..."."""
    names, unsure = _first_names()
    for found in _SIGNED.finditer(text):
        personal = _FAREWELL_OPENS.match(found[0]) and found[1][0].isupper()
        unheard = personal and not is_place(found[1]) and not is_word(found[1].lower())
        if unheard or found[1].lower() in names:
            rest = _SMALL_SURNAME.match(text, found.end(1)) if found[1].islower() else None
            end = rest.end() if rest else _end_of_name(text, found.end(1))
            joined = _JOINED.match(text, end)
            if joined and not is_place(joined[1]) and not is_word(joined[1].lower()):
                end = _end_of_name(text, joined.end())
            yield _finding(text, found.start(1), end)
    for found in _SMALL_BEFORE_NUMBER.finditer(text):
        if found[1] in names - unsure and not is_word(found[1].lower()):
            yield _finding(text, found.start(1), found.end(2))


def _by_first_name(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """A known first name with what belongs to it: "Wubbo en Geesje Haverkort"."""
    names, unsure = _first_names()
    for found in _WORDS.finditer(text):
        first = found[1].split("-")[0].lower()
        if first not in names or is_place(found[1]) or _is_public(text, found.start(), found.end()):
            continue
        end = _end_of_name(text, found.end())
        alone = end == found.end()
        joined = _JOINED.match(text, end)
        if joined and joined[1].lower() in names:
            end, alone = _end_of_name(text, joined.end()), False
        if _FIRM_AFTER.match(text[end:]) or (
            alone and first in unsure and not _stands_as_name(text, found.start(), end)
        ):
            continue
        yield _finding(text, found.start(), end)


def _stands_as_name(text: str, start: int, end: int) -> bool:
    """Whether a first name that is also a word is one here: inside a sentence, before an age, or signed."""
    inside = re.search(r"[a-zà-ÿ,;(]\s*$", text[:start])
    aged = re.match(r"\s?[(,]\s?\d", text[end:])
    return bool(inside or aged) or not re.search(r"\w", text[end:])


def _unknown_pairs(text: str, is_place: Callable[[str], bool]) -> Iterator[Finding]:
    """Two capitals of which Dutch knows not the first, nor the second unless they stand as a name does."""
    for found in _PAIR.finditer(text):
        first, second = found[1], found[3]
        if is_place(first) or is_place(second) or _is_public(text, found.start(), found.end()):
            continue
        signed = _AT_END.search(text[: found.start()]) and not text[found.end() :].strip(" .")
        if signed or _REACHED.match(text[found.end() :]):
            if not (is_word(first.lower()) and is_word(second.lower())):
                yield _finding(text, found.start(), found.end())
        elif not is_word(first.lower()) and (not is_word(second.lower()) or found[2] != second):
            yield _finding(text, found.start(), found.end())


def _end_of_name(text: str, end: int) -> int:
    """Where a name ends whose first name ends at `end`."""
    rest = _REST.match(text, end)
    if not rest:
        return end
    again = _NEXT_CAPITAL.match(text, rest.end())
    return again.end() if again and not is_word(again[1].lower()) else rest.end()


def _is_public(text: str, start: int, end: int) -> bool:
    """Officials in their function, firms, halls and schools are no personal data."""
    before = text[:start]
    return bool(
        _FUNCTION_BEFORE.search(before) or _FIRM_BEFORE.search(before) or _FIRM_AFTER.match(text[end:])
    )


def _finding(text: str, start: int, end: int) -> Finding:
    return Finding(start, end, NAME, text[start:end])
