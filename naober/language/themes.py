"""Themes: what a text is about, by words that an editor can read and change (`data/themes.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

TABLE = Path(__file__).parent / "data" / "themes.toml"
WEIGHTS = {"strong": 2.0, "normal": 1.0}
TITLE_FACTOR = 2.2
REPEAT_MOST = 3  # a theme is not surer because ten words of it stand in one long text
LEAST, SHARE, MOST = 2.0, 0.34, 3


@dataclass(frozen=True, slots=True)
class _Word:
    open_left: bool
    open_right: bool
    weights: tuple[tuple[str, float], ...]
    fallback: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All words with one automaton over them."""

    automaton: AhoCorasick
    words: tuple[_Word, ...]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped words, ready to look for."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    weights: dict[str, dict[str, float]] = {}
    fallback: dict[str, list[str]] = {}
    for theme, groups in table.items():
        for group, weight in WEIGHTS.items():
            for word in groups.get(group, ()):
                weights.setdefault(word.lower(), {})[theme] = weight
        for word in groups.get("fallback", ()):
            fallback.setdefault(word.lower(), []).append(theme)
    patterns = list(dict.fromkeys([*weights, *fallback]))
    words = tuple(
        _Word(
            p.startswith("*"), p.endswith("*"), tuple(weights.get(p, {}).items()), tuple(fallback.get(p, ()))
        )
        for p in patterns
    )
    return Vocabulary(AhoCorasick([p.strip("*") for p in patterns], matchkind=MatchKind.Standard), words)


def _part_scores(text: str) -> tuple[dict[str, dict[str, float]], set[str]]:
    """Per theme the strongest weight of each different word in `text`, and the themes to fall back on."""
    known = vocabulary()
    low = re.sub(r"\s", " ", text.lower())
    found: dict[str, dict[str, float]] = {}
    spare: set[str] = set()
    for index, start, end in known.automaton.find_matches_as_indexes(low, overlapping=True):
        word = known.words[index]
        if start and not word.open_left and low[start - 1].isalnum():
            continue
        if end < len(low) and not word.open_right and low[end].isalnum():
            continue
        spare.update(word.fallback)
        first = start
        while first and low[first - 1].isalnum():
            first -= 1
        token = low[first:end][:12]
        for theme, weight in word.weights:
            tokens = found.setdefault(theme, {})
            tokens[token] = max(weight, tokens.get(token, 0.0))
    return found, spare


def theme_scores(title: str, text: str) -> dict[str, float]:
    """How strongly title and text speak of each theme."""
    scores: dict[str, float] = {}
    spare: set[str] = set()
    for part, factor in ((title, TITLE_FACTOR), (text, 1.0)):
        found, more = _part_scores(part)
        spare |= more if part is title or not title else set()
        for theme, tokens in found.items():
            strongest = sorted(tokens.values(), reverse=True)[:REPEAT_MOST]
            scores[theme] = scores.get(theme, 0.0) + factor * sum(strongest)
    if not any(score >= LEAST for score in scores.values()):
        for theme in spare:
            scores[theme] = max(scores.get(theme, 0.0), LEAST)
    return scores


def themes_of(title: str, text: str) -> tuple[str, ...]:
    """The themes of a text, strongest first; none when nothing is said clearly enough."""
    scores = theme_scores(title, text)
    if not scores:
        return ()
    least = max(LEAST, SHARE * max(scores.values()))
    ranked = sorted((theme for theme in scores if scores[theme] >= least), key=lambda theme: -scores[theme])
    return tuple(ranked[:MOST])
