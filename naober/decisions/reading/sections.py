"""The parts of one item: what was explained, proposed, voted and decided."""

import re
from dataclasses import dataclass, field

from .lines import (
    AMENDMENT,
    ATTACHMENT,
    ATTACHMENTS,
    DECISION,
    EXPLANATION,
    LABEL,
    LABEL_IN_TEXT,
    PROPOSED,
    SPEAKER,
    VOTES,
)

SUB_HEAD = re.compile(
    r"(?m)^[ \t]*(?:[•*-][ \t]*)?(?P<title>(?:Sub-?amendement|Amendement"
    r"|Motie)\s+(?:[A-Z]{0,2}\d{0,3}[a-z]?\b[^\n]{3,160}"
    r"|[^\n]{0,60}\([^\n)]{2,60}\)[^\n]{0,80}))[ \t]*$"
)
SUB_END = re.compile(
    r"(?:(?:het|dit) (?:sub)?amendement|de motie|deze motie)[^.\n]{0,40}(?:aangenomen|verworpen|ingetrokken|"
    r"aangehouden|overgenomen)[^.\n]*\.",
    re.IGNORECASE,
)


@dataclass
class Sections:
    """Stretches of an item's text, each as (start, end) inside that text, by what they are."""

    text: str
    parts: list[tuple[str, int, int]] = field(default_factory=list)

    def of(self, *kinds: str) -> str:
        """The text of these parts, joined."""
        return "\n".join(self.text[a:b].strip() for kind, a, b in self.parts if kind in kinds).strip()

    def has(self, kind: str) -> bool:
        return any(part[0] == kind for part in self.parts)


INTRO = "intro"


def split_sections(text: str, body: int) -> Sections:
    """The parts of an item whose own text begins at `body`."""
    marks: list[tuple[int, int, str, int]] = []
    for match in LABEL_IN_TEXT.finditer(text, body):
        kind = _kind(match)
        marks.append((match.start(), match.end(), kind, len(re.sub(r"\W", "", match[0]))))
    for match in SUB_HEAD.finditer(text, body):
        marks.append((match.start(), match.start("title"), AMENDMENT, 0))
    marks.sort()
    found = Sections(text)
    at, kind = body, INTRO
    for start, end, new in _without_nested(marks):
        if start > at:
            found.parts.append((kind, at, start))
        at, kind = end, new
        if new == AMENDMENT:
            at = start
    found.parts.append((kind, at, len(text)))
    return _close_amendments(found)


def _kind(match: re.Match) -> str:
    joined = match.groupdict().get("joined")
    if joined:
        low = joined.lower()
        return PROPOSED if "voorgesteld" in low else VOTES if low == "stemuitslag" else DECISION
    return next(kind for kind in LABEL.groupindex if match.groupdict().get(kind))


def _without_nested(marks: list[tuple[int, int, str, int]]) -> list[tuple[int, int, str]]:
    """Drop "De raad besluit:" under a proposal, and the vote that belongs to an amendment."""
    kept: list[tuple[int, int, str]] = []
    for start, end, kind, width in marks:
        last = kept[-1][2] if kept else INTRO
        if kind == DECISION and last == PROPOSED and start - kept[-1][1] < 400 and width > 9:
            continue
        if kept and start < kept[-1][1]:
            continue
        kept.append((start, end, kind))
    return kept


def _close_amendments(found: Sections) -> Sections:
    """An amendment runs on through its own vote, until the sentence that says what became of it."""
    parts: list[tuple[str, int, int]] = []
    open_at: int | None = None
    for kind, start, end in found.parts:
        if kind == AMENDMENT:
            if open_at is not None:
                parts.append((AMENDMENT, open_at, start))
            open_at = start
        if open_at is None:
            parts.append((kind, start, end))
            continue
        close = SUB_END.search(found.text, start, end)
        if close:
            parts.append((AMENDMENT, open_at, close.end()))
            if found.text[close.end() : end].strip():
                parts.append((INTRO if kind == AMENDMENT else kind, close.end(), end))
            open_at = None
        elif kind in (DECISION, PROPOSED, ATTACHMENTS):
            parts.append((AMENDMENT, open_at, start))
            parts.append((kind, start, end))
            open_at = None
    if open_at is not None:
        parts.append((AMENDMENT, open_at, found.parts[-1][2]))
    return Sections(found.text, parts)


def without_speakers(text: str) -> str:
    """The text without the lines that say who spoke when; the same length, so positions stay."""
    return SPEAKER.sub(lambda match: " " * len(match[0]), text)


def clean(text: str) -> str:
    """The text for display: no speakers, no attachment names, no bare labels, no empty lines."""
    lines = []
    for line in without_speakers(text).splitlines():
        line = line.strip(" \t|-•")
        if line and not ATTACHMENT.search(line) and not re.fullmatch(r"Bijlagen?|Uitzending", line):
            lines.append(line)
    return "\n".join(lines)


__all__ = ["INTRO", "Sections", "clean", "split_sections", "without_speakers", "EXPLANATION"]
