"""What feed readers and calendars get: escaped, with names that stay, and only when it changed."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils.html import escape
from icalendar import Calendar
from lxml import etree

from naober.decisions import actions as decisions
from naober.decisions.reading import ReadDocument, ReadHeader, ReadItem, Reason
from naober.decisions.taking_in import take_in_document
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.people.queries import account_for
from testing.house import SETUP, build_house

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=LOCAL)
FEEDS = ("/nieuws.xml", "/dorpen/hijken/nieuws.xml", "/themas/verkeer/nieuws.xml")
QUOTE = "<script>alert(1)</script> & Hijken"
TITLE = "<b>Weg & brug</b> \u201cé\u201d 🚲"


@pytest.fixture
def house(db):
    with dates.as_if(NOW):
        yield build_house()


def tell(house, title=TITLE, number="1", starts_at=None):
    """Hijken is told of one point about traffic; the entry."""
    read = ReadItem(
        number=number,
        title=title,
        text="",
        start=0,
        end=0,
        villages=("Hijken",),
        themes=("verkeer",),
        reasons=(Reason("Hijken", QUOTE, "naam"),),
    )
    sitting = take_in_document(
        by=SETUP,
        body=house.bodies["Gemeenteraad"],
        on=dates.today(),
        starts_at=starts_at,
        read=ReadDocument(ReadHeader(None, None, None, None, None, "agenda"), (read,), ()),
    )
    item = sitting.items.get(number=number)
    return decisions.confirm_item(by=house.actor("renske"), item=item)


def entries(answer):
    return etree.fromstring(answer.content).findall(f"{ATOM}entry")


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_tells_what_the_page_beside_it_tells(house, settings, address):
    settings.NAOBER_SITE_URL = "https://dorpenoverleg.example"
    entry = tell(house)
    answer = Client().get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    newest = entries(answer)[0]
    assert newest.findtext(f"{ATOM}title") == f"Hijken: {TITLE}: op de agenda"
    assert newest.findtext(f"{ATOM}id") == f"tag:dorpenoverleg.example,2026-11-24:regel-{entry.pk}"
    assert newest.find(f"{ATOM}link").get("href") == (
        f"https://dorpenoverleg.example/besluiten/punt/{entry.subject_id}/"
    )
    # Whoever reads a feed takes its summary for HTML: what stands there is text all the same.
    reason = entry.lines.get().reason
    assert QUOTE in reason
    assert (newest.find(f"{ATOM}summary").get("type"), newest.findtext(f"{ATOM}summary")) == (
        "html",
        escape(reason),
    )
    assert newest.find(f"{ATOM}category").get("term") == "Hijken"
    links = {
        link.get("rel"): link.get("href") for link in etree.fromstring(answer.content).findall(f"{ATOM}link")
    }
    assert links["self"] == f"https://dorpenoverleg.example{address}"


def test_the_feed_is_the_same_for_who_is_signed_in(house):
    tell(house)
    visitor, officer = Client(), Client()
    officer.force_login(account_for("renske@dorp.example"))
    assert visitor.get("/nieuws.xml").content == officer.get("/nieuws.xml").content


@pytest.mark.parametrize("address", [*FEEDS, "/vergaderingen.ics"])
def test_what_did_not_change_is_not_sent_again(house, address):
    tell(house)
    first = Client().get(address)
    again = Client().get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


@pytest.mark.parametrize("address", FEEDS)
def test_a_reader_that_goes_by_the_date_gets_the_news_and_no_more(house, address):
    tell(house)
    first = Client().get(address)
    unchanged = Client().get(address, headers={"if-modified-since": first["Last-Modified"]})
    with dates.as_if(NOW + timedelta(minutes=1)):
        tell(house, "Een tweede weg", "2")
    news = Client().get(address, headers={"if-modified-since": first["Last-Modified"]})
    assert (unchanged.status_code, news.status_code) == (304, 200)


@pytest.mark.parametrize("minutes", [1, 60])
@pytest.mark.parametrize("address", FEEDS)
def test_what_was_called_back_leaves_the_feed_at_once_also_for_who_goes_by_the_date(house, address, minutes):
    entry = tell(house)
    known = Client().get(address)
    with dates.as_if(NOW + timedelta(minutes=minutes)):
        decisions.call_back(by=house.actor("renske"), entry=entry)
    for header in ({"if-none-match": known["ETag"]}, {"if-modified-since": known["Last-Modified"]}):
        answer = Client().get(address, headers=header)
        ids = [one.findtext(f"{ATOM}id") for one in entries(answer)]
        assert [one for one in ids if one.endswith(f"regel-{entry.pk}")] == []
        corrected = [one for one in entries(answer) if "Rechtgezet" in one.findtext(f"{ATOM}title")]
        assert len(corrected) == (minutes > 10)


def test_a_feed_holds_the_newest_25(house):
    for number in range(1, 29):
        tell(house, f"Weg {number}", str(number))
    titles = [one.findtext(f"{ATOM}title") for one in entries(Client().get("/themas/verkeer/nieuws.xml"))]
    assert titles == [f"Hijken: Weg {number}: op de agenda" for number in range(28, 3, -1)]


def test_a_feed_with_nothing_in_it_is_a_feed(house):
    answer = Client().get("/themas/verkeer/nieuws.xml")
    assert (answer.status_code, entries(answer)) == (200, [])
    assert Client().get("/themas/verkeer/nieuws.xml").content == answer.content


@pytest.mark.parametrize("address", ["/dorpen/nergens/nieuws.xml", "/themas/nergens/nieuws.xml"])
def test_a_feed_of_nothing_is_not_there(house, address):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    ("address", "feed"), [("/", "/nieuws.xml"), ("/dorpen/elp/", "/dorpen/elp/nieuws.xml"),
                          ("/themas/verkeer/", "/themas/verkeer/nieuws.xml")]
)  # fmt: skip
def test_a_page_names_its_feed(house, address, feed):
    body = Client().get(address).content.decode()
    assert '<link rel="alternate" type="application/atom+xml" title="' in body
    assert f'href="{feed}">' in body


# --- the calendar ------------------------------------------------------------------------------------------


def events(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_the_calendar_knows_the_hour_of_a_meeting(house, settings):
    settings.NAOBER_SITE_URL = "https://dorpenoverleg.example"
    tell(house, starts_at=NOW.replace(hour=20))
    answer = Client().get("/vergaderingen.ics")
    [event] = events(answer)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (event["SUMMARY"], event["DTSTART"].dt) == ("Gemeenteraad", NOW.replace(hour=20))
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert event["URL"] == "https://dorpenoverleg.example/besluiten/gemeenteraad-2026-11-24/"
    assert b"BEGIN:VTIMEZONE" in answer.content
    assert answer.content.endswith(b"\r\n")


def test_a_meeting_without_an_hour_is_that_whole_day(house):
    tell(house)
    [event] = events(Client().get("/vergaderingen.ics"))
    assert event["DTSTART"].dt == NOW.date()


def test_a_later_paper_is_the_same_meeting_in_a_new_form(house):
    tell(house)
    [before] = events(Client().get("/vergaderingen.ics"))
    with dates.as_if(NOW + timedelta(minutes=5)):
        tell(house, "Nog een weg", "2")
    [after] = events(Client().get("/vergaderingen.ics"))
    assert (before["UID"], before["SEQUENCE"], after["SEQUENCE"]) == (after["UID"], 0, 1)


def test_a_meeting_that_was_leaves_the_calendar(house):
    tell(house)
    with dates.as_if(NOW + timedelta(days=1)):
        assert events(Client().get("/vergaderingen.ics")) == []
