"""Sending: a mail is a row in the transaction of its cause; the worker carries it out."""

from datetime import datetime

from django.db import transaction

from naober.kit import dates
from naober.post.models import OutboxMessage


class MailOutsideTransactionError(RuntimeError):
    """A mail was written outside the transaction of its cause, so one could stay without the other."""


def write_mail(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    area: str,
    subject_id: int | None = None,
    due_at: datetime | None = None,
    secret: bool = False,
    expires_at: datetime | None = None,
) -> OutboxMessage:
    """Put a mail in the outbox. It leaves from `due_at` (now), and not at all after `expires_at`.

    `area` and `subject_id` name its cause softly. Raises MailOutsideTransactionError when no transaction
    is open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise MailOutsideTransactionError(subject)
    moment = dates.now()
    return OutboxMessage.objects.create(
        to=to,
        subject=" ".join(subject.split())[:200],
        text=text,
        html=html,
        area=area,
        subject_id=subject_id,
        due_at=due_at or moment,
        secret=secret,
        expires_at=expires_at,
        created_at=moment,
    )
