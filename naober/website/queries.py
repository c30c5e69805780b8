"""What the home page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef

from naober.journal import queries as journal
from naober.journal.models import Audience, Line
from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import Association, Village
from naober.register import queries as register

NEWS_DAYS = 31


@dataclass(frozen=True)
class HomePage:
    """The home page: the villages, which of them have news, and what happened last."""

    villages: Sequence[Village]
    lit: frozenset[int]
    members: int
    entries: tuple[journal.ShownEntry, ...]
    older: str


def home_page(actor: Actor, before: str = "") -> HomePage:
    """The home page as `actor` may see it; `before` is the key of an older page."""
    page = journal.newest(actor, before=int(before) if before.isdecimal() else None)
    return HomePage(
        villages=list(register.villages_by_name()),
        lit=lit_villages(),
        members=Association.objects.filter(kind=Association.Kind.MEMBER).count(),
        entries=page.entries,
        older=page.older,
    )


def lit_villages() -> frozenset[int]:
    """The villages with public news this month. A quiet village is never shown dark to the public."""
    since = dates.now() - timedelta(days=NEWS_DAYS)
    news = Line.objects.filter(village=OuterRef("pk"), audience=Audience.PUBLIC, shown_at__gte=since)
    return frozenset(Village.objects.filter(Exists(news)).order_by("name").values_list("pk", flat=True))
