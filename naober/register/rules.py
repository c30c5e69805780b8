"""Who may change the register and who may see it."""

from django.conf import settings

from naober.people.actor import Actor
from naober.people.models import Seat, Village

SETUP = "setup"
"""The machine that founds a dorpenoverleg: the demo, a first import."""


def may_keep_register(actor: Actor) -> bool:
    """The umbrella's board and its officer keep the register; so does the machine that founds it."""
    return actor.works_for_umbrella or actor.machine_name == SETUP


def may_keep_board(actor: Actor, association_id: int | None) -> bool:
    """Who keeps the register; and of an association its own chair and secretary: a board says itself who
    sits in it. Functions of the umbrella and of the municipality are for the register alone."""
    own = {Seat.Role.CHAIR, Seat.Role.SECRETARY}
    return may_keep_register(actor) or (
        association_id is not None
        and any(s.association_id == association_id and s.role in own for s in actor.seats)
    )


def is_too_large(village: Village) -> bool:
    """Whether a village has so many residents that it can not be a member without more: the umbrella is
    for small places. Not known is not too large: then nobody is kept out by a figure that is missing."""
    return village.residents is not None and village.residents >= settings.NAOBER_SMALL_BELOW


def may_name_places(actor: Actor, village_id: int) -> bool:
    """Who keeps the register, and a village's own board for the words that mean its village."""
    return may_keep_register(actor) or is_board_of(actor, village_id)


def may_follow(actor: Actor) -> bool:
    """Anybody we can reach may ask to be kept informed."""
    return actor.is_known


def may_say_who(actor: Actor) -> bool:
    """Somebody who signed in with an address may say who they are; the view asks for the session."""
    return True


def is_board_of(actor: Actor, village_id: int) -> bool:
    """A village's own board sees first and exactly what is shown about it."""
    return village_id in actor.villages
