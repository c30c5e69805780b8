"""What becomes of a mail: taken once, read apart, judged, and handed to who knows what to do."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.db import transaction

from naober.kit import dates, guard
from naober.post import files, queue, receipts, tokens
from naober.post.incoming import door, drop, handling
from naober.post.incoming.identity import identity_of
from naober.post.models import AddressState, OutboxMessage, Receipt, ReplyToken
from naober.post.outbox import write_mail
from naober.post.tests.conftest import bounce_of, raw_mail

pytestmark = pytest.mark.django_db


def states():
    return sorted((r.kind, r.state, r.area) for r in Receipt.objects.all())


def test_a_mail_in_the_folder_is_taken_in_read_and_answered(office):
    path = office.drop(text="De lamp bij de brug is stuk.")
    office.work()
    assert [(mail.kind, mail.sender, mail.text) for mail in office.taken] == [
        ("new", "jannes@dorp.example", "De lamp bij de brug is stuk.")
    ]
    assert (path.exists(), states(), len(office.sink.mails)) == (False, [("new", "read", "office")], 1)


@pytest.mark.parametrize("name", [".verborgen", "half.tmp"])
def test_a_file_that_is_not_ready_stays(office, name):
    path = office.drop()
    path = path.rename(path.with_name(name))
    office.work()
    assert (path.exists(), Receipt.objects.count()) == (True, 0)


def test_a_file_that_is_still_being_written_stays(office):
    path = drop.folder() / "nu.eml"
    path.write_bytes(raw_mail())
    assert (drop.take_in_dropped(), path.exists()) == (0, True)


def test_a_file_that_is_too_large_stays_and_is_counted(office, monkeypatch):
    monkeypatch.setattr(door, "MOST_BYTES", 100)
    path = office.drop()
    assert (drop.take_in_dropped(), drop.left_behind(), path.exists()) == (0, 1, True)


def test_an_answer_by_token_comes_to_the_thing_that_was_asked(office):
    token = tokens.new_token(area="office", subject_id=7)
    office.drop(to=tokens.reply_address(token), text="Ja, dat vinden wij ook.", subject="Re: Vraag")
    office.work()
    assert office.answers == [(7, "Ja, dat vinden wij ook.")]
    assert states() == [("reply", "read", "office")]


@pytest.mark.parametrize("why", ["expired", "ended", "guessed"])
def test_an_answer_by_a_token_that_is_not_valid_is_looked_at_by_a_person(office, why):
    token = tokens.new_token(area="office", subject_id=7, valid_for=timedelta(days=1))
    address = tokens.reply_address(token) if why != "guessed" else f"antwoord+{'0' * 32}@naober.example"
    if why == "ended":
        tokens.end(area="office", subject_id=7)
    office.drop(to=address, text="Ja", subject="Re: Vraag")
    office.work(later=timedelta(days=2 if why == "expired" else 0))
    receipt = Receipt.objects.get()
    assert (office.answers, receipt.state, receipt.note) == ([], "aside", handling.TOKEN_IS_OVER)


def test_what_nobody_takes_is_looked_at_by_a_person(office):
    office.on_take = lambda receipt, mail: None
    office.drop()
    office.work()
    assert [(r.state, r.note) for r in Receipt.objects.all()] == [("aside", handling.NOBODY_KNOWS)]


def test_a_handler_that_breaks_is_tried_again_and_leaves_nothing_half(office):
    def break_down(receipt, mail):
        tokens.new_token(area="office", subject_id=1)
        raise RuntimeError("stuk")

    office.on_take = break_down
    office.drop()
    office.work()
    receipt = Receipt.objects.get()
    assert (receipt.state, receipt.attempts, receipt.last_error) == ("received", 1, "RuntimeError")
    assert ReplyToken.objects.count() == 0
    office.on_take = None
    office.work(later=timedelta(minutes=6))
    assert (states(), len(office.sink.mails)) == ([("new", "read", "office")], 1)


def test_a_handler_that_never_works_leaves_the_mail_to_a_person(office):
    def break_down(receipt, mail):
        raise RuntimeError("stuk")

    office.on_take = break_down
    office.drop()
    for hour in range(60):
        office.work(later=timedelta(hours=hour))
    receipt = Receipt.objects.get()
    assert (receipt.state, receipt.attempts) == ("aside", 48)


def test_a_mail_that_takes_its_worker_along_every_time_is_left_to_a_person(office):
    office.drop()
    drop.take_in_dropped()
    at = dates.now()
    for _ in range(60):
        queue.reap_all(at)
        queue.claim(Receipt, worker="killed", now=at)
        at += queue.LEASE + timedelta(minutes=1)
    receipt = Receipt.objects.get()
    assert (receipt.state, receipt.attempts) == ("aside", queue.MOST_TRIES)


def test_a_mail_whose_bytes_are_gone_does_not_stop_the_next(office):
    office.drop()
    drop.take_in_dropped()
    files.path_of(Receipt.objects.get().file).unlink()
    office.drop(text="Daarna.")
    office.work()
    assert [mail.text for mail in office.taken] == ["Daarna."]
    assert Receipt.objects.get(state="aside").note == handling.GONE


def test_a_worker_that_was_overtaken_handles_nothing(office):
    office.drop()
    drop.take_in_dropped()
    receipt = Receipt.objects.get()
    Receipt.objects.update(attempts=2)
    handling.handle(receipt, handling.Mail(kind="new", sender="a@b.example"), read_again=None)
    assert (office.taken, Receipt.objects.get().state) == ([], "received")


DMARC = "Authentication-Results: mx.naober.example; dmarc={}"


@pytest.mark.parametrize(
    ("header", "state", "dmarc"),
    [
        (DMARC.format("fail"), "aside", "fail"),
        (DMARC.format("pass"), "read", "pass"),
        (DMARC.format("fail").replace("mx.", "evil."), "read", ""),
        ("Authentication-Results: mx.naober.example; spf=pass (dmarc=pass)", "read", ""),
    ],
)
def test_only_our_own_server_says_who_a_sender_is(office, header, state, dmarc):
    office.drop(headers=[header])
    office.work()
    receipt = Receipt.objects.get()
    assert (receipt.state, receipt.dmarc) == (state, dmarc)


def test_a_flood_of_one_sender_is_kept_for_a_person(office):
    for number in range(handling.FLOOD_PER_HOUR + 10):
        office.drop(text=f"Bericht nummer {number} van vandaag.")
    for _ in range(3):
        office.work()
    assert Receipt.objects.filter(state="read").count() == handling.FLOOD_PER_HOUR
    assert Receipt.objects.filter(state="aside", note=handling.TOO_MANY).count() == 10


# --- the same mail more than once (F10)


def test_the_same_mail_five_times_is_one(office):
    for _ in range(5):
        office.drop(message_id="een")
    office.work()
    assert (Receipt.objects.count(), len(office.taken)) == (1, 1)


def test_without_a_message_id_the_road_makes_no_difference(office):
    for road in ("Received: from a", "Received: from b\r\nX-Spam: no"):
        office.drop(message_id=None, headers=[road])
    office.work()
    assert (Receipt.objects.count(), len(office.taken)) == (1, 1)


def test_by_list_and_direct_is_one_signal_with_a_copy(office):
    office.drop(message_id="een", text="De lamp bij de brug is stuk.")
    office.drop(message_id="een", text="De lamp bij de brug is stuk.\r\n\r\nVragen over de lijst? Bel Jan.")
    office.work()
    first, second = Receipt.objects.order_by("id")
    assert len(office.taken) == 1
    assert {first.copy_of_id, second.copy_of_id} == {None, min(first.pk, second.pk)}
    assert (first.area, first.subject_id) == (second.area, second.subject_id)


def test_a_changed_message_id_with_the_same_words_is_a_copy(office):
    for _ in range(3):
        office.drop()
    office.work()
    assert (len(office.taken), Receipt.objects.exclude(copy_of=None).count()) == (1, 2)


def test_two_mails_with_one_message_id_and_other_words_are_two(office):
    office.drop(message_id="scanner", text="De lamp bij de brug is stuk.")
    office.drop(message_id="scanner", text="Het hek van de speeltuin is los.")
    office.work()
    assert (len(office.taken), Receipt.objects.exclude(copy_of=None).count()) == (2, 0)


def test_the_same_words_of_two_people_are_two(office):
    for name in ("jannes", "roelie"):
        office.drop(sender=f"{name}@dorp.example")
    office.work()
    assert len(office.taken) == 2


def test_the_same_words_to_two_questions_are_two_answers(office):
    for number in (1, 2):
        token = tokens.new_token(area="office", subject_id=number)
        office.drop(to=tokens.reply_address(token), text="Ja.", subject="Re: Vraag")
    office.work()
    assert sorted(office.answers) == [(1, "Ja."), (2, "Ja.")]


def test_a_forged_mail_does_not_hide_the_real_one(office):
    for result in ("fail", "pass"):
        office.drop(headers=[DMARC.format(result)])
        office.work()
    assert len(office.taken) == 1


def test_identity_is_the_same_over_line_ends_and_differs_over_words():
    one = raw_mail(message_id="een", text="Dag")
    assert identity_of(one) == identity_of(one.replace(b"\r\n", b"\n"))
    assert identity_of(one) == identity_of(b"Received: from elsewhere\r\n" + one)
    assert identity_of(one) != identity_of(raw_mail(message_id="een", text="Daag"))
    assert identity_of(b"") == identity_of(b"\r\n")


# --- in whatever order things come (F12)


def outcome():
    """What is left when all came in, without numbers and times."""
    receipts_left = sorted((r.kind, r.state, r.area, r.copy_of is not None) for r in Receipt.objects.all())
    mails = sorted((m.subject, m.state, m.bounced) for m in OutboxMessage.objects.all())
    return receipts_left, mails


def test_the_end_does_not_depend_on_the_order(office):
    """Five things in all 120 orders: a mail, the same by another road, an answer, ours that comes back, and
    ours that leaves."""
    ends = set()
    with dates.as_if(dates.now()):
        for order in permutations(range(5)):
            ends.add(repr(end_of(office, order)))
            Receipt.objects.update(copy_of=None)
            with guard.opened("between two orders"):  # areas above point at mails
                for model in (Receipt, OutboxMessage, AddressState):
                    model.objects.all().delete()
    assert len(ends) == 1, ends


def end_of(office, order):
    token = tokens.new_token(area="office", subject_id=7)
    with transaction.atomic():
        ours = write_mail(to="roelie@dorp.example", subject="Vraag", text="Ja of nee?", area="office")
    mails = (
        raw_mail(message_id="een"),
        raw_mail(message_id="twee"),
        raw_mail(to=tokens.reply_address(token), text="Ja.", subject="Re: Vraag"),
        bounce_of(ours),
    )
    for step in order:
        if step < len(mails):
            door.take_in(mails[step], remove=lambda: None)
            office.read()
        else:
            office.send()
    office.work()
    return outcome()


def test_what_was_set_aside_says_why_and_is_kept(office):
    receipt, _ = receipts.receive("mail", b"x", key="1")
    receipts.set_aside(receipt, "Kijk even. " * 50)
    receipt.refresh_from_db()
    assert (receipt.state, len(receipt.note)) == ("aside", 300)
