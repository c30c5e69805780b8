"""What a session may, where one lands, and addresses with something behind the question mark."""

from urllib.parse import quote

import pytest
from django.test import Client

from naober.kit import dates, guard
from naober.people.models import Account, Seat
from naober.register import actions
from naober.register.models import BrowserSession
from naober.register.sign_in.store import checksum
from naober.register.tests.hands import (
    CODE,
    SIGN_IN,
    WHO,
    ask_code,
    code_in,
    newest_mail,
    page,
    sign_in,
    who_is_in,
)
from testing.house import SETUP, House

pytestmark = pytest.mark.django_db

NOW = "2026-11-24 09:00:00Z"


# --- functions that end --------------------------------------------------------------------------------


@pytest.fixture
def role_address(house) -> Seat:
    """Bert's function has an address of its own."""
    seat = house.seat("bert")
    actions.add_address(by=SETUP, address="secretaris@hijken.example", seat=seat)
    return seat


def end(house: House, seat: Seat) -> None:
    actions.end_seat(by=house.actor("renske"), seat=seat, until_on=dates.today())


FOR_THE_BOARD = "Nieuw: secretaris van Belangenvereniging Hijken"


def test_an_ended_function_loses_its_rights_at_once_in_an_open_session(house, browser):
    sign_in(browser, "bert@dorp.example")
    assert FOR_THE_BOARD in page(browser, "/dorpen/hijken/")
    end(house, house.seat("bert"))
    assert FOR_THE_BOARD not in page(browser, "/dorpen/hijken/")
    assert who_is_in(browser) == ""
    sign_in(browser, "bert@dorp.example")
    assert who_is_in(browser) == "Bert Oosting"


def test_an_ended_function_gets_no_code_at_its_address_any_more(house, role_address, browser):
    end(house, role_address)
    assert ask_code(browser, "secretaris@hijken.example") == ""
    assert newest_mail().subject == "U vroeg om een code"


def test_a_code_that_was_on_its_way_when_the_function_ended_lets_nobody_in(house, role_address, browser):
    code = ask_code(browser, "secretaris@hijken.example")
    end(house, role_address)
    answer = browser.post(CODE, {"code": code}, follow=True)
    assert answer.redirect_chain[-1][0] == SIGN_IN
    assert "Bij dit mailadres hoort nu niemand." in answer.content.decode()
    assert "_auth_user_id" not in browser.session


def test_an_open_session_at_a_role_address_ends_with_the_function(house, role_address, browser):
    sign_in(browser, "secretaris@hijken.example")
    assert who_is_in(browser) == "Bert Oosting, secretaris"
    end(house, role_address)
    assert who_is_in(browser) == ""


def test_a_seat_that_begins_counts_at_once_in_an_open_session(house, browser):
    sign_in(browser, "resident@dorp.example")
    actions.add_seat(
        by=SETUP,
        person=house.people["resident"],
        role="chair",
        from_on=dates.today(),
        association=house.associations["Hijken"],
    )
    assert who_is_in(browser) == "Annemieke Bos, voorzitter"


def test_an_account_that_is_closed_is_out_at_once(house, browser):
    sign_in(browser, "bert@dorp.example")
    with guard.opened("test"):
        Account.objects.filter(address="bert@dorp.example").update(is_active=False)
    assert who_is_in(browser) == ""
    assert ask_code(Client(), "bert@dorp.example") == ""


# --- the session, and where one lands ------------------------------------------------------------------


def test_the_session_gets_a_new_key_at_every_step(couple, browser):
    code = ask_code(browser, "fam.smid@dorp.example")
    asked = browser.session.session_key
    browser.post(CODE, {"code": code})
    signed_in = browser.session.session_key
    browser.post(WHO, {"person": couple[0]})
    assert len({asked, signed_in, browser.session.session_key}) == 3
    assert not BrowserSession.objects.filter(pk__in=[checksum(asked), checksum(signed_in)]).exists()


def test_a_session_that_somebody_else_made_is_not_signed_in(house, browser):
    ask_code(browser, "niemand@dorp.example")
    planted = browser.cookies["sessionid"].value
    sign_in(browser, "bert@dorp.example")
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert who_is_in(thief) == ""


@pytest.mark.parametrize("wanted", ["/besluiten/", "/dorpen/elp/?voor=2026-11-24T09:00:00+00:00_4"])
def test_one_lands_where_one_wanted_to_be(house, browser, wanted):
    code = ask_code(browser, "bert@dorp.example", quote(wanted))
    answer = browser.post(f"{CODE}?next={quote(wanted)}", {"code": code}, follow=True)
    assert answer.redirect_chain[-1][0] == wanted
    assert answer.status_code == 200


def test_a_page_that_asks_to_sign_in_is_where_one_lands(house, browser):
    asked = browser.get("/vandaag/?kijk=1&dag=2")
    assert asked.url == "/inloggen/?next=%2Fvandaag%2F%3Fkijk%3D1%26dag%3D2"
    code_page = browser.post(asked.url, {"email": "renske@dorp.example"}).url
    answer = browser.post(code_page, {"code": code_in(newest_mail())}, follow=True)
    assert answer.redirect_chain[-1][0] == "/vandaag/?kijk=1&dag=2"


ELSEWHERE = (
    "https://kwaad.example/",
    "//kwaad.example/",
    "///kwaad.example",
    "/\\kwaad.example",
    "\\\\kwaad.example",
    "http:kwaad.example",
    "javascript:alert(1)",
    " https://kwaad.example",
    "/\t/kwaad.example",
    "http://testserver@kwaad.example/",
    "http://localhost:8000/",
    "vandaag/",
)


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_nobody_is_sent_to_another_site(house, browser, wanted):
    code = ask_code(browser, "bert@dorp.example", quote(wanted))
    step = browser.post(f"{CODE}?next={quote(wanted)}", {"code": code}).url
    assert step == WHO
    assert browser.get(f"{WHO}?next={quote(wanted)}").url == "/inloggen/verder/"
    assert browser.get(f"{SIGN_IN}?next={quote(wanted)}").url == WHO


def test_who_is_in_does_not_sign_in_again(house, browser):
    sign_in(browser, "bert@dorp.example")
    for address in (SIGN_IN, CODE, "/inloggen/anders/"):
        answer = browser.get(f"{address}?next=/besluiten/", follow=True)
        assert answer.redirect_chain[-1][0] == "/besluiten/"


def test_signing_out_clears_everything(house, browser):
    sign_in(browser, "bert@dorp.example")
    key = browser.session.session_key
    assert browser.post("/uitloggen/").url == "/"
    assert not BrowserSession.objects.filter(pk=checksum(key)).exists()
    assert who_is_in(browser) == ""
    browser.cookies["sessionid"] = key
    assert who_is_in(browser) == ""


def test_a_link_does_not_sign_out(house, browser):
    sign_in(browser, "bert@dorp.example")
    assert browser.get("/uitloggen/").status_code == 405
    assert who_is_in(browser) == "Bert Oosting, secretaris"


# --- addresses with something behind the question mark ------------------------------------------------


def test_the_choice_of_a_village_leads_to_its_page(house, browser):
    assert browser.get("/dorpen/?dorp=hijken").url == "/dorpen/hijken/"


@pytest.mark.parametrize("chosen", ["", "nergens", "hij ken", "hijken\0", "../hijken", "x" * 5000])
def test_a_choice_that_is_no_village_shows_the_list(house, browser, chosen):
    answer = browser.get("/dorpen/", {"dorp": chosen})
    assert (answer.status_code, len(answer.context["villages"])) == (200, 5)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "x",
        "_",
        "2026-11-24_x",
        "0001-01-01T00:00_1",
        "0001-01-01T00:00+14:00_1",
        "9999-12-31T23:59+00:00_1",
        "2026-01-01T00:00+00:00_" + "9" * 40,
        "\0_1",
    ],
)
def test_a_key_of_older_news_that_is_no_key_is_harmless(house, browser, before):
    for address in ("/dorpen/hijken/", "/"):
        assert browser.get(address, {"voor": before}).status_code == 200
