"""Which villages an item concerns, and why: a mention is judged by the words around it.

The first rule of `traps` that fires says why a name is not the village. What is left is a concern, with
the quote and the rule that found it, and a confidence that the bench calibrates.
"""

import re
from dataclasses import dataclass, field

from naober.language.places import ADJECTIVE, CLUB, LANDMARK, NAME, OTHER_NAME, ROAD, Gazetteer, Mention

from .lines import ATTACHMENTS
from .procedure import ALWAYS_EMPTY
from .sections import Sections, without_speakers
from .traps import LOCATIVE, Around, risky_but_sure, trap_of

BASE = {NAME: 0.91, OTHER_NAME: 0.88, ADJECTIVE: 0.75, LANDMARK: 0.85, ROAD: 0.75, CLUB: 0.7}
QUOTE = 160
AREA = re.compile(r"(?:veld|zand|broek|bos|veen|heide|plas|meer|wold|duinen|polder)$", re.IGNORECASE)


# Who voted is named there, not where.
NAMED_VOTE = re.compile(r"\b[Hh]oofdelijk")
VOTERS = re.compile(r"(\b(?:[Vv]oor|[Tt]egen)\s*(?:\(\d+\))?:)([^.:;]+)")
# What is corrected in earlier minutes is no matter of this meeting.
MINUTES = re.compile(r"(?:verslag|notulen|besluitenlijst|conclusies)\s+(?:van\s+)?\d", re.IGNORECASE)


@dataclass(frozen=True)
class Reason:
    """Why a village is proposed: a literal quote and the rule that fired."""

    village: str
    quote: str
    rule: str


@dataclass
class Concerns:
    """The villages of one item, with the reasons."""

    villages: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    confidence: dict[str, float] = field(default_factory=dict)
    all_quote: str = ""


def read_concerns(raw: str, title: str, parts: Sections, gazetteer: Gazetteer) -> Concerns:
    """The villages that the item with this raw text concerns."""
    text = without_speakers(raw)
    for kind, start, end in parts.parts:
        if kind == ATTACHMENTS:
            text = text[:start] + " " * (end - start) + text[end:]
    if NAMED_VOTE.search(text):
        text = VOTERS.sub(lambda match: match[1] + " " * len(match[2]), text)
    if MINUTES.match(title):
        return Concerns(all_quote=all_villages_quote(text, title))
    title_end = max(raw.find(title), 0) + len(title) if title else 0
    kept = []
    for mention in gazetteer.find(text):
        around = Around(text, mention, in_title=mention.start < title_end, title=title)
        risky = mention.cue == NAME and mention.places[0].risky
        if trap_of(around, gazetteer) or (risky and not risky_but_sure(around, gazetteer)):
            continue
        kept.append((mention, around))
    best = _best_reasons(raw, _without_lesser_cues(kept, text))
    return Concerns(
        villages=tuple(best),
        reasons=tuple(reason for _, reason in best.values()),
        confidence={name: round(sure, 2) for name, (sure, _) in best.items()},
        all_quote=all_villages_quote(text, title),
    )


def _without_lesser_cues(kept: list[tuple[Mention, Around]], text: str) -> list[tuple[Mention, Around]]:
    """Drop a club where villages are named, and an area in a clause that names the villages itself."""
    named = [mention for mention, _ in kept if mention.cue in (NAME, OTHER_NAME)]

    def counts(mention: Mention) -> bool:
        if mention.cue == CLUB:
            return not named
        if mention.cue == LANDMARK and AREA.search(mention.surface):
            left, right = _bounds(text, mention.start, mention.end)
            return not any(left <= other.start < right for other in named)
        return True

    return [(mention, around) for mention, around in kept if counts(mention)]


def confidence_of(mention: Mention, around: Around) -> float:
    """How sure this mention makes its village; `bench/reading_calibration.py` compares it with the truth."""
    sure = BASE[mention.cue]
    if around.in_title:
        sure += 0.08
    elif mention.cue == NAME and not LOCATIVE.search(around.before):
        sure -= 0.04  # "Elp vraagt ..." is less sure than "in Elp"
    if mention.cue == NAME and mention.places[0].risky:
        sure -= 0.06
    return round(min(sure, 0.98), 2)


def _best_reasons(raw: str, kept: list[tuple[Mention, Around]]) -> dict[str, tuple[float, Reason]]:
    best: dict[str, tuple[float, Reason]] = {}
    for mention, around in kept:
        sure = confidence_of(mention, around)
        for place in mention.places:
            if place.name not in best or best[place.name][0] < sure:
                best[place.name] = (
                    sure,
                    Reason(place.name, _clause(raw, mention.start, mention.end), mention.cue),
                )
    return best


def all_villages_quote(text: str, title: str) -> str:
    """The clause that makes the item one of all villages, or an empty string."""
    if ALWAYS_EMPTY.match(title):
        return ""
    for match in ALL.finditer(text):
        if NOT_ALL.search(text[max(0, match.start() - 40) : match.end() + 20]):
            continue
        return _clause(text, match.start(), match.end())
    return ""


ALL = re.compile(
    r"\b(?:alle|elke?|iedere?)\s+(?:\w+\s+){0,2}?(?:(?:plattelands|woon|dorps)?(?:dorp(?:en)?|kern(?:en)?)"
    r"|buurtschappen|gehuchten"
    r"|dorps(?:verenigingen|vereniging|besturen|bestuur|belangen\w*|huizen|raden|organisaties)"
    r"|plaatselijke belangen)\b"
    r"|\b(?:elk|ieder) van de (?:\w+ )?(?:dorpen|kernen)\b|\bkleine(?:re)? (?:kernen|dorpen)\b"
    r"|\bdorp(?:en)? (?:onder|tot|met minder dan|met maximaal) (?:de )?3\.?000\b|\bdorpen ?overleg\b"
    r"|\bde dorpsverenigingen\b|\b[Dd]e \d{2,3} dorpen\b"
    r"|\bdorpenbeleid\b|\b(?:het )?(?:hele|gehele) (?:buitengebied|platteland)\b|\balle plaatsen in (?:de"
    r"|onze) gemeente\b",
    re.IGNORECASE,
)
NOT_ALL = re.compile(
    r"\bniet\s+(?:voor |in )?(?:alle|elk)\b|\bin alle natuur|\bten opzichte van alle\b", re.IGNORECASE
)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence or line around a stretch begins and ends."""
    left = max(text.rfind("\n", 0, start), *(text.rfind(mark, 0, start) for mark in (". ", "! ", "? "))) + 1
    stop = re.search(r"[.!?](?:\s|$)|\n", text[end:])
    return left, end + (stop.start() + (stop[0][0] in ".!?") if stop else len(text) - end)


def _clause(text: str, start: int, end: int) -> str:
    """The sentence around a stretch, at most QUOTE characters, as it stands in the text."""
    left, right = _bounds(text, start, end)
    if len(text[left:right].strip()) > QUOTE:
        left = max(left, start - 70)
        left = text.find(" ", left, start) + 1 or start
        right = min(right, left + QUOTE)
        cut = text.rfind(" ", end, right)
        right = cut if cut > end else right
    return text[left:right].strip()


__all__ = ["Concerns", "Reason", "read_concerns"]
