"""Words of a Dutch text and the forms under which they meet: dictionary form, Drents, parts of a compound."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .compounds import everyday_parts, parts
from .dictionary import dictionary_form, word_stem
from .drents import to_dutch

STOP_WORDS = Path(__file__).parent / "data" / "stop_words.txt"
_WORD = re.compile(r"[^\W_]+(?:[-'’+][^\W_]+)*\+?")


class Token(NamedTuple):
    """A word as it stands in a text; `end` is the position behind it."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of `text` in order."""
    return [Token(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """`word` in small letters without accents: "Maïs" and "mais" are the same."""
    letters = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of one word in small letters; the word itself when it is not known."""
    if word in everyday_parts():
        return plain(word)
    return plain(dictionary_form(word))


@lru_cache(maxsize=50_000)
def forms(word: str) -> tuple[str, ...]:
    """The forms under which a word may be looked up: as written, in Dutch, in the dictionary, its halves."""
    low = word.lower()
    dutch = to_dutch(low)
    found = [plain(low), lemma(low), plain(dutch), lemma(dutch)]
    if "-" in low:
        found += [plain(low.replace("-", "")), *(plain(half) for half in low.split("-"))]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """One form for all forms of a word: the stem of its dictionary form, Drents read as Dutch."""
    return word_stem(lemma(to_dutch(word.lower())))


def terms(text: str) -> Iterator[str]:
    """What `text` can share with another: a stem per word that says something, and the parts of compounds."""
    for token in tokens(text):
        low = token.text.lower()
        if plain(low) in stop_words() or plain(to_dutch(low)) in stop_words() or len(low) < 3:
            continue
        yield stem(low)
        for part in parts(lemma(to_dutch(low))):
            yield stem(part)


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that say nothing about the matter."""
    lines = STOP_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(plain(word) for line in lines if not line.startswith("#") for word in line.split())
