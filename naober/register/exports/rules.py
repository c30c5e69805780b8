"""Who may take the register along, and whom it holds."""

from naober.people.actor import Actor
from naober.register import rules as register


def may_export(actor: Actor) -> bool:
    """Who keeps the register, and nobody else: what is taken along is out of our hands. The pages ask for
    the second lock, too."""
    return actor.works_for_umbrella and register.may_keep_register(actor)
