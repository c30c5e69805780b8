"""Who asks, who answers, who works on the answers."""

from naober.people.actor import Actor
from naober.register import rules as register
from naober.register.checks.models import DataCheck

CLOCK = "yearly"
"""The machine that asks in the month that the board chose."""


def may_ask(actor: Actor) -> bool:
    """Who keeps the register, and the clock."""
    return register.may_keep_register(actor) or actor.machine_name == CLOCK


def may_see_checks(actor: Actor) -> bool:
    """Who keeps the register sees who answered, and calls who has no mail."""
    return actor.works_for_umbrella


def may_answer(actor: Actor, check: DataCheck) -> bool:
    """The person who was asked; and who keeps the register, for somebody on the telephone."""
    own = actor.person is not None and actor.person.pk == check.person_id
    return own or register.may_keep_register(actor)


def may_handle(actor: Actor, check: DataCheck) -> bool:
    return register.may_keep_register(actor)
