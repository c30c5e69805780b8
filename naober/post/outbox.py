"""Sending: a mail is a row in the transaction of its cause; the worker carries it out."""

from datetime import datetime

from django.db import transaction

from naober.kit import dates
from naober.post.models import OutboxMessage, ReplyToken


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
    can_wait: bool = False,
    reply_token: ReplyToken | None = None,
    list_name: str = "",
    unsubscribe_url: str = "",
    answers: str = "",
    automatic: bool = False,
    reply_to: str = "",
) -> OutboxMessage:
    """Put a mail in the outbox. It leaves from `due_at` (now), and not at all after `expires_at`.

    `area` and `subject_id` name its cause softly. What `can_wait` is held by night and while its reader
    asked to be left alone. An answer by mail comes back under `reply_token`, or goes to `reply_to`. A mail to
    many says its `list_name` and where to stop it. `answers` is the Message-ID that it hangs under,
    `automatic` or not.
    Raises MailOutsideTransactionError when no transaction is open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise MailOutsideTransactionError(subject)
    moment = dates.now()
    return OutboxMessage.objects.create(
        to=to,
        subject=_one_line(subject)[:200],
        text=text,
        html=html,
        area=area,
        subject_id=subject_id,
        due_at=due_at or moment,
        secret=secret,
        expires_at=expires_at,
        reply_to=reply_to,
        created_at=moment,
        can_wait=can_wait,
        reply_token=reply_token,
        list_name=list_name,
        unsubscribe_url=unsubscribe_url,
        answers=_one_line(answers)[:250],
        automatic=automatic,
    )


def _one_line(text: str) -> str:
    """A header can not become two."""
    return " ".join(text.split())
