"""The places as a map shows them: one window for each member, at the first of its villages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache

from naober.kit import dates
from naober.people.models import Association, Membership, Village

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
    current = Membership.objects.on(dates.today()).filter(association__kind=Association.Kind.MEMBER)
    by_member: dict[Association, list[Village]] = {}
    for membership in current.select_related("association", "village").order_by("id"):
        by_member.setdefault(membership.association, []).append(membership.village)
    for association, villages in by_member.items():
        name = association.short_name if len(villages) > 1 else villages[0].name
        yield _place(name, villages, member=True)
    for village in Village.objects.filter(residents__gte=LARGE, memberships=None):
        yield _place(village.name, [village], member=False)


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
