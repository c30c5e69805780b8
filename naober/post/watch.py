"""Looks after itself: says in plain words when mail stands still, so that nobody finds out by silence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse

from naober.kit import dates, words
from naober.kit.area import Job, Task, areas
from naober.people.actor import Actor
from naober.post import queue
from naober.post.incoming import drop
from naober.post.models import JobRun, OutboxMessage, Queued, Receipt

QUEUE_OLD = timedelta(hours=1)
HEART_STOPPED = timedelta(minutes=10)
SILENT = timedelta(days=7)
JOB_LATE = timedelta(hours=1)
GIVEN_UP_DAYS = 7


@dataclass(frozen=True)
class Worry:
    """Something that a person should know: a code, and what is the matter in words for them."""

    code: str
    title: str
    text: str


def beat(now: datetime) -> None:
    """The heartbeat of the worker; a job that does nothing but being done."""


def tasks(actor: Actor) -> Iterable[Task]:
    """On "Vandaag" of who works for the umbrella: each worry, once, as long as it lasts."""
    if actor.works_for_umbrella:
        for worry in worries(dates.now()):
            yield Task(
                title=worry.title,
                text=worry.text,
                url=reverse("portal_today"),
                verb="Kijk opnieuw",
                minutes=5,
            )


def worries(now: datetime) -> list[Worry]:
    """All that is wrong with the post at this moment; none when it runs."""
    found = (_worker_stands_still, _queue_is_old, _intake_is_silent, _jobs_that_fail, _given_up, _too_large)
    return [worry for look in found for worry in look(now)]


def _worker_stands_still(now: datetime) -> Iterable[Worry]:
    heart = JobRun.objects.filter(name="post.heartbeat").first()
    if heart and heart.done_at and heart.done_at < now - HEART_STOPPED:
        yield Worry(
            "worker",
            "De post staat stil",
            f"Sinds {_moment(heart.done_at)} gaat er geen mail meer uit of in. "
            "Zet het systeem uit en weer aan.",
        )


def _queue_is_old(now: datetime) -> Iterable[Worry]:
    for model, what in ((OutboxMessage, "die weg moet"), (Receipt, "die gelezen moet worden")):
        waited = queue.oldest_wait(model, now=now)
        if waited > QUEUE_OLD:
            long = words.duration(int(waited.total_seconds() // 60))
            yield Worry(f"queue {model.__name__}", "De post loopt achter", f"Er wacht al {long} mail {what}.")


def _intake_is_silent(now: datetime) -> Iterable[Worry]:
    if not (settings.NAOBER_IMAP or settings.NAOBER_LMTP):
        return
    last = Receipt.objects.filter(source="mail").order_by("-received_at").first()
    if last and last.received_at < now - SILENT:
        yield Worry(
            "silent",
            "Er komt geen mail meer binnen",
            f"De laatste mail kwam {_moment(last.received_at)}. "
            "Stuur er zelf een, om te zien of het nog werkt.",
        )


def _jobs_that_fail(now: datetime) -> Iterable[Worry]:
    jobs = {f"{area.name}.{job.name}": job for area in areas() for job in area.jobs}
    for run in JobRun.objects.exclude(last_error="").filter(name__in=jobs).order_by("name"):
        job = jobs[run.name]
        if run.done_at is None or run.done_at < now - max(JOB_LATE, 2 * job.every):
            yield Worry(f"job {run.name}", "Iets lukt niet", _failing(job, run))


def _failing(job: Job, run: JobRun) -> str:
    since = f"sinds {_moment(run.done_at)}" if run.done_at else "nog geen enkele keer"
    return f"{job.title or job.name} lukt niet, {since}. Wij proberen het steeds opnieuw."


def _given_up(now: datetime) -> Iterable[Worry]:
    since = now - timedelta(days=GIVEN_UP_DAYS)
    lost = OutboxMessage.objects.filter(
        state=Queued.State.FAILED, attempts__gte=queue.MOST_TRIES, created_at__gt=since, secret=False
    ).count()
    if lost:
        yield Worry(
            "given up",
            "Mail die niet wegging",
            f"{words.capital(words.counted(lost, 'mail ging', 'mails gingen'))} niet weg, "
            "ook niet na twee dagen proberen.",
        )


def _too_large(now: datetime) -> Iterable[Worry]:
    large = drop.left_behind()
    if large:
        yield Worry(
            "too large",
            "Een mail is te groot",
            f"{words.capital(words.counted(large, 'mail is', 'mails zijn'))} te groot om te lezen. "
            "Vraag om een kleinere.",
        )


def _moment(moment: datetime) -> str:
    return words.moment_near(moment.astimezone(dates.LOCAL), dates.today())
