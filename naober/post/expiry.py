"""The clocks of this area: raw intake is erased after 90 days, sent mail after 180."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from naober.kit import dates
from naober.post import files, smtp
from naober.post.models import (
    AddressState,
    AutomaticAnswer,
    OutboxMessage,
    Queued,
    Receipt,
    ReplyToken,
    StoredFile,
)

RAW_INTAKE_DAYS = 90
MAIL_DAYS = 180
ERASED_ADDRESS = "gewist@example.invalid"


def erase_expired(now: datetime) -> None:
    """Erase what has been kept long enough. Rows stay, without what was in them."""
    erase_raw_intake(now)
    erase_sent_mail(now)
    erase_old_states(now)


def old_raw_intake(now: datetime) -> QuerySet[StoredFile]:
    """Raw intake older than 90 days that still has its bytes."""
    return StoredFile.objects.filter(
        kind=StoredFile.Kind.RAW_INTAKE, erased_at=None, stored_at__lt=now - timedelta(days=RAW_INTAKE_DAYS)
    )


def erase_raw_intake(now: datetime) -> int:
    """Remove the bytes of raw intake older than 90 days; the checksum stays. The number erased."""
    old = old_raw_intake(now)
    Receipt.objects.filter(file__in=old).update(sender="", message_id="", answers_to="", note="")
    for stored in old:
        files.path_of(stored).unlink(missing_ok=True)
    return old.update(erased_at=now)


def old_mail(now: datetime) -> QuerySet[OutboxMessage]:
    """Mails that left, or were given up, more than 180 days ago and are not blank yet."""
    long_ago = now - timedelta(days=MAIL_DAYS)
    return OutboxMessage.objects.filter(
        Q(state=Queued.State.DONE, sent_at__lt=long_ago)
        | Q(state=Queued.State.FAILED, created_at__lt=long_ago)
    ).exclude(to=ERASED_ADDRESS)


def erase_sent_mail(now: datetime) -> int:
    """Blank mails that left, or were given up, more than 180 days ago. The number blanked."""
    return blank_mail(old_mail(now))


def old_secrets(now: datetime) -> QuerySet[OutboxMessage]:
    """Mails with a code that works no more, and still stands in them."""
    readable = OutboxMessage.objects.exclude(text__in=("", smtp.CODE))
    return readable.filter(secret=True, expires_at__lt=now)


def erase_secrets(now: datetime) -> int:
    """Take the codes out of mails in which they work no more. The number of mails."""
    return old_secrets(now).update(text=smtp.CODE, html="")


def blank_mail(messages: QuerySet[OutboxMessage]) -> int:
    """Leave of these mails that they were, and nothing of what was in them. The number blanked."""
    return messages.update(
        to=ERASED_ADDRESS,
        subject="",
        text="",
        html="",
        answers="",
        unsubscribe_url="",
        reply_token=None,
        reply_to="",
    )


def erase_old_states(now: datetime) -> None:
    """Forget addresses that gave nothing back for 180 days and are mailed, whom we answered by ourselves
    before today, and of tokens that ran out half a year ago whose they were."""
    long_ago = now - timedelta(days=MAIL_DAYS)
    AddressState.objects.filter(last_bounced_at__lt=long_ago, stopped_at=None).delete()
    AutomaticAnswer.objects.filter(on__lt=dates.today() - timedelta(days=1)).delete()
    ReplyToken.objects.filter(expires_at__lt=long_ago).update(person=None, seat=None)
