"""Days and moments as the Netherlands reckons them. Moments are stored in UTC, days are local."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

LOCAL = ZoneInfo("Europe/Amsterdam")


_pretended: ContextVar[datetime | None] = ContextVar("pretended_moment", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _pretended.get() or timezone.now()


@contextmanager
def as_if(moment: datetime) -> Iterator[None]:
    """Let the clock stand still at `moment` inside: for the demo and other made-up history."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)


def today() -> date:
    """The local day of this moment."""
    return timezone.localtime(now(), LOCAL).date()


def local_moment(day: date, at: time) -> datetime:
    """The moment that a local clock shows `at` on `day`."""
    return datetime.combine(day, at, tzinfo=LOCAL)


def as_local(moment: datetime | None) -> datetime | None:
    """A moment as a paper prints it, without a zone, as the local moment that it means; None stays None."""
    return moment.replace(tzinfo=LOCAL) if moment and moment.tzinfo is None else moment


def next_weekly_moment(after: datetime, weekday: int, at: time) -> datetime:
    """The first local `weekday` (Monday is 0) at `at` that comes strictly after `after`."""
    day = timezone.localtime(after, LOCAL).date()
    moment = local_moment(day + timedelta(days=(weekday - day.weekday()) % 7), at)
    return moment if moment > after else local_moment(moment.date() + timedelta(days=7), at)
