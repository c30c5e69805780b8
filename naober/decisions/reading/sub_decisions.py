"""Amendments and motions inside an item, each with its own vote and outcome."""

import re
from dataclasses import dataclass

from .lines import AMENDMENT
from .outcome_words import REPORTED, WITHDRAWN
from .sections import SUB_HEAD, Sections, without_speakers
from .votes import Votes, read_votes


@dataclass(frozen=True)
class SubDecision:
    """One amendment or motion inside an item."""

    title: str
    outcome: str
    votes: Votes | None


def read_sub_decisions(parts: Sections) -> tuple[SubDecision, ...]:
    """The amendments of an item, in order."""
    found = []
    for kind, start, end in parts.parts:
        if kind != AMENDMENT:
            continue
        text = without_speakers(parts.text[start:end])
        head = SUB_HEAD.search(text)
        title = " ".join(head["title"].split()) if head else text.strip().split("\n")[0]
        body = text[head.end() if head else 0 :]
        outcome = _outcome(body)
        if outcome == "geen":  # "Amendement 1 (Lijst Zon): meer bomen - verworpen (8 voor, 15 tegen)"
            outcome = _outcome(title)
        found.append(SubDecision(title, outcome, read_votes(body) or read_votes(title)))
    return tuple(found)


def _outcome(text: str) -> str:
    if WITHDRAWN.search(text):
        return "geen"
    hits = [(match.start(), kind) for kind, pattern in REPORTED if (match := pattern.search(text))]
    if hits:
        return min(hits)[1]
    share = re.search(r"\bvoor (\d{1,3})\s*%", text)
    return ("aangenomen" if int(share[1]) > 50 else "verworpen") if share else "geen"
