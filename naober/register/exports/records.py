"""What is taken along: one record per function, from the same read as the pages, so with the same rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from naober.kit.words import join_with_en
from naober.people.actor import Actor
from naober.people.models import Person, Seat
from naober.register.book import queries
from naober.register.book.queries import ShownBoard, ShownSeat

# The same words as a list that comes in, so that what went out can come back.
HEADER = (
    "Vereniging", "Soort", "Rechtsvorm", "Dorp", "Naam", "Functie", "Telefoon", "E-mail", "Adres", "Postcode",
    "Woonplaats", "Vanaf", "Aftredend", "Hoe bereiken",
)  # fmt: skip


@dataclass(frozen=True)
class Record:
    """One function of one person, with what the reader may see of them."""

    board: ShownBoard
    seat: ShownSeat

    @property
    def mail(self) -> str:
        """One address: that of the function before one's own."""
        return next(iter(self.seat.all_mails), "")

    @property
    def has_post(self) -> bool:
        """Whether an envelope would arrive."""
        person = self.seat.person
        return bool(person.street and person.postal_code and person.town)

    def cells(self) -> tuple[str, ...]:
        """The record as one row under HEADER."""
        person, association = self.seat.person, self.board.association
        term = self.seat.term_ends_on
        return (
            self.board.title,
            association.get_kind_display() if association else "",
            association.get_legal_form_display() if association else "",
            join_with_en(self.board.villages),
            person.name,
            self.seat.role,
            person.phone,
            self.mail,
            person.street,
            person.postal_code,
            person.town,
            self.seat.from_on.isoformat(),
            term.isoformat() if term else "",
            person.way_back,
        )


def records(actor: Actor) -> list[Record]:
    """Every function that `actor` sees, board by board."""
    return [Record(board, seat) for board in queries.boards(actor) for seat in board.seats]


def for_envelopes(all_records: Iterable[Record], whom: str) -> list[Record]:
    """One record per person, of those that the letter is for: `all`, `leads` (chairs and secretaries) or
    `letter` (who is best reached by letter)."""
    found: dict[int, Record] = {}
    for record in all_records:
        if _is_for(record, whom):
            found.setdefault(record.seat.person.pk, record)
    return sorted(
        found.values(), key=lambda record: (record.seat.person.postal_code, record.seat.person.name)
    )


def _is_for(record: Record, whom: str) -> bool:
    if whom == "leads":
        return record.seat.role in (Seat.Role.CHAIR.label, Seat.Role.SECRETARY.label)
    return whom == "all" or record.seat.person.way_back.startswith(Person.WayBack.LETTER.label)
