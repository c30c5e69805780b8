"""Where an item may begin: every line that could open one, and the best chain of them.

A numbered line is not yet an item: decisions, attachments and letters are numbered too. So every line
that could open an item becomes a Marker with a score for how it looks, and the chain of markers whose
numbers follow each other best wins. What is out of order (a list inside an item) falls away by itself.
"""

import re
from dataclasses import dataclass

from .lines import ATTACHMENT, ATTACHMENTS, Line, is_speaker, label_of
from .numbers import DIGITS, NUMBER, Key, follows, is_first, key_of, roman_value

COUNTER = re.compile(rf"(?P<counter>\d{{1,3}})\.\s+(?P<number>{NUMBER})[.)]?(?:\s+(?P<title>[^a-z\s].*))?$")
BULLET = re.compile(rf"[-•*]\s*(?P<number>{NUMBER})[.)]?(?:\s*(?P<title>[A-ZÀ-Ý'‘’\"“(].*))?$")
BARE = re.compile(rf"(?P<number>{NUMBER})[.)]?(?:\s*(?P<title>[A-ZÀ-Ý'‘’\"“(].*))?$")
PREFIX = (
    r"[#*_|]*\s*(?:(?:(?:agenda|bespreek|hamer)?punt|nummer|nr\.?|volgnummer|agendanummer"
    r"|agendanr\.?)\s*:?\s*)?"
)
ALONE = re.compile(
    rf"{PREFIX}(?P<number>{DIGITS}|[A-Z]\.\d{{1,2}})\s*[.):|*_]*$",
    re.IGNORECASE,
)
INLINE = re.compile(
    rf"{PREFIX}(?P<number>{DIGITS}|[A-Z]\.?\d{{1,2}})\s*"
    r"(?:[.):|*_\u2013-]+\s*|\s+)(?P<title>\S.*)$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\d{1,2}[:.][\dO]{2}(?:\s*uur)?\.?", re.IGNORECASE)
GLUED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*[a-z]?)(?P<title>[A-ZÀ-Ý][a-zà-ÿ].*)$")
INFINITIVE = re.compile(
    r"(?:in te stemmen|instemmen|kennis te nemen|kennisnemen|akkoord|de raad (?:voor|te|per|een)"
    r"|het college|hiertoe)\b",
    re.IGNORECASE,
)
LETTERED = re.compile(
    r"(?P<number>[A-H](?= )|(?:[A-Z]|[IVX]{1,5})(?=[.)]))[.)]?\s+(?P<title>[A-ZÀ-Ý'‘’\"“(].*)$"
)
STYLE_SCORE = {
    "letter": 0.6,
    "roman": 0.6,
    "counter": 2.0,
    "bullet": 2.0,
    "alone": 1.3,
    "inline": 1.0,
    "glued": 0.9,
}
LOOK_BACK = 120
MOST_MARKERS = 5_000  # more numbered lines than any paper has
# A list that begins again: in the same layout it may be a second part of the agenda, in another layout it
# is a list inside an item.
RESTART, RESTART_ELSEWHERE = -2.5, -25.0
HAS_BODY = 0.3
# A paper has one overview in front, seldom two; more restarts than these are no overview.
OVERVIEWS, RESTARTS = 2, 8


@dataclass(frozen=True, slots=True)
class Marker:
    """A line that may open an item."""

    line: int
    number: str
    key: Key
    title: str
    style: str
    score: float


def find_markers(lines: list[Line]) -> list[Marker]:
    """Every line that could open a numbered item, in order."""
    markers = []
    label, before = None, None
    for at, line in enumerate(lines):
        if not line.text:
            continue
        label = label_of(line.text) or (None if before is None else label)
        match, style = _match(lines, at)
        if match:
            title = (match["title"] or "").strip(" |\t") if "title" in match.re.groupindex else ""
            style = _punctuated(style, line.text, match)
            score = STYLE_SCORE[style.rstrip(".)|:")] + _looks(lines, at, title, before, style, label)
            number = match["number"].rstrip(".")
            score += HAS_BODY * _has_body(lines, at, title)
            markers.append(Marker(at, number, key_of(number), title, style, score))
            if style in ("counter", "bullet"):
                label = None
        elif match := LETTERED.match(line.text):
            markers += _lettered(at, match, _looks(lines, at, match["title"], before, "inline", label))
        before = line
    return markers


def _match(lines: list[Line], at: int) -> tuple[re.Match | None, str]:
    text = lines[at].text
    if is_speaker(text) or ATTACHMENT.search(text) or CLOCK.fullmatch(text):
        return None, ""
    previous = lines[at - 1].text if at else ""
    if match := COUNTER.match(text):
        return match, "counter"
    if match := BULLET.match(text):
        return match, "bullet"
    if (previous in ("-", "•") or previous.endswith(" -")) and (match := BARE.match(text)):
        return match, "bullet"
    if match := ALONE.match(text):
        return match, "alone"
    if (match := GLUED.match(text)) or (match := INLINE.match(text)):
        return match, "glued" if match.re is GLUED else "inline"
    return None, ""


def _lettered(at: int, match: re.Match, looks: float) -> list[Marker]:
    """ "A." and "IV." as markers; "C." and "V." can be either, the chain decides."""
    number, title = match["number"], match["title"]
    found = []
    if len(number) == 1:
        found.append(Marker(at, number, key_of(number), title, "letter", STYLE_SCORE["letter"] + looks))
    value = roman_value(number)
    if value:
        found.append(Marker(at, number, (2000 + value,), title, "roman", STYLE_SCORE["roman"] + looks))
    return found


def _has_body(lines: list[Line], at: int, title: str) -> bool:
    """True when text follows that is not the next number at once: an overview has none."""
    texts = [line.text for line in lines[at + 1 : at + 6] if line.text][: 1 if title else 2]
    return bool(texts) and not any(
        ALONE.match(text) or INLINE.match(text) or GLUED.match(text) for text in texts
    )


def _punctuated(style: str, text: str, match: re.Match) -> str:
    """The style with the sign after the number: "1 Agenda" is another list than "1. In te stemmen"."""
    sign = re.match(r"\s*([.)|:]?)", text[match.end("number") :]) if style == "inline" else None
    return style + (sign[1] if sign else "")


def _looks(
    lines: list[Line], at: int, title: str, before: Line | None, style: str, label: str | None
) -> float:
    """How much a line looks like the head of an item, apart from its number."""
    line = lines[at]
    score = 0.4 if at == 0 or not lines[at - 1].text or lines[at - 1].text in ("-", "•") else 0.0
    if style in ("counter", "bullet"):
        return score
    if before and before.text.endswith((":", ";")) and style != "alone":
        score -= 1.5
    if line.text.endswith(";"):
        score -= 1.5
    if title and not re.match(r"[A-ZÀ-Ý'‘’\"“(0-9]", title):
        score -= 3.0
    if title and INFINITIVE.match(title):
        score -= 0.6
    if title.endswith(".") and len(title) > 60:
        score -= 0.4
    if label == ATTACHMENTS and style == "inline":
        score -= 1.0
    if style == "alone" and (len(line.text) > 5 or (line.text.isdigit() and int(line.text) > 60)):
        score -= 1.0
    score -= 0.3 * (line.indent > 0 and style == "inline")
    return score


def best_chain(markers: list[Marker], lines: list[Line]) -> list[Marker]:
    """The chain of markers that together read best as one agenda."""
    markers = markers[:MOST_MARKERS]
    best: list[float] = []
    came: list[int] = []
    for at, marker in enumerate(markers):
        value, origin = (0.5 if is_first(marker.key) else -0.4), -1
        for earlier in range(max(0, at - LOOK_BACK), at):
            step = best[earlier] + _transition(markers[earlier], marker, lines)
            if step > value:
                value, origin = step, earlier
        best.append(value + marker.score)
        came.append(origin)
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    chain = []
    while at >= 0:
        chain.append(markers[at])
        at = came[at]
    return chain[::-1]


def _transition(last: Marker, marker: Marker, lines: list[Line]) -> float:
    order = follows(last.key, marker.key)
    shift = abs(lines[last.line].indent - lines[marker.line].indent)
    same = last.style == marker.style and shift <= (1 if marker.style == "counter" else 0)
    mixed = last.style[:6] == marker.style[:6] == "inline" and last.style != marker.style
    deeper = len(last.key) != len(marker.key)
    style = 0.4 if same else 0.0 if deeper and mixed else -1.2 if mixed else -0.4
    if marker.line == last.line:
        return -100.0
    if order > 0:
        return order - 0.6 * (order < 0.5) + style
    if last.key == marker.key:
        return -0.9 + style
    if is_first(marker.key):
        return RESTART if same else RESTART_ELSEWHERE
    return RESTART_ELSEWHERE


def without_overview(chain: list[Marker], lines: list[Line]) -> list[Marker]:
    """The chain without an agenda overview in front: a bare list whose numbers all come again."""
    for _ in range(OVERVIEWS):
        restarts = [at for at in range(2, len(chain)) if is_first(chain[at].key)][:RESTARTS]
        found = next((at for at in restarts if _repeats(chain[:at], chain[at:], lines)), None)
        if found is None:
            break
        chain = chain[found:]
    return chain


def _repeats(front: list[Marker], rest: list[Marker], lines: list[Line]) -> bool:
    again = {marker.key for marker in rest}
    repeated = sum(marker.key in again for marker in front)
    return repeated >= min(len(front), len(again)) * 0.6 and _bare(front, lines)


def _bare(front: list[Marker], lines: list[Line]) -> bool:
    """True when these items have no text of their own, only titles."""
    bodies = 0
    for here, following in zip(front, front[1:], strict=False):
        between = [line for line in lines[here.line + 1 : following.line] if line.text]
        bodies += len(between) > (1 if here.title else 2)
    return bodies <= len(front) * 0.2
