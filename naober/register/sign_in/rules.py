"""Who may do what with a sign-in: everybody with their own, and nobody else."""

from naober.people.actor import Actor
from naober.people.models import Person
from naober.register.models import BrowserSession


def is_own_device(actor: Actor, device: BrowserSession) -> bool:
    """A device belongs to who signed in on it."""
    return actor.person is not None and device.person_id == actor.person.pk


def person_of(actor: Actor) -> Person:
    """The person behind an actor that a rule let through as known."""
    if actor.person is None:
        raise LookupError("nobody we know")
    return actor.person
