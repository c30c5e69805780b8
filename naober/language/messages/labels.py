"""Theme, kind and scope of a message: what its topics are usually about, and what its own words vote for."""

from collections import defaultdict

from naober.language.topics import TopicHit

from .cues import votes

CHANCE, BOTTLENECK = "kans", "knelpunt"
LOCAL, MUNICIPAL, NATIONAL = "lokaal", "gemeentelijk", "landelijk"
MOST_THEMES = 2
RANK_WEIGHTS = (1.0, 0.4, 0.3)  # a topic's first theme, its second, its third
THEME_VOTE, MOST_VOTES, THEME_SHARE = 0.4, 2.0, 0.5
KIND_PRIOR, CHANCE_START = 2.0, -0.5
SCOPE_PRIOR, MUNICIPAL_START, CHANCE_IS_LOCAL = 3.0, 1.0, 2.0


def _shares(hits: list[TopicHit], power: float) -> list[tuple[TopicHit, float]]:
    """Each topic with its part in the text: 1 for the strongest, soon nothing for the others."""
    strongest = max((hit.strength for hit in hits), default=1.0)
    return [(hit, (hit.strength / strongest) ** power) for hit in hits]


def themes_of_message(text: str, hits: list[TopicHit]) -> tuple[str, ...]:
    """At most two themes, the clearest first."""
    scores: dict[str, float] = defaultdict(float)
    for hit, share in _shares(hits, 2.0):
        for rank, theme in enumerate(hit.topic.themes):
            scores[theme] += share * RANK_WEIGHTS[rank]
    for theme, vote in votes("themes", text).items():
        scores[theme] += THEME_VOTE * min(vote, MOST_VOTES)
    least = THEME_SHARE * max(scores.values(), default=0.0)
    ranked = sorted((theme for theme in scores if scores[theme] >= least), key=lambda t: -scores[t])
    return tuple(ranked[:MOST_THEMES])


def kind_of_message(text: str, hits: list[TopicHit]) -> str:
    """A chance (proposes, offers, has started) or a bottleneck (complains, misses, asks for repair)."""
    said = votes("kind", text)
    balance = CHANCE_START + said.get(CHANCE, 0.0) - said.get(BOTTLENECK, 0.0)
    for hit, share in _shares(hits, 2.0):
        if hit.topic.kind:
            balance += KIND_PRIOR * share * (1 if hit.topic.kind == CHANCE else -1)
    return CHANCE if balance > 0 else BOTTLENECK


def scope_of_message(text: str, hits: list[TopicHit], kind: str) -> str:
    """Who can solve it: one place, the municipality, or somebody above it."""
    scores = {MUNICIPAL: MUNICIPAL_START, LOCAL: CHANCE_IS_LOCAL if kind == CHANCE else 0.0, NATIONAL: 0.0}
    for hit, share in _shares(hits, 1.0):
        scores[hit.topic.scope] += SCOPE_PRIOR * share
    for scope, vote in votes("scope", text).items():
        scores[scope] += vote
    return max(scores, key=lambda scope: scores[scope])
