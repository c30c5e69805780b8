"""Sign-in from the first press to the last, as somebody at a kitchen table does it."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from naober.kit import dates, guard
from naober.people.models import Account, Seat
from naober.post.models import OutboxMessage
from naober.register import actions
from testing.house import SETUP, SINCE, House, build_house

pytestmark = pytest.mark.django_db

SIGN_IN, CODE, WHO = "/inloggen/", "/inloggen/code/", "/inloggen/wie-bent-u/"
NOW = "2026-11-24 09:00:00Z"


@pytest.fixture
def house() -> House:
    cache.clear()
    return build_house()


@pytest.fixture
def browser() -> Client:
    return Client()


def ask_code(browser: Client, address: str, wanted: str = "") -> str:
    """Ask for a code; the code that was mailed, or "" when the mail holds none."""
    where = f"{SIGN_IN}?next={wanted}" if wanted else SIGN_IN
    answer = browser.post(where, {"email": address})
    assert answer.status_code == 302
    assert answer.url.partition("?")[0] == CODE
    return code_in(newest_mail())


def newest_mail() -> OutboxMessage:
    return OutboxMessage.objects.latest("id")


def code_in(mail: OutboxMessage) -> str:
    found = re.search(r"^ {4}(\S+)$", mail.text, re.MULTILINE)
    return found[1] if found else ""


def sign_in(browser: Client, address: str) -> str:
    """Sign in by the code; the address where that ends."""
    code = ask_code(browser, address)
    return browser.post(CODE, {"code": code}, follow=True).redirect_chain[-1][0]


def who_is_in(browser: Client) -> str:
    """The line "U bent ..." that every page carries for somebody who is known."""
    found = re.search(r"U bent ([^<]+)\.</p>", page(browser, "/"))
    return found[1] if found else ""


def page(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


def without_token(body: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body)


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


@pytest.fixture
def couple(house) -> list[str]:
    """Two people who share one address; their ids as a form sends them."""
    people = [
        actions.add_person(by=SETUP, name=name, call_name=name.split()[0])
        for name in ("Hendrik Smid", "Trijntje Smid")
    ]
    for person in people:
        actions.add_address(by=SETUP, address="fam.smid@dorp.example", person=person)
    return [str(person.pk) for person in people]


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
    assert not Session.objects.filter(pk__in=[asked, signed_in]).exists()


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
    assert not Session.objects.filter(pk=key).exists()
    assert who_is_in(browser) == ""
    browser.cookies["sessionid"] = key
    assert who_is_in(browser) == ""


def test_a_link_does_not_sign_out(house, browser):
    sign_in(browser, "bert@dorp.example")
    assert browser.get("/uitloggen/").status_code == 405
    assert who_is_in(browser) == "Bert Oosting, secretaris"


# --- what allauth and Django would say is said in our words ------------------------------------------------


def test_the_pages_of_signing_in_speak_dutch_and_say_it_once(house, browser):
    ask_code(browser, "bert@dorp.example")
    body = page(browser, CODE)
    assert re.findall(r"<label[^>]*>\s*([^<]+?)\s*</label>", body) == ["De code uit de mail"]
    assert (body.count("Wij stuurden een code naar"), body.count('role="status"')) == (1, 0)
    assert re.findall(r"<label[^>]*>\s*([^<]+?)\s*</label>", page(Client(), SIGN_IN)) == ["Uw mailadres"]


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
