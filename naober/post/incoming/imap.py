"""Looks into the umbrella's own mailbox. A mail leaves it only after it is safe here."""

import ssl
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted

from naober.post.incoming import door

AT_ONCE = 100
TIMEOUT_SECONDS = 30
DEFAULT_FOLDER = "INBOX"
PORTS = {"imaps": 993, "imap+starttls": 143, "imap": 143}


class MailboxError(Exception):
    """The mailbox can not be used; the message says what is wrong, without a password."""


@dataclass(frozen=True)
class Account:
    """Where the mailbox is. What was taken in goes to `done`; without it, it is deleted."""

    scheme: str
    host: str
    port: int
    name: str
    password: str
    folder: str
    done: str


def account_of(url: str) -> Account:
    """The account in an address such as `imaps://name:password@host/INBOX?done=Gelezen`. Raises MailboxError
    when it is none, or would send the password in the open to another machine."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise MailboxError("NAOBER_IMAP is geen adres van een postbus.")
    if parts.scheme == "imap" and not _is_this_machine(parts.hostname):
        raise MailboxError("Een postbus op een andere machine vraagt imaps of imap+starttls.")
    return Account(
        scheme=parts.scheme,
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        name=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        folder=unquote(parts.path.strip("/")) or DEFAULT_FOLDER,
        done=parse_qs(parts.query).get("done", [""])[0],
    )


def poll(now: datetime) -> None:
    """Take in what is in the mailbox that settings name; a job. Nothing when they name none.

    Raises MailboxError, OSError or imap_tools' errors when it can not be reached.
    """
    if settings.NAOBER_IMAP:
        take_in_from(account_of(settings.NAOBER_IMAP))


def take_in_from(account: Account) -> int:
    """Take in at most a hundred mails of a mailbox, the oldest first; the number taken in. What is too large
    stays."""
    taken = 0
    with _signed_in(account) as mailbox:
        if account.done and not mailbox.folder.exists(account.done):
            mailbox.folder.create(account.done)
        for uid in mailbox.uids()[:AT_ONCE]:
            taken += _take_in(mailbox, uid, account.done)
    return taken


def _take_in(mailbox: BaseMailBox, uid: str, done: str) -> bool:
    size = _fetched(mailbox, uid, "RFC822.SIZE")[0]
    if int(bytes(size).rpartition(b"RFC822.SIZE ")[2].split(b")")[0]) > door.MOST_BYTES:
        return False
    # The library's own message would take the mail apart at once; we want its bytes, and no more.
    content = _fetched(mailbox, uid, "BODY.PEEK[]")[0][1]
    door.take_in(content, remove=lambda: _remove(mailbox, uid, done))
    return True


def _fetched(mailbox: BaseMailBox, uid: str, what: str) -> list[Any]:
    status, data = mailbox.client.uid("FETCH", uid, f"({what})")
    if status != "OK" or not data or data[0] is None:
        raise MailboxError("De postbus gaf een mail niet.")
    return data


def _remove(mailbox: BaseMailBox, uid: str, done: str) -> None:
    if done:
        mailbox.move([uid], done)
    else:
        mailbox.delete([uid])


def _signed_in(account: Account) -> BaseMailBox:
    mailbox = _open(account)
    try:
        return mailbox.login(account.name, account.password, initial_folder=account.folder)
    except Exception:
        mailbox.client.shutdown()  # else the line stays open until the other side tires of it
        raise


def _open(account: Account) -> BaseMailBox:
    if account.scheme == "imap":
        return MailBoxUnencrypted(account.host, account.port, timeout=TIMEOUT_SECONDS)
    kind = MailBox if account.scheme == "imaps" else MailBoxStartTls
    # Without a context of ours the library would talk to anybody who says to be the server.
    context = ssl.create_default_context()
    return kind(account.host, account.port, timeout=TIMEOUT_SECONDS, ssl_context=context)


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
