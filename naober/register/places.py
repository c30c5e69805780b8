"""The places as a map shows them: one window for each member, at the first of its villages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Case, Exists, F, FilteredRelation, JSONField, OuterRef, Q, When

from naober.kit import dates
from naober.kit.map import Ring
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


@dataclass(frozen=True)
class PlacesOnMap:
    """What a map is drawn from: the places, the borders of their municipalities, and who made those."""

    places: tuple[MapPlace, ...]
    outline: tuple[Ring, ...]
    outline_source: str


def places_on_map() -> PlacesOnMap:
    """The members as windows and the large places as dots, within their municipality as far as its border
    is known. Kept for a minute: places hardly ever move."""
    kept = cache.get("places_on_map")
    if kept is None:
        kept = _places_on_map()
        cache.set("places_on_map", kept, KEPT_SECONDS)
    return kept


def _places_on_map() -> PlacesOnMap:
    villages = list(_villages())
    with_members = {v.municipality_id for v in villages if v.association_kind == Association.Kind.MEMBER}
    bordered = [v for v in villages if v.border and v.municipality_id in with_members]
    rings = [ring for village in bordered for ring in village.border]
    sources = dict.fromkeys(village.border_source for village in bordered)
    return PlacesOnMap(
        places=tuple(_map_places(villages)),
        outline=tuple(tuple((lat, lon) for lat, lon in ring) for ring in rings),
        outline_source=" en ".join(source for source in sources if source),
    )


def _villages() -> Iterable[Any]:
    """All villages, each with the association that speaks for it today, if any; the first of a municipality
    with its border. One question, since the page of a village asks few."""
    today = dates.today()
    current = FilteredRelation(
        "memberships",
        condition=Q(memberships__from_on__lte=today)
        & (Q(memberships__until_on=None) | Q(memberships__until_on__gt=today)),
    )
    earlier = Village.objects.filter(municipality=OuterRef("municipality"), pk__lt=OuterRef("pk"))
    return Village.objects.annotate(
        current=current,
        border=Case(
            When(~Exists(earlier), then=F("municipality__outline")), default=None, output_field=JSONField()
        ),
        border_source=F("municipality__outline_source"),
        membership_id=F("current__id"),
        association_id=F("current__association"),
        association_kind=F("current__association__kind"),
        association_name=F("current__association__short_name"),
    )


def _map_places(villages: Sequence[Any]) -> Iterable[MapPlace]:
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
