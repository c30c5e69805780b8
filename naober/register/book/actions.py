"""Every change to the book of who is who, after its first writing (`register.actions`)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from naober.journal.action import action, require
from naober.journal.record import hand_over_notices
from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import (
    Account,
    Association,
    MailAddress,
    Membership,
    Person,
    Seat,
    Village,
)
from naober.register import rules as register
from naober.register.actions import end_once, note, note_seat
from naober.register.book import queries, rules
from naober.register.privacy.writing_down import write_down_shown
from naober.register.sign_in.devices import end_with_seat


class StaleError(Exception):
    """Somebody changed it meanwhile; nothing is written."""


@dataclass(frozen=True)
class NewPerson:
    """Somebody who is not in the register yet. `way_back` follows from what is known of them."""

    name: str
    call_name: str
    mail: str = ""
    phone: str = ""

    @property
    def way_back(self) -> str:
        by_phone = self.phone and not self.mail
        return Person.WayBack.PHONE if by_phone else Person.WayBack.MAIL


@action
def change_person(*, by: Actor, person: Person, version: int, **fields: Any) -> None:
    """Change what the register holds of a person. `fields` as in Person; `version` is what was changed.

    Raises StaleError when it is not that version any more.
    """
    require(rules.may_change_person(by, (person, queries.present_of(person))))
    _write(person, version, fields)
    note(by, "person_changed", "Gegevens van iemand zijn bijgewerkt", person.pk)


@action
def change_association(*, by: Actor, association: Association, version: int, **fields: Any) -> None:
    """Change what an association is. `fields` as in Association. Raises StaleError."""
    require(rules.may_keep_association(by, association))
    _write(association, version, fields)
    note(by, "association_changed", f"Bijgewerkt: {fields.get('name', association.name)}", association.pk)


def _write(row: Person | Association, version: int, fields: dict[str, Any]) -> None:
    rows = type(row)._default_manager.filter(pk=row.pk, version=version)
    if not rows.update(version=F("version") + 1, **fields):
        raise StaleError


@action
def hand_over_seat(
    *,
    by: Actor,
    seat: Seat,
    on: date,
    successor: Person | NewPerson,
    term_ends_on: date | None = None,
    shown_public: bool = False,
) -> Seat:
    """From `on`, today or before, another person holds this function: one act, so that there is no day
    with two and no day with none. The address of the function and the mail that waits for its holder
    pass to the new one. Raises AlreadyEndedError."""
    require(rules.may_keep_seat(by, seat))
    end_once(seat, on)
    end_with_seat(seat)
    person = successor if isinstance(successor, Person) else _begin(successor)
    taken_up = Seat.objects.create(
        person=person,
        role=seat.role,
        association=seat.association,
        body=seat.body,
        from_on=on,
        term_ends_on=term_ends_on,
        shown_public=shown_public,
    )
    MailAddress.objects.filter(seat=seat).update(seat=taken_up)
    hand_over_notices(seat, person)
    write_down_shown(by, person)
    note_seat(by, taken_up, "seat_handed_over", f"Een ander is voortaan {taken_up}")
    return taken_up


@action
def seat_somebody(
    *,
    by: Actor,
    association: Association,
    somebody: Person | NewPerson,
    role: str,
    from_on: date,
    term_ends_on: date | None = None,
    shown_public: bool = False,
) -> Seat:
    """Give somebody, in the register or not yet, a function in a board."""
    require(rules.may_fill_board(by, association))
    person = somebody if isinstance(somebody, Person) else _begin(somebody)
    seat = Seat.objects.create(
        person=person,
        association=association,
        role=role,
        from_on=from_on,
        term_ends_on=term_ends_on,
        shown_public=shown_public,
    )
    write_down_shown(by, person)
    note_seat(by, seat, "seat_began", f"Nieuw: {seat}")
    return seat


def _begin(new: NewPerson) -> Person:
    person = Person.objects.create(
        name=new.name, call_name=new.call_name, phone=new.phone, way_back=new.way_back
    )
    if new.mail:
        give_address(new.mail, person=person)
    return person


def give_address(address: str, **holder: Any) -> MailAddress:
    """Write a mail address of one holder with its sign-in, inside an action; the same one is kept once."""
    lower = address.strip().lower()
    kind = {"person": "personal", "seat": "role", "association": "shared"}[next(iter(holder))]
    Account.objects.get_or_create(address=lower, defaults={"password": "!"})
    return MailAddress.objects.get_or_create(kind=kind, address=lower, **holder)[0]


@action
def change_seat(*, by: Actor, seat: Seat, term_ends_on: date | None, shown_public: bool) -> None:
    """Say until when a term runs and whether the function may be on the website. Raises StaleError for a
    function that ended."""
    require(rules.may_keep_seat(by, seat))
    rows = Seat.objects.filter(pk=seat.pk, until_on=None)
    if not rows.update(term_ends_on=term_ends_on, shown_public=shown_public):
        raise StaleError
    write_down_shown(by, seat.person)
    note(by, "seat_changed", f"Bijgewerkt: {seat}", seat.pk)


@action
def remove_address(*, by: Actor, address: MailAddress) -> None:
    """Take a mail address away; when nobody else has it, it no longer signs in."""
    require(register.may_keep_register(by))
    address.delete()
    if not MailAddress.objects.filter(address=address.address).exists():
        Account.objects.filter(address=address.address).delete()
    note(by, "address_removed", "Een mailadres ging uit het register", address.person_id or 0)


@action
def agree_large_place(*, by: Actor, membership: Membership) -> None:
    """The board of the umbrella agreed today that this place counts, though it has many residents. Raises
    StaleError when that was said before."""
    require(rules.may_keep_membership(by, membership))
    rows = Membership.objects.filter(pk=membership.pk, agreed_on=None)
    if not rows.update(agreed_on=dates.today()):
        raise StaleError
    line = f"{membership.village} hoort erbij, ook met meer inwoners"
    note(by, "large_place_agreed", line, membership.association_id)


@action
def count_residents(*, by: Actor, village: Village, residents: int, year: int, source: str) -> None:
    """Note how many residents a place has, in what year and who counted."""
    require(register.may_keep_register(by))
    Village.objects.filter(pk=village.pk).update(
        residents=residents, residents_year=year, residents_source=source
    )
    note(by, "residents_counted", f"{village} telt {residents} inwoners ({source}, {year})", village.pk)
