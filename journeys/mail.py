"""What arrives in somebody's mailbox, read as they read it."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage

from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import SmtpSink

CODE = re.compile(r"Uw code is:\s+(\S+)")
QUOTE = re.compile(r"“([^”]+)”")
# The worker looks for news every ten seconds; the rest is for a machine that is busy.
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Told:
    """One thing in a mail: the heading it stands under, what it is, and the words that it rests on."""

    heading: str
    title: str
    why: str


@dataclass(frozen=True)
class Mailbox:
    """What the mail server of a journey holds for one address."""

    sink: SmtpSink
    address: str

    def codes(self) -> list[str]:
        """The codes to sign in with, the newest last."""
        return [found[1] for mail in self._mails() if (found := CODE.search(text_of(mail)))]

    def news(self) -> list[EmailMessage]:
        """The mails with news, the newest last."""
        return [mail for mail in self._mails() if not CODE.search(text_of(mail))]

    def next_code(self, earlier: int = 0) -> str:
        """The code that comes after the `earlier` ones."""
        wait_until(lambda: len(self.codes()) > earlier, f"a code comes to {self.address}")
        return self.codes()[earlier]

    def next_news(self, earlier: int = 0) -> EmailMessage:
        """The mail with news that comes after the `earlier` ones."""
        wait_until(lambda: len(self.news()) > earlier, f"news comes to {self.address}")
        return self.news()[earlier]

    def _mails(self) -> list[EmailMessage]:
        return self.sink.mails_to(self.address)


def text_of(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    return mail.get_body(("plain",)).get_content()


def told_in(mail: EmailMessage) -> list[Told]:
    """Everything that a mail with news tells, from top to bottom, as its HTML says it."""
    told, heading = [], ""
    for element in LexborHTMLParser(mail.get_body(("html",)).get_content()).css("h2, h3"):
        if element.tag == "h2":
            heading = element.text(strip=True)
        else:
            told.append(Told(heading, element.text(strip=True), _why(element.parent)))
    return told


def _why(item: LexborNode) -> str:
    texts = (" ".join(part.text().split()) for part in item.css("p, td"))
    return next((words_in(text) for text in texts if text.startswith("Omdat")), "")


def words_in(reason: str) -> str:
    """The literal words that a reason quotes, without a full stop; the whole reason when it quotes none."""
    quote = QUOTE.search(reason)
    return (quote[1] if quote else reason).removesuffix(".")


def wait_until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Return as soon as `condition` holds; fails with `what` when it does not come true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s in vain until {what}"
        time.sleep(0.05)
