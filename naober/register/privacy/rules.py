"""Who may see, take along and erase what we keep of somebody."""

from naober.people.actor import Actor
from naober.people.models import Person, Umbrella
from naober.register import rules as register

CLOCK = "retention"
"""The machine that erases what has been kept long enough."""
OPERATOR = "operator"
"""Whoever has the server in hand: `naober erase-person`."""


def may_erase(actor: Actor, person: Person) -> bool:
    """Who keeps the register, after opening their second lock; the clock; who has the server in hand."""
    keeper = actor.works_for_umbrella and actor.second_factor
    return keeper or actor.machine_name in {CLOCK, OPERATOR}


def may_keep(actor: Actor, person: Person) -> bool:
    """Who may ask for the page on which somebody is erased; the lock is asked for there."""
    return register.may_keep_register(actor) and person.erased_at is None


def is_the_contact(person: Person, umbrella: Umbrella | None) -> bool:
    """Whether it is this person whom every page names as the one to call."""
    return umbrella is not None and umbrella.contact_name == person.name


def may_agree_for(actor: Actor, person: Person) -> bool:
    """Everybody for themselves; who keeps the register writes down what somebody said by telephone or on
    paper."""
    of_themselves = actor.person is not None and actor.person.pk == person.pk
    return of_themselves or register.may_keep_register(actor)
