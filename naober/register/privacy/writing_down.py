"""Keeps what somebody said, inside an action that gives it its effect."""

from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import Person, Seat
from naober.register.privacy.models import Consent


def write_down(by: Actor, person: Person, what: str, *, agreed: bool) -> None:
    """Keep that somebody agrees from now on, or no longer does."""
    in_force = Consent.objects.filter(person=person, what=what, withdrawn_at=None)
    if not agreed:
        in_force.update(withdrawn_at=dates.now(), withdrawn_channel=by.channel, withdrawn_by=by.person)
    elif not in_force.exists():
        Consent.objects.create(
            person=person, what=what, given_at=dates.now(), channel=by.channel, entered_by=by.person
        )


def write_down_shown(by: Actor, person: Person) -> None:
    """After a function began or changed, inside an action: whether any of theirs is on the website now."""
    shown = Seat.objects.on(dates.today()).filter(person=person, shown_public=True).exists()
    write_down(by, person, Consent.What.WEBSITE, agreed=shown)
