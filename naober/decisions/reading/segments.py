"""A text cut into items: number, title, and the stretch of text that belongs to it."""

import re
from dataclasses import dataclass

from .headings import heading_items
from .lines import (
    HEADER_WORD,
    INVITATION,
    Line,
    is_speaker,
    label_of,
    looks_like_title,
    split_lines,
)
from .markers import Marker, best_chain, find_markers, without_overview

MIN_CHAIN = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """One item before it is read."""

    number: str | None
    title: str
    start: int
    end: int
    body: int  # where the text after number and title begins


def cut(text: str) -> list[Segment]:
    """The items of `text`, in order."""
    lines = split_lines(text)
    chain = without_overview(best_chain(find_markers(lines), lines), lines)
    if apart := _unglued(lines, chain):
        lines = apart
        chain = without_overview(best_chain(find_markers(lines), lines), lines)
    least = 1 if chain and chain[0].style == "counter" else MIN_CHAIN
    if len(chain) < least or not _is_agenda(chain, lines):
        return _close([Segment(*head) for head in heading_items(lines, 0, len(lines))], text)
    if all(marker.style.startswith("inline") for marker in chain):
        heads = heading_items(lines, 0, len(lines))
        if len(heads) >= 2 * len(chain):
            return _close([Segment(*head) for head in heads], text)
    first = chain[0].line
    front = _front_items(lines, first, chain[0].style)
    return _close(front + [_segment(marker, lines) for marker in chain], text)


MOST_MISSING = 4


def _unglued(lines: list[Line], chain: list[Marker]) -> list[Line]:
    """The lines with those cut in two on which the next number was copied behind the text before it
    ("... glasvezel. Van den Berg3 Presentatie"); none when no number is missing."""
    cuts: dict[int, int] = {}
    for here, following in zip(chain, chain[1:], strict=False):
        if not (here.number.isdigit() and following.number.isdigit()):
            continue
        missing = range(int(here.number) + 1, int(following.number))
        if not 0 < len(missing) <= MOST_MISSING:
            continue
        for number in missing:
            glued = re.compile(rf"(?<=[^\W\d_]|[).])\s?(?={number}\s[A-ZÀ-Ý][a-zà-ÿ])")
            for at in range(here.line, following.line):
                if at not in cuts and (found := glued.search(lines[at].text, 1)):
                    cuts[at] = found.end()
                    break
    return [piece for at, line in enumerate(lines) for piece in _cut_line(line, cuts.get(at))] if cuts else []


def _cut_line(line: Line, at: int | None) -> list[Line]:
    if at is None:
        return [line]
    front, back = line.text[:at].rstrip(), line.text[at:]
    middle = line.start + at
    return [Line(line.start, line.start + len(front), front, line.indent), Line(middle, line.end, back, 0)]


def _is_agenda(chain: list[Marker], lines: list[Line]) -> bool:
    """False when the numbers are the points of one decision in a text that is ordered by headings."""
    if all(marker.style in ("letter", "roman") for marker in chain) and len(chain) < 4:
        return False
    if chain[0].style in ("counter", "bullet") or len(chain) > 2:
        return sum(marker.score for marker in chain) > 0.3 * len(chain)
    return chain[0].score > 0.8


def _segment(marker: Marker, lines: list[Line]) -> Segment:
    line = lines[marker.line]
    start = line.start + (len(line.text) - len(line.text.lstrip("-•*|# ")) if marker.style == "bullet" else 0)
    if marker.title:
        title = title_part(marker.title)
        at = line.text.find(title[:12])
        body = line.start + max(at, 0) + len(title) if len(title) < len(marker.title) else line.end
        return Segment(marker.number, clean_title(title), start, 0, body)
    title_at = _title_line(lines, marker)
    if title_at is None:
        return Segment(marker.number, "", start, 0, line.end)
    title = title_part(lines[title_at].text)
    return Segment(marker.number, clean_title(title), start, 0, lines[title_at].start + len(title))


def _title_line(lines: list[Line], marker: Marker) -> int | None:
    at = marker.line + 1
    gap = 0
    while at < len(lines) and not lines[at].text:
        at, gap = at + 1, gap + 1
    if at == len(lines) or gap > 2:
        return None
    text = lines[at].text
    if gap and marker.style in ("counter", "bullet"):  # a portal leaves titles out and shows the text at once
        return at if gap == 1 and text[-1] not in ".:" and looks_like_title(text, 90) else None
    return at if looks_like_title(text) else None


# Where a sentence begins after a title without a full stop: "Zone 30 Wijster De kom wordt ...".
RUN_ON = re.compile(
    r"(.{8,120}?[\w)’'\"])\s+(?=(?:De|Het|Een|Er|Dit|Deze|Wij|We|Voor|Op|In|Bij|Na|Om|Door|Met|Naar|Tijdens|Volgens|Aan|Uit|Voorgesteld"
    r"|Elk|Elke|Alle|Binnen|Omdat|Vanaf|Sinds|Vanwege) [a-z'’€0-9])"
)


def title_part(text: str) -> str:
    """The title at the head of a line on which the text of the item goes on."""
    text = re.split(r"\t| \| ", text)[0] or text
    found = re.search(
        r"\s(?:Besluit|BESLUIT|Het college besluit|Voorgesteld besluit|Toelichting|Stemuitslag)\s*:", text
    )
    if found:
        text = text[: found.start()]
    capitals = re.match(r"([A-ZÀ-Ý0-9][A-ZÀ-Ý0-9 ,.&/()-]{8,}?)\s+(?=[A-Z][a-z])", text)
    if capitals:
        return capitals[1]
    candidates = [text]
    sentence = re.match(r"(.{3,120}?[a-z0-9)’'])\.\s+(?=[A-ZÀ-Ý])", text)
    if sentence and not re.search(r"\b(?:d|nr|no|dhr|mw|mevr|jl|incl|excl|St|[A-Z])$", sentence[1]):
        candidates.append(sentence[1])
    if len(text) > 110 or (len(text) > 40 and re.search(r"\.(?:\s|$)", text)):
        run = RUN_ON.match(text)
        candidates += [run[1]] if run else []
    return min(candidates, key=len)


def clean_title(title: str) -> str:
    """A title without table bars, a closing full stop and double spaces."""
    title = re.sub(r"^\W*(?:onderwerp|titel|agendapunt)\s*:\s*", "", title, flags=re.IGNORECASE)
    title = re.sub(r"^\([^()]{3,40}\)\s*:?\s*(?=\S)", "", title)  # "(ter advisering): Nota"
    return " ".join(title.replace("|", " ").split()).strip(" .:*_-")


def _front_items(lines: list[Line], first: int, style: str) -> list[Segment]:
    """What stands before the first number and is an item all the same: invitation, procedural headings."""
    for at in range(first):
        stripped = re.sub(r"^\d{1,2}\.\s+", "", lines[at].text)
        if INVITATION.match(stripped):
            return [Segment(None, "", lines[at].start, 0, lines[at].start)]
    heads = heading_items(lines, 0, first)
    last = lines[first - 1].end if first else 0
    kept = []
    for at, head in enumerate(heads):
        end = heads[at + 1][2] if at + 1 < len(heads) else last
        text = " ".join(line.text for line in lines[:first] if head[4] <= line.start < end)
        if PROCEDURAL_HEADING.match(head[1]) and len(text.split()) > 2:
            kept.append(Segment(*head))
    return kept


PROCEDURAL_HEADING = re.compile(
    r"(?:agenda$|uitnodigingen|opening|mededelingen|ingekomen|vaststell?|besluitenlijst \d|rondvraag)",
    re.IGNORECASE,
)


def _close(segments: list[Segment], text: str) -> list[Segment]:
    """Each segment ends where the next begins, without the counter or dash of the next."""
    closed = []
    for at, segment in enumerate(segments):
        end = segments[at + 1].start if at + 1 < len(segments) else len(text)
        stretch = text[segment.start : end].rstrip()
        stretch = re.sub(r"\s[-•]$", "", stretch).rstrip()
        body = min(max(segment.body, segment.start), segment.start + len(stretch))
        closed.append(
            Segment(segment.number, segment.title, segment.start, segment.start + len(stretch), body)
        )
    return closed


def is_header_line(line: str) -> bool:
    """True for a line of the head of a document: place, date, who is there."""
    return bool(HEADER_WORD.fullmatch(line.strip("-•|* "))) or label_of(line) is not None or is_speaker(line)
