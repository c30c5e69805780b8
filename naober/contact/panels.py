"""What contact shows on pages of other areas."""

from collections.abc import Iterable

from django.urls import reverse

from naober.contact import queries, rules
from naober.kit.area import Task
from naober.kit.words import capital, counted
from naober.people.actor import Actor


def tasks(actor: Actor) -> Iterable[Task]:
    """On "Vandaag": the people who wait to be called."""
    if not rules.may_note_calls(actor):
        return
    rows = queries.callback_list()
    if rows:
        waiting = capital(counted(len(rows), "mens wacht", "mensen wachten"))
        yield Task(
            title="Terugbellen",
            text=f"{waiting} op een telefoontje of brief.",
            url=reverse("callback_list"),
            verb="Bel terug",
            minutes=rules.TASK_MINUTES * len(rows),
        )
