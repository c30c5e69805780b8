"""The worker: runs the jobs that areas name, reads what came in, carries out the mail, again and again."""

import logging
import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime

from django.db import close_old_connections

from naober.kit import dates
from naober.kit.area import Job, areas
from naober.post import queue
from naober.post.incoming import lmtp
from naober.post.incoming.apart import Reader
from naober.post.incoming.handling import read_receipts
from naober.post.incoming.ours import reading_context
from naober.post.models import JobRun
from naober.post.sending import send_mail

log = logging.getLogger("naober.worker")
PAUSE_SECONDS = 0.5


def work_forever() -> None:
    """Work until killed. Being killed at any moment loses nothing: leases run out."""
    name = f"worker-{os.getpid()}"
    with closing(Reader(reading_context())) as reader, _open_door():
        while True:
            close_old_connections()
            busy = work_once(name, reader)
            if not busy:
                time.sleep(PAUSE_SECONDS)


@contextmanager
def _open_door() -> Iterator[None]:
    """Let a mail server hand mail over, where settings say so. A door that does not open stops no mail."""
    door = lmtp.listening()
    try:
        if door:
            door.start()
    except OSError as error:
        log.error("no mail can be handed over: %s", error)
        door = None
    try:
        yield
    finally:
        if door:
            door.stop()


def work_once(worker: str = "worker", reader: Reader | None = None) -> int:
    """Do all work that is due now, once; the number of mails and jobs done."""
    if reader is None:
        with closing(Reader(reading_context())) as reader:
            return work_once(worker, reader)
    return run_jobs(worker) + read_receipts(worker, reader) + send_mail(worker)


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
