"""Who may bring in a list."""

from naober.people.actor import Actor
from naober.register import rules as register
from naober.register.sheets.models import Sheet


def may_bring_list(actor: Actor) -> bool:
    """A list is about all boards, so it is for who keeps the register; never for a machine."""
    return actor.works_for_umbrella and register.may_keep_register(actor)


def may_open_list(actor: Actor, sheet: Sheet) -> bool:
    """Whoever may bring one may go on with that of a colleague."""
    return may_bring_list(actor)
