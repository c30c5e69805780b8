"""Who has a workplace."""

from naober.people.actor import Actor


def may_work_here(actor: Actor) -> bool:
    """The umbrella's board and its officer."""
    return actor.works_for_umbrella
