"""What the home page shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse

from naober.decisions import queries as decisions
from naober.journal import queries as journal
from naober.journal.models import Audience, Line
from naober.kit import dates
from naober.kit.area import everywhere_kinds
from naober.people.actor import Actor
from naober.people.models import Association, Village
from naober.register import queries as register
from naober.register.places import MapPlace, map_places

NEWS_DAYS = 31
COMING = 4


@dataclass(frozen=True)
class Coming:
    """A meeting of the municipality that is still to come."""

    on: date
    title: str
    url: str
    what: str


@dataclass(frozen=True)
class HomePage:
    """The home page: the villages, which of them have news, what comes and what happened last."""

    villages: Sequence[Village]
    lit: frozenset[int]
    map_places: Sequence[MapPlace]
    members: int
    coming: tuple[Coming, ...]
    entries: tuple[journal.ShownEntry, ...]
    older: str

    @property
    def lit_on_map(self) -> frozenset[int]:
        return frozenset(place.pk for place in self.map_places if place.village_ids & self.lit)

    @property
    def members_on_map(self) -> frozenset[int]:
        return frozenset(place.pk for place in self.map_places if place.member)


def home_page(actor: Actor, before: str = "") -> HomePage:
    """The home page as `actor` may see it; `before` is the key of an older page."""
    page = journal.newest(actor, before=int(before) if before.isdecimal() else None)
    return HomePage(
        villages=list(register.villages_by_name()),
        lit=lit_villages(),
        map_places=map_places(),
        members=Association.objects.filter(kind=Association.Kind.MEMBER).count(),
        coming=tuple(_coming()),
        entries=page.entries,
        older=page.older,
    )


def lit_villages() -> frozenset[int]:
    """The villages with public news of their own this month; what concerns all villages lights none."""
    since = dates.now() - timedelta(days=NEWS_DAYS)
    news = Line.objects.filter(village=OuterRef("pk"), audience=Audience.PUBLIC, shown_at__gte=since).exclude(
        entry__kind__in=everywhere_kinds()
    )
    return frozenset(Village.objects.filter(Exists(news)).order_by("name").values_list("pk", flat=True))


def _coming() -> Iterable[Coming]:
    for sitting in decisions.coming_sittings(COMING):
        yield Coming(
            on=sitting.on,
            title=sitting.body.name,
            url=reverse("sitting", kwargs={"slug": sitting.slug}),
            what="Vergadering van de gemeente. U mag komen luisteren.",
        )
