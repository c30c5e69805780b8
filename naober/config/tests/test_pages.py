"""What holds for every page: errors in plain Dutch, the doors of a demo, and how much a page asks."""

import re

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from naober.config.demo import cast
from naober.config.demo.build import build_demo
from naober.config.urls import addresses, handler400
from naober.decisions import actions as decisions
from naober.decisions.reading import ReadDocument, ReadHeader, ReadItem
from naober.decisions.taking_in import take_in_document
from naober.kit import dates
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from testing.house import SETUP, House, build_house

pytestmark = pytest.mark.django_db


# --- errors -------------------------------------------------------------------------------------------------


def fails(error: Exception):
    def view(request):
        raise error

    return view


class Failing:
    handler400 = handler400
    urlpatterns = [
        *addresses(demo=False),
        path("fout/400/", fails(SuspiciousOperation("canary"))),
        path("fout/403/", fails(PermissionDenied("canary"))),
        path("fout/500/", fails(RuntimeError("canary"))),
    ]


ERRORS = {
    "/fout/400/": (400, "Dit begrijpen wij niet", "Naar het begin"),
    "/fout/403/": (403, "Dit is niet voor u te zien", "Inloggen"),
    "/fout/404/": (404, "Deze bladzijde is er niet", "Naar het nieuws"),
    "/fout/500/": (500, "Dat lukte niet", "Naar het begin"),
}


@pytest.mark.parametrize(("address", "expected"), ERRORS.items(), ids=ERRORS)
def test_an_error_says_in_dutch_what_to_do(settings, address, expected):
    settings.ROOT_URLCONF = Failing
    build_house()
    answer = Client(raise_request_exception=False).get(address)
    status, heading, way_on = expected
    body = answer.content.decode()
    assert (answer.status_code, re.findall(r"<h1>([^<]+)</h1>", body)) == (status, [heading])
    assert (way_on in body, "canary" in body, '<html lang="nl">' in body) == (True, False, True)
    assert answer["X-Frame-Options"] == "DENY"
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_a_page_that_was_open_too_long_says_so():
    build_house()
    answer = Client(enforce_csrf_checks=True).post("/inloggen/", {"email": "bert@dorp.example"})
    assert answer.status_code == 403
    assert "De bladzijde stond te lang open" in answer.content.decode()


def test_another_name_of_the_site_is_refused_without_an_error_page():
    answer = Client().get("/", headers={"host": "kwaad.example"})
    assert (answer.status_code, "Dit begrijpen wij niet" in answer.content.decode()) == (400, True)


@pytest.mark.parametrize("who", ["", "bert"])
def test_the_address_of_a_button_says_that_it_is_one(who):
    answer = signed_in(build_house(), who).get("/dorpen/hijken/volgen/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    body = answer.content.decode()
    assert re.findall(r"<h1>([^<]+)</h1>", body) == ["Hier is niets te zien"]
    assert "Naar het nieuws" in body


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
def test_a_header_does_not_turn_a_look_into_a_deed(header):
    build_house()
    assert Client().get("/uitloggen/", headers={header: "POST"}).status_code == 405


def test_a_query_of_a_megabyte_is_harmless():
    build_house()
    assert Client().get("/dorpen/", {"dorp": "x" * 1_000_000}).status_code == 200


@pytest.mark.parametrize("number", ["0", "9" * 30])
def test_a_number_that_no_database_holds_is_not_here(number):
    build_house()
    assert Client().get(f"/besluiten/punt/{number}/").status_code == 404


# --- the doors of the demo ---------------------------------------------------------------------------------


class Demo:
    urlpatterns = addresses(demo=True)


def test_every_door_signs_in_with_one_press(settings):
    settings.ROOT_URLCONF, settings.NAOBER_DEMO = Demo, True
    cache.clear()
    build_demo()
    names = {player.key: player.name for player in cast.CAST} | {cast.RESIDENT[0]: cast.RESIDENT[1]}
    for key, *_ in cast.DOORS:
        browser = Client()
        assert browser.get(f"/kijk-mee/{key}/").status_code == 405
        answer = browser.post(f"/kijk-mee/{key}/", follow=True)
        assert (answer.status_code, answer.context["actor"].person.name) == (200, names[key])


# --- how much the hot page asks ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    # Who holds no seat is looked up once more, as a person.
    ("who", "limit"),
    # The agenda and the photo of the village are a question each; a board has six more, about itself.
    [("", 8), ("bert", 17), ("resident", 12), ("carla", 11), ("renske", 11)],
)
def test_the_page_of_a_village_asks_as_little_however_much_happened(who, limit):
    cache.clear()
    house = build_house()
    browser = signed_in(house, who)
    tell_hijken(house, 1)
    few = queries_of(browser, "/dorpen/hijken/")
    tell_hijken(house, 29)
    many = queries_of(browser, "/dorpen/hijken/")
    assert len(few) <= limit, few
    assert len(many) == len(few), many


def signed_in(house: House, who: str) -> Client:
    browser = Client()
    if who:
        browser.force_login(people.account_for(f"{who}@dorp.example"))
        session = browser.session
        session[SESSION_PERSON] = house.people[who].pk
        session.save()
    return browser


def tell_hijken(house: House, times: int) -> None:
    """Tell Hijken of so many points of a sitting, for everybody to read, and propose as many more."""
    items = tuple(
        ReadItem(number=str(n), title=f"Weg {n}", text="", start=0, end=0, villages=("Hijken",))
        for n in range(1, 2 * times + 1)
    )
    sitting = take_in_document(
        by=SETUP,
        body=house.bodies["Gemeenteraad" if times == 1 else "Commissie Ruimte en Groen"],
        on=dates.today(),
        starts_at=None,
        read=ReadDocument(ReadHeader(None, None, None, None, None, "agenda"), items, ()),
    )
    for item in sitting.items.order_by("position")[:times]:
        decisions.confirm_item(by=house.actor("renske"), item=item)


def queries_of(browser: Client, address: str) -> list[str]:
    cache.clear()  # the map is remembered for a minute; it must fit when it is not
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return [query["sql"] for query in asked]
