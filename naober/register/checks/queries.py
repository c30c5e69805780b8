"""Reads of "klopt dit nog?": whom to ask, what they see of themselves, who answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from naober.kit import dates
from naober.people import queries as people
from naober.people.models import Person, Seat
from naober.post import tokens
from naober.register.book import queries as book
from naober.register.book.queries import PersonPage, ShownBoard
from naober.register.checks.models import DataCheck

ONCE_IN = timedelta(days=300)
REMIND_AFTER = timedelta(days=14)
KEPT_OPEN = timedelta(days=60)
SPEAKS_FOR_BOARD = (Seat.Role.SECRETARY, Seat.Role.CHAIR)


@dataclass(frozen=True)
class OwnData:
    """What somebody is asked about: themselves, and the boards that they speak for."""

    person: Person
    page: PersonPage
    boards: tuple[ShownBoard, ...]


def to_ask(now: datetime) -> QuerySet[Person]:
    """Everybody with a function in a board or the umbrella whom nobody asked this year."""
    seats = Seat.objects.on(dates.today()).filter(person=OuterRef("pk"), body=None)
    asked = DataCheck.objects.filter(person=OuterRef("pk"), asked_at__gt=now - ONCE_IN)
    return Person.objects.filter(Exists(seats)).exclude(Exists(asked)).order_by("pk")


def own_data(person: Person) -> OwnData:
    """All that we keep of a person, as they see it themselves; with the board, for who speaks for it."""
    actor = people.actor_for(person.pk)
    page = book.person_page(actor, (person, book.present_of(person)))
    return OwnData(person, page, tuple(_boards_of(person)))


def _boards_of(person: Person) -> list[ShownBoard]:
    """The boards in which this person is the one to ask: the secretary, or the chair without one."""
    actor = people.actor_for(person.pk)
    found = []
    for seat in actor.seats:
        if seat.association is None or seat.role not in SPEAKS_FOR_BOARD:
            continue
        board = book.association_page(actor, seat.association).board
        has_secretary = any(s.role == Seat.Role.SECRETARY.label for s in board.seats)
        if seat.role == Seat.Role.SECRETARY or not has_secretary:
            found.append(board)
    return found


def seat_behind(person: Person, address: str) -> Seat | None:
    """The function by which an address reaches a person; None for an address of their own. Who gets the
    function next reads that address, too, and may not open what was sent to the one before."""
    if person.addresses.filter(address=address).exists():
        return None
    of_function = Q(addresses__address=address) | Q(association__addresses__address=address)
    return Seat.objects.on(dates.today()).filter(of_function, person=person).order_by("pk").first()


def check_by_secret(secret: str) -> DataCheck | None:
    """The question that the link in a mail opens, as long as it may be answered."""
    token = tokens.find(secret)
    if token is None:
        return None
    rows = DataCheck.objects.select_related("person", "token")
    return rows.filter(token=token, answered_at=None).first()


def check_by_id(check_id: int) -> DataCheck | None:
    return DataCheck.objects.select_related("person").filter(pk=check_id).first()


def to_remind(now: datetime) -> QuerySet[DataCheck]:
    """Who was mailed two weeks ago, gave no answer and was not reminded."""
    waiting = DataCheck.objects.filter(answered_at=None, reminded_at=None, token__isnull=False)
    return waiting.filter(asked_at__lte=now - REMIND_AFTER, token__expires_at__gt=now).select_related(
        "person", "token"
    )


@dataclass(frozen=True)
class CheckPage:
    """How it stands: whom to call, who gave a change, who is silent, and how many said that it is right."""

    to_call: tuple[DataCheck, ...]
    changed: tuple[DataCheck, ...]
    waiting: tuple[DataCheck, ...]
    right: int
    to_ask: int
    month: int | None


def check_page() -> CheckPage:
    """The answers of this year."""
    now = dates.now()
    recent = (
        DataCheck.objects.filter(asked_at__gt=now - ONCE_IN).select_related("person").order_by("person__name")
    )
    umbrella = people.umbrella()
    return CheckPage(
        to_call=tuple(recent.filter(answered_at=None, token=None)),
        changed=tuple(open_changes()),
        waiting=tuple(recent.filter(answered_at=None, token__isnull=False)),
        right=recent.filter(answer=DataCheck.Answer.RIGHT).count(),
        to_ask=to_ask(now).count(),
        month=umbrella.check_month if umbrella else None,
    )


def open_changes() -> QuerySet[DataCheck]:
    """Changes that people gave and nobody worked on yet."""
    changed = DataCheck.objects.filter(answer=DataCheck.Answer.CHANGED, handled_at=None)
    return changed.select_related("person").order_by("answered_at")
