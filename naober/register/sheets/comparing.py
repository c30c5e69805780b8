"""A list beside the register: what is new, what differs field by field, what is the same, and what a person
has to say. Nothing is written here, and an empty cell never takes anything away."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from naober.kit.words import day_and_year
from naober.people.models import Association, Person, Seat
from naober.register.sheets.reading.columns import Column, letters_of
from naober.register.sheets.reading.values import ROLES, ReadRow
from naober.register.sheets.register import Known

SKIP, NEW, WITHOUT = "skip", "new", "without"
STAYS, ENDS = "stays", "ends"
LABELS = {
    "name": "naam", "phone": "telefoon", "street": "straat en huisnummer", "postal_code": "postcode",
    "town": "woonplaats", "from_on": "in functie vanaf", "term_ends_on": "aftredend op",
}  # fmt: skip
_ROLE_WORDS = dict(Seat.Role.choices)
_SHARED = ("info", "bestuur", "contact")
_OF_ROLE = {"secretari": "secretary", "voorzitter": "chair", "penningmeester": "treasurer"}


@dataclass(frozen=True)
class Doubt:
    """What the list does not make clear: a question with answers, of which one is to leave the row out."""

    key: str
    question: str
    options: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def is_open(self) -> bool:
        return self.chosen not in {value for value, _ in self.options}


@dataclass(frozen=True)
class Difference:
    """One field that the list says otherwise."""

    field: str
    before: str
    after: str

    @property
    def label(self) -> str:
        return LABELS[self.field]

    @property
    def words(self) -> tuple[str, str]:
        """Before and after as people read them."""
        return _in_words(self.before), _in_words(self.after)


def _in_words(said: str) -> str:
    return day_and_year(date.fromisoformat(said)) if re.fullmatch(r"\d{4}-\d\d-\d\d", said) else said


@dataclass(frozen=True)
class Proposal:
    """What one row would do. `person` is who it is about, `new_key` names somebody new, whom several rows
    may be about; `seat` is the function as it is now, None when the row begins one."""

    row: ReadRow
    doubts: tuple[Doubt, ...] = ()
    skipped: str = ""
    person: Person | None = None
    new_key: str = ""
    association: Association | None = None
    seat: Seat | None = None
    of_person: tuple[Difference, ...] = ()
    of_seat: tuple[Difference, ...] = ()
    new_mail: str = ""
    mail_of: str = ""

    @property
    def is_open(self) -> bool:
        return any(doubt.is_open for doubt in self.doubts)

    @property
    def kind(self) -> str:
        """How the row is shown: doubt, skipped, new, changed or same."""
        if self.skipped:
            return "skipped"
        if self.is_open:
            return "doubt"
        if self.person is None:
            return "new"
        changes = self.of_person or self.of_seat or self.new_mail or self.seat is None
        return "changed" if changes else "same"

    @property
    def role_word(self) -> str:
        return _ROLE_WORDS[self.row.role]


@dataclass(frozen=True)
class Missing:
    """A function in the register, of a board that is on the list, that the list does not name."""

    seat: Seat
    chosen: str


@dataclass(frozen=True)
class Plan:
    """All that saving the list would do."""

    proposals: tuple[Proposal, ...]
    missing: tuple[Missing, ...]

    @property
    def new(self) -> tuple[Proposal, ...]:
        return self._of_kind("new")

    @property
    def changed(self) -> tuple[Proposal, ...]:
        return self._of_kind("changed")

    @property
    def same(self) -> tuple[Proposal, ...]:
        return self._of_kind("same")

    @property
    def skipped(self) -> tuple[Proposal, ...]:
        return self._of_kind("skipped")

    def _of_kind(self, kind: str) -> tuple[Proposal, ...]:
        return tuple(p for p in self.proposals if p.kind == kind)

    @property
    def asked(self) -> tuple[Proposal, ...]:
        """The rows with a question, answered or not."""
        return tuple(p for p in self.proposals if p.doubts)

    @property
    def is_open(self) -> bool:
        return any(p.is_open for p in self.proposals)

    @property
    def changes_something(self) -> bool:
        return any(p.kind in ("new", "changed") for p in self.proposals) or any(
            m.chosen == ENDS for m in self.missing
        )

    @property
    def fingerprint(self) -> str:
        """Differs when anything would be done otherwise: what is saved is what was shown."""
        told = [
            (
                p.row.number, p.kind, p.person and p.person.pk, p.new_key, p.row.name, p.row.role,
                p.association and p.association.pk, p.new_mail, p.mail_of,
                [(d.field, d.before, d.after) for d in (*p.of_person, *p.of_seat)],
            )
            for p in self.proposals
        ]  # fmt: skip
        ends = [(m.seat.pk, m.chosen) for m in self.missing]
        return hashlib.sha256(json.dumps([told, ends]).encode()).hexdigest()[:32]


def compare(rows: Iterable[ReadRow], known: Known, choices: Mapping[str, str]) -> Plan:
    """Lay the rows beside the register, with what was chosen by the key of a doubt."""
    proposals: list[Proposal] = []
    for row in rows:
        proposals.append(_propose(row, known, choices, proposals))
    named = {p.seat.pk for p in proposals if p.seat}
    on_list = {p.association.pk for p in proposals if p.association}
    missing = [
        Missing(seat, choices.get(f"seat:{seat.pk}", STAYS))
        for seat in known.seats
        if seat.association_id in on_list and seat.pk not in named
    ]
    return Plan(tuple(proposals), tuple(missing))


def _propose(row: ReadRow, known: Known, choices: Mapping[str, str], earlier: list[Proposal]) -> Proposal:
    if not row.name:
        return Proposal(row, skipped="Op deze regel staat geen naam.")
    row, doubts = _settle_cells(row, choices)
    association, place_doubt = _association_of(row, known, choices)
    person, new_key, who_doubt = _person_of(row, association, known, choices, earlier)
    doubts += [doubt for doubt in (place_doubt, who_doubt) if doubt]
    if any(doubt.chosen == SKIP for doubt in doubts):
        return Proposal(row, tuple(doubts), skipped="U slaat deze regel over.")
    proposal = Proposal(row, tuple(doubts), association=association, person=person, new_key=new_key)
    if proposal.is_open or association is None:
        return proposal
    seat = known.seat_of(person, association, row.role) if person else None
    new_mail, mail_of = _mail_of(row, person, seat, association, known)
    return replace(
        proposal,
        seat=seat,
        of_person=tuple(_differences(person, row, ("name", "phone", "street", "postal_code", "town"))),
        of_seat=tuple(_differences(seat, row, ("from_on", "term_ends_on"))),
        new_mail=new_mail,
        mail_of=mail_of,
    )


def _doubt(
    row: ReadRow, about: str, question: str, options: list[tuple[str, str]], choices: Mapping[str, str]
) -> Doubt:
    key = f"{row.number}:{about}"
    last = (SKIP, "Sla deze regel over")
    return Doubt(key, question, (*options, last), choices.get(key, ""))


def _settle_cells(row: ReadRow, choices: Mapping[str, str]) -> tuple[ReadRow, list[Doubt]]:
    """The questions about cells that can not be read; a function that was chosen is filled in."""
    doubts = []
    for column, said in row.odd.items():
        if column == Column.ROLE:
            options = [(role, _ROLE_WORDS[role]) for role in ROLES]
            question = f"Welke functie is “{said}”?"
        else:
            options = [(WITHOUT, f"Bewaar de regel zonder: {column.value}")]
            question = f"“{said}” kunnen wij niet lezen als {column.value}. Klopt dit?"
        doubt = _doubt(row, column.name.lower(), question, options, choices)
        doubts.append(doubt)
        if column == Column.ROLE and doubt.chosen in ROLES:
            row = replace(row, role=doubt.chosen)
    return row, doubts


def _association_of(
    row: ReadRow, known: Known, choices: Mapping[str, str]
) -> tuple[Association | None, Doubt | None]:
    found = known.association_named(row.association) or known.association_at(row.village)
    found = found or known.association_at(row.association)
    if found:
        return found, None
    said = " ".join(word for word in (row.association, row.village) if word) or "niets"
    options = [(f"board:{a.pk}", a.name) for a in known.associations]
    doubt = _doubt(row, "place", f"Er staat “{said}”. Welke vereniging is dat?", options, choices)
    pk = doubt.chosen.removeprefix("board:")
    chosen = next((a for a in known.associations if str(a.pk) == pk), None)
    return chosen, doubt


def _person_of(
    row: ReadRow,
    association: Association | None,
    known: Known,
    choices: Mapping[str, str],
    earlier: list[Proposal],
) -> tuple[Person | None, str, Doubt | None]:
    """Who the row is about: somebody in the register, or a key for somebody new; and the question when
    that is not sure."""
    same_name = known.named(row.name)
    sure = [p for p in same_name if known.is_surely(p, row, association)]
    if len(sure) == 1:
        return sure[0], "", None
    others = same_name or known.with_mail(row.mail)
    before = [p for p in earlier if p.new_key and letters_of(p.row.name) == letters_of(row.name)]
    if not others:
        same = next((p for p in before if _goes_with(p, row, association)), None)
        if same or not before:
            return None, same.new_key if same else f"row:{row.number}", None
    options = [(f"person:{p.pk}", f"Het is {p.name}, {known.describe(p)}") for p in others]
    options += [(p.new_key, f"Dezelfde als op regel {p.row.number}") for p in before]
    options.append((NEW, "Het is iemand anders, nog niet in het register"))
    doubt = _doubt(row, "who", _who_question(row, same_name, before), options, choices)
    if doubt.chosen.startswith("person:"):
        return known.persons.get(int(doubt.chosen.removeprefix("person:"))), "", doubt
    joined = doubt.chosen if doubt.chosen.startswith("row:") else f"row:{row.number}"
    return None, joined, doubt


def _who_question(row: ReadRow, same_name: list[Person], before: list[Proposal]) -> str:
    if same_name or before:
        return f"Er is meer dan één {row.name}, of wij weten niet zeker of het dezelfde is. Wie is dit?"
    return f"Het mailadres {row.mail} is van iemand met een andere naam. Wie is {row.name}?"


def _goes_with(earlier: Proposal, row: ReadRow, association: Association | None) -> bool:
    one, other = earlier.row, row
    return bool(
        (one.mail and one.mail == other.mail)
        or (one.phone and one.phone == other.phone)
        or (earlier.association == association and not (one.mail and other.mail))
    )


def _differences(now: Person | Seat | None, row: ReadRow, fields: tuple[str, ...]) -> Iterable[Difference]:
    if now is None:
        return
    for field in fields:
        said, is_now = getattr(row, field), getattr(now, field)
        if not said or _bare(field, said) == _bare(field, is_now):
            continue
        yield Difference(field, str(is_now or ""), str(said))


def _bare(field: str, value: object) -> str:
    text = str(value or "")
    return "".join(c for c in text if c.isdigit()) if field == "phone" else text


def _mail_of(
    row: ReadRow, person: Person | None, seat: Seat | None, association: Association, known: Known
) -> tuple[str, str]:
    """The address that the row adds, and whose it is: of the person, the function or the whole board."""
    if not row.mail or known.reaches(row.mail, person, seat, association):
        return "", ""
    local = letters_of(row.mail.partition("@")[0])
    if any(local.startswith(start) and role == row.role for start, role in _OF_ROLE.items()):
        return row.mail, "seat"
    return row.mail, "association" if local.startswith(_SHARED) else "person"
