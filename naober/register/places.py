"""The places as a map shows them: one window for each member, at the first of its villages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import F, FilteredRelation, Q

from naober.kit import dates
from naober.people.models import Association, Village

LARGE = 3000
KEPT_SECONDS = 60


@dataclass(frozen=True)
class MapPlace:
    """A window on the map: a member with its villages, or a large place beside them."""

    pk: int
    name: str
    slug: str
    latitude: float | None
    longitude: float | None
    residents: int | None
    invented: bool
    member: bool
    village_ids: frozenset[int]


def map_places() -> tuple[MapPlace, ...]:
    """The members as windows and the large places as dots. Kept for a minute: places hardly ever move."""
    kept = cache.get("map_places")
    if kept is None:
        kept = tuple(_map_places())
        cache.set("map_places", kept, KEPT_SECONDS)
    return kept


def _map_places() -> Iterable[MapPlace]:
    """One walk over the villages with the association that speaks for each today, if any."""
    today = dates.today()
    current = FilteredRelation(
        "memberships",
        condition=Q(memberships__from_on__lte=today)
        & (Q(memberships__until_on=None) | Q(memberships__until_on__gt=today)),
    )
    villages = Village.objects.annotate(
        current=current,
        membership_id=F("current__id"),
        association_id=F("current__association"),
        association_kind=F("current__association__kind"),
        association_name=F("current__association__short_name"),
    )
    by_member: dict[tuple[int, str], list[Village]] = {}
    for village in sorted(villages, key=lambda village: (village.membership_id or 0, village.pk)):
        if village.association_kind == Association.Kind.MEMBER:
            by_member.setdefault((village.association_id, village.association_name), []).append(village)
        elif village.association_id is None and (village.residents or 0) >= LARGE:
            yield _place(village.name, [village], member=False)
    for (_, short_name), covered in by_member.items():
        yield _place(short_name if len(covered) > 1 else covered[0].name, covered, member=True)


def _place(name: str, villages: list[Village], *, member: bool) -> MapPlace:
    first = villages[0]
    return MapPlace(
        pk=first.pk,
        name=name,
        slug=first.slug,
        latitude=first.latitude,
        longitude=first.longitude,
        residents=first.residents,
        invented=first.invented,
        member=member,
        village_ids=frozenset(village.pk for village in villages),
    )
