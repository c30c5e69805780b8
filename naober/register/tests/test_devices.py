"""Which devices stay signed in, for how long, and every way in which that ends."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from naober.kit import dates
from naober.people import queries as people
from naober.register import actions
from naober.register.book import actions as book
from naober.register.models import BrowserSession
from naober.register.sign_in import devices
from naober.register.sign_in.store import SessionStore, checksum
from naober.register.tests.hands import CODE, SIGN_IN, WHO, ask_code, page, sign_in, who_is_in
from testing.house import SETUP

pytestmark = pytest.mark.django_db

NOW = "2026-11-24 09:00:00Z"
BERT = "bert@dorp.example"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Safari/604.1"


def sign_in_on(browser: Client, address: str, *, own: bool = False, agent: str = PHONE) -> None:
    code = ask_code(browser, address)
    fields = {"code": code, "own_device": "on"} if own else {"code": code}
    browser.post(CODE, fields, follow=True, headers={"user-agent": agent})


def my_devices() -> list[tuple[str, bool]]:
    bert = people.account_for(BERT)
    return [(d.device, d.own_device) for d in BrowserSession.objects.filter(account=bert)]


# --- how long -----------------------------------


def test_no_device_is_ones_own_until_one_says_so(house, browser):
    ask_code(browser, BERT)
    assert 'name="own_device"' in page(browser, CODE)
    assert "checked" not in page(browser, CODE)
    sign_in_on(browser, BERT)
    assert my_devices() == [("Safari op een iPhone", False)]
    assert browser.cookies["sessionid"]["max-age"] == ""


def test_the_own_device_stays_signed_in_for_ninety_days(house, browser):
    with time_machine.travel(NOW, tick=False) as clock:
        sign_in_on(browser, BERT, own=True)
        assert my_devices() == [("Safari op een iPhone", True)]
        assert browser.cookies["sessionid"]["max-age"] == 90 * 24 * 3600
        clock.shift(timedelta(days=89, hours=23))
        assert who_is_in(browser) == "Bert Oosting, secretaris"
        clock.shift(timedelta(hours=2))
        assert who_is_in(browser) == ""


@pytest.mark.parametrize(("hours", "inside"), [(11, True), (13, False)])
def test_another_device_is_out_after_half_a_day(house, browser, hours, inside):
    with time_machine.travel(NOW, tick=False) as clock:
        sign_in_on(browser, BERT)
        clock.shift(timedelta(hours=hours))
        assert (who_is_in(browser) != "") == inside


def test_a_wrong_code_does_not_make_a_device_ones_own(house, browser):
    code = ask_code(browser, BERT)
    browser.post(CODE, {"code": "fout", "own_device": "on"})
    browser.post(CODE, {"code": code}, follow=True)
    assert [own for _, own in my_devices()] == [False]


# --- what the table holds -----------------------------------


def test_who_reads_the_table_can_not_sign_in_with_it(house, browser):
    sign_in(browser, BERT)
    key = browser.cookies["sessionid"].value
    row = BrowserSession.objects.get(account__address=BERT)
    assert row.session_key == checksum(key)
    assert key not in str(BrowserSession.objects.values())
    thief = Client()
    thief.cookies["sessionid"] = row.session_key
    assert who_is_in(thief) == ""


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (PHONE, "Safari op een iPhone"),
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0",
            "Edge op een Windows-computer",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox op een Linux-computer"),
        ("Mozilla/5.0 (Linux; Android 16; SM-A576) Chrome/150.0 Mobile", "Chrome op een Android-toestel"),
        ("curl/8", "Een browser"),
        ("", "Een browser"),
        ("<script>" * 100, "Een browser"),
    ],
)
def test_a_device_is_named_as_its_owner_knows_it_and_no_closer(agent, name):
    assert devices.coarse_name(agent) == name


# --- the list -----------------------------------


def test_one_sees_where_one_is_signed_in_and_ends_another_device(house, browser):
    sign_in_on(browser, BERT, own=True)
    hall = Client()
    sign_in_on(hall, BERT, agent="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
    shown = browser.get("/mijn-aanmelding/")
    assert {d.device for d in shown.context["devices"]} == {
        "Safari op een iPhone",
        "Firefox op een Windows-computer",
    }
    assert shown.content.decode().count("dit apparaat</span>") == 1
    away = f"/mijn-aanmelding/apparaat/{checksum(hall.cookies['sessionid'].value)}/weg/"
    assert browser.post(away).url == "/mijn-aanmelding/"
    assert (who_is_in(browser), who_is_in(hall)) == ("Bert Oosting, secretaris", "")


def test_the_device_one_sits_at_can_be_ended_too(house, browser):
    sign_in(browser, BERT)
    away = f"/mijn-aanmelding/apparaat/{checksum(browser.cookies['sessionid'].value)}/weg/"
    assert browser.post(away).url == "/"
    assert who_is_in(browser) == ""


def test_nobody_ends_the_device_of_another(house, browser):
    sign_in(browser, BERT)
    renske = Client()
    sign_in(renske, "renske@dorp.example")
    away = f"/mijn-aanmelding/apparaat/{checksum(browser.cookies['sessionid'].value)}/weg/"
    assert renske.post(away).status_code == 404
    assert who_is_in(browser) == "Bert Oosting, secretaris"


def test_a_lost_telephone_is_signed_out_from_another_device(house, browser):
    lost = Client()
    sign_in_on(lost, BERT, own=True)
    sign_in(browser, BERT)
    assert browser.post("/uitloggen/overal/").url == SIGN_IN
    assert (who_is_in(browser), who_is_in(lost)) == ("", "")
    assert BrowserSession.objects.filter(person=house.people["bert"]).count() == 0


# --- a computer of everybody -----------------------------------


def test_one_button_leaves_nothing_on_a_shared_computer(house, browser):
    sign_in_on(browser, BERT, own=True)
    key = browser.cookies["sessionid"].value
    answer = browser.post("/uitloggen/alles-sluiten/")
    assert (answer.url, answer.headers["Clear-Site-Data"]) == (
        "/uitloggen/gesloten/",
        '"cache", "cookies", "storage"',
    )
    assert not SessionStore().exists(key)
    browser.cookies["sessionid"] = key
    assert who_is_in(browser) == ""
    assert "Alles is gesloten" in page(browser, "/uitloggen/gesloten/")


def test_what_somebody_who_is_in_sees_stays_in_no_cache(house, browser):
    sign_in(browser, BERT)
    kept = {address: browser.get(address).headers["Cache-Control"] for address in ("/", "/mijn-aanmelding/")}
    assert set(kept.values()) == {"private, no-store"}


# --- a function that ends -----------------------------------


@pytest.fixture
def role_address(house) -> str:
    actions.add_address(by=SETUP, address="secretaris@hijken.example", seat=house.seat("bert"))
    return "secretaris@hijken.example"


def test_who_hands_over_is_out_on_every_device_and_the_next_gets_the_codes(house, role_address, browser):
    own = Client()
    sign_in_on(own, BERT, own=True)
    sign_in_on(browser, role_address, own=True)
    next_one = book.NewPerson(name="Jan Lubbers", call_name="Jan", mail="jan@dorp.example")
    book.hand_over_seat(
        by=house.actor("renske"), seat=house.seat("bert"), on=dates.today(), successor=next_one
    )
    assert (who_is_in(own), who_is_in(browser)) == ("", "")
    sign_in(browser, role_address)
    assert who_is_in(browser) == "Jan Lubbers, secretaris"


def test_who_ends_their_own_function_goes_on_as_a_visitor(house, role_address, browser):
    sign_in_on(browser, role_address, own=True)
    answer = browser.post(
        f"/functies/{house.seat('bert').pk}/stopt/", {"until_on": dates.today().isoformat()}
    )
    assert (answer.status_code, answer.url) == (302, "/")
    assert answer.cookies["sessionid"].value == ""
    assert who_is_in(browser) == ""


def test_a_function_that_ends_next_week_keeps_its_sessions_until_then(house, browser):
    with time_machine.travel(NOW, tick=False) as clock:
        sign_in_on(browser, BERT, own=True)
        actions.end_seat(
            by=house.actor("renske"), seat=house.seat("bert"), until_on=dates.today() + timedelta(days=7)
        )
        assert who_is_in(browser) == "Bert Oosting, secretaris"
        clock.shift(timedelta(days=7))
        assert who_is_in(browser) == "Bert Oosting"


def test_when_ending_a_function_fails_nobody_is_signed_out(house, browser):
    seat = house.seat("bert")
    actions.end_seat(by=house.actor("renske"), seat=seat, until_on=dates.today())
    sign_in(browser, BERT)
    with pytest.raises(actions.AlreadyEndedError):
        actions.end_seat(by=house.actor("renske"), seat=seat, until_on=dates.today())
    assert who_is_in(browser) == "Bert Oosting"


# --- an address of several people -----------------------------------


def test_the_address_of_a_board_asks_who_it_is_each_time_even_with_one_on_the_board(house, browser):
    elp = house.associations["Hijken"]
    actions.add_address(by=SETUP, address="bestuur@hijken.example", association=elp)
    for _ in range(2):
        assert sign_in(browser, "bestuur@hijken.example") == WHO
        assert who_is_in(browser) == ""
        browser.post(WHO, {"person": house.people["bert"].pk}, follow=True)
        assert who_is_in(browser) == "Bert Oosting, secretaris"
        browser.post("/uitloggen/")


def test_who_shares_an_address_can_say_that_somebody_else_sits_there_now(couple, browser):
    sign_in(browser, "fam.smid@dorp.example")
    browser.post(WHO, {"person": couple[0]})
    assert "Ik ben iemand anders" in page(browser, "/mijn-aanmelding/")
    browser.post(WHO, {"person": couple[1]}, follow=True)
    assert who_is_in(browser) == "Trijntje Smid"


def test_two_addresses_of_one_person_are_not_shared(house, role_address):
    assert [devices.is_shared(address) for address in (BERT, role_address)] == [False, False]


def test_sessions_are_kept_by_our_own_table():
    assert SessionStore.__module__ == settings.SESSION_ENGINE
