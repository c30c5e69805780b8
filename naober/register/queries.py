"""Reads of the register: villages, their boards, who is behind an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.text import slugify

from naober.journal import queries as journal
from naober.kit import dates
from naober.kit.area import panels_for
from naober.kit.words import capital, counted
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Association, Person, PlaceName, Seat, Village
from naober.post.models import OutboxMessage
from naober.register.book import queries as book
from naober.register.own_village.models import VillageDate, VillagePhoto
from naober.register.own_village.queries import OwnVillage, association_of, dates_of, own_village, photo_of
from naober.register.places import MapPlace, PlacesOnMap, places_on_map

NEWS_DAYS = 31
SUBJECT_UNKNOWN = "U vroeg om een code"


@dataclass(frozen=True)
class ShownPanel:
    """What another area shows on a village's page: its template and what goes in."""

    template: str
    content: Any


@dataclass(frozen=True)
class VillagePage:
    """Everything a village's page shows to one reader."""

    village: Village
    association: Association | None
    contacts: tuple[book.Contact, ...]
    entries: tuple[journal.ShownEntry, ...]
    older: str
    own_board: bool
    follows: bool
    panels: tuple[ShownPanel, ...]
    on_the_map: PlacesOnMap
    own: OwnVillage | None = None
    dates: tuple[VillageDate, ...] = ()
    photo: VillagePhoto | None = None

    @property
    def lead(self) -> str:
        """A sentence that counts what is new about the village."""
        since = dates.now() - timedelta(days=NEWS_DAYS)
        # What the board itself put here is no news of others.
        new = [
            e
            for e in self.entries
            if e.happened_at >= since and not e.everywhere and e.entry.area != "register"
        ]
        if not new:
            return f"Hier leest u wat er over {self.village} besloten is, en wie u kunt bellen."
        points = counted(len(new), "punt gaat", "punten gaan")
        return f"{capital(points)} deze maand over {self.village}. Hieronder leest u waarom."

    @property
    def share_from(self) -> Village | None:
        """The village whose lines can be passed on: the reader's own."""
        return self.village if self.own_board else None

    @property
    def places(self) -> tuple[MapPlace, ...]:
        return self.on_the_map.places

    @property
    def member_ids(self) -> frozenset[int]:
        return frozenset(place.pk for place in self.places if place.member)

    @property
    def on_map(self) -> MapPlace | None:
        """The window of this village: that of its association."""
        return next((place for place in self.places if self.village.pk in place.village_ids), None)


def village_by_slug(slug: str) -> Village | None:
    return Village.objects.select_related("municipality").filter(slug=slug).first()


def village_page(actor: Actor, village: Village, before: str = "") -> VillagePage:
    """The page of a village as `actor` may see it; `before` is the key of an older page."""
    page = journal.of_village(actor, village, before=journal.parse_key(before))
    seats = _board(village)
    association = seats[0].association if seats else association_of(village)
    return VillagePage(
        village=village,
        association=association,
        contacts=book.contacts(actor, seats),
        entries=page.entries,
        older=page.older,
        own_board=village.pk in actor.villages,
        # A board hears of its own village anyway; there is nothing to choose.
        follows=village.pk not in actor.villages and journal.follows_village(actor, village),
        panels=tuple(_panels(actor, village)),
        own=own_village(actor, village, association),
        dates=tuple(dates_of(actor, village)),
        photo=photo_of(village),
        on_the_map=places_on_map(),
    )


def place_name_by_id(place_name_id: int) -> PlaceName | None:
    return PlaceName.objects.select_related("village").filter(pk=place_name_id).first()


def names_of(village: Village) -> QuerySet[PlaceName]:
    """The words by which the reader knows a village."""
    return village.place_names.order_by("kind", "text")


def villages_by_name() -> QuerySet[Village]:
    """All places, for a list and a choice."""
    return Village.objects.order_by("name")


def villages_of(association: Association) -> QuerySet[Village]:
    """The places that an association speaks for today."""
    today = dates.today()
    return (
        Village.objects.filter(
            Q(memberships__until_on=None) | Q(memberships__until_on__gt=today),
            memberships__association=association,
            memberships__from_on__lte=today,
        )
        .order_by("name")
        .distinct()
    )


def free_village_slug(name: str) -> str:
    """An address for a village: its name, with a number behind it when that is taken."""
    slug = slugify(name)
    taken = set(Village.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(s for s in (slug, *(f"{slug}-{n}" for n in range(2, 1000))) if s not in taken)


def holders_of(address: str) -> list[Person]:
    """Who may sit behind a signed-in address today."""
    return list(people.holders_of(address, dates.today()))


def was_told_unknown(address: str) -> bool:
    """Whether this address had a mail today that says that we do not know it."""
    told = OutboxMessage.objects.filter(area="register", subject=SUBJECT_UNKNOWN, to=address)
    return told.filter(created_at__gt=dates.now() - timedelta(days=1)).exists()


def _board(village: Village) -> list[Seat]:
    seats = people.seated_for({village.pk}, dates.today())
    return sorted(seats, key=lambda seat: (seat.association_id, seat.pk))


def _panels(actor: Actor, village: Village) -> Iterable[ShownPanel]:
    for panel in panels_for("village"):
        content = panel.build(actor, village)
        if content is not None:
            yield ShownPanel(panel.template, content)


def first_own_village(actor: Actor) -> Village | None:
    """The village a board member comes home to."""
    return Village.objects.filter(pk__in=actor.villages).order_by("name").first()
