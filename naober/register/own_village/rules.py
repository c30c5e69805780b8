"""Who keeps what stands on the page of a village."""

from naober.journal.models import Entry
from naober.people.actor import Actor
from naober.people.models import Village
from naober.register.own_village.models import VillagePhoto

QUIET = "village_quiet"


def may_keep_village(actor: Actor, village: Village) -> bool:
    """A village's own board; and who works for the umbrella, for what a board says by telephone."""
    return village.pk in actor.villages or actor.works_for_umbrella


def may_see_photo(actor: Actor, photo: VillagePhoto) -> bool:
    """Everybody sees the photo on the page; one that was taken off, only who can put it back."""
    return photo.shown or may_keep_village(actor, photo.village)


may_see_photo.public = True  # type: ignore[attr-defined]


def may_see_as_others(actor: Actor, village: Village) -> bool:
    """A board sees exactly what others see of its village, and so does who helps it with that."""
    return may_keep_village(actor, village)


def may_take_back_quiet(actor: Actor, entry: Entry, village_ids: set[int]) -> bool:
    """Whoever may say that all is quiet may take it back."""
    return entry.kind == QUIET and (actor.works_for_umbrella or bool(village_ids & actor.villages))
