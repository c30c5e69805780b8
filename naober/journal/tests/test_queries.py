"""Reading the journal: pages by key, lines made anew."""

from datetime import datetime, timedelta

import pytest

from naober.journal import queries
from naober.journal.models import Line
from naober.journal.projection import rebuild_lines
from naober.journal.tests.test_record import MONDAY, house, take_back, told  # noqa: F401  a fixture
from naober.kit import dates

pytestmark = pytest.mark.django_db


def pages(read, key):
    """The entries of each page, until there is no older one."""
    page = read(None)
    found = [[shown.entry for shown in page.entries]]
    while page.older:
        page = read(key(page.older))
        found.append([shown.entry for shown in page.entries])
    return found


def test_a_village_is_paged_by_key_at_equal_moments(house):  # noqa: F811
    entries = [told(house, "Elp") for _ in range(5)][::-1]
    elp, visitor = house.villages["Elp"], house.actor("visitor")
    found = pages(lambda before: queries.of_village(visitor, elp, before=before, limit=2), queries.parse_key)
    assert found == [entries[0:2], entries[2:4], entries[4:5]]


def test_a_backdated_entry_stands_where_it_happened_at_its_village_and_newest_at_home(house):  # noqa: F811
    elp, visitor = house.villages["Elp"], house.actor("visitor")
    first = told(house, "Elp", happened_at=MONDAY - timedelta(days=1))
    late = told(house, "Elp", happened_at=MONDAY - timedelta(days=2))
    found = pages(lambda before: queries.of_village(visitor, elp, before=before, limit=1), queries.parse_key)
    assert found == [[first], [late]]
    assert pages(lambda before: queries.newest(visitor, before=before, limit=1), int) == [[late], [first]]


def test_a_last_page_that_is_full_names_no_older_one(house):  # noqa: F811
    for _ in range(2):
        told(house, "Elp")
    assert queries.of_village(house.actor("visitor"), house.villages["Elp"], limit=2).older == ""
    assert queries.newest(house.actor("visitor"), limit=2).older == ""


def test_news_that_comes_while_reading_moves_no_page(house):  # noqa: F811
    entries = [told(house, "Elp") for _ in range(3)][::-1]
    elp, visitor = house.villages["Elp"], house.actor("visitor")
    older = queries.of_village(visitor, elp, limit=2).older
    with dates.as_if(MONDAY + timedelta(hours=1)):
        told(house, "Elp")
    page = queries.of_village(visitor, elp, before=queries.parse_key(older), limit=2)
    assert [shown.entry for shown in page.entries] == entries[2:]


@pytest.mark.parametrize("key", ["", "_", "gisteren_1", "2026-11-23T10:00:00+01:00_x", "5"])
def test_what_is_no_key_is_none(key):
    assert queries.parse_key(key) is None


def test_a_key_is_read_as_it_is_written():
    moment = datetime.fromisoformat("2026-11-23T09:00:00+00:00")
    assert queries.parse_key("2026-11-23T09:00:00+00:00_7") == (moment, 7)


def test_a_sound_projection_is_left_as_it_is(house):  # noqa: F811
    told(house, "Elp", "Hijken")
    before = list(Line.objects.order_by("id").values())
    assert rebuild_lines() == 0
    assert list(Line.objects.order_by("id").values()) == before


def test_rebuilding_finds_and_repairs_audience_moment_and_what_was_taken_back(house):  # noqa: F811
    entry, other, gone = told(house, "Elp", "Hijken"), told(house, "Hijken"), told(house, "Elp")
    take_back(by=house.actor("renske"), entry=gone)
    before = list(Line.objects.order_by("id").values())
    Line.objects.filter(entry=entry, village=house.villages["Elp"]).update(audience="board")
    Line.objects.filter(entry=other).update(shown_at=MONDAY - timedelta(days=9))
    Line.objects.create(entry=gone, village=house.villages["Elp"], audience="public", shown_at=MONDAY)
    assert rebuild_lines() == 3
    assert list(Line.objects.order_by("id").values()) == before


def test_a_page_of_recent_news_leaves_what_is_long_ago_to_the_next_page(house):  # noqa: F811
    visitor = house.actor("visitor")
    old = [told(house, "Elp") for _ in range(3)][::-1]
    with dates.as_if(MONDAY + timedelta(days=queries.RECENT_DAYS + 1)):
        assert queries.recent(visitor).entries == ()
        older = queries.newest(visitor, before=int(queries.recent(visitor).older))
        assert [shown.entry for shown in older.entries] == old
        new = told(house, "Elp")
        page = queries.recent(visitor)
        assert [shown.entry for shown in page.entries] == [new]
        assert [s.entry for s in queries.newest(visitor, before=int(page.older)).entries] == old


def test_news_that_is_all_recent_is_the_newest_page(house):  # noqa: F811
    for _ in range(3):
        told(house, "Elp")
    visitor = house.actor("visitor")
    assert queries.recent(visitor, limit=2) == queries.newest(visitor, limit=2)
    assert queries.recent(visitor).older == ""
