"""Mail that a mail server hands over by LMTP: what is acknowledged is safe."""

import smtplib
from contextlib import contextmanager

import pytest

from conftest import free_port
from naober.post import files
from naober.post.incoming import door, lmtp
from naober.post.models import Receipt
from naober.post.tests.conftest import raw_mail

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server(settings, tmp_path):
    settings.NAOBER_FILES = tmp_path / "files"
    settings.NAOBER_LMTP = f"127.0.0.1:{free_port()}"
    door = lmtp.listening()
    door.start()
    yield settings.NAOBER_LMTP
    door.stop()


@contextmanager
def speaking(server):
    host, _, port = server.rpartition(":")
    with smtplib.LMTP(host, int(port)) as line:
        line.ehlo()
        yield line


def hand_over(server, content, *, to=("info@naober.example",), sender="jannes@dorp.example"):
    """Hand a mail over; the answer for each address."""
    with speaking(server) as line:
        line.mail(sender)
        codes = [line.rcpt(address)[0] for address in to]
        if not any(code == 250 for code in codes):
            return codes
        line.putcmd("data")
        line.getreply()
        line.send(smtplib._quote_periods(content) + b"\r\n.\r\n")
        return [line.getreply()[0] for code in codes if code == 250]


def test_what_is_acknowledged_is_kept_with_its_envelope(server):
    assert hand_over(server, raw_mail(text="de lamp"), to=("info@naober.example",)) == [250]
    lines = files.path_of(Receipt.objects.get().file).read_bytes().split(b"\r\n")
    assert lines[:2] == [b"Return-Path: <jannes@dorp.example>", b"Delivered-To: info@naober.example"]
    assert b"de lamp" in lines


def test_every_address_gets_an_answer_and_the_mail_is_kept_once(server):
    to = ("info@naober.example", "antwoord+00ff@naober.example", "postmaster")
    assert hand_over(server, raw_mail(), to=to) == [250, 250, 250]
    assert Receipt.objects.count() == 1


def test_a_bounce_has_no_sender(server):
    assert hand_over(server, raw_mail(), sender="") == [250]
    assert files.path_of(Receipt.objects.get().file).read_bytes().startswith(b"Return-Path: <>\r\n")


def test_mail_for_somebody_else_is_refused(server):
    assert hand_over(server, raw_mail(), to=("iemand@elders.example",)) == [550]
    assert Receipt.objects.count() == 0


def test_our_other_addresses_are_ours(server, settings):
    settings.NAOBER_OWN_ADDRESSES = ["dorpen@elders.example"]
    assert hand_over(server, raw_mail(), to=("Dorpen@elders.example",)) == [250]


def test_what_can_not_be_kept_is_not_acknowledged(server, settings):
    settings.NAOBER_FILES.write_text("a file where the folder should be")
    assert hand_over(server, raw_mail()) == [451]
    assert Receipt.objects.count() == 0
    settings.NAOBER_FILES.unlink()
    assert hand_over(server, raw_mail()) == [250]


def test_the_same_mail_again_is_acknowledged_and_kept_once(server):
    mail = raw_mail()
    assert (hand_over(server, mail), hand_over(server, mail)) == ([250], [250])
    assert Receipt.objects.count() == 1


def test_a_mail_that_is_too_large_is_refused_for_good(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(door, "MOST_BYTES", 5_000)
    settings.NAOBER_FILES = tmp_path / "files"
    settings.NAOBER_LMTP = f"127.0.0.1:{free_port()}"
    listening = lmtp.listening()
    listening.start()
    try:
        assert hand_over(settings.NAOBER_LMTP, raw_mail(text="a\r\n" * 2_500)) == [552]
    finally:
        listening.stop()
    assert Receipt.objects.count() == 0


def test_an_envelope_can_not_write_a_header():
    content = lmtp.with_envelope("a@b.example>\r\nX-Evil: <", ("info@naober.example",), b"Subject: x\r\n\r\n")
    assert content.split(b"\r\n")[0] == b"Return-Path: <a@b.example> X-Evil: >"


def test_without_an_address_in_the_settings_nobody_listens():
    assert lmtp.listening() is None
