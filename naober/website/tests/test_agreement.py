"""Every page, feed, calendar and mail agrees with the ledger, whatever was done before."""

import re
from collections import Counter
from datetime import datetime
from random import Random

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given, note, settings
from hypothesis import strategies as st
from icalendar import Calendar

from naober.decisions import queries as decisions
from naober.decisions.models import Sitting
from naober.journal.models import Notice, Theme
from naober.kit import dates
from naober.register import actions as register
from naober.register import queries as register_queries
from naober.website import queries as website
from naober.website.tests.ledger import RELEASE
from naober.website.tests.play import Play
from naober.website.tests.steps import BEGIN
from testing.house import SETUP, SINCE, build_house

SEQUENCES = 100
PARTS = (1, 2)  # each with its own sequences, so that two workers share them
# Each of these happens tens of times in a part: without it the comparison would say less than it seems to.
MUST_HAPPEN = {
    "take in by a person: done",
    "confirm by umbrella: done",
    "confirm by board: done",
    "confirm first by umbrella: done",
    "confirm second by umbrella: already",
    "confirm everywhere: done",
    "add village: done",
    "dismiss by umbrella: done",
    "reopen: already",
    "call back before release: done",
    "call back after release: done",
    "narrowed",
    "add seat: done",
    "end seat: done",
    "end membership: done",
    "follow",
    "unfollow",
    "follow a theme",
    "unfollow a theme",
    "a theme with entries that not all see",
    "a meeting to come",
    "wait",
    "a page with older pages",
    "a backdated entry",
    "a weekly mail",
    "a notice dropped",
    "a correction that may not be seen",
    "a notice still open",
}


@pytest.fixture
def house(db):
    """The small umbrella, a second theme, and a guest association for the place that has no member."""
    house = build_house(BEGIN)
    with dates.as_if(BEGIN):
        register.add_theme(by=SETUP, code="wonen", name="Wonen")
        guests = register.add_association(
            by=SETUP, name="Gasten van Beilen", short_name="Gasten van Beilen", kind="guest"
        )
        register.add_membership(by=SETUP, association=guests, village=house.villages["Beilen"], from_on=SINCE)
    house.associations["Gasten van Beilen"] = guests
    return house


@pytest.mark.parametrize("part", PARTS)
def test_every_viewer_gets_what_the_ledger_says(house, part):
    reached = Counter()

    @settings(max_examples=SEQUENCES, report_multiple_bugs=False)
    @given(st.integers(0, 2**32), st.lists(st.integers(0, 999), min_size=12, max_size=18, unique=True))
    def tell(number, steps):
        before = transaction.savepoint()
        try:
            tell_and_compare(Play(house, reached), [chance_of(part, number, step) for step in steps])
        finally:
            transaction.savepoint_rollback(before)

    tell()
    assert MUST_HAPPEN - {what for what, times in reached.items() if times} == set()


def chance_of(*what: int) -> Random:
    """The dice of one step: the same again when hypothesis leaves out other steps."""
    return Random(str(what))  # noqa: S311  dice, and no secret


def tell_and_compare(play, chances) -> None:
    try:
        play.do("take_in", 0, chances[0].getrandbits(16), chances[0].getrandbits(16))
        for chance in chances:
            play.step(chance)
        with dates.as_if(play.ledger.now):
            compare(play)
    finally:
        note(play.story)
    count_what_came_of_it(play.ledger, play.reached)


def compare(play) -> None:
    house, ledger = play.house, play.ledger
    sittings = list(Sitting.objects.select_related("body"))
    themes = list(Theme.objects.order_by("code"))
    compare_what_is_for_everybody(house, ledger, themes)
    for viewer in house.viewers:
        actor = house.actor(viewer)
        assert home_to_the_end(actor) == ledger.home(viewer)
        for name, village in house.villages.items():
            assert village_to_the_end(actor, village) == ledger.village_page(viewer, name)
        for theme in themes:
            assert theme_to_the_end(actor, theme) == ledger.theme_page(viewer, theme.code)
        for sitting in sittings:
            page = decisions.sitting_page(actor, sitting)
            expected = ledger.sitting_page(viewer, f"{sitting.body.name} {sitting.on}")
            assert [shown.entry.pk for shown in page.entries] == expected
        if viewer != "visitor":
            assert mails_of(house.people[viewer]) == ledger.mailed(viewer)
            assert open_notices_of(house.people[viewer]) == ledger.open(viewer)


def compare_what_is_for_everybody(house, ledger, themes) -> None:
    """The feeds as they come over the line, and the calendar."""
    browser = Client()
    assert ids_in_feed(browser, "/nieuws.xml") == ledger.feed()
    for name, village in house.villages.items():
        assert ids_in_feed(browser, f"/dorpen/{village.slug}/nieuws.xml") == ledger.feed(village=name)
    for theme in themes:
        assert ids_in_feed(browser, f"/themas/{theme.code}/nieuws.xml") == ledger.feed(theme=theme.code)
    assert sittings_in_calendar(browser) == ledger.calendar()


def ids_in_feed(browser, address) -> list[int]:
    return [int(number) for number in re.findall(rb":regel-(\d+)</id>", browser.get(address).content)]


def sittings_in_calendar(browser) -> list[tuple[str, datetime | None]]:
    """As the ledger names them; a sitting of which nobody knows the hour stands there by its day."""
    events = Calendar.from_ical(browser.get("/vergaderingen.ics").content).walk("VEVENT")
    begins = [(str(event["SUMMARY"]), event["DTSTART"].dt) for event in events]
    return sorted(
        (f"{body} {begin.date()}", begin) if isinstance(begin, datetime) else (f"{body} {begin}", None)
        for body, begin in begins
    )


def theme_to_the_end(actor, theme) -> list[int]:
    return to_the_end(lambda before: website.theme_page(actor, theme, before))


def home_to_the_end(actor) -> list[int]:
    return to_the_end(lambda before: website.home_page(actor, before))


def village_to_the_end(actor, village) -> list[int]:
    return to_the_end(lambda before: register_queries.village_page(actor, village, before))


def to_the_end(page_before) -> list[int]:
    """The ids of the entries of all pages, the newest page first."""
    page = page_before("")
    found = [shown.entry.pk for shown in page.entries]
    while page.older:
        page = page_before(page.older)
        found += [shown.entry.pk for shown in page.entries]
    return found


def mails_of(person) -> list[list[int]]:
    mails: dict[int, list[int]] = {}
    told = Notice.objects.filter(person=person).exclude(outbox=None).order_by("outbox", "entry")
    for mail, entry in told.values_list("outbox", "entry"):
        mails.setdefault(mail, []).append(entry)
    return list(mails.values())


def open_notices_of(person) -> list[tuple]:
    still = Notice.objects.filter(person=person, outbox=None, dropped_reason=None).order_by("entry")
    return list(still.values_list("entry", "due_at"))


def count_what_came_of_it(ledger, reached) -> None:
    reached["a page with older pages"] += len(ledger.home("geertje")) > 25
    for theme in ledger.themes:
        everything = ledger.theme_page("geertje", theme)
        reached["a theme with entries that not all see"] += ledger.feed(theme=theme) != everything
    reached["a meeting to come"] += len(ledger.calendar())
    for owed in ledger.owed:
        reached["a correction in the mail"] += owed.mail is not None and owed.entry.withdraws
        reached["a weekly mail"] += owed.mail is not None and owed.weekly and not owed.entry.withdraws
        reached["a mail after a release that moved"] += (
            owed.mail is not None and owed.entry.release_at > owed.entry.recorded_at + RELEASE
        )
        reached["a notice dropped"] += owed.dropped
        reached["a correction that may not be seen"] += owed.dropped and owed.entry.withdraws
        reached["a notice still open"] += owed.is_open
    for entry in ledger.entries:
        reached["a backdated entry"] += entry.shown_at < entry.recorded_at
        reached["narrowed"] += entry.announces and entry.audience != "public"
