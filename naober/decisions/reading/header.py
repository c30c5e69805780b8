"""The head of a paper: which body, which day, what time, and is it an agenda or a list of decisions."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from naober.language.dates import find_date
from naober.language.places import plain_name

HEAD_CHARS = 900
BODIES = (
    ("college",
    re.compile(r"\b(?:college\w*|b ?(?:&|en) ?w|benw|burgemeester en wethouders)\b(?!vergadering)"
        r"|\bcollegevergadering\b", re.IGNORECASE)),
    ("commissie",
    re.compile(r"\b(?:\w*commissie\w*|politieke (?:avond|ronde|markt)|raadsoverleg|raadscarrousel|forum"
        r"|beeldvormend\w*)\b", re.IGNORECASE)),
    ("raad", re.compile(r"\b(?:gemeenteraad|raad|raadsvergadering|uit de raad|besproken & besloten)\b",
    re.IGNORECASE)),
)  # fmt: skip
BODY_NAME = re.compile(
    r"\b(?P<kind>Raadscommissie|Commissievergadering|Commissie|commissie)\s+(?P<name>[A-ZÀ-Ý]\w+(?:(?:,| en"
    r"|,? &)? ?[A-ZÀ-Ýa-z]?\w*){0,5})"
)
DECISIONS_WORD = re.compile(
    r"\b(?:besluitenlijst|besluiten|besloten|notulen|verslag van|conclusies|weergave|in het kort"
    r"|samenvatting van)\b",
    re.IGNORECASE,
)
AGENDA_WORD = re.compile(r"\b(?:agenda|uitnodiging|voorlopige)\b", re.IGNORECASE)
DECISION_MARK = re.compile(
    r"(?im)^[^\w\n]*(?:stemuitslag|besluit|(?:het )?(?:college|b ?(?:&|en) ?w) besluit)\W{0,4}(?:$"
    r"|:\W{0,3}\S)"
    r"|\bhamerstuk[.:]"
)
PROPOSAL_MARK = re.compile(r"(?im)^[^\w\n]*(?:voorgesteld|gevraagd) besluit")
RANGE = re.compile(r"\b(\d{1,2})[.:](\d{2})\s*(?:uur)?\s*[-–]\s*\d{1,2}[.:]\d{2}\b")
CLOCK = re.compile(
    r"(?:\b(?:aanvang|tijd(?:stip)?|om|begint?\w*)\b\D{0,14}|,\s*)(\d{1,2})[.:](\d{2})(?:\s*uur)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ReadHeader:
    """What the head of a paper says; `starts_at` is local time without a zone."""

    body: str | None
    body_name: str | None
    municipality: str | None
    on: date | None
    starts_at: datetime | None
    phase: str


def read_header(text: str, municipalities: set[str], municipality: str | None, first_item: int) -> ReadHeader:
    """The head of `text`; only `municipalities` can be recognised as the one that the text names."""
    head = text[: max(HEAD_CHARS, min(first_item, 2 * HEAD_CHARS))]
    top = text[: min(first_item, HEAD_CHARS)] if first_item > 30 else text[:120]
    on = find_date(top) or find_date(head)
    body = _body(top) or _body(head)
    return ReadHeader(
        body=body,
        body_name=_body_name(head, body),
        municipality=_municipality(text, municipalities),
        on=on,
        starts_at=_starts_at(head, on),
        phase=_phase(text, top),
    )


def _body(head: str) -> str | None:
    """The body named first; a list of decisions of the college often names the council further on."""
    found = [(match.start(), body) for body, pattern in BODIES if (match := pattern.search(head))]
    return min(found)[1] if found else None


def _body_name(head: str, body: str | None) -> str | None:
    if body != "commissie":
        return {"raad": "Gemeenteraad", "college": "College van burgemeester en wethouders"}.get(body or "")
    match = BODY_NAME.search(head)
    if not match:
        return None
    name = re.split(r"\s+(?:van|op|in|d\.d\.)\b", match["name"])[0].strip()
    return f"Commissie {name}"


MUNICIPALITY_WORD = re.compile(r"gemeente(?:raad)?(?:van)?|raadsinformatie|raadvan|raad")


@lru_cache(maxsize=4)
def _by_plain_name(known: frozenset[str]) -> dict[str, str]:
    return {plain_name(name): name for name in known if name}


def _municipality(text: str, known: set[str]) -> str | None:
    """The municipality that the text names as such, or whose name stands in its first lines; else None."""
    names = _by_plain_name(frozenset(known))
    return (
        _named_as_one(plain_name(text[:160]), names)
        or _in_title(text[:160], frozenset(known))
        or _named_as_one(plain_name(text[160:4000]), names)
    )


def _in_title(title: str, known: frozenset[str]) -> str | None:
    inside = [name for name in known if name and name in title]
    found = [name for name in inside if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", title)]
    return max(found, key=len) if found else None


def _named_as_one(plain: str, by_key: dict[str, str]) -> str | None:
    longest = max(map(len, by_key), default=0)
    for match in MUNICIPALITY_WORD.finditer(plain):
        after = plain[match.end() : match.end() + longest]
        before = plain[max(0, match.start() - longest) : match.start()]
        for size in range(longest, 2, -1):
            if after[:size] in by_key:
                return by_key[after[:size]]
            if match[0] == "raadsinformatie" and before[-size:] in by_key:
                return by_key[before[-size:]]
    return None


def _starts_at(head: str, on: date | None) -> datetime | None:
    match = RANGE.search(head) or CLOCK.search(head)
    if not match or on is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return datetime.combine(on, time(int(match[1]), int(match[2])))


def _phase(text: str, top: str) -> str:
    if DECISION_MARK.search(text):
        return "decisions"
    first = DECISIONS_WORD.search(top)
    if first and not re.match(r"[^\n]{0,30}\b(?:agenda)\b", top, re.IGNORECASE):
        return "decisions"
    if AGENDA_WORD.search(top) or PROPOSAL_MARK.search(text):
        return "agenda"
    return (
        "decisions"
        if re.search(
            r"(?i)\b(?:aangenomen|verworpen|vastgesteld|ingestemd|besloten|steunden|ter kennisname)\b", text
        )
        else "agenda"
    )
