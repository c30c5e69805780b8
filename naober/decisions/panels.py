"""What decisions show on pages of other areas."""

from collections.abc import Iterable

from django.urls import reverse

from naober.decisions import queries
from naober.decisions.models import Concern
from naober.kit.area import Task
from naober.kit.words import counted
from naober.people.actor import Actor
from naober.people.models import Village


def perhaps_about_us(actor: Actor, village: Village) -> list[Concern] | None:
    """On a village's page, for its own board: what may concern it and nobody looked at yet."""
    if village.pk not in actor.villages:
        return None
    return queries.open_proposals_for(village) or None


def tasks(actor: Actor) -> Iterable[Task]:
    """On "Vandaag": sittings with points to look at, the first one first."""
    if not actor.works_for_umbrella:
        return
    for sitting, count in queries.sittings_to_check():
        yield Task(
            title=str(sitting.body),
            text=f"{counted(count, 'punt gaat', 'punten gaan').capitalize()} misschien over een dorp.",
            url=reverse("sitting", kwargs={"slug": sitting.slug}),
            verb="Kijk het na",
            minutes=max(1, count // 2),
            due=sitting.on,
        )
