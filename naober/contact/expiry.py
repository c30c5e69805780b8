"""The clock of this area: what somebody said on the telephone goes 180 days after it is done."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from naober.contact.models import CallNote
from naober.kit import guard
from naober.kit.area import Clock
from naober.kit.retention import CONTACT

KEPT = timedelta(days=180)


def told_long_ago(now: datetime) -> QuerySet[CallNote]:
    """Notes that were done half a year ago and still hold what was said."""
    return CallNote.objects.filter(closed_at__lt=now - KEPT).exclude(said="")


def count(now: datetime) -> int:
    return told_long_ago(now).count()


def let_go(now: datetime) -> int:
    """Blank what was said and who said it; that there was a note, and about which village, stays. Their
    number."""
    with guard.opened("contact.expiry"):
        return told_long_ago(now).update(said="", caller=None, caller_name="", caller_phone="", promise="")


def run_own(now: datetime) -> None:
    """The daily job of this area."""
    let_go(now)


CLOCKS = (Clock(CONTACT, "wat mensen aan de telefoon zeiden", count, let_go),)
