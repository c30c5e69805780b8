"""What leaves: when the server is away, says no, or hangs up; what comes back; what may wait (F7)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from naober.kit import area as kit_area
from naober.kit import dates
from naober.kit.area import Area
from naober.post import bounces, queue, sending, smtp, tokens
from naober.post.models import AddressState, OutboxMessage
from naober.post.outbox import write_mail
from naober.post.tests.conftest import bounce_of
from naober.post.tests.servers import BadServer, certificate, running, tls_context

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
TO = "bert@dorp.example"
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


def write(**what):
    with transaction.atomic():
        return write_mail(**{"to": TO, "subject": "Nieuws", "text": "Dag", "area": "journal", **what})


def send(at=None):
    with dates.as_if(at or dates.now()):
        return sending.send_mail("one")


@pytest.fixture
def use(settings):
    """Let the product's mail go to this server."""

    def use(server, **more):
        settings.EMAIL_BACKEND = "naober.post.smtp.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        for name, value in more.items():
            setattr(settings, name, value)
        return server

    return use


# --- a server that is away, or behaves badly


def test_after_a_day_without_server_all_mail_leaves_within_ten_minutes(use):
    server, now = use(BadServer()), dates.now()
    messages = [write(to=f"p{number}@dorp.example") for number in range(30)]
    for minutes in range(0, 24 * 60, 5):
        at = now + minutes * MINUTE
        sending.look_for_server(at)
        send(at)
    back = now + timedelta(days=1)
    with running(server):
        for minutes in range(11):
            at = back + minutes * MINUTE
            if minutes % 5 == 0:
                sending.look_for_server(at)
            send(at)
    sent = OutboxMessage.objects.filter(state="done", sent_at__lte=back + 10 * MINUTE)
    assert (sent.count(), len(server.mails)) == (30, 30)
    assert {m.attempts for m in sent} <= set(range(1, queue.MOST_TRIES))
    assert sorted(m["Message-ID"] for m in server.mails) == sorted(map(smtp.message_id, messages))


def test_without_looking_for_the_server_the_wait_is_longer(use):
    """The planted fault: the job that looks is left out."""
    server, now = use(BadServer()), dates.now()
    write()
    for minutes in range(0, 24 * 60, 5):
        send(now + minutes * MINUTE)
    due = OutboxMessage.objects.get().due_at
    assert due > now + timedelta(days=1) + 10 * MINUTE, due
    assert server.mails == []


@pytest.mark.parametrize(
    ("fault", "state", "error"),
    [("busy", "waiting", "SMTPDataError 451"), ("no", "waiting", "SMTPDataError 554")],
)
def test_a_server_that_refuses_the_mail_itself_is_tried_again(use, fault, state, error):
    server = use(BadServer(fault))
    write()
    with running(server):
        send()
        message = OutboxMessage.objects.get()
        assert (message.state, message.last_error, message.unclear) == (state, error, 0)
        server.fault = ""
        send(dates.now() + 6 * MINUTE)
    assert len(server.mails) == 1


def test_a_server_that_hangs_up_after_the_mail_gets_the_same_mail_again(use):
    server = use(BadServer("after data"))
    message = write()
    with running(server):
        send()
        message.refresh_from_db()
        assert (message.state, message.unclear) == ("waiting", 1)
        assert message.last_error == "niet zeker of het aankwam: SMTPServerDisconnected"
        server.fault = ""
        send(dates.now() + 6 * MINUTE)
    assert [mail["Message-ID"] for mail in server.mails] == [smtp.message_id(message)] * 2


def test_after_48_tries_a_person_must_look(use):
    use(BadServer())
    write()
    at = dates.now()
    for _ in range(60):
        send(at)
        at += timedelta(hours=1)
    message = OutboxMessage.objects.get()
    assert (message.state, message.attempts) == ("failed", 48)


def test_a_mail_that_takes_its_worker_along_every_time_is_given_up():
    message = write()
    at = dates.now()
    for _ in range(60):
        queue.reap_all(at)
        queue.claim(OutboxMessage, worker="killed", now=at)
        at += queue.LEASE + MINUTE
    message.refresh_from_db()
    assert (message.state, message.attempts) == ("failed", queue.MOST_TRIES)


def test_one_line_carries_many_mails(use):
    server = use(BadServer())
    for number in range(5):
        write(to=f"p{number}@dorp.example")
    opened = []
    with running(server), pytest.MonkeyPatch.context() as patch:
        patch.setattr(smtp, "CONNECTED", lambda: opened.append(1))
        send()
    assert (len(server.mails), len(opened)) == (5, 1)


# --- encryption that was asked


def test_a_server_without_encryption_gets_nothing_when_it_was_asked(use):
    server = use(BadServer(), EMAIL_USE_TLS=True)
    write()
    with running(server):
        send()
    message = OutboxMessage.objects.get()
    assert (server.raw, message.state) == ([], "waiting")
    assert message.last_error == "geen verbinding: SMTPNotSupportedError"


def test_where_nothing_was_asked_it_does_get_mail(use):
    """The planted fault: without the setting the mail goes in the open."""
    server = use(BadServer())
    write()
    with running(server):
        send()
    assert len(server.raw) == 1


def test_a_server_that_can_not_prove_who_it_is_gets_nothing(use, tmp_path):
    server = use(BadServer(), EMAIL_USE_TLS=True)
    write()
    with running(server, tls_context=tls_context(*certificate(tmp_path))):
        send()
    message = OutboxMessage.objects.get()
    assert (server.raw, message.last_error) == ([], "geen verbinding: SSLCertVerificationError")


def test_a_server_that_proves_who_it_is_gets_mail_encrypted(use, tmp_path, monkeypatch):
    cert, key = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    server = use(BadServer(), EMAIL_USE_TLS=True)
    write()
    with running(server, tls_context=tls_context(cert, key), require_starttls=True):
        send()
    assert len(server.mails) == 1


# --- what comes back


def test_each_mail_has_a_return_address_of_its_own(use):
    server = use(BadServer())
    message = write()
    assert smtp.as_mail(message).from_email == tokens.bounce_address(message.pk)
    with running(server):
        send()
    assert server.mails[0]["From"] == "Dorpenoverleg <info@naober.example>"


@pytest.mark.parametrize(
    ("token", "pk"),
    [("0" * 32, None), ("", None), ("x" * 32, None), (f"{5:016x}" + "0" * 16, None)],
)
def test_a_return_address_that_we_did_not_make_is_nobodys(token, pk):
    assert tokens.message_of_bounce(token) is pk


def test_a_return_address_names_its_mail():
    assert tokens.message_of_bounce(tokens.bounce_token(123456789)) == 123456789


def test_a_mail_that_came_back_for_good_stops_mail_to_that_address(office):
    message = write()
    office.send()
    office.drop(raw=bounce_of(message))
    office.work()
    message.refresh_from_db()
    assert (message.state, message.bounced) == ("done", "hard")
    second = write()
    office.send()
    second.refresh_from_db()
    assert (second.state, second.last_error) == ("failed", sending.STOPPED)
    assert len(office.sink.mails) == 1


def test_a_code_that_somebody_waits_for_is_sent_all_the_same(office):
    AddressState.objects.create(address=TO, last_bounced_at=dates.now(), stopped_at=dates.now())
    write(secret=True)
    office.send()
    assert len(office.sink.mails) == 1


@pytest.mark.parametrize("status", ["4.2.2", "5.2.2", "5.7.1"])
def test_a_full_box_or_a_filter_stops_an_address_at_the_third_time(office, status):
    stopped = []
    for _ in range(3):
        message = write()
        office.send()
        office.drop(raw=bounce_of(message, status=status))
        office.work()
        stopped.append(bounces.is_stopped(TO))
    assert stopped == [False, False, True]


def test_the_same_bounce_twice_counts_once(office):
    message = write()
    office.send()
    for _ in range(3):
        office.drop(raw=bounce_of(message, status="4.2.2"))
        office.work()
    assert AddressState.objects.get().soft == 1


def test_soft_bounces_of_long_ago_do_not_count(office):
    now = dates.now()
    for days in (0, 20, 40, 60):
        bounces.note_for(write(), hard=False, at=now + timedelta(days=days))
    assert (AddressState.objects.get().soft, bounces.is_stopped(TO)) == (2, False)


def test_who_hears_that_an_address_works_again_lifts_the_stop(office):
    bounces.note_for(write(), hard=True, at=dates.now())
    bounces.lift(TO.upper())
    assert bounces.is_stopped(TO) is False
    bounces.note_for(write(), hard=False, at=dates.now() + MINUTE)
    assert bounces.is_stopped(TO) is False


def test_a_bounce_of_nothing_of_ours_changes_nothing(office):
    message = write()
    office.send()
    office.drop(raw=bounce_of(message, token="0" * 32))
    office.work()
    assert AddressState.objects.count() == 0


def test_a_refusal_at_the_door_counts_as_a_hard_bounce(office):
    office.sink.refused[TO] = "550 5.1.1 unknown"
    write()
    office.send()
    assert bounces.is_stopped(TO)


# --- what may wait


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        (NOON, NOON),
        (NOON.replace(hour=19, minute=59), NOON.replace(hour=19, minute=59)),
        (NOON.replace(hour=20), NOON.replace(day=25, hour=7)),  # 21.00 at home
        (NOON.replace(hour=23, minute=30), NOON.replace(day=25, hour=7)),
        (NOON.replace(hour=6, minute=59), NOON.replace(hour=7)),
    ],
)
def test_what_can_wait_leaves_in_the_morning(office, at, leaves):
    write(can_wait=True, due_at=at)
    send(at)
    message = OutboxMessage.objects.get()
    assert (message.sent_at or message.due_at) == leaves
    assert message.attempts == (1 if at == leaves else 0)
    send(leaves)
    assert len(office.sink.mails) == 1


def test_what_can_not_wait_leaves_at_night(office):
    write(due_at=NOON)
    send(NOON.replace(hour=23))
    assert len(office.sink.mails) == 1


def test_who_asked_to_be_left_alone_gets_what_can_wait_later(office, monkeypatch):
    until = NOON + timedelta(days=5)
    area = Area(name="even_niet", title="", hold_mail=lambda message: until if message.to == TO else None)
    for module in (kit_area, sending):
        monkeypatch.setattr(module, "areas", lambda: (area,))
    for to, can_wait in ((TO, True), (TO, False), ("roelie@dorp.example", True)):
        write(to=to, can_wait=can_wait, due_at=NOON)
    send(NOON)
    assert [mail["To"] for mail in office.sink.mails] == [TO, "roelie@dorp.example"]
    send(until)
    assert len(office.sink.mails) == 3


# --- headers


def test_a_mail_to_many_says_so_and_how_to_stop_it(office):
    write(list_name="weekbericht", unsubscribe_url="https://naober.example/afmelden/abc")
    office.send()
    (mail,) = office.sink.mails
    assert mail["List-Id"] == "weekbericht <weekbericht.naober.example>"
    assert mail["List-Unsubscribe"] == "<https://naober.example/afmelden/abc>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_a_mail_to_one_person_is_no_list(office):
    write()
    office.send()
    assert [name for name in office.sink.mails[0] if name.startswith("List-")] == []


def test_an_answer_comes_back_to_who_asked(office):
    token = tokens.new_token(area="office", subject_id=7)
    write(reply_token=token)
    office.send()
    address = office.sink.mails[0]["Reply-To"]
    assert address == tokens.reply_address(token)
    office.drop(to=address, text="Ja", subject="Re: Nieuws")
    office.work()
    assert office.answers == [(7, "Ja")]


WEIRD = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=80)


@example(
    subject="a\x1eBcc: x@y.example", answers="a\x85Bcc: x@y.example", list_name="a\u2028Bcc: x@y.example"
)
@examples(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(subject=WEIRD, answers=WEIRD, list_name=WEIRD)
def test_no_text_can_write_a_header(subject, answers, list_name):
    """B12: whatever stands in a field, the mail has the headers that we wrote and no other."""
    message = OutboxMessage(pk=1, to=TO, text="Dag", subject=subject, answers=answers,
                            list_name=list_name, due_at=NOON)  # fmt: skip
    try:
        written = smtp.as_mail(message).message().as_bytes()
    except ValueError:
        return  # refused, so nothing leaves
    names = {line.split(b":")[0] for line in written.split(b"\n\n")[0].split(b"\n") if line[:1] not in b" \t"}
    assert names <= {
        b"Content-Type", b"MIME-Version", b"Content-Transfer-Encoding", b"Subject", b"From", b"To", b"Date",
        b"Message-ID", b"Auto-Submitted", b"In-Reply-To", b"References", b"List-Id",
    }  # fmt: skip
