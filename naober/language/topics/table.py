"""The files of topics, read into terms.

A topic has `strong` terms (one is enough) and `hint` terms (two together, or one beside another). How a term
is written: words stand in this order with at most two others between them; `a + b` stand near each other in
any order; `a|b` is one phrase or the other; `a/b` one word or the other inside a phrase; `@name` any word of
that list in `sets.toml`; a star stands for the rest of a word. Words are written as in the dictionary:
"rijden" also finds "rijdt", and every word finds its Drents form.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from naober.language.words import plain

FOLDER = Path(__file__).parent
SETS = FOLDER / "sets.toml"
STRONG, HINT = 3.0, 1.0

# A word of a phrase: its alternatives, as patterns with or without stars.
Word = frozenset[str]
# One way to say a part of a term: words in order.
Phrase = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What has to stand together: each part in one of its phrasings."""

    parts: tuple[tuple[Phrase, ...], ...]
    weight: float
    written: str


@dataclass(frozen=True)
class Topic:
    """An everyday matter: what it is called, and what is usually so when a text is about it."""

    key: str
    name: str
    themes: tuple[str, ...]
    scope: str
    kind: str
    terms: tuple[Term, ...]


@lru_cache(maxsize=1)
def shipped_topics() -> tuple[Topic, ...]:
    """The topics that the product ships, by file and in their order there."""
    sets = {name: tuple(words) for name, words in tomllib.loads(SETS.read_text("utf-8")).items()}
    files = [path for path in sorted(FOLDER.glob("*.toml")) if path != SETS]
    return tuple(
        topic_from(key, row, sets)
        for path in files
        for key, row in tomllib.loads(path.read_text("utf-8")).items()
    )


def topic_from(key: str, row: dict, sets: dict[str, tuple[str, ...]]) -> Topic:
    """One topic of a file; raises KeyError when it names a set that there is not."""
    terms = tuple(
        Term(tuple(_part(part, sets) for part in written.split(" + ")), weight, written)
        for group, weight in (("strong", STRONG), ("hint", HINT))
        for written in row[group]
    )
    return Topic(key, row["name"], tuple(row["themes"]), row["scope"], row.get("kind", ""), terms)


def _part(written: str, sets: dict[str, tuple[str, ...]]) -> tuple[Phrase, ...]:
    """The phrasings of one part; single words and sets are joined into one phrase of one word."""
    single: set[str] = set()
    phrases: list[Phrase] = []
    for phrase in written.split("|"):
        words = tuple(_word(word, sets) for word in phrase.split())
        if len(words) == 1:
            single |= words[0]
        else:
            phrases.append(words)
    if single:
        phrases.append((frozenset(single),))
    return tuple(phrases)


def _word(written: str, sets: dict[str, tuple[str, ...]]) -> Word:
    alternatives: set[str] = set()
    for word in written.split("/"):
        for entry in sets[word[1:]] if word.startswith("@") else (word,):
            alternatives.add(plain(entry))
    return frozenset(alternatives)
