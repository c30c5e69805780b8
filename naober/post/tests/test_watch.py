"""It says itself when the post stands still: one line each, as long as it lasts."""

from datetime import timedelta

import pytest
from django.db import transaction

from naober.kit import dates
from naober.post import receipts, watch, worker
from naober.post.incoming import door
from naober.post.models import JobRun, OutboxMessage, Receipt
from naober.post.outbox import write_mail
from testing.house import build_house

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.NAOBER_DROP, settings.NAOBER_FILES = tmp_path / "in", tmp_path / "files"


def codes(*, later=timedelta(0)):
    now = dates.now() + later
    with dates.as_if(now):
        return [worry.code for worry in watch.worries(now)]


def waiting_mail():
    with transaction.atomic():
        return write_mail(to="a@dorp.example", subject="Nieuws", text="Dag", area="journal")


def test_when_all_runs_there_is_nothing_to_say():
    waiting_mail()
    worker.run_jobs("one")
    assert codes() == []


def test_a_heart_that_stopped():
    worker.run_jobs("one")
    assert codes(later=timedelta(minutes=9)) == []
    assert codes(later=timedelta(minutes=11)) == ["worker"]


@pytest.mark.parametrize("model", [OutboxMessage, Receipt])
def test_a_queue_that_is_old(model):
    if model is Receipt:
        receipts.receive("mail", b"x", due_at=dates.now())
    else:
        waiting_mail()
    assert codes(later=HOUR - timedelta(minutes=1)) == []
    assert codes(later=2 * HOUR) == [f"queue {model.__name__}"]
    model.objects.update(state="done")
    assert codes(later=2 * HOUR) == []


def test_how_long_a_queue_waits_is_said_in_words():
    waiting_mail()
    now = dates.now() + 3 * HOUR
    assert [worry.text for worry in watch.worries(now)] == ["Er wacht al drie uur mail die weg moet."]


def test_a_pasted_text_waits_for_nobody():
    receipts.receive("plakken", b"agenda")
    assert codes(later=9 * HOUR) == []


def test_intake_that_is_silent_where_mail_should_come(settings):
    receipts.mark_read(receipts.receive(door.MAIL, b"x")[0], area="post", subject_id=None)
    assert codes(later=8 * 24 * HOUR) == []
    settings.NAOBER_LMTP = "127.0.0.1:1"
    assert codes(later=6 * 24 * HOUR) == []
    assert codes(later=8 * 24 * HOUR) == ["silent"]


def test_a_job_that_fails_for_long(settings):
    settings.NAOBER_IMAP = "imap://a:b@127.0.0.1:1/INBOX"
    now = dates.now()
    for minutes in (0, 10, 30, 61):
        with dates.as_if(now + timedelta(minutes=minutes)):
            worker.run_jobs("one")
    with dates.as_if(now + timedelta(minutes=61)):
        (worry,) = watch.worries(now + timedelta(minutes=61))
    assert (worry.code, worry.text) == (
        "job post.poll_mailbox",
        "De postbus lezen lukt niet, nog geen enkele keer. Wij proberen het steeds opnieuw.",
    )


def test_a_job_that_fails_now_and_then_is_no_worry(settings):
    worker.run_jobs("one")
    settings.NAOBER_IMAP = "imap://a:b@127.0.0.1:1/INBOX"
    with dates.as_if(dates.now() + timedelta(minutes=2)):
        worker.run_jobs("one")
    assert JobRun.objects.get(name="post.poll_mailbox").last_error == "ConnectionRefusedError"
    assert codes(later=timedelta(minutes=3)) == []


def test_mail_that_was_given_up_is_said_for_a_week():
    waiting_mail()
    OutboxMessage.objects.update(state="failed", attempts=48)
    assert (codes(), codes(later=8 * 24 * HOUR)) == (["given up"], [])


def test_a_mail_that_is_too_large(settings, monkeypatch):
    monkeypatch.setattr(door, "MOST_BYTES", 10)
    settings.NAOBER_DROP.mkdir()
    (settings.NAOBER_DROP / "a.eml").write_bytes(b"x" * 11)
    monkeypatch.setattr("naober.post.incoming.drop.SETTLED_SECONDS", 0)
    assert codes() == ["too large"]


def test_only_who_works_for_the_umbrella_sees_a_worry():
    house = build_house()
    waiting_mail()
    with dates.as_if(dates.now() + 2 * HOUR):
        shown = {name: len(list(watch.tasks(house.actor(name)))) for name in house.viewers}
    assert {name for name, count in shown.items() if count} == {"geertje", "renske"}
    assert shown["renske"] == 1
