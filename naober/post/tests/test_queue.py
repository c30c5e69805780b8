"""Claims, leases and tries of rows that wait, and the timetable of jobs."""

from datetime import timedelta

import pytest
from django.db import transaction

from naober.kit import dates
from naober.kit.area import Job
from naober.post import queue, worker
from naober.post.models import JobRun, OutboxMessage
from naober.post.outbox import write_mail

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def waiting(**values):
    with transaction.atomic():
        row = write_mail(to="a@dorp.example", subject="Nieuws", text="Dag", area="journal")
    OutboxMessage.objects.filter(pk=row.pk).update(**values)
    return row


def claim(name, now=None):
    return [row.pk for row in queue.claim(OutboxMessage, worker=name, now=now or dates.now())]


def test_a_claimed_row_is_nobody_elses():
    row = waiting()
    assert claim("one") == [row.pk]
    assert claim("two") == []


def test_the_oldest_come_first_and_no_more_than_asked():
    now = dates.now()
    rows = [waiting(due_at=now - n * MINUTE) for n in range(3)]
    found = queue.claim(OutboxMessage, worker="one", now=now, limit=2)
    assert [row.pk for row in found] == [rows[2].pk, rows[1].pk]


def test_a_lease_that_ran_out_is_taken_over():
    row, now = waiting(), dates.now()
    assert claim("killed", now) == [row.pk]
    assert claim("two", now + queue.LEASE) == []
    assert claim("two", now + queue.LEASE + MINUTE) == [row.pk]
    row.refresh_from_db()
    assert (row.lease_by, row.attempts) == ("two", 2)


def test_a_slow_worker_does_not_send_what_another_took_over():
    row, now = waiting(), dates.now()
    (slow,) = queue.claim(OutboxMessage, worker="slow", now=now)
    assert queue.keep(slow, now=now) is True
    assert claim("other", now + 3 * MINUTE) == [row.pk]
    assert queue.keep(slow, now=now + 3 * MINUTE) is False


def test_a_row_that_changed_since_it_was_seen_is_not_leased():
    row = waiting()
    OutboxMessage.objects.filter(pk=row.pk).update(due_at=row.due_at + MINUTE)
    assert queue._lease(OutboxMessage, row, "late", dates.now()) is False


@pytest.mark.parametrize(("tries", "minutes"), [(1, 5), (2, 10), (11, 55), (12, 60), (47, 60)])
def test_tries_wait_longer_each_time(tries, minutes):
    row, now = waiting(), dates.now()
    row.attempts = tries
    queue.try_again(row, "fout", now=now)
    row.refresh_from_db()
    assert (row.state, row.due_at, row.lease_by) == ("waiting", now + minutes * MINUTE, "")


def test_after_48_tries_a_person_must_look():
    row = waiting()
    row.attempts = 48
    queue.try_again(row, "x" * 400, now=dates.now())
    row.refresh_from_db()
    assert (row.state, row.last_error) == ("failed", "x" * 300)
    assert claim("one") == []


@pytest.fixture
def job(monkeypatch):
    """A job of our own in the timetable, that can be told to fail."""
    state = {"ran": [], "fail": False}

    def run(now):
        state["ran"].append(now)
        if state["fail"]:
            raise RuntimeError("stuk")

    area = type("Area", (), {"name": "test", "jobs": (Job("job", timedelta(hours=1), run),)})
    monkeypatch.setattr(worker, "areas", lambda: (area,))
    return state


def test_a_job_runs_once_per_period(job):
    now = dates.now()
    for minutes in (0, 59, 60, 61):
        with dates.as_if(now + minutes * MINUTE):
            worker.run_jobs("one")
    assert job["ran"] == [now, now + 60 * MINUTE]


def test_the_timetable_keeps_when_a_job_last_went_well(job):
    now = dates.now()
    with dates.as_if(now):
        worker.run_jobs("one")
    run = JobRun.objects.get(name="test.job")
    assert (run.done_at, run.due_at, run.attempts, run.lease_by) == (now, now + 60 * MINUTE, 0, "")


def test_a_job_that_fails_is_tried_again_and_never_given_up(job):
    now, job["fail"] = dates.now(), True
    for hours in range(60):
        with dates.as_if(now + timedelta(hours=hours)):
            worker.run_jobs("one")
    run = JobRun.objects.get(name="test.job")
    assert (len(job["ran"]), run.state, run.last_error) == (60, "waiting", "RuntimeError")


def test_a_job_that_no_area_names_any_more_does_nothing(job):
    JobRun.objects.create(name="test.gone", due_at=dates.now())
    assert worker.run_jobs("one") == 1
