"""What "Vandaag" shows: what runs out first on top, why, how long it takes, and who else can do it."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from naober.decisions import deadlines
from naober.decisions.tests.papers import NOW, point, take_in
from naober.kit import dates
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from naober.portal import queries
from naober.post.models import JobRun, OutboxMessage
from naober.post.worker import run_jobs
from naober.register.standing_in import actions
from testing.house import build_house

pytestmark = pytest.mark.django_db

SOON, LATER = date(2026, 11, 24), date(2026, 12, 3)


@pytest.fixture
def house():
    cache.clear()
    with dates.as_if(NOW):
        house = build_house()
        take_in(house, point("4", "Elp"), on=LATER)
        take_in(house, point("5", "Elp"), body="Gemeenteraad", on=LATER, starts_at=at(LATER, 19))
        speak = datetime(2026, 12, 1, 10, 0)  # noqa: DTZ001  as a paper prints it
        take_in(house, point("6", "Elp", speak_until=speak), on=SOON + timedelta(days=8))
        yield house


def at(day, hour):
    return dates.local_moment(day, datetime.min.time().replace(hour=hour))


def today(house, who="renske"):
    return queries.today_page(house.actor(who))


def page(house, who="renske"):
    browser = Client()
    person = house.people[who]
    browser.force_login(people.account_for(f"{who}@dorp.example"))
    session = browser.session
    session[SESSION_PERSON] = person.pk
    session.save()
    return browser.get("/vandaag/").content.decode()


def test_what_runs_out_first_stands_on_top_with_the_reason(house):
    texts = [shown.task.text.split(". ", 1) for shown in today(house).tasks]
    assert {first for first, _ in texts} == {"Eén punt gaat misschien over een dorp"}
    assert [then for _, then in texts] == [
        "Aanmelden om te spreken kan tot dinsdag 1 december, 10.00 uur.",
        "De vergadering is op donderdag 3 december.",
        "De vergadering begint donderdag 3 december, 19.00 uur.",
    ]
    assert today(house).minutes == 3


def test_each_reads_who_else_can_do_it(house):
    assert {who: {s.others for s in today(house, who).tasks} for who in ("renske", "geertje")} == {
        "renske": {"Geertje kan dit ook."},
        "geertje": {"Renske kan dit ook."},
    }


def test_who_is_away_and_who_takes_over_stands_on_the_page(house):
    officer, secretary = house.actor("renske"), house.people["geertje"]
    actions.go_away(by=officer, back_on=date(2026, 12, 7), deputy=secretary)
    assert {s.others for s in today(house, "geertje").tasks} == {"Renske is er weer op maandag 7 december."}
    shown = " ".join(re.sub(r"<[^>]+>", " ", page(house, "geertje")).split())
    assert "Renske is er weer op maandag 7 december. Geertje neemt het over." in shown
    own = " ".join(re.sub(r"<[^>]+>", " ", page(house, "renske")).split())
    assert "U bent er even niet, tot maandag 7 december. Geertje neemt het over." in own


def test_a_clock_that_fails_is_seen_and_a_clock_that_runs_again_too(house, monkeypatch):
    """The fault planted: the clock cannot read what waits. Nobody is asked, and the page says so."""

    def broken():
        raise OSError("the disk is gone")

    late = NOW + timedelta(hours=23)
    with dates.as_if(late), monkeypatch.context() as fault:
        fault.setattr(deadlines, "open_items", broken)
        run_jobs("worker")
    failed = JobRun.objects.get(name="decisions.ask_council_points")
    assert (failed.last_error, failed.done_at) == ("OSError", None)
    with dates.as_if(late):
        assert [s.task.title for s in today(house).tasks].count("De klok staat stil") == 3
    with dates.as_if(late + timedelta(hours=1)):
        run_jobs("worker")
        assert [s.task.title for s in today(house).tasks].count("De klok staat stil") == 0
    assert [mail.to for mail in OutboxMessage.objects.all()] == ["geertje@dorp.example"]
