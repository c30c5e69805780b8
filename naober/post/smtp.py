"""Hands one message to the mail server that settings name."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from naober.post.models import OutboxMessage

CODE = "[geheim: na versturen gewist]"


def deliver(message: OutboxMessage) -> None:
    """Send `message` with its own, unchanging Message-ID; in demo mode nothing leaves.

    Raises smtplib.SMTPException or OSError when the server did not take it, ValueError when it can not be
    written as a mail.
    """
    if settings.NAOBER_DEMO:
        return
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.to],
        headers={
            "Message-ID": f"<{message.public_id}@{settings.NAOBER_MAIL_DOMAIN}>",
            "Auto-Submitted": "auto-generated",
        },
        connection=get_connection(fail_silently=False),
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    mail.send()


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
    return type(error).__name__
