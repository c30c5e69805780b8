"""Sign-in from the first press to the last, as somebody at a kitchen table does it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from naober.kit import dates
from naober.post.models import OutboxMessage
from naober.register import actions
from naober.register.tests.hands import (
    CODE,
    SIGN_IN,
    WHO,
    ask_code,
    newest_mail,
    page,
    sign_in,
    who_is_in,
    without_token,
)
from testing.house import SETUP, SINCE

pytestmark = pytest.mark.django_db

NOW = "2026-11-24 09:00:00Z"


# --- the code -----------------------------------------------------------------------------------


@time_machine.travel(NOW, tick=False)
def test_the_code_comes_by_a_secret_mail_that_expires(house, browser):
    code = ask_code(browser, "bert@dorp.example")
    mail = newest_mail()
    assert (mail.to, mail.secret, mail.area) == ("bert@dorp.example", True, "register")
    assert mail.expires_at == dates.now() + timedelta(minutes=15)
    assert re.fullmatch(r"[A-Z0-9]{4}-[A-Z0-9]{4}", code)


def test_the_code_lets_in_and_leads_to_the_own_village(house, browser):
    assert sign_in(browser, "bert@dorp.example") == "/dorpen/hijken/"
    assert who_is_in(browser) == "Bert Oosting, secretaris"


@pytest.mark.parametrize(
    ("person", "home"),
    [("renske", "/vandaag/"), ("geertje", "/vandaag/"), ("resident", "/"), ("dirk", "/"), ("alderman", "/")],
)
def test_everybody_comes_in_where_their_work_is(house, browser, person, home):
    assert sign_in(browser, f"{person}@dorp.example") == home


def test_small_letters_spaces_and_a_missing_dash_do_not_matter(house, browser):
    code = ask_code(browser, "  Bert@Dorp.Example ")
    browser.post(CODE, {"code": f" {code.lower().replace('-', ' ')} "}, follow=True)
    assert who_is_in(browser) == "Bert Oosting, secretaris"


def test_a_code_works_once(house, browser):
    code = ask_code(browser, "bert@dorp.example")
    browser.post(CODE, {"code": code}, follow=True)
    other = Client()
    ask_code(other, "bert@dorp.example")
    other.post(CODE, {"code": code}, follow=True)
    assert (who_is_in(browser), who_is_in(other)) == ("Bert Oosting, secretaris", "")


def test_a_code_works_only_in_the_browser_that_asked(house, browser):
    code = ask_code(browser, "bert@dorp.example")
    answer = Client().post(CODE, {"code": code})
    assert (answer.status_code, answer.url) == (302, SIGN_IN)


def test_opening_the_page_of_the_code_signs_nobody_in(house, browser):
    code = ask_code(browser, "bert@dorp.example")
    browser.get(f"{CODE}?code={code}")
    assert who_is_in(browser) == ""


def test_a_wrong_code_says_so_and_may_be_mended(house, browser):
    code = ask_code(browser, "bert@dorp.example")
    answer = browser.post(CODE, {"code": "fout"})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "code": ["Deze code klopt niet. Neem de code uit de nieuwste mail over."]
    }
    browser.post(CODE, {"code": code}, follow=True)
    assert who_is_in(browser) == "Bert Oosting, secretaris"


def test_five_wrong_codes_end_it(house, browser):
    code = ask_code(browser, "bert@dorp.example")
    assert [browser.post(CODE, {"code": "fout"}).status_code for _ in range(5)] == [422, 422, 422, 422, 302]
    assert "Deze code werkt niet meer. Hij is ouder dan een kwartier" in page(browser, SIGN_IN)
    assert browser.post(CODE, {"code": code}).url == SIGN_IN
    assert who_is_in(browser) == ""


@pytest.mark.parametrize(("minutes", "works"), [(14, True), (16, False)])
def test_a_code_is_good_for_a_quarter(house, browser, minutes, works):
    with time_machine.travel(NOW, tick=False) as clock:
        code = ask_code(browser, "bert@dorp.example")
        clock.shift(timedelta(minutes=minutes))
        browser.post(CODE, {"code": code}, follow=minutes < 15)
        told = "Deze code werkt niet meer." in page(browser, SIGN_IN)
        assert (who_is_in(browser) != "", told) == (works, not works)


def test_who_waits_for_a_code_may_ask_for_another(house, browser):
    old = ask_code(browser, "bert@dorp.example")
    assert 'name="email"' in page(browser, SIGN_IN)
    new = ask_code(browser, "bert@dorp.example")
    assert browser.post(CODE, {"code": old}).status_code == 422
    browser.post(CODE, {"code": new}, follow=True)
    assert who_is_in(browser) == "Bert Oosting, secretaris"


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_code_is_asked_again(house, browser, typed):
    ask_code(browser, "bert@dorp.example")
    answer = browser.post(CODE, {"code": typed})
    assert answer.context["form"].errors == {"code": ["Vul de code in die in de mail staat."]}


# --- addresses we do not know ----------------------------------------------------------------------


def test_the_page_does_not_tell_who_is_known(house):
    known, unknown = Client(), Client()
    asked = [(known, "bert@dorp.example"), (unknown, "niemand@dorp.example")]
    answers = [browser.post(SIGN_IN, {"email": address}) for browser, address in asked]
    assert len({(a.status_code, a.url, a.content) for a in answers}) == 1
    for what in ("get", "post"):
        bodies = {
            without_token(getattr(browser, what)(CODE, {"code": "fout"}).content.decode()).replace(
                address, ""
            )
            for browser, address in asked
        }
        assert len(bodies) == 1


def test_an_unknown_address_gets_one_kind_mail_a_day(house, browser):
    for _ in range(3):
        assert ask_code(browser, "niemand@dorp.example") == ""
    mail = OutboxMessage.objects.get(to="niemand@dorp.example")
    assert (mail.subject, mail.secret) == ("U vroeg om een code", True)
    assert "Wij kennen het niet, dus er\nis geen code." in mail.text
    assert "Renske Dekker: 0000 - 00 00 00" in mail.text


@pytest.mark.parametrize("typed", ["", "bert", "bert@", "bert@dorp.example\0", "a" * 300 + "@dorp.example"])
def test_what_is_no_address_is_asked_again_in_dutch(house, browser, typed):
    answer = browser.post(SIGN_IN, {"email": typed})
    expected = (
        "Dit is geen heel mailadres. Schrijf het zoals naam@dorp.nl."
        if typed
        else "Vul uw mailadres in. Daar sturen wij de code heen."
    )
    assert answer.status_code == 422
    assert set(answer.context["form"].errors["email"]) == {expected}
    assert OutboxMessage.objects.count() == 0


def test_asking_too_often_is_answered_in_dutch(house, browser):
    for _ in range(5):
        ask_code(browser, "bert@dorp.example")
    answer = browser.post(SIGN_IN, {"email": "bert@dorp.example"})
    assert answer.status_code == 429
    assert answer.context["form"].errors == {
        "email": ["U vroeg vaak een code. Wacht een kwartier, of bel ons."]
    }
    assert OutboxMessage.objects.count() == 5


def test_nobody_signs_up_by_themselves(house, browser):
    for address in ("/inloggen/nieuw/", "/inloggen/gesloten/"):
        assert browser.post(address, {"email": "nieuw@dorp.example"}).url == SIGN_IN
    assert OutboxMessage.objects.count() == 0


# --- who sits behind an address ----------------------------------------------------------------------


def test_a_couple_is_asked_who_it_is(couple, browser):
    assert sign_in(browser, "fam.smid@dorp.example") == WHO
    assert who_is_in(browser) == ""
    body = page(browser, WHO)
    assert ("Hendrik Smid" in body, "Trijntje Smid" in body) == (True, True)
    browser.post(WHO, {"person": couple[1]}, follow=True)
    assert who_is_in(browser) == "Trijntje Smid"


@pytest.mark.parametrize("answer", ["stranger", "", "0", "abc", "1" + "0" * 30])
def test_only_a_holder_of_the_address_is_accepted(house, couple, browser, answer):
    sign_in(browser, "fam.smid@dorp.example")
    person = str(house.people["renske"].pk) if answer == "stranger" else answer
    refused = browser.post(WHO, {"person": person})
    assert refused.status_code == 422
    expected = "Kies wie u bent uit de lijst." if answer else "Kies wie u bent."
    assert refused.context["form"].errors == {"person": [expected]}
    assert who_is_in(browser) == ""


def test_who_does_not_say_who_they_are_is_asked_again_and_comes_where_they_wanted(couple, browser):
    sign_in(browser, "fam.smid@dorp.example")
    refused = browser.get("/vandaag/", follow=True)
    assert refused.redirect_chain[-1][0] == f"{WHO}?next=%2Fvandaag%2F"
    answer = browser.post(f"{WHO}?next=%2Fvandaag%2F", {"person": couple[0]})
    assert answer.url == "/vandaag/"


def test_an_address_of_a_whole_board_asks_who_of_its_board(house, browser):
    actions.add_address(
        by=SETUP, address="bestuur@hooghalen.example", association=house.associations["Hooghalen e.o."]
    )
    second = actions.add_person(by=SETUP, name="Jan Lubbers", call_name="Jan")
    actions.add_seat(
        by=SETUP,
        person=second,
        role="treasurer",
        from_on=SINCE,
        association=house.associations["Hooghalen e.o."],
    )
    assert sign_in(browser, "bestuur@hooghalen.example") == WHO
    holders = [person.name for person in browser.get(WHO).context["holders"]]
    assert holders == ["Carla Venema", "Jan Lubbers"]
    browser.post(WHO, {"person": second.pk}, follow=True)
    assert who_is_in(browser) == "Jan Lubbers, penningmeester"


# --- what allauth and Django would say is said in our words ------------------------------------------------


def test_the_pages_of_signing_in_speak_dutch_and_say_it_once(house, browser):
    ask_code(browser, "bert@dorp.example")
    body = page(browser, CODE)
    assert re.findall(r"<label[^>]*>\s*([^<]+?)\s*</label>", body) == ["De code uit de mail"]
    assert (body.count("Wij stuurden een code naar"), body.count('role="status"')) == (1, 0)
    assert re.findall(r"<label[^>]*>\s*([^<]+?)\s*</label>", page(Client(), SIGN_IN)) == ["Uw mailadres"]
