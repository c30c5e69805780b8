"""The word lists of masking, as alternatives of a regular expression."""

import tomllib
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent.parent / "data" / "masking.toml"


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    return tomllib.loads(TABLE.read_text("utf-8"))


def words_of(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_table()[name])


def any_of(name: str) -> str:
    """One group that is any entry of a list, the longest first."""
    return "(?:" + "|".join(sorted(_table()[name], key=len, reverse=True)) + ")"
