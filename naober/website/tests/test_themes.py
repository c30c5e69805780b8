"""The page of a theme: what happened over all villages, what is coming, and asking to hear of it."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from naober.decisions.reading import ReadDocument, ReadHeader, ReadItem
from naober.decisions.taking_in import take_in_document
from naober.journal.action import action
from naober.journal.models import Audience, Follow, Theme
from naober.journal.record import record
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.people.actor import Actor
from naober.people.middleware import SESSION_PERSON
from naober.people.queries import account_for
from naober.register import actions as register
from naober.website import queries
from testing.house import SETUP, build_house

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=LOCAL)


@action
def tell(*, by, **what):
    return record(by=by, kind="item_confirmed", area="decisions", **what)


def say(house, line, theme, **what):
    return tell(by=house.actor("renske"), line=line, theme=theme, **what)


@pytest.fixture
def house(db):
    with dates.as_if(NOW):
        house = build_house()
        register.add_theme(by=SETUP, code="wonen", name="Wonen")
        yield house


@pytest.fixture
def traffic(house):
    return Theme.objects.get(code="verkeer")


def browser(house, who):
    client = Client()
    client.force_login(account_for(f"{who}@dorp.example"))
    session = client.session
    session[SESSION_PERSON] = house.people[who].pk
    session.save()
    return client


def lines(page):
    return [shown.title for shown in page.entries]


def test_a_theme_holds_its_own_entries_newest_first_over_all_villages(house, traffic):
    say(
        house,
        "Een weg in Elp",
        traffic,
        villages={house.villages["Elp"].pk: ""},
    )
    say(house, "Een huis", Theme.objects.get(code="wonen"))
    say(house, "Een weg overal", traffic)
    say(house, "Zonder thema", None)
    assert lines(queries.theme_page(Actor.visitor(), traffic)) == ["Een weg overal", "Een weg in Elp"]


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("visitor", ["public"]),
        ("dirk", ["table", "public"]),
        ("carla", ["table", "members", "public"]),
        ("bert", ["village", "table", "members", "public"]),
        ("renske", ["board", "village", "table", "members", "public"]),
        ("resident", ["named", "public"]),
    ],
)
def test_everybody_reads_what_is_for_them(house, traffic, who, seen):
    hijken = {house.villages["Hijken"].pk: ""}
    for audience in ("public", "members", "table", "village", "board"):
        say(
            house,
            audience,
            traffic,
            audience=Audience(audience),
            villages=hijken,
        )
    say(
        house,
        "named",
        traffic,
        audience=Audience.NAMED,
        readers=[house.people["resident"]],
    )
    assert lines(queries.theme_page(house.actor(who), traffic)) == seen


def test_older_entries_stand_on_the_next_page(house, traffic):
    for number in range(27):
        say(house, f"Weg {number}", traffic)
    first = queries.theme_page(Actor.visitor(), traffic)
    second = queries.theme_page(Actor.visitor(), traffic, first.older)
    assert lines(first) + lines(second) == [f"Weg {number}" for number in range(26, -1, -1)]
    assert second.older == ""
    assert len(queries.theme_page(Actor.visitor(), traffic, "geen getal").entries) == 25


def test_what_is_coming_goes_by_the_newest_paper(house, traffic):
    def paper(*themes):
        return ReadDocument(
            ReadHeader(None, None, None, None, None, "agenda"),
            tuple(
                ReadItem(number=str(n), title=f"Punt {n}", text="", start=0, end=0, villages=(), themes=named)
                for n, named in enumerate(themes, start=1)
            ),
            (),
        )

    def take_in(on, read):
        body = house.bodies["Gemeenteraad"]
        take_in_document(by=SETUP, body=body, on=on, starts_at=None, read=read)

    take_in(NOW.date() + timedelta(days=2), paper(("verkeer",), ("wonen", "verkeer"), ("wonen",)))
    take_in(NOW.date() + timedelta(days=2), paper(("wonen",), ("wonen", "verkeer"), ("wonen",)))
    take_in(NOW.date() - timedelta(days=1), paper(("verkeer",)))
    [coming] = queries.theme_page(Actor.visitor(), traffic).coming
    assert (coming.title, coming.what) == ("Gemeenteraad", "Op de agenda: Punt 2.")


def test_somebody_we_know_asks_to_hear_of_a_theme_and_stops(house, traffic):
    client = browser(house, "resident")
    assert "Houd mij op de hoogte" in client.get("/themas/verkeer/").content.decode()
    for _ in range(2):
        client.post("/themas/verkeer/volgen/")
    assert Follow.objects.filter(person=house.people["resident"], theme=traffic).count() == 1
    assert "Wij houden u op de hoogte" in client.get("/themas/verkeer/").content.decode()
    client.post("/themas/verkeer/niet-meer-volgen/")
    assert Follow.objects.filter(theme=traffic).count() == 0


def test_who_follows_a_theme_is_told_why(house, traffic):
    browser(house, "resident").post("/themas/verkeer/volgen/")
    entry = say(
        house,
        "Een weg in Elp",
        traffic,
        villages={house.villages["Elp"].pk: ""},
        tell=True,
    )
    notice = entry.notices.get(person=house.people["resident"])
    assert notice.reason == "U krijgt dit omdat u Verkeer volgt."


def test_the_list_says_where_there_is_news(house, traffic):
    with dates.as_if(NOW - timedelta(days=40)):
        say(house, "Lang geleden", Theme.objects.get(code="wonen"))
    say(house, "Alleen voor het bestuur", traffic, audience=Audience.BOARD)
    assert [(str(t.theme), t.lit) for t in queries.listed_themes()] == [("Verkeer", False), ("Wonen", False)]
    say(house, "Voor iedereen", traffic)
    assert [(str(t.theme), t.lit) for t in queries.listed_themes()] == [("Verkeer", True), ("Wonen", False)]


def test_an_empty_theme_says_what_to_do_next(house):
    body = Client().get("/themas/wonen/").content.decode()
    assert "Nog niets over dit thema" in body
    assert 'href="/themas/">Bekijk de andere thema' in body


def test_whoever_gets_mail_sees_what_it_is_about_and_stops(house):
    client = browser(house, "resident")
    client.post("/themas/verkeer/volgen/")
    body = client.get("/waarover-wij-mailen/").content.decode()
    assert body.count("Niet meer<span") == 2  # Hijken and traffic
    client.post("/themas/verkeer/niet-meer-volgen/")
    client.post("/dorpen/hijken/niet-meer-volgen/")
    assert "U volgt nog niets" in client.get("/waarover-wij-mailen/").content.decode()


def test_a_board_reads_that_its_own_village_comes_anyway(house):
    body = browser(house, "carla").get("/waarover-wij-mailen/").content.decode()
    assert "U zit in het bestuur van Hooghalen e.o." in body
    assert "U volgt nog niets" not in body
