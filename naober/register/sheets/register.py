"""The register as a list is compared with it: read once, looked up many times."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from naober.kit import dates
from naober.people.models import Association, MailAddress, Membership, Person, PlaceName, Seat
from naober.register.sheets.reading.columns import letters_of
from naober.register.sheets.reading.values import ReadRow


@dataclass
class Known:
    """Persons, functions that have not ended, associations, and by which words each is known."""

    persons: dict[int, Person]
    seats: list[Seat]
    associations: list[Association]
    addresses: list[MailAddress]
    places: dict[str, Association]
    by_name: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_mail: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    boards: dict[int, list[Seat]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for person in self.persons.values():
            self.by_name[letters_of(person.name)].append(person)
        for address in self.addresses:
            if address.person_id in self.persons:
                self.by_mail[address.address].append(self.persons[address.person_id])
        for seat in self.seats:
            self.boards[seat.person_id].append(seat)
        self._names = {letters_of(n): a for a in self.associations for n in (a.name, a.short_name)}

    def association_named(self, said: str) -> Association | None:
        """The association of that name, long or short."""
        return self._names.get(letters_of(said)) if said else None

    def association_at(self, said: str) -> Association | None:
        """The association that speaks for the one place named in these words; None for none or several."""
        if not said:
            return None
        whole = self.places.get(letters_of(said))
        if whole:
            return whole
        words = re.split(r"[\s,/;+&]+", said)
        found = {a.pk: a for word in words if (a := self.places.get(letters_of(word)))}
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self, name: str) -> list[Person]:
        return self.by_name.get(letters_of(name), [])

    def with_mail(self, mail: str) -> list[Person]:
        """Everybody who has this address for their own."""
        return self.by_mail.get(mail, []) if mail else []

    def is_surely(self, person: Person, row: ReadRow, association: Association | None) -> bool:
        """Whether somebody of that name is the one on the row: the same board, mail or telephone."""
        in_board = association and any(s.association_id == association.pk for s in self.boards[person.pk])
        phone = re.sub(r"\D", "", row.phone)
        return bool(
            in_board
            or (row.mail and person in self.with_mail(row.mail))
            or (phone and phone == re.sub(r"\D", "", person.phone))
        )

    def seat_of(self, person: Person, association: Association, role: str) -> Seat | None:
        """The function of that kind that the person holds there."""
        seats = self.boards[person.pk]
        return next((s for s in seats if s.association_id == association.pk and s.role == role), None)

    def describe(self, person: Person) -> str:
        """Somebody in a few words that tell two of one name apart."""
        seats = self.boards[person.pk]
        return str(seats[0]) if seats else "nu zonder functie"

    def reaches(self, mail: str, person: Person | None, seat: Seat | None, association: Association) -> bool:
        """Whether this address is known already, of the person, the function or the board."""
        return any(
            a.address == mail
            and (
                (person is not None and a.person_id == person.pk)
                or (seat is not None and a.seat_id == seat.pk)
                or a.association_id == association.pk
            )
            for a in self.addresses
        )


def read_register() -> Known:
    """The register as it is now."""
    today = dates.today()
    seats = Seat.objects.filter(until_on=None, body=None).select_related("person", "association", "body")
    places: dict[str, Association] = {}
    covered = Membership.objects.on(today).select_related("village", "association")
    by_village = {m.village_id: m.association for m in covered}
    words = PlaceName.objects.filter(village__in=by_village, kind=PlaceName.Kind.OTHER)
    for village_id, text in words.values_list("village_id", "text"):
        places[letters_of(text)] = by_village[village_id]
    places |= {letters_of(m.village.name): m.association for m in covered}
    return Known(
        persons={p.pk: p for p in Person.objects.filter(erased_at=None).order_by("pk")},
        seats=list(seats.order_by("pk")),
        associations=list(Association.objects.order_by("name")),
        addresses=list(MailAddress.objects.order_by("pk")),
        places=places,
    )
