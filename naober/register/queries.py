"""Reads of the register: villages, their boards, who is behind an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.text import slugify

from naober.journal import queries as journal
from naober.kit import dates
from naober.kit.area import panels_for
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Association, Person, Seat, Village


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
    contacts: tuple[Seat, ...]
    entries: tuple[journal.ShownEntry, ...]
    older: str
    own_board: bool
    follows: bool
    panels: tuple[ShownPanel, ...]


def village_by_slug(slug: str) -> Village | None:
    return Village.objects.select_related("municipality").filter(slug=slug).first()


def village_page(actor: Actor, village: Village, before: str = "") -> VillagePage:
    """The page of a village as `actor` may see it; `before` is the key of an older page."""
    page = journal.of_village(actor, village, before=journal.parse_key(before))
    seats = list(_board(village))
    return VillagePage(
        village=village,
        association=seats[0].association if seats else _association_of(village),
        contacts=tuple(seat for seat in seats if seat.shown_public),
        entries=page.entries,
        older=page.older,
        own_board=village.pk in actor.villages,
        follows=journal.follows_village(actor, village),
        panels=tuple(_panels(actor, village)),
    )


def villages_by_name() -> QuerySet[Village]:
    """All places, for a list and a choice."""
    return Village.objects.order_by("name")


def villages_of(association: Association) -> QuerySet[Village]:
    """The places that an association speaks for today."""
    today = dates.today()
    return Village.objects.filter(
        Q(memberships__until_on=None) | Q(memberships__until_on__gt=today),
        memberships__association=association,
        memberships__from_on__lte=today,
    ).order_by("name")


def free_village_slug(name: str) -> str:
    """An address for a village: its name, with a number behind it when that is taken."""
    slug = slugify(name)
    taken = set(Village.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(s for s in (slug, *(f"{slug}-{n}" for n in range(2, 1000))) if s not in taken)


def holders_of(address: str) -> list[Person]:
    """Who may sit behind a signed-in address today."""
    return list(people.holders_of(address, dates.today()))


def _board(village: Village) -> Iterable[Seat]:
    return people.seated_for({village.pk}, dates.today()).order_by("association", "id")


def _association_of(village: Village) -> Association | None:
    membership = village.memberships.on(dates.today()).select_related("association").first()
    return membership.association if membership else None


def _panels(actor: Actor, village: Village) -> Iterable[ShownPanel]:
    for panel in panels_for("village"):
        content = panel.build(actor, village)
        if content is not None:
            yield ShownPanel(panel.template, content)


def first_own_village(actor: Actor) -> Village | None:
    """The village a board member comes home to."""
    return Village.objects.filter(pk__in=actor.villages).order_by("name").first()
