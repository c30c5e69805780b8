"""Themes: what a text is about, by words that an editor can read and change (`data/themes.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "themes.toml"
TITLE_WEIGHT, BODY_WEIGHT = 3.0, 1.0


@dataclass(frozen=True)
class Vocabulary:
    """One pattern over all words; each word has themes with a weight."""

    pattern: re.Pattern
    weights: dict[str, tuple[tuple[str, float], ...]]
    stems: tuple[tuple[str, tuple[tuple[str, float], ...]], ...]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped words. A word `fietspad*` matches as a beginning, `*weg` as an end, `*zorg*` anywhere."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    by_word: dict[str, dict[str, float]] = {}
    for theme, groups in table.items():
        for group, weight in (("strong", 2.0), ("normal", 1.0), ("weak", 0.5)):
            for word in groups.get(group, ()):
                by_word.setdefault(word.lower(), {})[theme] = weight
    ordered = sorted(by_word, key=len, reverse=True)
    pattern = re.compile(
        "|".join(f"(?P<w{i}>{_regex(word)})" for i, word in enumerate(ordered)), re.IGNORECASE
    )
    weights = {f"w{i}": tuple(by_word[word].items()) for i, word in enumerate(ordered)}
    return Vocabulary(pattern, weights, ())


def _regex(word: str) -> str:
    start = r"\b\w*" if word.startswith("*") else r"\b"
    end = r"\w*" if word.endswith("*") else r"\b"
    return start + re.escape(word.strip("*")).replace(r"\ ", r"\s+") + end


def theme_scores(title: str, text: str) -> dict[str, float]:
    """How strongly title and text speak of each theme."""
    words = vocabulary()
    scores: dict[str, float] = {}
    for part, weight in ((title, TITLE_WEIGHT), (text, BODY_WEIGHT)):
        seen: set[str] = set()
        for match in words.pattern.finditer(part):
            if match.lastgroup in seen:
                continue
            seen.add(match.lastgroup)
            for theme, strength in words.weights[match.lastgroup]:
                scores[theme] = scores.get(theme, 0.0) + weight * strength
    return scores


def themes_of(title: str, text: str, limit: int = 3, least: float = 1.5) -> tuple[str, ...]:
    """The themes of a text, strongest first; none when nothing is said clearly enough."""
    scores = theme_scores(title, text)
    if not scores:
        return ()
    top = max(scores.values())
    ranked = sorted(scores, key=lambda theme: -scores[theme])
    return tuple(theme for theme in ranked if scores[theme] >= least and scores[theme] >= 0.35 * top)[:limit]
