"""The Dutch sentences about points of a sitting, as pages, lines and mails use them."""

from datetime import datetime

from django.conf import settings

from naober.decisions.models import Item, ItemText, Outcome, Sitting
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.kit.text import shorten
from naober.kit.words import WEEKDAYS, clock, counted, day_in_year, day_long, join_with_en
from naober.language.sentences import sentences
from naober.people.models import Body, Village


def sitting_name(sitting: Sitting) -> str:
    """The body and the day: "commissie Ruimte en Groen, donderdag 26 november 2026"."""
    return f"{sitting.body.name}, {day_long(sitting.on)}"


def item_line(item: Item, text: ItemText | None) -> str:
    """The line for the journal: the subject and what became of it, within 160 characters."""
    result = Outcome(text.outcome).label if text and text.outcome != Outcome.NONE else "op de agenda"
    subject = item.title or f"Punt {item.number}"
    room = 160 - len(result) - 2
    return f"{shorten(subject, room)}: {result}"


def reason(item: Item, quote: str, role: str) -> str:
    """Why a village reads this: the words of the paper that name it, else who pointed it out."""
    return quote_reason(item, quote) if quote else pointed_out_reason(item, role)


def quote_reason(item: Item, quote: str) -> str:
    """Why a village reads this: the literal words of the paper, and where they stand."""
    point = f"punt {item.number}" if item.number else "dit punt"
    where = f"{point} van {body_in_sentence(item.sitting.body)}"
    words = shorten(quote, 300 - len(where) - 24)
    end = "" if words.endswith((".", "!", "?", "…")) else "."
    return f"Omdat bij {where} staat: “{words}”{end}"


def sentence_with(item: Item, phrase: str) -> str:
    """The sentence of a point (subject or newest text) that holds these words; "" when none does."""
    newest = item.texts.order_by("-document__version").first()
    stretches = [item.title, *sentences(newest.text if newest else "")]
    return next((shorten(s, 300) for s in stretches if phrase.lower() in s.lower()), "")


def pointed_out_reason(item: Item, role: str) -> str:
    """Why a village reads this when no words of the paper name it: somebody pointed it out."""
    return (
        f"Omdat {role} dit dorp aanwees bij punt {item.number}."
        if item.number
        else f"Omdat {role} dit dorp aanwees."
    )


def point(item: Item) -> str:
    """How a line begins that is about a point: "Punt 4", or "Een punt" when it has no number."""
    return f"Punt {item.number}" if item.number else "Een punt"


def leaves_in() -> str:
    """When mail about what is confirmed now leaves: "over tien minuten", as long as the setting says."""
    minutes = round(settings.NAOBER_RELEASE_AFTER.total_seconds() / 60)
    return f"over {counted(minutes, 'minuut', 'minuten')}" if minutes else "zo meteen"


def speak_request(moment: datetime) -> str:
    """What a village can still do: speak for five minutes, and until when to say so."""
    local = moment.astimezone(LOCAL)
    day = f"{WEEKDAYS[local.weekday()]} {day_in_year(local.date())}"
    return f"5 minuten spreken: aanmelden tot {day}, {clock(local)}"


def what_it_asks(text: ItemText | None) -> str:
    """The same about a point, while it can still be done; else ""."""
    if text is None or text.speak_until is None or text.speak_until <= dates.now():
        return ""
    return speak_request(text.speak_until)


def body_in_sentence(body: Body) -> str:
    """The body as a sentence names it: "de gemeenteraad", "de commissie Ruimte en Groen", "het college"."""
    if body.kind == Body.Kind.EXECUTIVE:
        return "het college"
    return f"de {body.name[:1].lower()}{body.name[1:]}"


def names(villages: list[Village]) -> str:
    """The names of villages as people say them: "Elp, Hijken en Spier"."""
    return join_names([village.name for village in villages])


def join_names(village_names: list[str]) -> str:
    """Names in the order of the alphabet, as people say them: "Elp, Hijken en Spier"."""
    return join_with_en(sorted(village_names))


def until_when(sitting: Sitting, moment: datetime) -> str:
    """What runs out at a moment before a sitting: to ask to speak, or the sitting itself begins."""
    local = moment.astimezone(LOCAL)
    when = f"{WEEKDAYS[local.weekday()]} {day_in_year(local.date())}"
    begins = sitting.starts_at
    if begins is None and local.date() == sitting.on and (local.hour, local.minute) == (0, 0):
        return f"De vergadering is op {when}"
    if moment == begins:
        return f"De vergadering begint {when}, {clock(local)}"
    return f"Aanmelden om te spreken kan tot {when}, {clock(local)}"
