"""The worker: runs the jobs that areas name and carries out the mail, again and again."""

import logging
import os
import smtplib
import time
from datetime import datetime

from django.conf import settings
from django.db import close_old_connections

from naober.kit import dates
from naober.kit.area import Job, areas
from naober.post import queue, smtp
from naober.post.models import JobRun, OutboxMessage, Queued

log = logging.getLogger("naober.worker")
PAUSE_SECONDS = 0.5


def work_forever() -> None:
    """Work until killed. Being killed at any moment loses nothing: leases run out."""
    name = f"worker-{os.getpid()}"
    while True:
        close_old_connections()
        busy = work_once(name)
        if not busy:
            time.sleep(PAUSE_SECONDS)


def work_once(worker: str = "worker") -> int:
    """Do all work that is due now, once; the number of mails and jobs done."""
    return run_jobs(worker) + send_mail(worker)


def run_jobs(worker: str) -> int:
    """Run each job whose time has come."""
    jobs = {f"{area.name}.{job.name}": job for area in areas() for job in area.jobs}
    now = dates.now()
    _fill_timetable(jobs, now)
    due = [run for run in queue.claim(JobRun, worker=worker, now=now) if run.name in jobs]
    for run in due:
        _run(run, jobs[run.name], now)
    return len(due)


def _fill_timetable(jobs: dict[str, Job], now: datetime) -> None:
    missing = set(jobs) - set(JobRun.objects.values_list("name", flat=True))
    JobRun.objects.bulk_create([JobRun(name=name, due_at=now) for name in missing], ignore_conflicts=True)


def _run(run: JobRun, job: Job, now: datetime) -> None:
    try:
        job.run(now)
    except Exception as error:
        # One broken job may not stop the mail; it is logged, counted and tried again.
        log.exception("job %s failed", run.name)
        queue.try_again(run, type(error).__name__, now=now, for_ever=True)
    else:
        JobRun.objects.filter(pk=run.pk).update(
            due_at=now + job.every, done_at=now, lease_until=None, lease_by="", attempts=0, last_error=""
        )


def send_mail(worker: str) -> int:
    """Carry out the mail that is due."""
    messages = queue.claim(OutboxMessage, worker=worker, now=dates.now())
    for message in messages:
        now = dates.now()
        if queue.keep(message, now=now):
            _send(message, now)
    return len(messages)


def _send(message: OutboxMessage, now: datetime) -> None:
    if message.expires_at and message.expires_at <= now:
        OutboxMessage.objects.filter(pk=message.pk).update(
            state=Queued.State.FAILED, text="", html="", last_error="verlopen", lease_until=None, lease_by=""
        )
        return
    try:
        smtp.deliver(message)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        # A ValueError is an address that can not be written in a mail: that never gets better.
        log.warning("mail %s not taken: %s", message.pk, smtp.describe(error))
        queue.try_again(
            message,
            smtp.describe(error),
            now=now,
            final=smtp.is_final(error),
            when_failed=_without_secret(message),
        )
    else:
        queue.finish(message, sent_at=now, **_without_secret(message))


def _without_secret(message: OutboxMessage) -> dict[str, str]:
    """In a demo the code stays readable, since nothing was sent; elsewhere it goes at once."""
    return {} if settings.NAOBER_DEMO or not message.secret else {"text": smtp.CODE, "html": ""}
