"""Answers that nobody wrote: to a person, once per sender, kind and day, and never to a machine."""

import hashlib

from naober.kit import dates
from naober.post import bounces
from naober.post.incoming.mail import Mail
from naober.post.incoming.ours import is_ours
from naober.post.models import AutomaticAnswer, OutboxMessage
from naober.post.outbox import write_mail
from naober.post.reading.words import pattern

LONGEST_MESSAGE_ID = 250
ABSENCE_WITHIN = 600


def answer_by_ourselves(
    mail: Mail,
    *,
    kind: str,
    subject: str,
    text: str,
    html: str = "",
    area: str,
    subject_id: int | None = None,
) -> OutboxMessage | None:
    """Answer a mail by itself, in the transaction of its cause; None when that could reach a machine, or when
    this sender had such an answer today.

    Whether a machine may read it is the reader's judgement (`may_auto_reply`), which can be wrong once. So
    words of absence are never answered, and a loop is cut by the count as well: one answer of a `kind` a day,
    whatever the other side is.
    """
    sender = mail.sender.lower()
    if not _may_be_answered(mail, sender):
        return None
    hashed = hashlib.sha256(sender.encode("utf-8", "replace")).hexdigest()
    _, first = AutomaticAnswer.objects.get_or_create(sender=hashed, kind=kind[:30], on=dates.today())
    if not first:
        return None
    return write_mail(
        to=sender,
        subject=subject,
        text=text,
        html=html,
        area=area,
        subject_id=subject_id,
        automatic=True,
        answers=mail.message_id if len(mail.message_id) <= LONGEST_MESSAGE_ID else "",
    )


def _may_be_answered(mail: Mail, sender: str) -> bool:
    if not mail.may_auto_reply or not sender or is_ours(sender) or bounces.is_stopped(sender):
        return False
    # Who says to be away does not wait for an answer, be it a person or a program.
    return not pattern("auto", "absence").search(f"{mail.subject}\n{mail.text[:ABSENCE_WITHIN]}")
