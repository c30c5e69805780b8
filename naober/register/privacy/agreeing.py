"""What somebody agrees to, and takes back: with effect at once, wherever it shows."""

from naober.journal.action import action, require
from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import Person, Seat
from naober.register.actions import note
from naober.register.privacy import rules
from naober.register.privacy.models import Consent
from naober.register.privacy.writing_down import write_down


@action
def agree(*, by: Actor, person: Person, what: str) -> None:
    """Write down that a person agrees to something; it shows from now on. Twice is once."""
    require(rules.may_agree_for(by, person))
    _take_effect(person, what, agreed=True)
    write_down(by, person, what, agreed=True)
    note(by, "consent_given", f"Toestemming gegeven: {Consent.What(what).label}", person.pk)


@action
def take_back(*, by: Actor, person: Person, what: str) -> None:
    """Write down that a person no longer agrees; it shows nowhere any more. Twice is once."""
    require(rules.may_agree_for(by, person))
    _take_effect(person, what, agreed=False)
    write_down(by, person, what, agreed=False)
    note(by, "consent_withdrawn", f"Toestemming ingetrokken: {Consent.What(what).label}", person.pk)


def _take_effect(person: Person, what: str, *, agreed: bool) -> None:
    if what == Consent.What.WEBSITE:
        Seat.objects.on(dates.today()).filter(person=person).update(shown_public=agreed)
    if what == Consent.What.PHONE:
        Person.objects.filter(pk=person.pk).update(phone_shared=agreed)
