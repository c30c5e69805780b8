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
    r"(?m)^[ \t]*(?:[•*-][ \t]*)?(?P<title>(?:Sub-?amendement|Amendement|Amendemint"
    r"|Motie)\s+(?:[A-Z]{0,2}\d{0,3}[a-z]?\b[^\n]{3,160}"
    r"|[^\n]{0,60}\([^\n)]{2,60}\)[^\n]{0,80}))[ \t]*$"
)
OWN_RESULT = 260  # characters within which an amendment says itself what became of it
RESULT = re.compile(r"\b(?:aangenomen|verworpen|ingetrokken|aangehouden|overgenomen)\b", re.IGNORECASE)
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
        """The text of these parts, joined, as it would stand in one column without pages."""
        return BROKEN_LINE.sub(" ", self.lines_of(*kinds))

    def lines_of(self, *kinds: str) -> str:
        """The same with its lines as they are, for what is set out in lines."""
        joined = "\n".join(self.text[a:b].strip() for kind, a, b in self.parts if kind in kinds)
        return BROKEN_WORD.sub("", PAGE_FOOT.sub("", joined)).strip()

    def has(self, kind: str) -> bool:
        return any(part[0] == kind for part in self.parts)


INTRO = "intro"
# "Besluitenlijst raad                 pagina 2 van 4": the foot of a page in the middle of a text.
PAGE_FOOT = re.compile(
    r"(?im)^[^\n]{0,80}?\b(?:pagina|blad|blz\.?)\s*\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?[ \t]*$\n?"
)
BROKEN_WORD = re.compile(r"(?<=[a-zà-ÿ])-\n[ \t]*(?=[a-zà-ÿ])")
BROKEN_LINE = re.compile(r"(?<![.:;!?|\n])\n[ \t]*(?=[a-zà-ÿ(])(?![a-z][.)])")


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
            found.parts += _without_story(text, kind, at, start)
        at, kind = end, new
        if new == AMENDMENT:
            at = start
    found.parts += _without_story(text, kind, at, len(text))
    return _close_amendments(found)


# "Bijlagen: voorstel, kaart." on one line; what follows on the next is the story again.
STORY = re.compile(r"\n(?![ \t]*(?:[-•*|]|\d{1,2}[.)]?\s|[a-z][.)]))[^\n]{40,}[.!?](?=\s|$)")


def _without_story(text: str, kind: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The stretch as it is, but for attachments that were named on one line: those end with the line."""
    if kind == ATTACHMENTS and text[start:end].split("\n")[0].strip():
        story = STORY.search(text, start, end)
        if story and not ATTACHMENT.search(story[0]):
            return [(kind, start, story.start()), (INTRO, story.start(), end)]
    return [(kind, start, end)]


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
        elif closed := _end_of_amendment(found.text, kind, start, end):
            parts.append((AMENDMENT, open_at, closed))
            if found.text[closed:end].strip():
                parts.append((INTRO if kind == AMENDMENT else kind, closed, end))
            open_at = None
    if open_at is not None:
        parts.append((AMENDMENT, open_at, found.parts[-1][2]))
    return Sections(found.text, parts)


def _end_of_amendment(text: str, kind: str, start: int, end: int) -> int | None:
    """Where in this part an open amendment ends; None when it runs on."""
    if kind == AMENDMENT:
        close = RESULT.search(text, start, min(end, start + OWN_RESULT))
        if close and "\n\n" not in text[start : close.start()]:
            line_end = text.find("\n", close.end(), end)
            return end if line_end < 0 else line_end
    close = SUB_END.search(text, start, end)
    if close:
        return close.end()
    return start if kind in (DECISION, PROPOSED, ATTACHMENTS) else None


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
