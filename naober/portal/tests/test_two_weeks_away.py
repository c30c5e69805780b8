"""The officer is away two weeks, told hour by hour: no term passes unseen.

Nothing is called by hand but what people do; the worker's jobs run each hour, as the machine would.
"""

from datetime import date, datetime, timedelta

import pytest

from naober.decisions import actions as decisions
from naober.decisions.models import Concern, Decided, Item
from naober.decisions.tests.papers import point, take_in
from naober.journal.models import Entry
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.post.models import OutboxMessage
from naober.post.worker import run_jobs
from naober.register.standing_in import actions as standing_in
from testing.house import build_house

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 23, 9, 0, tzinfo=LOCAL)
HOUR = timedelta(hours=1)
COMMITTEE, COUNCIL = date(2026, 11, 26), date(2026, 12, 3)


def at(day, hour):
    return dates.local_moment(day, datetime.min.time().replace(hour=hour))


class Fortnight:
    """Two weeks, an hour at a time; `does` says what people do at a moment."""

    def __init__(self):
        self.now = START

    def until(self, moment):
        while self.now < moment:
            self.now += HOUR
            with dates.as_if(self.now):
                run_jobs("worker")


@pytest.fixture
def house():
    with dates.as_if(START):
        yield build_house()


def agenda(house):
    """A committee of this week and a council of next week, with a moment to ask to speak each."""
    take_in(
        house,
        point("4", "Hijken", speak_until=at(COMMITTEE, 10).replace(tzinfo=None), confidence={"Hijken": 0.96}),
        point("5", "Elp", title="Bomen", confidence={"Elp": 0.6}),
        on=COMMITTEE,
        starts_at=at(COMMITTEE, 20),
    )
    take_in(
        house,
        point("6", "Laaghalen", title="Fietspad", confidence={"Laaghalen": 0.97}),
        point("7", "Elp", title="Speelplek", confidence={"Elp": 0.95}),
        body="Gemeenteraad",
        on=COUNCIL,
        starts_at=at(COUNCIL, 19),
    )


def mails(who):
    return list(OutboxMessage.objects.filter(to=f"{who}@dorp.example").order_by("id"))


def test_no_term_passes_unseen(house):
    weeks = Fortnight()
    standing_in.go_away(by=house.actor("renske"), back_on=START.date() + timedelta(days=14))
    with dates.as_if(START):
        agenda(house)

    # Who takes over is asked at once, by one mail, with all that waits.
    weeks.until(START + 2 * HOUR)
    assert [m.subject for m in mails("geertje")] == ["Vier dingen wachten: punten van de gemeente nakijken"]

    # Two days before the moment to speak the board of Hijken is told, marked.
    weeks.until(at(COMMITTEE, 9))
    told = Entry.objects.filter(kind="item_unchecked").order_by("id")
    assert [(e.line, e.recorded_at) for e in told] == [
        ("Nog niet nagekeken: Snelheid in de kom: op de agenda", at(COMMITTEE - timedelta(days=2), 10))
    ]
    first = mails("bert")[0]
    assert "Nog niet nagekeken" in first.text
    assert first.created_at < at(COMMITTEE - timedelta(days=2), 12)

    # The board confirms for itself; who follows Hijken reads it now, and Bert has no second mail of it.
    with dates.as_if(weeks.now):
        decisions.confirm_item(by=house.actor("bert"), item=Item.objects.get(number="4"))
    weeks.until(at(COMMITTEE, 21))
    assert len(mails("bert")) == 1

    # What the reader doubts goes to nobody unchecked; it stands under "misschien over ons".
    assert Concern.objects.get(item__number="5").early_entry is None

    # The council of next week: both boards in time, though nobody confirmed anything.
    weeks.until(at(COUNCIL, 18))
    early = {c.item.number: c.early_entry for c in Concern.objects.exclude(early_entry=None)}
    assert sorted(early) == ["6", "7"]
    assert {entry.recorded_at for entry in early.values()} == {at(COUNCIL - timedelta(days=2), 19)}
    assert "Nog niet nagekeken" in mails("carla")[0].text

    # Geertje had one mail about each of the points; she says that one was not about Elp after all.
    assert len(mails("geertje")) == 1
    with dates.as_if(weeks.now):
        decisions.dismiss_item(by=house.actor("geertje"), item=Item.objects.get(number="7"))
    lines = Entry.objects.filter(kind="item_called_back").values_list("line", flat=True)
    assert list(lines) == ["Rechtgezet, niet over Elp: Speelplek: op de agenda"]

    # She comes back: nothing is left but what nobody was sure of, or nobody looked at.
    weeks.until(START + timedelta(days=14, hours=1))
    left = Concern.objects.filter(state=Decided.PROPOSED).order_by("item__number")
    assert list(left.values_list("item__number", flat=True)) == ["5", "6"]
    assert mails("renske") == []


def test_at_home_but_busy_the_second_is_asked_after_twenty_hours(house):
    weeks = Fortnight()
    with dates.as_if(START):
        agenda(house)
    weeks.until(START + timedelta(hours=19))
    assert mails("geertje") == []
    weeks.until(START + timedelta(hours=60))
    asked = mails("geertje")
    assert [m.created_at for m in asked] == [START + timedelta(hours=20)]
