"""One name per party in a paper: a scanner misreads a letter here and there, the other votes tell which."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from .sub_decisions import SubDecision
from .votes import Votes

SIDES = ("voor", "tegen")
OFTEN, ALIKE, SHORTEST = 3, 0.86, 5


def corrections(votes: Iterable[Votes | None]) -> dict[str, str]:
    """Rare name -> the frequent name that it almost is."""
    counts = Counter(name for vote in votes if vote for side in SIDES for name in parties(vote, side))
    often = [name for name, count in counts.items() if count >= OFTEN]
    found = {}
    for name, count in counts.items():
        likely = [known for known in often if counts[known] >= 2 * count and _alike(name, known)]
        if name not in likely and likely and count < OFTEN:
            found[name] = max(likely, key=counts.__getitem__)
    return found


def parties(vote: Votes, side: str) -> dict[str, int | None]:
    """The parties on one side of a vote."""
    found = vote.get(side)
    return found if isinstance(found, dict) else {}


def _alike(name: str, known: str) -> bool:
    if name == known or min(len(name), len(known)) < SHORTEST:
        return False
    return SequenceMatcher(None, name, known, autojunk=False).ratio() >= ALIKE


def corrected(vote: Votes | None, names: dict[str, str]) -> Votes | None:
    """The vote with these names put right."""
    if not vote or not names:
        return vote
    sides = {side: {names.get(name, name): n for name, n in parties(vote, side).items()} for side in SIDES}
    return {**vote, **sides}


def corrected_subs(subs: tuple[SubDecision, ...], names: dict[str, str]) -> tuple[SubDecision, ...]:
    """Amendments with the names in their votes put right."""
    return tuple(replace(sub, votes=corrected(sub.votes, names)) for sub in subs)
