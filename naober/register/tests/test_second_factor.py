"""The second lock: for whom it is asked, how it is put on and opened, and that mail alone never opens it."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from naober.kit import dates
from naober.people import queries as people
from naober.people.may import may
from naober.people.models import Account
from naober.post.models import OutboxMessage
from naober.register import actions
from naober.register.second_factor.forms import TOO_OFTEN, WRONG_APP_CODE, WRONG_CODE
from naober.register.tests.hands import newest_mail, page, sign_in, who_is_in
from testing.house import SETUP

pytestmark = pytest.mark.django_db

BERT = "bert@dorp.example"
MINE, SLOT, APP = "/mijn-aanmelding/", "/mijn-aanmelding/tweede-slot/", "/mijn-aanmelding/tweede-slot/app/"
CARD, NEW_CARD = "/mijn-aanmelding/kaart/", "/mijn-aanmelding/kaart/nieuw/"


@may(lambda actor: actor.is_known, methods=("GET", "POST"), second_factor=True)
def behind_the_lock(request) -> HttpResponse:
    return HttpResponse("binnen")


@may(lambda actor, thing: actor.is_known, find=lambda number: number, second_factor=True)
def thing_behind_the_lock(request, number) -> HttpResponse:
    return HttpResponse(f"binnen bij {number}")


class WithALockedPage:
    urlpatterns = [
        path("", include("naober.config.urls")),
        path("achter-slot/", behind_the_lock),
        path("achter-slot/<int:number>/", thing_behind_the_lock),
    ]


@pytest.fixture
def bert(house, browser, settings) -> Client:
    settings.ROOT_URLCONF = WithALockedPage
    sign_in(browser, BERT)
    return browser


def app_code(secret: str) -> str:
    counter = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, counter))


def put_app_on(browser: Client) -> str:
    secret = re.search(r"<strong>([A-Z2-7]{32})</strong>", page(browser, APP))[1]
    assert browser.post(APP, {"code": app_code(secret)}).url == MINE
    return secret


def codes_of(browser: Client) -> list[str]:
    assert browser.post(NEW_CARD).url == CARD
    return re.findall(r"<li><strong>(\d{4} \d{4})</strong></li>", page(browser, CARD))


def again(address: str = BERT) -> Client:
    """The same person in another browser, with nothing but the mail."""
    other = Client()
    sign_in(other, address)
    return other


# --- where it is asked ------------------------


def test_who_has_no_second_lock_is_told_how_to_put_one_on(bert):
    answer = bert.get("/achter-slot/?a=1")
    assert answer.url == f"{SLOT}?next=%2Fachter-slot%2F%3Fa%3D1"
    assert "Zo zet u het erop, in één minuut" in page(bert, answer.url)
    assert bert.post("/achter-slot/").url == SLOT


def test_who_pressed_a_button_comes_back_to_its_page(bert):
    here = {"referer": "http://testserver/wie-is-wie/?zoek=Elp"}
    assert bert.post("/achter-slot/", headers=here).url == f"{SLOT}?next=%2Fwie-is-wie%2F"
    elsewhere = {"referer": "https://kwaad.example/"}
    assert bert.post("/achter-slot/", headers=elsewhere).url == SLOT


def test_who_puts_a_lock_on_for_a_page_goes_on_to_it(bert):
    card = bert.post(f"{NEW_CARD}?next=/achter-slot/").url
    assert card == f"{CARD}?next=%2Fachter-slot%2F"
    assert 'href="/achter-slot/">Ga verder' in page(bert, card)
    assert "Ga verder" not in page(bert, f"{CARD}?next=//kwaad.example/")


def test_who_may_not_see_a_page_is_not_asked_for_a_lock_either(house, settings):
    settings.ROOT_URLCONF = WithALockedPage
    assert Client().get("/achter-slot/").url == "/inloggen/?next=%2Fachter-slot%2F"


def test_signing_in_asks_for_no_second_lock(bert):
    put_app_on(bert)
    assert who_is_in(again()) == "Bert Oosting, secretaris"


# --- the app ------------------------


def test_an_app_opens_it_and_one_comes_where_one_wanted(bert):
    secret = put_app_on(bert)
    assert bert.get("/achter-slot/7/").content == b"binnen bij 7"
    other = again()
    asked = other.get("/achter-slot/").url
    with time_machine.travel(dates.now() + timedelta(minutes=2)):
        assert other.post(asked, {"code": app_code(secret)}).url == "/achter-slot/"
        assert other.get("/achter-slot/").content == b"binnen"


def test_a_code_of_the_app_works_once(bert):
    secret = put_app_on(bert)
    with time_machine.travel(dates.now() + timedelta(minutes=2), tick=False):
        code = app_code(secret)
        assert again().post(SLOT, {"code": code}).status_code == 302
        assert again().post(SLOT, {"code": code}).context["form"].errors == {"code": [WRONG_CODE]}


def test_a_wrong_first_code_puts_no_lock_on(bert):
    page(bert, APP)
    answer = bert.post(APP, {"code": "000000"})
    assert (answer.status_code, answer.context["form"].errors) == (422, {"code": [WRONG_APP_CODE]})
    assert Authenticator.objects.count() == 0


def test_the_lock_closes_after_half_a_day(bert, settings):
    with time_machine.travel("2026-11-24 09:00:00Z", tick=False) as clock:
        other = again()
        codes_of(other)
        clock.shift(timedelta(hours=11))
        assert other.get("/achter-slot/").status_code == 200
        clock.shift(timedelta(hours=2))
        assert other.get("/achter-slot/").status_code == 302


def test_its_secret_does_not_stand_readable_in_the_database(bert):
    secret = put_app_on(bert)
    assert secret not in str(Authenticator.objects.get().data)


# --- the card ------------------------


def test_a_card_has_ten_codes_and_each_works_once(bert):
    codes = codes_of(bert)
    assert len(set(codes)) == 10
    other = again()
    assert other.post(SLOT, {"code": codes[3].replace(" ", "")}).url == MINE
    assert other.get("/achter-slot/").content == b"binnen"
    assert codes[3] not in page(other, CARD)
    assert again().post(SLOT, {"code": codes[3]}).context["form"].errors == {"code": [WRONG_CODE]}
    assert again().post(SLOT, {"code": codes[4]}).status_code == 302


def test_a_new_card_ends_the_old_one(bert):
    old, new = codes_of(bert), codes_of(bert)
    assert set(old) & set(new) == set()
    assert again().post(SLOT, {"code": old[0]}).status_code == 422


def test_five_wrong_codes_and_one_must_wait(bert):
    codes = codes_of(bert)
    other = again()
    tries = [other.post(SLOT, {"code": "1111 1111"}).context["form"].errors["code"][0] for _ in range(6)]
    assert tries == [WRONG_CODE] * 5 + [TOO_OFTEN]
    assert again().post(SLOT, {"code": codes[0]}).context["form"].errors == {"code": [TOO_OFTEN]}


# --- mail alone does not open it ------------------------


@pytest.mark.parametrize("address", [APP, CARD])
def test_who_reads_the_mail_sees_no_card_and_puts_no_app_on(bert, address):
    codes_of(bert)
    assert again().get(address).url.partition("?")[0] == SLOT


@pytest.mark.parametrize(
    "address", [NEW_CARD, "/mijn-aanmelding/tweede-slot/eraf/", "/mijn-aanmelding/passkey/nieuw/"]
)
def test_who_reads_the_mail_changes_no_lock(bert, address):
    codes = codes_of(bert)
    assert again().post(address).url == SLOT
    assert again().post(SLOT, {"code": codes[0]}).status_code == 302


def test_who_puts_a_lock_on_is_told_by_mail(bert):
    codes_of(bert)
    mail = newest_mail()
    assert (mail.to, mail.subject) == (BERT, "Er zit een tweede slot op uw aanmelding")
    assert "Was u het niet? Bel ons dan meteen." in mail.text


def test_who_opened_it_takes_it_off(bert):
    codes_of(bert)
    assert bert.post("/mijn-aanmelding/tweede-slot/eraf/").url == MINE
    assert Authenticator.objects.count() == 0
    assert bert.get("/achter-slot/").status_code == 302


# --- an address of several people, and a function that passes on ------------------------


def test_a_shared_address_has_no_second_lock(house, couple, browser, settings):
    settings.ROOT_URLCONF = WithALockedPage
    sign_in(browser, "fam.smid@dorp.example")
    browser.post("/inloggen/wie-bent-u/", {"person": couple[0]})
    assert "Log daarom in met uw eigen mailadres" in page(browser, SLOT)
    for address in (NEW_CARD, "/mijn-aanmelding/passkey/nieuw/"):
        assert browser.post(address).url == SLOT
    assert browser.post("/mijn-aanmelding/passkey/begin/").status_code == 403
    assert Authenticator.objects.count() == 0


def test_a_lock_from_before_an_address_was_shared_opens_nothing(bert, house):
    codes = codes_of(bert)
    actions.add_address(by=SETUP, address=BERT, person=house.people["resident"])
    other = again()
    other.post("/inloggen/wie-bent-u/", {"person": house.people["resident"].pk})
    assert other.post(SLOT, {"code": codes[0]}).status_code == 200
    assert other.get("/achter-slot/").status_code == 302


def test_who_says_that_somebody_else_sits_there_now_leaves_the_lock_closed(bert, house):
    codes_of(bert)
    actions.add_address(by=SETUP, address=BERT, person=house.people["resident"])
    assert bert.get("/achter-slot/").status_code == 200
    bert.post("/inloggen/wie-bent-u/", {"person": house.people["resident"].pk})
    assert who_is_in(bert) == "Annemieke Bos"
    assert bert.get("/achter-slot/").status_code == 302


def test_the_next_holder_of_a_function_does_not_get_the_lock_of_the_one_before(house, browser):
    seat = house.seat("bert")
    actions.add_address(by=SETUP, address="secretaris@hijken.example", seat=seat)
    sign_in(browser, "secretaris@hijken.example")
    codes_of(browser)
    actions.end_seat(by=house.actor("renske"), seat=seat, until_on=dates.today())
    account = people.account_for("secretaris@hijken.example")
    assert Authenticator.objects.filter(user=account).count() == 0


# --- a passkey; in a real browser it is a journey ------------------------


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", "geen json", '{"id": "x", "response": {}}'])
def test_what_is_no_passkey_lets_nobody_in(house, browser, credential):
    assert "challenge" in browser.post("/inloggen/passkey/begin/").json()["publicKey"]
    answer = browser.post("/inloggen/passkey/", {"credential": credential}, follow=True)
    assert answer.redirect_chain[-1][0] == "/inloggen/"
    assert "Met deze passkey kunnen wij u niet inloggen." in answer.content.decode()
    assert who_is_in(browser) == ""


@pytest.mark.parametrize("credential", ["", "{}", "[]", "geen json", '{"id": "x", "response": {}}'])
def test_what_is_no_new_passkey_is_not_kept(bert, credential):
    bert.post("/mijn-aanmelding/passkey/begin/")
    assert bert.post("/mijn-aanmelding/passkey/nieuw/", {"credential": credential}).url == MINE
    assert Authenticator.objects.count() == 0
    assert OutboxMessage.objects.filter(subject__startswith="Er zit").count() == 0


def test_asking_for_a_passkey_tells_of_nobody(house, browser):
    asked = browser.post("/inloggen/passkey/begin/").json()["publicKey"]
    assert asked.get("allowCredentials", []) == []
    assert Account.objects.count() > 1
