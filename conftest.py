"""What every test stands on: no network but this machine, seeded randomness, a real mail server."""

import os
import socket
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from hypothesis import HealthCheck, settings

# In CI the same examples every time, so that a red run can be repeated; on a developer's machine
# new ones. Two workers share two cores with a browser, so time per example says nothing.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("developer", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


class NetworkBlockedError(RuntimeError):
    """A test wanted to talk to another machine."""


@pytest.fixture(autouse=True, scope="session")
def only_this_machine() -> Iterator[None]:
    """Refuse every connection that would leave this machine, and every look-up of a name."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, refusing(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", refusing_names(socket.getaddrinfo))
        yield


def refusing(connect):
    def connect_here(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            refuse_other_machine(address[0])
        return connect(self, address)

    return connect_here


def refusing_names(look_up):
    def look_up_here(host, *arguments, **options):
        refuse_other_machine(host)
        return look_up(host, *arguments, **options)

    return look_up_here


def refuse_other_machine(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost", socket.gethostname()):
        return
    try:
        here = ip_address(name).is_loopback or ip_address(name).is_unspecified
    except ValueError:
        here = False
    if not here:
        raise NetworkBlockedError(f"a test wanted to reach {name}")


class SmtpSink:
    """A mail server on this machine that keeps what it gets. `mails` are parsed, `raw` as they came.

    An address in `refused` gets that answer, such as "550 unknown", in place of "250 OK".
    """

    host = "127.0.0.1"

    def __init__(self) -> None:
        self.port = free_port()
        self.raw: list[bytes] = []
        self.recipients: list[list[str]] = []
        self.refused: dict[str, str] = {}

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=policy.default) for raw in self.raw]

    def mails_to(self, address: str) -> list[EmailMessage]:
        """The mails whose envelope named this address."""
        return [mail for mail, to in zip(self.mails, self.recipients, strict=True) if address in to]

    def wait_for(self, count: int, *, to: str = "", seconds: float = 15) -> list[EmailMessage]:
        """The mails, to one address or all, as soon as there are `count`; fails when they do not come."""
        deadline = time.monotonic() + seconds
        while True:
            found = self.mails_to(to) if to else self.mails
            if len(found) >= count:
                return found
            assert time.monotonic() < deadline, f"{len(found)} of {count} mails to {to or 'anybody'} came"
            time.sleep(0.05)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.recipients.append(list(envelope.rcpt_tos))
        self.raw.append(bytes(envelope.content))
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    """A real mail server for the time of one test; it collects, and sends nothing on."""
    sink = SmtpSink()
    controller = Controller(sink, hostname=sink.host, port=sink.port)
    controller.start()
    yield sink
    controller.stop()


@pytest.fixture
def mail_by_smtp(smtp_sink: SmtpSink, settings) -> SmtpSink:
    """The same, and the product's mail goes there by the real protocol."""
    settings.EMAIL_BACKEND = "naober.post.smtp.Backend"
    settings.EMAIL_HOST = smtp_sink.host
    settings.EMAIL_PORT = smtp_sink.port
    settings.EMAIL_USE_TLS = False
    return smtp_sink
