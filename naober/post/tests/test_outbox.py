"""A mail is a row in the transaction of its cause; the worker carries it out, by the real protocol."""

from datetime import timedelta

import pytest
from django.db import transaction

from naober.kit import dates
from naober.post import sending, smtp
from naober.post.models import OutboxMessage
from naober.post.outbox import MailOutsideTransactionError, write_mail

TO = "bert@dorp.example"


def write(**what):
    with transaction.atomic():
        return write_mail(**{"to": TO, "subject": "Nieuws", "text": "Dag", "area": "journal", **what})


def later(**time):
    return dates.as_if(dates.now() + timedelta(**time))


@pytest.mark.django_db(transaction=True)
def test_a_mail_without_its_cause_is_refused():
    with pytest.raises(MailOutsideTransactionError):
        write_mail(to=TO, subject="Nieuws", text="Dag", area="journal")
    assert OutboxMessage.objects.count() == 0


@pytest.mark.django_db
def test_a_subject_is_one_line_within_its_length():
    assert write(subject="Nieuws\r\nBcc: x@y.example " + "a" * 300).subject == (
        "Nieuws Bcc: x@y.example " + "a" * 176
    )


@pytest.mark.django_db
def test_a_mail_leaves_once_with_its_own_message_id(mail_by_smtp):
    message = write(html="<p>Dag</p>")
    sending.send_mail("one")
    sending.send_mail("two")
    assert [mail["Message-ID"] for mail in mail_by_smtp.mails] == [f"<{message.public_id}@naober.example>"]
    message.refresh_from_db()
    assert (message.state, message.lease_by, message.text) == ("done", "", "Dag")


@pytest.mark.django_db
def test_text_and_html_are_both_in_the_mail(mail_by_smtp):
    write(html="<p>Dag</p>")
    sending.send_mail("one")
    parts = [part.get_content_type() for part in mail_by_smtp.mails[0].iter_parts()]
    assert parts == ["text/plain", "text/html"]
    assert mail_by_smtp.recipients == [[TO]]


@pytest.mark.django_db
def test_a_mail_waits_for_its_moment(mail_by_smtp):
    write(due_at=dates.now() + timedelta(minutes=10))
    assert sending.send_mail("one") == 0
    with later(minutes=11):
        assert sending.send_mail("one") == 1
    assert len(mail_by_smtp.mails) == 1


@pytest.mark.django_db
def test_in_a_demo_nothing_leaves(mail_by_smtp, settings):
    settings.NAOBER_DEMO = True
    message = write(secret=True, text="1234")
    sending.send_mail("one")
    message.refresh_from_db()
    assert (message.state, message.text, mail_by_smtp.mails) == ("done", "1234", [])


@pytest.mark.django_db
def test_a_secret_is_blanked_once_it_left(mail_by_smtp):
    message = write(secret=True, text="uw code is 1234", html="<b>1234</b>")
    sending.send_mail("one")
    message.refresh_from_db()
    assert mail_by_smtp.mails[0].get_body(("plain",)).get_content().strip() == "uw code is 1234"
    assert (message.text, message.html) == (smtp.CODE, "")


@pytest.mark.django_db
def test_an_expired_mail_is_not_sent(mail_by_smtp):
    message = write(secret=True, text="1234", expires_at=dates.now() + timedelta(minutes=15))
    with later(minutes=15):
        sending.send_mail("one")
    message.refresh_from_db()
    assert (message.state, message.text, message.last_error) == ("failed", "", "verlopen")
    assert mail_by_smtp.mails == []


@pytest.mark.django_db
def test_a_refusal_for_good_is_not_tried_again(mail_by_smtp):
    mail_by_smtp.refused[TO] = "550 unknown"
    message = write()
    sending.send_mail("one")
    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == ("failed", 1, "geweigerd: 550")


@pytest.mark.django_db
def test_a_secret_that_was_refused_for_good_is_blanked(mail_by_smtp):
    mail_by_smtp.refused[TO] = "550 unknown"
    message = write(secret=True, text="1234")
    sending.send_mail("one")
    message.refresh_from_db()
    assert message.text == smtp.CODE


@pytest.mark.django_db
def test_a_refusal_for_now_is_tried_again_later(mail_by_smtp):
    mail_by_smtp.refused[TO] = "451 later"
    message = write(secret=True, text="1234")
    sending.send_mail("one")
    message.refresh_from_db()
    assert (message.state, message.attempts, message.text) == ("waiting", 1, "1234")
    del mail_by_smtp.refused[TO]
    with later(minutes=6):
        sending.send_mail("one")
    assert len(mail_by_smtp.mails) == 1


@pytest.mark.django_db
def test_a_server_that_is_away_costs_a_try(settings):
    settings.EMAIL_BACKEND = "naober.post.smtp.Backend"
    settings.EMAIL_PORT = 1
    message = write()
    sending.send_mail("one")
    message.refresh_from_db()
    assert (message.state, message.last_error) == ("waiting", "geen verbinding: ConnectionRefusedError")


@pytest.mark.django_db
def test_a_mail_that_can_not_be_written_does_not_stop_the_next(mail_by_smtp):
    broken = write(to="kapot@dorp.example, \n")
    write()
    sending.send_mail("one")
    broken.refresh_from_db()
    assert (broken.state, len(mail_by_smtp.mails)) == ("failed", 1)
