"""Reads of what somebody agreed to, and of the person that a page is about."""

from dataclasses import dataclass

from naober.people.models import Person
from naober.register.privacy.models import Consent


@dataclass(frozen=True)
class Agreed:
    """One thing to agree to: whether it holds now, and what is on record about it."""

    what: str
    label: str
    holds: bool
    latest: Consent | None


def agreements_of(person: Person) -> list[Agreed]:
    """All that a person can agree to. A number is shared until its owner says no."""
    rows = Consent.objects.filter(person=person).select_related("entered_by").order_by("id")
    latest = {row.what: row for row in rows}
    in_force = {row.what for row in rows if row.withdrawn_at is None}
    if person.phone_shared:
        in_force.add(Consent.What.PHONE)
    return [
        Agreed(what, str(label), what in in_force, latest.get(what)) for what, label in Consent.What.choices
    ]


def person_here(public_id: str) -> Person | None:
    """The person of a page; None for who is forgotten."""
    return Person.objects.filter(public_id=public_id, erased_at=None).first()


def what_to_agree_to(what: str) -> str | None:
    return what if what in Consent.What.values else None
