"""What decisions show on pages of other areas."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.urls import reverse

from naober.decisions import deadlines, queries, wording
from naober.decisions.models import Concern, Item, Sitting
from naober.kit import dates
from naober.kit.area import Task
from naober.kit.words import capital, counted, day_near
from naober.people.actor import Actor
from naober.people.models import Village


def perhaps_about_us(actor: Actor, village: Village) -> list[Concern] | None:
    """On a village's page, for its own board: what may concern it and nobody looked at yet."""
    if village.pk not in actor.villages:
        return None
    return queries.open_proposals_for(village) or None


def tasks(actor: Actor) -> Iterable[Task]:
    """On "Vandaag": sittings with points to look at, the one that runs out first on top."""
    if not actor.works_for_umbrella:
        return
    for sitting, points in groupby(deadlines.open_items(), key=lambda item: item.sitting):
        items = list(points)
        until = _first_deadline(items)
        yield Task(
            title=str(sitting.body),
            text=f"{_how_many(items)} misschien over een dorp. {_why_in_time(sitting, until)}",
            url=reverse("sitting", kwargs={"slug": sitting.slug}),
            verb="Kijk het na",
            minutes=max(1, len(items) // 2),
            due=until,
            queue=deadlines.QUEUE.name,
        )
    for promise in queries.overdue_promises():
        yield Task(
            title=f"Beloofd voor {day_near(promise.due_on or dates.today(), dates.today())}",
            text=promise.text,
            url=reverse("item", kwargs={"item_id": promise.item_id}),
            verb="Vraag het na",
            minutes=5,
        )


def village_tasks(actor: Actor, village: Village) -> Iterable[Task]:
    """On the page of a village, for its own board: what may concern it, and what it can still speak about."""
    for item, until in deadlines.open_for(village):
        yield Task(
            title=f"Gaat dit over {village}?",
            text=item.title,
            url="#misschien",
            verb="Kijk het na",
            minutes=1,
            due=until,
        )
    for item, text in queries.to_speak_about(village):
        yield Task(
            title=item.title,
            text=f"{capital(wording.what_it_asks(text))}.",
            url=reverse("item", kwargs={"item_id": item.pk}),
            verb="Bekijk het",
            minutes=5,
            due=text.speak_until,
        )


def _how_many(items: list[Item]) -> str:
    return capital(counted(len(items), "punt gaat", "punten gaan"))


def _first_deadline(items: list[Item]) -> datetime | None:
    moments = (deadlines.deadline(item, next(iter(item.texts.all()), None)) for item in items)
    return min((moment for moment in moments if moment), default=None)


def _why_in_time(sitting: Sitting, until: datetime | None) -> str:
    """What happens at the moment that runs out; "" for what is over."""
    if until is None:
        return "De vergadering is geweest."
    return f"{wording.until_when(sitting, until)}."
