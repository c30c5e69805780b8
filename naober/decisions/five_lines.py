"""A point in five plain lines: what, for whom, decided or to come, until when you can do something, where
to read it. Every line is a sentence of the paper itself or a fact of ours; nothing is made up."""

import re
from dataclasses import dataclass
from datetime import datetime

from naober.decisions import wording
from naober.decisions.models import Item, ItemText, Outcome
from naober.kit import dates
from naober.kit.text import shorten
from naober.kit.words import capital, day_in_year
from naober.language.sentences import first_sentence

LINE = 240
SHORT_DECISION = 8  # words: so few say that it was adopted, not what
_HEADING = re.compile(
    r"^\s*(voorgesteld besluit|besluit|stemuitslag|toelichting|bijlagen)\b:?.*$", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True)
class FiveLines:
    """The five lines, each ready to read; `until` and `where` may be empty."""

    what: str
    for_whom: str
    standing_word: str
    standing: str
    until: str
    where: str


def five_lines(item: Item, text: ItemText | None, village_names: list[str]) -> FiveLines:
    """The five lines of a point for those villages (["Alle dorpen"] for all)."""
    word, standing = _standing(item, text)
    return FiveLines(
        what=_what(item, text),
        for_whom=wording.join_names(village_names),
        standing_word=word,
        standing=standing,
        until=_until(text),
        where=item.sitting.source_url,
    )


def _what(item: Item, text: ItemText | None) -> str:
    """The first sentence that says something, above the first heading; the subject when there is none."""
    introduction = _HEADING.split(text.text, maxsplit=1)[0] if text else ""
    return shorten(first_sentence(introduction), LINE) or item.title


def _standing(item: Item, text: ItemText | None) -> tuple[str, str]:
    if text and text.decision:
        return "Besloten", shorten(_decided(text), LINE)
    if text and text.outcome != Outcome.NONE:
        return "Besloten", capital(Outcome(text.outcome).label) + "."
    if text and text.proposed:
        return "Voorstel", shorten(capital(first_sentence(text.proposed)), LINE)
    when = day_in_year(item.sitting.on)
    if item.sitting.on >= dates.today():
        return "Komt nog", f"Op {when} wordt het besproken."
    return "Besproken", f"Op {when}. Een besluit hebben wij nog niet gelezen."


def _decided(text: ItemText) -> str:
    """The decision; where that only says that it was adopted, with the proposal behind it."""
    decision, proposal = capital(first_sentence(text.decision)), first_sentence(text.proposed)
    if proposal and len(decision.split()) <= SHORT_DECISION:
        return f"{decision} Het voorstel was: {proposal}"
    return decision


def _until(text: ItemText | None) -> str:
    moment: datetime | None = text.speak_until if text else None
    if moment is None or moment <= dates.now():
        return ""
    return capital(wording.speak_request(moment)) + "."
