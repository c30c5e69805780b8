"""A small post office: mails come in, an area of the tests answers them, a real server takes that."""

import os
import time
from collections.abc import Callable
from contextlib import closing
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


@dataclass
class Office:
    """What the tests hold: the mail server, and what the area of our own was given."""

    sink: object
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
        with dates.as_if(dates.now() + later), closing(Reader(reading_context())) as reader:
            drop.take_in_dropped()
            while handling.read_receipts("office", reader) + sending.send_mail("office"):
                pass


@pytest.fixture
def office(mail_by_smtp, settings, tmp_path, monkeypatch):
    """The post office; nothing of it is outside this test."""
    settings.NAOBER_DROP, settings.NAOBER_FILES = tmp_path / "in", tmp_path / "files"
    office = Office(mail_by_smtp)
    handler = IntakeHandler(frozenset({"new"}), office.take)
    area = Area(name="office", title="Kantoor", intake=(handler,), take_answer=office.take_answer)
    for module in (kit_area, handling, sending, worker):
        monkeypatch.setattr(module, "areas", lambda: (area,))
    return office
