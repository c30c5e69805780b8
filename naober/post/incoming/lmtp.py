"""Where a mail server on this machine hands mail over (LMTP). A mail is safe before we say so."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from aiosmtpd.controller import Controller
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings
from django.db import DatabaseError, connections

from naober.post.incoming import door
from naober.post.incoming.ours import own_address

UNKNOWN = "550 5.1.1 Dit adres kennen wij niet"
NOT_NOW = "451 4.3.0 Nu niet, straks graag opnieuw"
KEPT = "250 2.0.0 Ontvangen"
MOST_RECIPIENTS = 100


class Handover:
    """Answers one mail server; the work is done one mail at a time, in a thread of its own."""

    def __init__(self) -> None:
        self._one_by_one = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lmtp")

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not is_for_us(address):
            return UNKNOWN
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Te veel adressen in één keer"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Goed"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = with_envelope(envelope.mail_from or "", envelope.rcpt_tos, _bytes(envelope.content))
        answer = await asyncio.get_running_loop().run_in_executor(self._one_by_one, keep, content)
        return "\r\n".join([answer] * len(envelope.rcpt_tos))  # LMTP: an answer for each address


def keep(content: bytes) -> str:
    """Take a mail in; what to answer. Nothing is acknowledged that is not on disk."""
    try:
        door.take_in(content, remove=lambda: None)
    except (OSError, DatabaseError):
        return NOT_NOW
    finally:
        connections.close_all()  # this thread is nobody else's, and mail may not come for hours
    return KEPT


def is_for_us(address: str) -> bool:
    """Whether mail to this address is ours to take: our domain, our other addresses, and postmaster."""
    address = address.lower()
    domain = address.rpartition("@")[2]
    known = {own_address(), *settings.NAOBER_OWN_ADDRESSES, "postmaster"}
    return address in known or domain == settings.NAOBER_MAIL_DOMAIN


def with_envelope(sender: str, recipients: Sequence[str], content: bytes) -> bytes:
    """The mail with what only the envelope says on top: who sent it, and to which of our addresses."""
    lines = [f"Return-Path: <{sender.strip('<>')}>", *(f"Delivered-To: {address}" for address in recipients)]
    head = "".join(f"{' '.join(line.split())}\r\n" for line in lines)
    return head.encode("utf-8", "replace") + content


class Door(Controller):
    """Listens for mail servers on one address of this machine."""

    def factory(self) -> LMTP:
        return LMTP(self.handler, hostname=settings.NAOBER_MAIL_DOMAIN, data_size_limit=door.MOST_BYTES)


def listening() -> Door | None:
    """A door at the address that settings name, not yet open; None when they name none."""
    if not settings.NAOBER_LMTP:
        return None
    host, _, port = settings.NAOBER_LMTP.rpartition(":")
    return Door(Handover(), hostname=host or "127.0.0.1", port=int(port))


def _bytes(content: bytes | str | None) -> bytes:
    return content if isinstance(content, bytes) else (content or "").encode("utf-8", "replace")
