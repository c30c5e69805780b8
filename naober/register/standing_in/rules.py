"""Who may be away for a while, and who may take over."""

from naober.people.actor import Actor
from naober.people.models import Person

CLOCK = "clock"
"""The machine that asks the next person."""


def may_be_away(actor: Actor) -> bool:
    """Anybody we know decides for themselves."""
    return actor.is_known


def may_take_over(deputy: Person, colleagues: list[Person]) -> bool:
    """Only who sits at the same table can do the work."""
    return deputy in colleagues


def may_ask(actor: Actor) -> bool:
    """The clock asks; people speak for themselves."""
    return actor.machine_name == CLOCK
