"""The clock of a queue: who takes over is asked at once, the next person after the wait."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.urls import reverse

from naober.kit import dates
from naober.kit.area import Job, Queue, Task, Waiting, queues
from naober.kit.words import day_near
from naober.people.actor import Actor
from naober.people.models import Person
from naober.post.models import OutboxMessage
from naober.register.standing_in import queries
from naober.register.standing_in.actions import ask_to_look

CLOCK = Actor.machine("clock")
EVERY = timedelta(minutes=10)
LATE = timedelta(hours=2)


def job_of(queue: Queue) -> Job:
    """The clock of a queue, for `Area.jobs`: one each, so that one that fails stops no other."""
    return Job(
        f"ask_{queue.name}", EVERY, partial(ask_who_is_next, queue), title=f"De klok van: {queue.title}"
    )


def ask_who_is_next(queue: Queue, now: datetime) -> None:
    """Ask whoever takes over what waits, and the next person what waits too long."""
    hands = queries.hands_of(queue)
    waiting = list(queue.waiting(now))
    late = [thing for thing in waiting if now - thing.since >= queue.wait]
    if hands.taken_over and hands.now:
        _ask(queue, hands.now, waiting, _takes_over(hands))
    if hands.then:
        _ask(queue, hands.then, late, f"Niemand keek dit na in {_hours(queue)} uur. Wilt u het doen?")


def _ask(queue: Queue, person: Person, waiting: list[Waiting], why: str) -> None:
    new = queries.not_asked_yet(queue, person, waiting)
    if new:
        ask_to_look(by=CLOCK, queue=queue, person=person, waiting=new, why=why)


def _hours(queue: Queue) -> int:
    return int(queue.wait.total_seconds() // 3600)


def _takes_over(hands: queries.Hands) -> str:
    who = hands.usual.call_name if hands.usual else "Iemand"
    until = f", en is er weer op {day_near(hands.back_on, dates.today())}" if hands.back_on else ""
    return f"{who} is er even niet{until}. U neemt het over."


def standing_still() -> Iterator[str]:
    """For `naober verify`: what waits so long that the clock must have failed, a sentence each."""
    now = dates.now()
    for queue in queues():
        for thing in queries.seen_by_nobody(queue, now - LATE):
            yield f"“{thing.title}” wacht te lang en niemand is gevraagd: {queue.title}"


def tasks(actor: Actor) -> Iterator[Task]:
    """On "Vandaag": that a clock stands still, so that a person sees to what it should have asked."""
    if actor.works_for_umbrella:
        for sentence in standing_still():
            yield Task(
                title="De klok staat stil",
                text=f"{sentence[:1].upper()}{sentence[1:]}. Bel elkaar even.",
                url=reverse("portal_today"),
                verb="Kijk opnieuw",
                minutes=5,
                due=dates.now(),
            )


def hold_mail(message: OutboxMessage) -> datetime | None:
    """Until when a mail that can wait is held for who asked to be left alone."""
    return queries.held_until(message.to)
