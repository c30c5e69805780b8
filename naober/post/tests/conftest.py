"""A small post office: mails come in, an area of the tests answers them, a real server takes that."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import pytest

from naober.kit import area as kit_area
from naober.kit import dates
from naober.kit.area import Area, IntakeHandler
from naober.post import outbox, sending, tokens, worker
from naober.post.incoming import drop, handling
from naober.post.incoming.apart import Reader
from naober.post.incoming.ours import reading_context

FROM = "Jannes Kuper <jannes@dorp.example>"


def raw_mail(*, text="De lamp bij de brug is stuk.", sender=FROM, to="info@naober.example",
             message_id="", subject="Lamp stuk", headers=()):  # fmt: skip
    """A mail as bytes; without a `message_id` it gets one of its own, with None it has none."""
    fields = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", "Date: Tue, 24 Nov 2026 10:00:00 +0100"]
    if message_id is not None:
        fields.append(f"Message-ID: <{message_id or uuid4().hex}@dorp.example>")
    return "\r\n".join([*headers, *fields, "", text, ""]).encode()


def bounce_of(message, *, status="5.1.1", token=""):
    """What a mail server sends back about a mail of ours, to the return address of that mail."""
    action = "failed" if status.startswith("5") else "delayed"
    return (
        "Return-Path: <>\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.dorp.example>\r\n"
        f"To: retour+{token or tokens.bounce_token(message.pk)}@naober.example\r\n"
        "Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\n"
        f"Message-ID: <{uuid4().hex}@mx.dorp.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYour mail could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.dorp.example\r\n\r\n"
        f"Final-Recipient: rfc822; {message.to}\r\nAction: {action}\r\nStatus: {status}\r\n\r\n--b--\r\n"
    ).encode()


@dataclass
class Office:
    """What the tests hold: the mail server, and what the area of our own was given."""

    sink: object
    reader: Reader
    taken: list = field(default_factory=list)
    answers: list = field(default_factory=list)
    on_take: Callable | None = None

    def take(self, receipt, mail):
        """Take a mail in, and answer its sender by a mail with a reply token."""
        self.taken.append(mail)
        if self.on_take:
            return self.on_take(receipt, mail)
        outbox.write_mail(
            to=mail.sender, subject=f"Ontvangen: {mail.subject}", text="Dank u.", area="office",
            subject_id=receipt.pk, reply_token=tokens.new_token(area="office", subject_id=receipt.pk),
        )  # fmt: skip
        return receipt.pk

    def take_answer(self, token, receipt, mail):
        self.answers.append((token.subject_id, mail.text))
        return token.subject_id

    def drop(self, name="", **what):
        """Put a mail in the folder, as another program does."""
        path = drop.folder() / f"{name or uuid4().hex}.eml"
        path.write_bytes(what["raw"] if "raw" in what else raw_mail(**what))
        os.utime(path, (time.time() - 60,) * 2)
        return path

    def work(self, *, later: timedelta = timedelta(0)):
        """Do all that can be done, as the worker does."""
        with dates.as_if(dates.now() + later):
            while drop.take_in_dropped() + self.read() + self.send():
                pass

    def read(self):
        """Read what waits to be read."""
        return handling.read_receipts("office", self.reader)

    def send(self):
        """Send what waits to be sent."""
        return sending.send_mail("office")


@pytest.fixture
def office(mail_by_smtp, settings, tmp_path, monkeypatch):
    """The post office; nothing of it is outside this test."""
    settings.NAOBER_DROP, settings.NAOBER_FILES = tmp_path / "in", tmp_path / "files"
    reader = Reader(reading_context() | {"trusted_authserv_id": "mx.naober.example"})
    office = Office(mail_by_smtp, reader)
    handler = IntakeHandler(frozenset({"new"}), office.take)
    area = Area(name="office", title="Kantoor", intake=(handler,), take_answer=office.take_answer)
    for module in (kit_area, handling, sending, worker):
        monkeypatch.setattr(module, "areas", lambda: (area,))
    yield office
    reader.close()
