"""Who may change the register and who may see it."""

from naober.people.actor import Actor

SETUP = "setup"
"""The machine that founds a dorpenoverleg: the demo, a first import."""


def may_keep_register(actor: Actor) -> bool:
    """The umbrella's board and its officer keep the register; so does the machine that founds it."""
    return actor.works_for_umbrella or actor.machine_name == SETUP


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
