"""Somebody asks to be forgotten; the umbrella answers within a month."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from naober.journal.action import action, require
from naober.journal.models import Entry
from naober.kit import dates
from naober.kit.area import Task
from naober.people.actor import Actor
from naober.people.models import Person
from naober.register.actions import note

ASKED = "forget_asked"
A_MONTH = timedelta(days=30)  # what the law gives us to answer


@action
def ask_to_be_forgotten(*, by: Actor, person: Person) -> None:
    """Ask the umbrella to forget oneself. Asking again is one more line, and no more than that."""
    require(by.person is not None and by.person.pk == person.pk)
    note(by, ASKED, "Iemand vraagt om vergeten te worden", person.pk)


def asked_by(person: Person) -> Entry | None:
    """When somebody first asked, if they did."""
    return Entry.objects.filter(area="register", kind=ASKED, subject_id=person.pk).order_by("id").first()


def tasks(actor: Actor) -> Iterable[Task]:
    """On "Vandaag" of who keeps the register: who asked and is not forgotten yet."""
    if not actor.works_for_umbrella:
        return
    asked = Entry.objects.filter(area="register", kind=ASKED).order_by("id")
    first = {entry.subject_id or 0: entry for entry in reversed(asked)}
    for person in Person.objects.filter(pk__in=first, erased_at=None).order_by("pk"):
        yield Task(
            title=f"{person.name} vraagt om vergeten te worden",
            text="Bekijk wat er dan weggaat. U hebt er een maand voor.",
            url=reverse("person_held", kwargs={"public_id": person.public_id}),
            verb="Bekijk het",
            minutes=5,
            due=timezone.localtime(first[person.pk].happened_at + A_MONTH, dates.LOCAL).date(),
        )
