"""Reads about who does what now: who is away, who takes over, whose turn it is at a queue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from naober.kit import dates
from naober.kit.area import Queue, Waiting
from naober.people.actor import Actor
from naober.people.models import MailAddress, Person, Seat
from naober.register.standing_in.models import Absence, Asked


@dataclass(frozen=True)
class Hands:
    """Who can do what waits in a queue. `usual` normally does it, `now` does today, `then` is asked when
    nobody did; `back_on` is when the usual one is there again."""

    usual: Person | None
    now: Person | None
    then: Person | None
    back_on: date | None

    @property
    def taken_over(self) -> bool:
        """Whether somebody else than usual does it today."""
        return self.now is not None and self.now != self.usual


def absence_of(person: Person) -> Absence | None:
    """Until when somebody is away, when that is so today."""
    return _away(dates.today()).filter(person=person).select_related("deputy").first()


def away_today() -> list[Absence]:
    """Everybody of the umbrella who is away today, the first to come back on top."""
    people = Seat.objects.on(dates.today()).filter(association=None, body=None).values("person")
    found = _away(dates.today()).filter(person__in=people)
    return list(found.select_related("person", "deputy").order_by("back_on", "pk"))


def colleagues_of(actor: Actor) -> list[Person]:
    """Who sits at the same table as `actor`: at the umbrella's, or in the same association."""
    today = dates.today()
    seats = Seat.objects.on(today).filter(body=None).exclude(person=actor.person).select_related("person")
    if actor.works_for_umbrella:
        seats = seats.filter(association=None)
    else:
        seats = seats.filter(association__in=[s.association_id for s in actor.seats if s.association_id])
    return list(dict.fromkeys(seat.person for seat in seats.order_by("person__name", "pk")))


def hands_of(queue: Queue) -> Hands:
    """Whose turn it is at a queue today: first its own two, then the chair and the rest of the board."""
    today = dates.today()
    people = _in_turn(queue, today)
    absences = {a.person_id: a for a in _away(today).select_related("deputy")}
    present = dict.fromkeys(p for p in (_or_deputy(person, absences) for person in people) if p)
    # Nobody left: then it is asked of who is away, for a term does not wait.
    turn = [*present] or people[1:]
    usual = people[0] if people else None
    back = absences.get(usual.pk) if usual else None
    return Hands(usual, next(iter(turn), None), next(iter(turn[1:]), None), back.back_on if back else None)


def _in_turn(queue: Queue, day: date) -> list[Person]:
    order = {role: place for place, role in enumerate((queue.first, queue.second, Seat.Role.CHAIR))}
    seats = Seat.objects.on(day).filter(association=None, body=None).select_related("person")
    in_order = sorted(seats, key=lambda seat: (order.get(seat.role, len(order)), seat.pk))
    return list(dict.fromkeys(seat.person for seat in in_order))


def _or_deputy(person: Person, absences: dict[int, Absence]) -> Person | None:
    absence = absences.get(person.pk)
    if absence is None:
        return person
    deputy = absence.deputy
    return deputy if deputy and deputy.pk not in absences else None


def not_asked_yet(queue: Queue, person: Person, waiting: Iterable[Waiting]) -> list[Waiting]:
    """What waits in a queue and this person was not mailed about."""
    asked = set(Asked.objects.filter(queue=queue.name, person=person).values_list("key", flat=True))
    return [thing for thing in waiting if not asked.issuperset(thing.keys)]


def seen_by_nobody(queue: Queue, now: datetime) -> list[Waiting]:
    """What waits longer than its clock allows, though nobody was asked: the clock stands still."""
    asked = set(Asked.objects.filter(queue=queue.name).values_list("key", flat=True))
    late = (thing for thing in queue.waiting(now) if now - thing.since > queue.wait)
    return [thing for thing in late if not asked.issuperset(thing.keys)]


def held_until(address: str) -> datetime | None:
    """Until when mail that can wait is held: the morning that whoever reads this address is back. An address
    that more than one reads is never held."""
    today = dates.today()
    readers = MailAddress.objects.filter(address=address.lower())
    persons = {a.person_id or (a.seat.person_id if a.seat else None) for a in readers.select_related("seat")}
    if len(persons) != 1 or None in persons:
        return None
    absence = _away(today).filter(person__in=persons).first()
    return dates.local_moment(absence.back_on, datetime.min.time().replace(hour=8)) if absence else None


def _away(day: date) -> "QuerySet[Absence]":
    return Absence.objects.filter(from_on__lte=day, back_on__gt=day)
