"""Answers that nobody wrote: never to a machine, never twice a day, so no loop lives (F11, B3)."""

import os
from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction

from naober.kit import dates
from naober.post import answers
from naober.post.incoming import reader as seam
from naober.post.incoming.mail import Mail, mail_from
from naober.post.incoming.ours import reading_context
from naober.post.models import AddressState, OutboxMessage
from naober.post.tests.conftest import raw_mail
from naober.post.tests.loops import mixed

pytestmark = pytest.mark.django_db
# `make soak` asks for more.
MAILS = int(os.environ.get("SOAK_MAILS", "10000"))


def answer(mail, kind="ontvangst"):
    with transaction.atomic():
        return answers.answer_by_ourselves(
            mail, kind=kind, subject="Ontvangen", text="Dank u.", area="office", subject_id=1
        )


def person(**what):
    return Mail(**{"kind": "new", "sender": "jannes@dorp.example", "may_auto_reply": True, **what})


def test_an_answer_says_that_it_is_automatic_and_what_it_answers(mail_by_smtp, office):
    assert answer(person(message_id="<1@dorp.example>")) is not None
    office.send()
    (mail,) = mail_by_smtp.mails
    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["In-Reply-To"] == mail["References"] == "<1@dorp.example>"
    assert mail["X-Auto-Response-Suppress"] == "All"


@pytest.mark.parametrize(
    "mail",
    [
        person(may_auto_reply=False),
        person(sender=""),
        person(sender="info@naober.example"),
        person(sender="Info@Naober.example"),
        person(text="Ik ben afwezig tot 3 december."),
        person(sender=f"antwoord+{'0' * 32}@naober.example"),
    ],
)
def test_no_answer_where_a_machine_may_read_it(mail):
    assert answer(mail) is None
    assert OutboxMessage.objects.count() == 0


def test_one_answer_per_sender_kind_and_day():
    assert [answer(person()) is not None for _ in range(3)] == [True, False, False]
    assert answer(person(sender="JANNES@dorp.example")) is None
    assert answer(person(), kind="te groot") is not None
    assert answer(person(sender="roelie@dorp.example")) is not None
    with dates.as_if(dates.now() + timedelta(days=1)):
        assert answer(person()) is not None


def test_no_answer_to_an_address_that_gave_mail_back():
    now = dates.now()
    AddressState.objects.create(address="jannes@dorp.example", last_bounced_at=now, stopped_at=now)
    assert answer(person()) is None


def test_a_message_id_can_not_write_a_header(mail_by_smtp, office):
    answer(person(message_id="<1@dorp.example>\r\nBcc: iedereen@dorp.example"))
    office.send()
    assert mail_by_smtp.mails[0]["Bcc"] is None


def test_two_who_answer_each_other_stop_at_once(office):
    """The other side is the worst that there is: it answers everything, and says of nothing that a machine
    wrote it."""
    office.on_take = lambda receipt, mail: answer(mail) and receipt.pk or receipt.pk
    office.drop(text="Eerste mail van een mens.")
    hops = 0
    for hop in range(10):
        before = len(office.sink.mails)
        office.work()
        if len(office.sink.mails) == before:
            break
        hops += 1
        office.drop(text=f"Bedankt voor uw bericht, nummer {hop}.", subject="Re: Ontvangen")
    assert hops == 1


def run_through(count, seed, answer_to):
    """Read mixed mails and let `answer_to` answer; how often each was, by who sent it."""
    context, given = reading_context(), Counter()
    for machine, raw in mixed(count, seed):
        mail = mail_from(seam.read(raw, context))
        if answer_to(mail):
            given["machine" if machine else mail.sender] += 1
    return given


def test_among_ten_thousand_mixed_mails_no_machine_is_answered(record_property):
    with transaction.atomic():
        given = run_through(MAILS, 3, answer)
    record_property(
        "figures", f"{MAILS} mails, {sum(given.values())} answers, {given['machine']} to machines"
    )
    assert given["machine"] == 0
    assert max(given.values()) == 1
    assert len(given) > 900  # and nearly all of the thousand people had theirs


def test_a_judge_that_trusts_all_is_seen():
    given = run_through(500, 3, lambda mail: bool(mail.sender))
    assert given["machine"] > 100


def test_a_count_that_is_not_kept_is_seen():
    given = run_through(3_000, 3, lambda mail: mail.may_auto_reply)
    assert max(given.values()) > 1


def test_a_storm_of_absence_is_not_answered(office):
    office.on_take = lambda receipt, mail: answer(mail) and receipt.pk or receipt.pk
    for number in range(30):
        raw = raw_mail(
            sender=f"p{number}@dorp.example", subject="Automatisch antwoord: Re: Nieuws uit uw dorp",
            text="Ik ben tot en met vrijdag afwezig.", headers=["Auto-Submitted: auto-replied"],
        )  # fmt: skip
        office.drop(raw=raw)
    office.work()
    assert (office.taken, office.sink.mails) == ([], [])
