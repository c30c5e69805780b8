"""Drents read as Dutch, word by word: a list of our own, and the sounds that differ as a rule."""

import tomllib
from functools import lru_cache
from pathlib import Path

from .dictionary import is_word

TABLE = Path(__file__).parent / "data" / "drents.toml"
SHORTEST = 4  # letters of a word that a rule may change


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    words = {drents: dutch for dutch, all_drents in table["words"].items() for drents in all_drents.split()}
    return words, tuple((sound, dutch) for sound, dutch in table["sounds"])


@lru_cache(maxsize=50_000)
def to_dutch(word: str) -> str:
    """The Dutch of one word in small letters; the word itself when it is Dutch already, or unknown."""
    words, sounds = _table()
    if word in words:
        return words[word]
    if len(word) < SHORTEST or is_word(word):
        return word
    for sound, dutch in sounds:
        if sound in word:
            changed = word.replace(sound, dutch)
            if is_word(changed):
                return changed
    return word
