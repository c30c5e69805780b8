"""How long each kind of data stays: what has been kept long enough, and letting it go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from naober.journal.models import Follow
from naober.kit import dates, guard, scrub
from naober.kit.area import Clock, areas
from naober.kit.retention import MEMBER, SECRET, SIGN_IN, Retention
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Account, MailAddress, Person, Seat
from naober.register.models import BrowserSession
from naober.register.privacy import rules
from naober.register.privacy.erasing import erase_person

YEARS_AFTER_A_FUNCTION = 2


@dataclass(frozen=True)
class Due:
    """What one clock would let go now: how much, and of which class."""

    retention: Retention
    what: str
    count: int


def all_clocks() -> Iterable[Clock]:
    """The clocks of every area."""
    return (clock for area in areas() for clock in area.clocks)


def due(now: datetime) -> list[Due]:
    """What would go now, by clock; nothing goes."""
    return [Due(clock.retention, clock.what, clock.due(now)) for clock in all_clocks()]


def run(now: datetime) -> list[Due]:
    """Let go what has been kept long enough, by every clock, and say how much went."""
    return [Due(clock.retention, clock.what, clock.run(now)) for clock in all_clocks()]


def run_own(now: datetime) -> None:
    """The daily job of this area; others have their own."""
    for clock in CLOCKS:
        clock.run(now)


def persons_long_out(now: datetime) -> QuerySet[Person]:
    """Who had a function, has had none for two years, and asked to hear of nothing. Whom every page says to
    call stays."""
    today = timezone.localtime(now, dates.LOCAL).date()
    long_ago = today.replace(year=today.year - YEARS_AFTER_A_FUNCTION, day=min(today.day, 28))
    seats = Seat.objects.filter(person=OuterRef("pk"))
    ended = Exists(seats.filter(until_on__lte=long_ago))
    later = Exists(seats.exclude(until_on__lte=long_ago) | seats.filter(until_on=None))
    follows = Exists(Follow.objects.filter(person=OuterRef("pk")))
    umbrella = people.umbrella()
    found = Person.objects.filter(ended, ~later, ~follows, erased_at=None)
    return found.exclude(name=umbrella.contact_name) if umbrella else found


def forget_persons_long_out(now: datetime) -> int:
    """Forget them, and write the database anew when there was one. The number of persons."""
    persons = list(persons_long_out(now))
    for person in persons:
        erase_person(by=Actor.machine(rules.CLOCK), person=person)
    if persons:
        scrub.leave_no_trace()
    return len(persons)


def dead_sessions(now: datetime) -> QuerySet[BrowserSession]:
    return BrowserSession.objects.filter(expire_date__lt=now)


def end_dead_sessions(now: datetime) -> int:
    """Remove sessions that let nobody in any more. Their number."""
    with guard.opened("sign-in"):
        return dead_sessions(now).delete()[0]


def accounts_of_nobody(now: datetime) -> QuerySet[Account]:
    return Account.objects.exclude(address__in=MailAddress.objects.values("address"))


def end_accounts_of_nobody(now: datetime) -> int:
    """Remove sign-ins by an address that nobody has any more. Their number."""
    with guard.opened("sign-in"):
        ended = accounts_of_nobody(now).count()
        accounts_of_nobody(now).delete()
    return ended


CLOCKS = (
    Clock(
        MEMBER,
        "mensen die twee jaar geen functie hebben",
        lambda now: persons_long_out(now).count(),
        forget_persons_long_out,
    ),
    Clock(
        SECRET, "aanmeldingen die zijn verlopen", lambda now: dead_sessions(now).count(), end_dead_sessions
    ),
    Clock(
        SIGN_IN,
        "mailadressen die van niemand meer zijn",
        lambda now: accounts_of_nobody(now).count(),
        end_accounts_of_nobody,
    ),
)
