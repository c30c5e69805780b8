"""Compounds taken apart: "dorpshuisbestuur" is about a "dorpshuis" and a "bestuur".

Only at a part that stands in our own list of everyday parts, and only when what remains is a word too; so
"verboden" is never "ver" and "boden".
"""

from functools import lru_cache
from pathlib import Path

from .dictionary import dictionary_form, is_word

PARTS = Path(__file__).parent / "data" / "compound_parts.txt"
LINKS = ("", "s", "en", "e", "n", "-")
SHORTEST = 3  # letters of a part


@lru_cache(maxsize=1)
def everyday_parts() -> frozenset[str]:
    """The parts at which a compound may be split."""
    lines = PARTS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[str, ...]:
    """The two or more words that `word` is made of; nothing when it is no compound that we know."""
    known = everyday_parts()
    if word in known:
        return ()
    for cut in range(SHORTEST, len(word) - SHORTEST + 1):
        head = word[cut:]
        if head not in known and _singular(head) not in known:
            continue
        firsts = [word[:cut].removesuffix(link) for link in LINKS if word[:cut].endswith(link)]
        firsts = [first for first in firsts if len(first) >= SHORTEST]
        for first in [*(f for f in firsts if f in known), *(f for f in firsts if _is_word(f))]:
            return (*(parts(first) or (first,)), head if head in known else _singular(head))
    return ()


def _singular(word: str) -> str:
    return word if word in everyday_parts() else dictionary_form(word)


def _is_word(word: str) -> bool:
    return len(word) > SHORTEST and is_word(word)
