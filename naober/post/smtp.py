"""Hands mail to the mail server that settings name, and says what became of it."""

import smtplib
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.smtp import EmailBackend

from naober.kit import failpoints
from naober.post import tokens
from naober.post.models import OutboxMessage

CODE = "[geheim: na versturen gewist]"
AWAY = "geen verbinding"

CONNECTED = failpoints.point("smtp.connected")
BEFORE_DATA = failpoints.point("smtp.before_data")
TAKEN = failpoints.point("smtp.taken")


class ServerAwayError(Exception):
    """The mail server could not be reached, or not by the safe way that was asked: nothing was sent."""


class UnclearError(Exception):
    """The whole mail went over the line and no answer came back: it may have been taken."""


class _Telling:
    """A connection that tells an answer that never came from one that said no."""

    def data(self, msg: Any) -> tuple[int, bytes]:
        BEFORE_DATA()
        try:
            answer = super().data(msg)  # type: ignore[misc]
        except smtplib.SMTPDataError:
            raise  # it said no before anything went over the line
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            raise UnclearError(type(error).__name__) from error
        TAKEN()
        return answer


class _Smtp(_Telling, smtplib.SMTP):
    pass


class _SmtpSsl(_Telling, smtplib.SMTP_SSL):
    pass


class Backend(EmailBackend):
    """Django's, with a connection that tells `UnclearError` apart."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _SmtpSsl if self.use_ssl else _Smtp


class Line:
    """One connection to the mail server for as many mails as there are; opened when the first leaves."""

    def __init__(self) -> None:
        self._connection: Any = None

    def deliver(self, message: OutboxMessage) -> None:
        """Send `message` with its own, unchanging Message-ID; in demo mode nothing leaves.

        Raises ServerAwayError, UnclearError or smtplib.SMTPException when the server did not take it,
        ValueError when it can not be written as a mail.
        """
        if settings.NAOBER_DEMO:
            return
        mail = as_mail(message)
        mail.message()  # what can not be written fails here, before anybody is spoken to
        reused = self._connection is not None
        mail.connection = self._open()
        try:
            mail.send()
        except smtplib.SMTPServerDisconnected as error:
            self.close()
            if not reused:
                raise ServerAwayError(type(error).__name__) from error
            self.deliver(message)  # some servers hang up after so many mails
        except (smtplib.SMTPException, OSError, UnclearError):
            self.close()  # nobody knows where the conversation stands
            raise

    def close(self) -> None:
        """Hang up; the next mail opens a line of its own."""
        connection, self._connection = self._connection, None
        if connection:
            _hang_up(connection)

    def _open(self) -> Any:
        if self._connection is None:
            connection = get_connection(fail_silently=False)
            try:
                connection.open()
            except (smtplib.SMTPException, OSError) as error:
                _hang_up(connection)
                raise ServerAwayError(type(error).__name__) from error
            self._connection = connection
            CONNECTED()
        return self._connection


def _hang_up(connection: Any) -> None:
    with suppress(smtplib.SMTPException, OSError):
        connection.close()


def can_reach_server() -> bool:
    """Whether the mail server answers now, by the way that settings ask (encryption, sign-in)."""
    line = Line()
    try:
        line._open()
    except ServerAwayError:
        return False
    line.close()
    return True


def message_id(message: OutboxMessage) -> str:
    """The Message-ID of a mail of ours: the same over every try."""
    return f"<{message.public_id}@{settings.NAOBER_MAIL_DOMAIN}>"


def as_mail(message: OutboxMessage) -> EmailMultiAlternatives:
    """The mail as it leaves: text and HTML, and the headers that tell other machines what it is.

    Its envelope sender is a return address of its own, so that whatever comes back names the mail.
    """
    mail = EmailMultiAlternatives(
        subject=one_line(message.subject),
        body=message.text,
        from_email=tokens.bounce_address(message.pk),
        to=[message.to],
        headers={"From": settings.DEFAULT_FROM_EMAIL}
        | {name: one_line(value) for name, value in _headers(message).items()},
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail


def one_line(text: str) -> str:
    """A text that can not begin a header of its own: there are more line ends than the two that one knows,
    and the library that writes mails breaks at each of them."""
    return " ".join(text.split())


def _headers(message: OutboxMessage) -> dict[str, str]:
    headers = {
        "Message-ID": message_id(message),
        "Auto-Submitted": "auto-replied" if message.automatic else "auto-generated",
    }
    if message.automatic:
        headers["X-Auto-Response-Suppress"] = "All"
    if message.answers:
        headers |= {"In-Reply-To": message.answers, "References": message.answers}
    if message.reply_token:
        headers["Reply-To"] = tokens.reply_address(message.reply_token)
    elif message.reply_to:
        headers["Reply-To"] = message.reply_to
    if message.list_name:
        headers["List-Id"] = f"{message.list_name} <{message.list_name}.{settings.NAOBER_MAIL_DOMAIN}>"
    if message.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{message.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def without_secret(message: OutboxMessage) -> dict[str, str]:
    """What replaces the text of a mail that left, or never will: a code goes at once. In a demo it stays
    readable, since nothing was sent."""
    return {} if settings.NAOBER_DEMO or not message.secret else {"text": CODE, "html": ""}


def is_final(error: Exception) -> bool:
    """Whether the server said no for good (a 5xx for this recipient), so that trying again is rude, or the
    address can not be written in a mail at all."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _ in error.recipients.values())
    return isinstance(error, ValueError)


def describe(error: Exception) -> str:
    """What went wrong, for the row and the log: never an address or a text."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "geweigerd: " + ", ".join(str(code) for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{type(error).__name__} {error.smtp_code}"
    if isinstance(error, ServerAwayError):
        return f"{AWAY}: {error}"
    if isinstance(error, UnclearError):
        return f"niet zeker of het aankwam: {error}"
    return type(error).__name__
