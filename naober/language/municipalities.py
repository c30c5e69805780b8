"""The municipalities of the country by name: to see that a paper is somebody else's."""

import re
from functools import cache
from pathlib import Path

NAMES = Path(__file__).parent / "data" / "municipalities.txt"
HEAD = 500


@cache
def municipality_names() -> tuple[str, ...]:
    """All names, as in 2023."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def municipality_in_head(text: str) -> str | None:
    """The municipality whose paper this says it is, in its first lines: "Gemeenteraad Aa en Hunze",
    "college van burgemeester en wethouders van Assen"; None when it says none."""
    found = _naming().search(text[:HEAD])
    return found.group("name") if found else None


@cache
def _naming() -> re.Pattern[str]:
    longest_first = sorted(municipality_names(), key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest_first)
    return re.compile(
        r"\b(?i:gemeente|gemeenteraad|raad|raadsvergadering|wethouders|college|commissie \w[\w ]{2,40}?)"
        rf"(?:\s+(?:van|van de|gemeente|de gemeente))*\s+(?P<name>{names})\b(?!-)"
    )
