"""What the ledger of the oracle is written with: plain Python, nothing of the product."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
RELEASE = timedelta(minutes=10)
MOST_WAIT = timedelta(hours=1)
UMBRELLA = "the umbrella"
MUNICIPALITY = "the municipality"
# Who sees less than whom; those named are a matter of names.
WIDEST_FIRST = ("public", "table", "members", "village", "board")


@dataclass
class Dated:
    """Something that holds from a day until a day: a seat (who, of what) or a membership (who, where)."""

    who: str
    what: str
    from_on: date
    until_on: date | None = None
    role: str = ""

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@dataclass
class Written:
    """An entry as the ledger knows it."""

    id: int
    shown_at: datetime
    recorded_at: datetime
    release_at: datetime
    audience: str = "board"
    theme: str = ""
    villages: set[str] = field(default_factory=set)
    readers: set[str] = field(default_factory=set)
    item: tuple[str, str] | None = None
    announces: bool = False
    withdraws: bool = False
    withdrawn: bool = False


@dataclass
class Owed:
    """Somebody is to be told of an entry: with the next mail after `due`, once. `function` is the role and
    the board by which they are, if it is not by what they follow."""

    person: str
    entry: Written
    due: datetime
    weekly: bool
    function: tuple[str, str] | None = None
    mail: int | None = None
    dropped: bool = False

    @property
    def is_open(self) -> bool:
        return self.mail is None and not self.dropped


@dataclass
class Proposal:
    """A point concerns a village: proposed, confirmed or dismissed, by whom and when, told by which entry."""

    state: str = "proposed"
    by: str = ""
    at: datetime | None = None
    only_as_all: bool = False
    entry: int | None = None


@dataclass
class Point:
    """A point of a sitting: its theme by the newest paper, its villages, and whether it is about all."""

    key: tuple[str, str]
    theme: str = ""
    villages: dict[str, Proposal] = field(default_factory=dict)
    everywhere: Proposal = field(default_factory=lambda: Proposal(state="no"))


def weekly_moment(after: datetime) -> datetime:
    """The first Friday, 9.00 local time, after a moment."""
    first = after.astimezone(AMSTERDAM).date()
    fridays = (first + timedelta(days=n) for n in range(8) if (first + timedelta(days=n)).weekday() == 4)
    return next(m for day in fridays if (m := datetime.combine(day, time(9), tzinfo=AMSTERDAM)) > after)
