"""Every change to the register: places, associations, people, functions, addresses.

The lines these leave name no person: who it was stands in the register itself and ends with it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from naober.journal.action import action, require
from naober.journal.models import Audience, Entry, Theme
from naober.journal.record import hand_over_notices, record
from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import (
    Account,
    Association,
    Body,
    MailAddress,
    Membership,
    Municipality,
    Person,
    PlaceName,
    Seat,
    Umbrella,
    Village,
)
from naober.register import queries, rules
from naober.register.privacy.writing_down import write_down_shown
from naober.register.sign_in.devices import end_with_seat


class AlreadyNamedError(Exception):
    """The word belongs to that village already."""


class AlreadyEndedError(Exception):
    """It ended before, on the day `until_on`; that day stays."""

    def __init__(self, until_on: date) -> None:
        super().__init__(until_on.isoformat())
        self.until_on = until_on


class TooLargeError(Exception):
    """The village has too many residents for a member, and nobody says that the board agreed."""


def note(
    by: Actor,
    kind: str,
    line: str,
    subject_id: int,
    *,
    audience: Audience = Audience.BOARD,
    villages: Mapping[int, str] | None = None,
) -> Entry:
    """Leave a line about the register, inside an action."""
    return record(
        by=by,
        kind=kind,
        line=line,
        area="register",
        subject_id=subject_id,
        audience=audience,
        villages=villages,
    )


@action
def found_umbrella(*, by: Actor, **fields: str) -> Umbrella:
    """Found the dorpenoverleg of this database. `fields` are those of Umbrella."""
    require(rules.may_keep_register(by))
    umbrella = Umbrella.objects.create(pk=1, **fields)
    note(by, "umbrella_founded", f"{umbrella} doet mee met Naober", umbrella.pk)
    return umbrella


@action
def add_municipality(*, by: Actor, name: str, bodies: Iterable[tuple[str, str]]) -> Municipality:
    """Add a municipality with its bodies, as (kind, name)."""
    require(rules.may_keep_register(by))
    municipality = Municipality.objects.create(name=name)
    Body.objects.bulk_create(Body(municipality=municipality, kind=k, name=n) for k, n in bodies)
    note(by, "municipality_added", f"De gemeente {name} staat in het register", municipality.pk)
    return municipality


@action
def add_village(
    *, by: Actor, municipality: Municipality, name: str, names: Iterable[PlaceName] = (), **fields: Any
) -> Village:
    """Add a place with the other names people use for it (unsaved `PlaceName`s). `fields` as in Village."""
    require(rules.may_keep_register(by))
    village = Village.objects.create(
        municipality=municipality, name=name, slug=queries.free_village_slug(name), **fields
    )
    for place_name in names:
        place_name.village = village
    PlaceName.objects.bulk_create(names)
    note(by, "village_added", f"{name} staat in het register", village.pk)
    return village


@action
def add_place_name(*, by: Actor, village: Village, kind: str, text: str) -> PlaceName:
    """Add a word by which people mean a village, so that the reader knows it from now on.

    Raises AlreadyNamedError when it belongs to that village already.
    """
    require(rules.may_name_places(by, village.pk))
    place_name, new = PlaceName.objects.get_or_create(village=village, text=text, defaults={"kind": kind})
    if not new:
        raise AlreadyNamedError(text)
    note(
        by,
        "place_name_added",
        f"“{text}” hoort voortaan bij {village}",
        village.pk,
        audience=Audience.VILLAGE,
        villages={village.pk: ""},
    )
    return place_name


@action
def remove_place_name(*, by: Actor, place_name: PlaceName) -> None:
    """Take back that a word means a village. What was read with it stays as people decided on it."""
    village = place_name.village
    require(rules.may_name_places(by, village.pk))
    place_name.delete()
    note(
        by,
        "place_name_removed",
        f"“{place_name.text}” hoort niet meer bij {village}",
        village.pk,
        audience=Audience.VILLAGE,
        villages={village.pk: ""},
    )


@action
def add_association(
    *, by: Actor, name: str, short_name: str, kind: str = "member", legal_form: str = ""
) -> Association:
    """Add an association: a member, a guest or a partner."""
    require(rules.may_keep_register(by))
    association = Association.objects.create(
        name=name, short_name=short_name, kind=kind, legal_form=legal_form
    )
    note(by, "association_added", f"{name} staat in het register", association.pk)
    return association


@action
def add_membership(
    *,
    by: Actor,
    association: Association,
    village: Village,
    from_on: date,
    agreed_on: date | None = None,
) -> Membership:
    """Say that an association speaks for a place from a day.

    A place with too many residents for a member (`rules.size_test`) needs the day on which the umbrella's
    board agreed. Raises TooLargeError without it.
    """
    require(rules.may_keep_register(by))
    if association.kind == Association.Kind.MEMBER and rules.is_too_large(village) and agreed_on is None:
        raise TooLargeError(village.name)
    membership = Membership.objects.create(
        association=association, village=village, from_on=from_on, agreed_on=agreed_on
    )
    note(by, "membership_began", f"{association} spreekt voor {village}", association.pk)
    return membership


@action
def end_membership(*, by: Actor, membership: Membership, until_on: date) -> None:
    """Say that an association no longer speaks for a place, from a day. Raises AlreadyEndedError."""
    require(rules.may_keep_register(by))
    end_once(membership, until_on)
    note(
        by,
        "membership_ended",
        f"{membership.association} spreekt niet meer voor {membership.village}",
        membership.association_id,
    )


@action
def add_person(*, by: Actor, name: str, call_name: str, **fields: Any) -> Person:
    """Add somebody. `fields`: phone, way_back, through, street, postal_code, town."""
    require(rules.may_keep_register(by))
    person = Person.objects.create(name=name, call_name=call_name, **fields)
    note(by, "person_added", "Iemand kwam in het register", person.pk)
    return person


@action
def add_seat(
    *,
    by: Actor,
    person: Person,
    role: str,
    from_on: date,
    association: Association | None = None,
    body: Body | None = None,
    shown_public: bool = False,
    term_ends_on: date | None = None,
) -> Seat:
    """Give a person a function from a day: of an association, of a body, or of the umbrella itself.

    The villages concerned read that their board changed, without the name.
    """
    require(rules.may_keep_board(by, association.pk if association else None))
    seat = Seat.objects.create(
        person=person,
        role=role,
        from_on=from_on,
        association=association,
        body=body,
        shown_public=shown_public,
        term_ends_on=term_ends_on,
    )
    write_down_shown(by, person)
    note_seat(by, seat, "seat_began", f"Nieuw: {seat}")
    return seat


@action
def end_seat(*, by: Actor, seat: Seat, until_on: date) -> None:
    """End a function. From that day the person sees and may what others may; the address of the
    function no longer signs them in, and every device must sign in anew. Raises AlreadyEndedError when it
    ended before."""
    require(rules.may_keep_board(by, seat.association_id))
    end_once(seat, until_on)
    if until_on <= dates.today():
        hand_over_notices(seat, None)
        end_with_seat(seat)
    note_seat(by, seat, "seat_ended", f"Gestopt: {seat}")


def end_once(row: Seat | Membership, until_on: date) -> None:
    """End what has not ended yet, inside an action. Raises AlreadyEndedError: two people who end the same
    leave the day of the first."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    if not rows.filter(until_on=None).update(until_on=until_on):
        ended = rows.get().until_on
        raise AlreadyEndedError(ended or until_on)


def note_seat(by: Actor, seat: Seat, kind: str, line: str) -> None:
    """Let the villages of a function read that it changed, inside an action."""
    covered = queries.villages_of(seat.association) if seat.association else ()
    reason = f"Omdat {seat.association} voor dit dorp spreekt." if seat.association else ""
    note(
        by,
        kind,
        line,
        seat.pk,
        audience=Audience.VILLAGE if covered else Audience.TABLE,
        villages={village.pk: reason for village in covered},
    )


@action
def add_address(
    *,
    by: Actor,
    address: str,
    person: Person | None = None,
    seat: Seat | None = None,
    association: Association | None = None,
) -> MailAddress:
    """Add a mail address of a person, a function or a whole association; it can sign in from now on.

    Raises IntegrityError unless exactly one holder is given.
    """
    require(rules.may_keep_register(by))
    kind = "personal" if person else "role" if seat else "shared"
    lower = address.strip().lower()
    mail_address = MailAddress.objects.create(
        kind=kind, address=lower, person=person, seat=seat, association=association
    )
    Account.objects.get_or_create(address=lower, defaults={"password": "!"})
    note(by, "address_added", "Een mailadres kwam in het register", mail_address.pk)
    return mail_address


@action
def add_theme(*, by: Actor, code: str, name: str) -> Theme:
    """Add a theme that matters are sorted by and that people can follow."""
    require(rules.may_keep_register(by))
    theme = Theme.objects.create(code=code, name=name)
    note(by, "theme_added", f"Het thema {name} staat klaar", theme.pk)
    return theme
