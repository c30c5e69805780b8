"""What lists said of people goes with the lists themselves, after 90 days; then nothing can be taken back."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from naober.kit import guard
from naober.kit.area import Clock
from naober.kit.retention import RAW_INTAKE
from naober.register.sheets.models import Sheet, SheetChange

KEPT = timedelta(days=90)


def old_changes(now: datetime) -> QuerySet[SheetChange]:
    return SheetChange.objects.filter(sheet__made_at__lt=now - KEPT)


def old_drafts(now: datetime) -> QuerySet[Sheet]:
    """Lists that nobody saved."""
    return Sheet.objects.filter(made_at__lt=now - KEPT, state=Sheet.State.OPEN)


def due(now: datetime) -> int:
    return old_changes(now).count() + old_drafts(now).count()


def run(now: datetime) -> int:
    """Let go of them. The number of changes and lists."""
    with guard.opened("retention"):
        return old_changes(now).delete()[0] + old_drafts(now).delete()[0]


def forget_old_lists(now: datetime) -> None:
    """The daily job."""
    run(now)


CLOCKS = (Clock(RAW_INTAKE, "wat er in ingelezen lijsten over mensen stond", due, run),)
