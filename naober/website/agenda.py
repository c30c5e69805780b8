"""The meetings that are to come, for the calendar that somebody has already (RFC 5545)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse
from icalendar import Calendar, Event

from naober.decisions.models import Sitting
from naober.kit import dates
from naober.website.feeds import absolute, host

NOBODY_READ_IT = datetime(1970, 1, 1, tzinfo=dates.LOCAL)


def calendar(title: str, sittings: Sequence[Sitting]) -> bytes:
    """The sittings (`decisions.queries.coming_for_a_calendar`) as a calendar. What does not change gives the
    same bytes: nothing in it comes from the clock."""
    written = Calendar()
    written.add("prodid", "-//Naober//Vergaderingen//NL")
    written.add("version", "2.0")
    written.add("x-wr-calname", title)
    days = [sitting.on for sitting in sittings]
    for sitting in sittings:
        written.add_component(_event(sitting))
    if days:  # summer and winter time of the years around the meetings, and no more
        written.add_missing_timezones(date(min(days).year, 1, 1), date(max(days).year + 2, 1, 1))
    return bytes(written.to_ical())


def _event(sitting: Sitting) -> Event:
    """One sitting: at its hour, else the whole day. When it ends nobody knows."""
    read_at = getattr(sitting, "read_at", None) or NOBODY_READ_IT
    url = absolute(reverse("sitting", kwargs={"slug": sitting.slug}))
    event = Event()
    event.add("uid", f"zitting-{sitting.pk}@{host()}")
    event.add("dtstamp", read_at)
    event.add("last-modified", read_at)
    event.add("sequence", max((getattr(sitting, "version", None) or 1) - 1, 0))
    event.add("dtstart", sitting.starts_at.astimezone(dates.LOCAL) if sitting.starts_at else sitting.on)
    event.add("summary", sitting.body.name)
    event.add("description", f"Vergadering van de gemeente. U mag komen luisteren. De agenda: {url}")
    event.add("url", url)
    return event
