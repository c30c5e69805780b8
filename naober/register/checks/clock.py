"""What happens by itself: the question in the month that the board chose, and the one reminder."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from naober.kit import dates
from naober.kit.area import Task
from naober.kit.words import counted
from naober.people import queries as people
from naober.people.actor import Actor
from naober.register.checks import actions, queries, rules


def ask_in_time(now: datetime) -> None:
    """Ask in the month of the board, and remind whoever is silent."""
    clock = Actor.machine(rules.CLOCK)
    umbrella = people.umbrella()
    if umbrella and umbrella.check_month == dates.today().month and queries.to_ask(now).exists():
        actions.ask_people(by=clock)
    if queries.to_remind(now).exists():
        actions.remind_people(by=clock)


def tasks(actor: Actor) -> Iterable[Task]:
    """On "Vandaag": changes that people gave, and who has no mail and must be called."""
    if not actor.works_for_umbrella:
        return
    changed = queries.open_changes().count()
    if changed:
        yield Task(
            title="Klopt dit nog: er is iets veranderd",
            text=f"{counted(changed, 'mens gaf', 'mensen gaven').capitalize()} door wat er anders is.",
            url=reverse("checks"),
            verb="Verwerk het",
            minutes=3 * changed,
        )
