"""The word lists of reading mail: patterns per purpose, in `data/*.toml`, compiled when first asked for."""

import re
import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


@cache
def _table(name: str) -> dict[str, list[str]]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """One pattern for all phrases under `key` in `data/<name>.toml`; upper and lower case are the same."""
    return re.compile("|".join(f"(?:{phrase})" for phrase in _table(name)[key]), re.IGNORECASE)
