"""Saving a list as one, and taking it back as one."""

from datetime import date
from typing import Any

from django.db.models import F
from django.db.models.deletion import ProtectedError

from naober.journal.action import action, require
from naober.journal.models import Audience, Entry, Follow
from naober.journal.record import withdraw
from naober.kit import dates
from naober.kit.words import counted, join_with_en
from naober.people.actor import Actor
from naober.people.models import Account, MailAddress, Person, Seat
from naober.register import queries as register
from naober.register.actions import note
from naober.register.book.actions import give_address
from naober.register.sheets import queries, rules
from naober.register.sheets.comparing import ENDS, Plan, Proposal
from naober.register.sheets.models import Sheet, SheetChange

Kind = SheetChange.Kind


class NotOpenError(Exception):
    """The list was saved, or taken back, before."""


class OtherwiseError(Exception):
    """What would be saved is not what was shown: the register changed meanwhile, or a question is open."""


class ChangedSinceError(Exception):
    """Taking back would undo what people changed afterwards; `reasons` says what, in Dutch."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


@action
def save_list(*, by: Actor, sheet: Sheet, fingerprint: str) -> Plan:
    """Write all that the list says, in one go. `fingerprint` is that of the differences as they were shown.

    Raises NotOpenError, or OtherwiseError when other differences would be saved than were shown.
    """
    require(rules.may_bring_list(by))
    rows = Sheet.objects.filter(pk=sheet.pk, state=Sheet.State.OPEN)
    if not rows.update(state=Sheet.State.SAVED, saved_at=dates.now()):
        raise NotOpenError
    plan = queries.plan_of(sheet)
    if plan.fingerprint != fingerprint or plan.is_open:
        raise OtherwiseError
    writer = _Writer(sheet)
    for proposal in (*plan.new, *plan.changed):
        writer.write(proposal)
    for missing in plan.missing:
        if missing.chosen == ENDS:
            writer.end(missing.seat)
    _tell(by, sheet, plan, writer.boards)
    return plan


def in_words(plan: Plan) -> str:
    """`drie mensen nieuw, één bijgewerkt en één gestopt`."""
    new, changed = len(plan.new), len(plan.changed)
    ended = sum(1 for missing in plan.missing if missing.chosen == ENDS)
    said = [counted(new, "regel nieuw", "regels nieuw")] if new else []
    said += [counted(changed, "regel bijgewerkt", "regels bijgewerkt")] if changed else []
    said += [counted(ended, "functie gestopt", "functies gestopt")] if ended else []
    return join_with_en(said) or "niets veranderd"


def _tell(by: Actor, sheet: Sheet, plan: Plan, boards: set[Any]) -> Entry:
    """One line for the whole list, at the villages whose board changed."""
    reasons = {
        village.pk: f"Omdat {board} voor dit dorp spreekt."
        for board in boards
        for village in register.villages_of(board)
    }
    audience = Audience.VILLAGE if reasons else Audience.BOARD
    line = f"Uit een lijst bijgewerkt: {in_words(plan)}"
    return note(by, "list_saved", line, sheet.pk, audience=audience, villages=reasons)


class _Writer:
    """Writes proposals, inside an action, and remembers each change."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.begun: dict[str, Person] = {}
        self.boards: set[Any] = set()

    def write(self, proposal: Proposal) -> None:
        """All that one row says."""
        person = proposal.person or self.begun.get(proposal.new_key) or self._begin(proposal)
        for difference in proposal.of_person:
            self._change(person, difference.field, difference.before, difference.after)
        seat = proposal.seat or self._seat(person, proposal)
        for difference in proposal.of_seat:
            Seat.objects.filter(pk=seat.pk).update(**{difference.field: date.fromisoformat(difference.after)})
            self._note(
                Kind.SEAT_CHANGED, seat=seat, person=person,
                field=difference.field, before=difference.before, after=difference.after,
            )  # fmt: skip
            self.boards.add(proposal.association)
        if proposal.new_mail:
            self._give(proposal, person, seat)

    def end(self, seat: Seat) -> None:
        """Somebody who is not on the list stops, because a person said so."""
        today = max(dates.today(), seat.from_on)
        if Seat.objects.filter(pk=seat.pk, until_on=None).update(until_on=today):
            self._note(Kind.SEAT_ENDED, seat=seat, person=seat.person, after=today.isoformat())
            self.boards.add(seat.association)

    def _begin(self, proposal: Proposal) -> Person:
        row = proposal.row
        person = Person.objects.create(
            name=row.name,
            call_name=row.call_name or row.name.split()[0][:60],
            phone=row.phone,
            street=row.street,
            postal_code=row.postal_code,
            town=row.town,
            way_back=_way_back(proposal),
        )
        self.begun[proposal.new_key] = person
        self._note(Kind.PERSON_ADDED, person=person)
        return person

    def _change(self, person: Person, field: str, before: str, after: str) -> None:
        Person.objects.filter(pk=person.pk).update(**{field: after}, version=F("version") + 1)
        self._note(Kind.PERSON_CHANGED, person=person, field=field, before=before, after=after)

    def _seat(self, person: Person, proposal: Proposal) -> Seat:
        row = proposal.row
        same = Seat.objects.filter(
            person=person, association=proposal.association, role=row.role, until_on=None
        )
        seat = same.first()  # two rows of the list that say the same
        if seat:
            return seat
        seat = Seat.objects.create(
            person=person,
            association=proposal.association,
            role=row.role,
            from_on=row.from_on or min(dates.today(), row.term_ends_on or dates.today()),
            term_ends_on=row.term_ends_on,
        )
        self._note(Kind.SEAT_ADDED, seat=seat, person=person)
        self.boards.add(proposal.association)
        return seat

    def _give(self, proposal: Proposal, person: Person, seat: Seat) -> None:
        holder = {"person": person, "seat": seat, "association": proposal.association}[proposal.mail_of]
        known = MailAddress.objects.filter(address=proposal.new_mail, **{proposal.mail_of: holder})
        if not known.exists():
            address = give_address(proposal.new_mail, **{proposal.mail_of: holder})
            self._note(Kind.ADDRESS_ADDED, address=address, person=person)

    def _note(self, kind: str, **fields: Any) -> None:
        SheetChange.objects.create(sheet=self.sheet, kind=kind, **fields)


def _way_back(proposal: Proposal) -> str:
    row = proposal.row
    if row.mail or not (row.phone or row.street):
        return Person.WayBack.MAIL
    if row.phone:
        return Person.WayBack.PHONE
    whole = row.street and row.postal_code and row.town
    return Person.WayBack.LETTER if whole else Person.WayBack.MAIL


# --- taking back -------------------------------------------------------------------------------------------


@action
def undo_list(*, by: Actor, sheet: Sheet) -> None:
    """Make everything as it was before the list was saved.

    Raises NotOpenError when it is not saved (any more), and ChangedSinceError when somebody changed one of
    these things afterwards: then nothing is taken back, since that would undo their work, too.
    """
    require(rules.may_bring_list(by))
    rows = Sheet.objects.filter(pk=sheet.pk, state=Sheet.State.SAVED)
    if not rows.update(state=Sheet.State.UNDONE, undone_at=dates.now()):
        raise NotOpenError
    changes = list(sheet.changes.select_related("person", "seat", "address").order_by("-pk"))
    reasons = [reason for change in changes if (reason := _changed_since(change))]
    if reasons:
        raise ChangedSinceError(reasons)
    for change in changes:
        _take_back(change)
    entry = Entry.objects.get(area="register", kind="list_saved", subject_id=sheet.pk)
    withdraw(by=by, entry=entry, kind="list_undone", line="Teruggedraaid: de lijst die was ingelezen")


def _changed_since(change: SheetChange) -> str:
    """What somebody changed after the list was saved, as a sentence; "" when nothing."""
    who = change.person.name if change.person else ""
    seat, person = change.seat, change.person
    if change.kind == Kind.PERSON_CHANGED and str(getattr(person, change.field)) != change.after:
        return f"Van {who} is intussen iets anders opgeschreven."
    if change.kind == Kind.SEAT_ADDED and (seat is None or seat.until_on is not None):
        return f"De functie van {who} is intussen gestopt."
    if change.kind == Kind.SEAT_ADDED and seat and seat.addresses.exclude(pk__in=_added(change)).exists():
        return f"Bij de functie van {who} staat intussen een mailadres."
    if change.kind == Kind.SEAT_CHANGED and str(getattr(seat, change.field)) != change.after:
        return f"De termijn van {who} is intussen veranderd."
    if change.kind == Kind.SEAT_ENDED and str(seat and seat.until_on) != change.after:
        return f"Van {who} is de laatste dag intussen veranderd."
    if change.kind == Kind.PERSON_ADDED and person:
        return _grown(change, person)
    return ""


def _grown(change: SheetChange, person: Person) -> str:
    """What somebody new got after the list: then they can not simply go again."""
    own = change.sheet.changes.filter(kind=Kind.SEAT_ADDED).values("seat")
    if person.version != 1:
        return f"{person.name} is intussen bijgewerkt."
    if person.seats.exclude(pk__in=own).exists():
        return f"{person.name} kreeg intussen nog een functie."
    if Entry.objects.filter(person=person).exists() or Follow.objects.filter(person=person).exists():
        return f"{person.name} deed intussen iets."
    if person.addresses.exclude(pk__in=_added(change)).exists():
        return f"{person.name} kreeg intussen een mailadres."
    return ""


def _added(change: SheetChange) -> Any:
    return change.sheet.changes.filter(kind=Kind.ADDRESS_ADDED).values("address")


def _take_back(change: SheetChange) -> None:
    match change.kind:
        case Kind.PERSON_CHANGED:
            _restore(Person, change.person_id, change.field, change.before, version=F("version") + 1)
        case Kind.SEAT_CHANGED:
            before = date.fromisoformat(change.before) if change.before else None
            _restore(Seat, change.seat_id, change.field, before)
        case Kind.SEAT_ENDED:
            _restore(Seat, change.seat_id, "until_on", None)
        case Kind.ADDRESS_ADDED if change.address:
            _forget(change.address)
        case Kind.SEAT_ADDED | Kind.PERSON_ADDED:
            _remove(change)


def _restore(model: type[Person] | type[Seat], pk: Any, field: str, before: Any, **more: Any) -> None:
    model._default_manager.filter(pk=pk).update(**{field: before}, **more)


def _forget(address: MailAddress) -> None:
    said = address.address
    MailAddress.objects.filter(pk=address.pk).delete()
    if not MailAddress.objects.filter(address=said).exists():
        Account.objects.filter(address=said).delete()


def _remove(change: SheetChange) -> None:
    row = change.seat if change.kind == Kind.SEAT_ADDED else change.person
    if row is None:
        return
    try:
        row.delete()
    except ProtectedError as held:
        who = change.person.name if change.person else "Iemand"
        raise ChangedSinceError([f"{who} heeft intussen iets gedaan dat bewaard blijft."]) from held
