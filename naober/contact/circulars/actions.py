"""Sending a text round, and calling it back while nothing has left."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from naober.contact import rules
from naober.contact.circulars import queries
from naober.contact.circulars.queries import Recipient
from naober.contact.models import Circular, CircularCopy
from naober.journal.action import action, require
from naober.journal.models import Audience, Theme
from naober.journal.record import record, withdraw
from naober.kit import dates
from naober.kit.words import counted
from naober.people.actor import Actor
from naober.people.models import Association
from naober.post.models import OutboxMessage
from naober.post.outbox import write_mail


class NobodyThereError(Exception):
    """There is nobody to send it to."""


class AlreadyLeftError(Exception):
    """It left, or was called back before."""


@action
def send_circular(
    *,
    by: Actor,
    form_key: UUID,
    subject: str,
    text: str,
    reach: str,
    associations: Iterable[Association] = (),
    theme: Theme | None = None,
    whole_board: bool = False,
) -> Circular:
    """Send a text round (S31, S45). Who has a mail address gets a mail of their own, after the time in which
    it can be called back; who has none stands on the terugbellijst. Answers go to `by` alone.

    Raises NobodyThereError when the choice reaches nobody.
    """
    require(rules.may_send_round(by))
    to = queries.recipients(reach, associations, theme, whole_board)
    if not to:
        raise NobodyThereError
    now = dates.now()
    circular = Circular.objects.create(
        form_key=form_key,
        subject=subject,
        text=text,
        reach=reach,
        theme=theme,
        sent_by=by.person,
        sent_at=now,
        release_at=now + settings.NAOBER_RELEASE_AFTER,
    )
    entry = record(
        by=by,
        kind="circular_sent",
        line=f"Rondgestuurd aan {counted(len(to), 'mens', 'mensen')}: {subject}",
        area="contact",
        audience=Audience.BOARD,
        release_after=settings.NAOBER_RELEASE_AFTER,
    )
    Circular.objects.filter(pk=circular.pk).update(entry=entry)
    for recipient in to:
        _write_copy(circular, recipient, by)
    circular.refresh_from_db()
    return circular


def _write_copy(circular: Circular, recipient: Recipient, by: Actor) -> None:
    outbox = None
    if recipient.address:
        mail = queries.mail_for(recipient, circular.subject, circular.text, by)
        outbox = write_mail(
            to=recipient.address,
            subject=mail["subject"],
            text=mail["text"],
            html=mail["html"],
            area="contact",
            subject_id=circular.pk,
            due_at=circular.release_at,
            reply_to=queries.reply_address(by),
        )
    CircularCopy.objects.create(
        circular=circular, person=recipient.person, association=recipient.association, outbox=outbox
    )


@action
def recall_circular(*, by: Actor, circular: Circular) -> None:
    """Call a circular back: none of its mail leaves. Raises AlreadyLeftError when it may have left."""
    require(rules.may_send_round(by))
    now = dates.now()
    recalled = Circular.objects.filter(pk=circular.pk, recalled_at=None, release_at__gt=now).update(
        recalled_at=now
    )
    if not recalled or circular.entry is None:
        raise AlreadyLeftError
    mails = circular.copies.exclude(outbox=None).values("outbox")
    OutboxMessage.objects.filter(pk__in=list(mails.values_list("outbox", flat=True))).delete()
    withdraw(
        by=by, entry=circular.entry, kind="circular_recalled", line=f"Niet rondgestuurd: {circular.subject}"
    )
