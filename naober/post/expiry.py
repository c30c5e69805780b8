"""The clocks of this area: raw intake is erased after 90 days, sent mail after 180."""

from datetime import datetime, timedelta

from django.db.models import Q

from naober.post import files
from naober.post.models import OutboxMessage, Queued, StoredFile

RAW_INTAKE_DAYS = 90
MAIL_DAYS = 180
ERASED_ADDRESS = "gewist@example.invalid"


def erase_expired(now: datetime) -> None:
    """Erase what has been kept long enough. Rows stay, without what was in them."""
    erase_raw_intake(now)
    erase_sent_mail(now)


def erase_raw_intake(now: datetime) -> int:
    """Remove the bytes of raw intake older than 90 days; the checksum stays. The number erased."""
    old = StoredFile.objects.filter(
        kind=StoredFile.Kind.RAW_INTAKE, erased_at=None, stored_at__lt=now - timedelta(days=RAW_INTAKE_DAYS)
    )
    for stored in old:
        files.path_of(stored).unlink(missing_ok=True)
    return old.update(erased_at=now)


def erase_sent_mail(now: datetime) -> int:
    """Blank mails that left, or were given up, more than 180 days ago. The number blanked."""
    long_ago = now - timedelta(days=MAIL_DAYS)
    old = OutboxMessage.objects.filter(
        Q(state=Queued.State.DONE, sent_at__lt=long_ago)
        | Q(state=Queued.State.FAILED, created_at__lt=long_ago)
    ).exclude(to=ERASED_ADDRESS)
    return old.update(to=ERASED_ADDRESS, subject="", text="", html="")
