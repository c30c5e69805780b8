"""Lines copy audience and moment of their entry. This makes the copies anew, and says where they differed."""

from django.db import transaction
from django.db.models import F, QuerySet

from naober.journal.models import Line


def stale_lines() -> QuerySet[Line]:
    """Lines of entries that were withdrawn; those have none."""
    return Line.objects.exclude(entry__withdrawn_by=None)


def wrong_lines() -> QuerySet[Line]:
    """Lines whose copies differ from their entry."""
    return Line.objects.exclude(audience=F("entry__audience"), shown_at=F("entry__happened_at"))


def rebuild_lines() -> int:
    """Bring every line in step with its entry; the number of lines that were not. Withdrawn entries have
    none."""
    with transaction.atomic():
        stale, wrong = stale_lines(), wrong_lines()
        count = stale.count() + wrong.exclude(pk__in=stale).count()
        stale.delete()
        for line in wrong.select_related("entry"):
            Line.objects.filter(pk=line.pk).update(
                audience=line.entry.audience, shown_at=line.entry.happened_at
            )
    return count
