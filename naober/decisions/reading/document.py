"""A council paper read from beginning to end: `read_text` is the one door."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from naober.language.places import Gazetteer
from naober.language.themes import themes_of

from .commitments import LIST_TITLE, Commitment, read_commitments
from .concerns import Concerns, Reason, read_concerns
from .header import ReadHeader, read_header
from .lines import AMENDMENT, DECISION, EXPLANATION, INVITATION, PROPOSED, VOTES
from .outcome import Outcome, by_count, first_result, read_outcome, resolved_part
from .parties import corrected, corrected_subs, corrections
from .procedure import is_procedure
from .sections import INTRO, Sections, clean, split_sections, without_speakers
from .segments import Segment, cut
from .speaking import SpeakingRule, is_a_subject, is_marked_open, may_speak, speaking_rule
from .sub_decisions import SubDecision, read_sub_decisions
from .tables import is_decision_table
from .votes import Votes, read_votes

# A committee or a party named after a subject says nothing about the item.
NOT_A_SUBJECT = re.compile(
    r"\b[Cc]ommissie [A-Z]\w+(?: en [A-Z]\w+)?|\bGroenLinks\b|\bPartij voor de Dieren\b"
)
POINT = re.compile(r"\b(?:agenda)?punt (\d+(?:\.\d+)*[a-z]?)\b")


@dataclass(frozen=True)
class ReadItem:
    """One item of a paper. `text`, `start` and `end` are the raw stretch; show `clean_text` to people."""

    number: str | None
    title: str
    text: str
    start: int
    end: int
    has_decision: bool = False
    outcome: str = "geen"
    votes: Votes | None = None
    villages: tuple[str, ...] = ()
    all_villages: bool = False
    all_villages_quote: str = ""
    themes: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    speak_until: datetime | None = None
    sub_decisions: tuple[SubDecision, ...] = ()
    reasons: tuple[Reason, ...] = ()
    confidence: dict[str, float] = field(default_factory=dict)
    proposed: str = ""
    decision: str = ""
    clean_text: str = ""


@dataclass(frozen=True)
class ReadDocument:
    """A whole paper as read; `warnings` are plain Dutch sentences."""

    header: ReadHeader
    items: tuple[ReadItem, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Context:
    header: ReadHeader
    gazetteer: Gazetteer
    tabular: bool
    rule: SpeakingRule | None


def read_text(
    text: str, gazetteer: Gazetteer, *, municipality: str | None = None, today: date | None = None
) -> ReadDocument:
    """Read one paper.

    `gazetteer` holds the places that may be found. With `municipality` only its places count; without,
    the one that the text names counts, else all places of the gazetteer when it knows one municipality.
    `today` stands in for the day of the meeting where the text names none.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    segments = cut(text)
    known = gazetteer.municipalities()
    header = read_header(text, known, municipality, segments[0].start if segments else len(text))
    own, warnings = _own_places(gazetteer, known, municipality or header.municipality)
    rule = speaking_rule(text, header.on or today, municipality or header.municipality, header.body)
    context = _Context(header, own, is_decision_table(text, segments), rule)
    titles = {segment.number: segment.title for segment in segments if segment.number}
    read = [_read_item(text, segment, titles, context, today) for segment in segments]
    read = _open_when_none_says_so(read, titles, context, today)
    items = _with_themes_of_points(_with_one_name_per_party(read))
    if not items:
        warnings.append("In deze tekst zijn geen agendapunten gevonden.")
    return ReadDocument(header, items, tuple(warnings))


def _own_places(
    gazetteer: Gazetteer, known: set[str], municipality: str | None
) -> tuple[Gazetteer, list[str]]:
    if municipality:
        own = gazetteer.within(municipality)
        if own.places:
            return own, []
        return own, [f"Van de gemeente {municipality} kennen wij geen plaatsen; er zijn geen dorpen gezocht."]
    if len(known) <= 1:
        return gazetteer, []
    return Gazetteer(()), ["De tekst noemt geen gemeente; er zijn geen dorpen gezocht."]


def _read_item(
    text: str, segment: Segment, titles: dict[str, str], context: _Context, today: date | None
) -> ReadItem:
    raw = text[segment.start : segment.end]
    parts = split_sections(raw, segment.body - segment.start)
    header = context.header
    said_on = header.on or today
    outcome, votes = _decided(parts, segment.title, context)
    # The place where the meeting is held is no village that the meeting is about.
    invitation = not segment.title and INVITATION.match(re.sub(r"^\d{1,2}\.\s+", "", raw)) is not None
    concerns = Concerns() if invitation else read_concerns(raw, segment.title, parts, context.gazetteer)
    story = NOT_A_SUBJECT.sub(" ", without_speakers(parts.of(INTRO, EXPLANATION, PROPOSED, DECISION)))
    asked = (
        raw[: segment.body - segment.start]
        + "\n"
        + parts.of(PROPOSED, DECISION if parts.has(DECISION) else INTRO)
    )
    rule = context.rule if may_speak(segment.title, _parent_title(segment.number, titles), asked) else None
    return ReadItem(
        number=segment.number,
        title=segment.title,
        text=raw,
        start=segment.start,
        end=segment.end,
        has_decision=outcome.decided,
        outcome=outcome.kind,
        votes=votes,
        villages=concerns.villages,
        all_villages=bool(concerns.all_quote),
        all_villages_quote=concerns.all_quote,
        themes=() if invitation or is_procedure(segment.title, story) else themes_of(segment.title, story),
        commitments=read_commitments(
            (parts.lines_of if LIST_TITLE.search(segment.title) else parts.of)(INTRO, EXPLANATION, DECISION),
            segment.title,
            said_on,
            header.phase,
        ),
        speak_until=rule.applied(said_on, header.starts_at) if rule else None,
        sub_decisions=read_sub_decisions(parts),
        reasons=concerns.reasons,
        confidence=concerns.confidence,
        proposed=clean(parts.of(PROPOSED)),
        decision=clean(parts.of(DECISION)),
        clean_text=clean(raw[segment.body - segment.start :]),
    )


def _decided(parts: Sections, title: str, context: _Context) -> tuple[Outcome, Votes | None]:
    """What was decided, and the vote on it; a vote without words decides by its count."""
    header = context.header
    if header.phase != "decisions" and not context.tabular:
        return Outcome("geen"), read_votes(_vote_text(parts, title)) if parts.has(VOTES) else None
    outcome = read_outcome(parts, title, header.body, context.tabular)
    votes = read_votes(_vote_text(parts, title))
    if not outcome.decided and header.body == "raad":
        outcome = by_count(votes)
    return outcome, votes if outcome.decided or parts.has(VOTES) else None


def _open_when_none_says_so(
    items: list[ReadItem], titles: dict[str, str], context: _Context, today: date | None
) -> list[ReadItem]:
    """A committee that has speakers and marks no item as open for an opinion is open on every subject."""
    rule, on = context.rule, context.header.on or today
    marked = any(is_marked_open(item.title, _parent_title(item.number, titles)) for item in items)
    until = rule.applied(on, context.header.starts_at) if rule else None
    if marked or until is None:
        return items
    return [
        replace(item, speak_until=until)
        if is_a_subject(item.title, _parent_title(item.number, titles))
        else item
        for item in items
    ]


def _with_one_name_per_party(items: list[ReadItem]) -> list[ReadItem]:
    of_subs = [sub.votes for item in items for sub in item.sub_decisions]
    names = corrections([item.votes for item in items] + of_subs)
    if not names:
        return items
    return [
        replace(
            item, votes=corrected(item.votes, names), sub_decisions=corrected_subs(item.sub_decisions, names)
        )
        for item in items
    ]


def _with_themes_of_points(items: list[ReadItem]) -> tuple[ReadItem, ...]:
    """Speakers "over punt 9.2" speak about what that item is about."""
    by_number = {item.number: item for item in items if item.number}
    done = []
    for item in items:
        points = POINT.findall(item.clean_text) if may_speak(item.title, "") else []
        themes = dict.fromkeys(
            theme for point in points if point in by_number for theme in by_number[point].themes
        )
        done.append(replace(item, themes=tuple(themes)[:4]) if themes else item)
    return tuple(done)


OF_A_MOTION = re.compile(r"\b(?:motie|amendement)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.\n])")


def _vote_text(parts: Sections, title: str) -> str:
    text = resolved_part(without_speakers(parts.lines_of(DECISION) or parts.lines_of(INTRO)))
    if parts.has(VOTES):
        return without_speakers(parts.lines_of(VOTES)) + "\n" + text
    if OF_A_MOTION.search(title):
        return text if parts.has(DECISION) else without_speakers(parts.lines_of(INTRO, PROPOSED))
    rest = "".join(part for part in SENTENCE_END.split(text) if not OF_A_MOTION.search(part))
    # The vote on a motion is not the vote on the proposal, where the text tells of both.
    return rest if first_result(rest).decided else text


def _parent_title(number: str | None, titles: dict[str, str]) -> str:
    if not number or "." not in number:
        return ""
    return titles.get(number.rsplit(".", 1)[0], "")


__all__ = ["AMENDMENT", "ReadDocument", "ReadItem", "read_text"]
