"""The pages of who is who, as each reader gets them, and the forms on them."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.contrib.messages import get_messages

from naober.kit import dates
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from naober.people.models import Association, Membership, Person, Seat, Village
from naober.register import actions as register
from naober.register.book import actions, queries
from testing.house import SETUP, SINCE

pytestmark = pytest.mark.django_db


def enter(browser, house, who):
    if who == "visitor":
        return browser
    browser.force_login(people.account_for(f"{who}@dorp.example"))
    session = browser.session
    session[SESSION_PERSON] = house.people[who].pk
    session.save()
    return browser


def names_on(answer):
    return {seat.person.name for board in answer.context["boards"] for seat in board.seats}


@pytest.fixture
def shown(house):
    """Carla agreed to be on the website; Bert has a telephone and lives somewhere."""
    actions.change_seat(
        by=house.actor("renske"), seat=house.seat("carla"), term_ends_on=None, shown_public=True
    )
    actions.change_person(
        by=house.actor("renske"), person=house.people["bert"], version=1, phone="0593 12 34 56",
        street="Brink 1", postal_code="9415 AA", town="Hijken",
    )  # fmt: skip
    return house


ALL = {"Bert Oosting", "Carla Venema", "Geertje Alberts", "Renske Dekker", "Dirk Vos", "Marleen Stol"}


@pytest.mark.parametrize(
    ("who", "names", "phone", "post"),
    [
        ("visitor", {"Carla Venema"}, False, False),
        ("resident", {"Carla Venema"}, False, False),
        ("carla", ALL, True, False),
        ("dirk", ALL, True, False),
        ("renske", ALL, True, False),
    ],
)
def test_who_is_who_shows_each_reader_what_is_theirs_to_see(shown, browser, who, names, phone, post):
    for address in ("/wie-is-wie/", "/wie-is-wie/op-papier/"):
        answer = enter(browser, shown, who).get(address)
        body = answer.content.decode()
        assert (names_on(answer), "0593 12 34 56" in body, "Brink 1" in body) == (names, phone, post)


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("oosting", {"Bert Oosting"}),
        ("hijken", {"Bert Oosting"}),
        ("laaghalen voorzitter", {"Carla Venema"}),
        ("secretaris", {"Bert Oosting", "Geertje Alberts"}),
        ("niemand", set()),
        ("%", set()),
    ],
)
def test_a_name_a_village_or_a_function_finds_whom_you_want(house, browser, search, names):
    assert names_on(enter(browser, house, "carla").get("/wie-is-wie/", {"zoek": search})) == names


def test_a_search_tells_a_visitor_nothing_that_is_not_shown(shown, browser):
    assert names_on(browser.get("/wie-is-wie/", {"zoek": "bert"})) == set()
    assert browser.get("/wie-is-wie/", {"zoek": "0593"}).context["boards"] == []


def test_many_boards_are_turned_over_page_by_page(house, browser):
    for number in range(70):
        register.add_association(by=SETUP, name=f"Buurt {number:02}", short_name=f"{number}")
    first = browser.get("/wie-is-wie/")
    titles = [board.title for board in first.context["boards"]]
    second = browser.get("/wie-is-wie/", {"na": first.context["after"]})
    rest = [board.title for board in second.context["boards"]]
    assert (len(titles), titles + rest, second.context["after"]) == (60, sorted(titles + rest), "")
    assert len(titles + rest) == len(set(titles + rest)) == 73


def test_the_list_asks_as_little_however_many_there_are(house, browser, django_assert_max_num_queries):
    for number in range(30):
        person = register.add_person(by=SETUP, name=f"Mens {number}", call_name="Mens")
        register.add_seat(
            by=SETUP, person=person, role="treasurer", from_on=SINCE, association=house.associations["Elp"]
        )
    enter(browser, house, "renske")
    with django_assert_max_num_queries(14):
        browser.get("/wie-is-wie/")


def test_the_page_of_an_association_keeps_its_past_for_who_keeps_it(shown, browser):
    hijken = shown.associations["Hijken"]
    actions.hand_over_seat(
        by=shown.actor("renske"), seat=shown.seat("bert"), on=dates.today(),
        successor=actions.NewPerson("Jan Tol", "Jan", "jan@dorp.example"),
    )  # fmt: skip
    seen = {}
    for who in ("visitor", "carla", "renske"):
        page = enter(browser, shown, who).get(f"/verenigingen/{hijken.pk}/").context["page"]
        seen[who] = ([s.person.name for s in page.board.seats], [s.person.name for s in page.past])
    assert seen == {
        "visitor": ([], []),
        "carla": (["Jan Tol"], []),
        "renske": (["Jan Tol"], ["Bert Oosting"]),
    }


def test_a_person_reads_what_we_keep_and_changes_it(house, browser):
    bert = house.people["bert"]
    enter(browser, house, "bert")
    assert browser.get(f"/mensen/{bert.public_id}/").context["page"].own_page
    sent = {
        "version": "1", "name": "Bert Oosting", "call_name": "Bert", "way_back": "letter",
        "street": "Brink 1", "postal_code": "9415 AA", "town": "Hijken", "phone": "",
    }  # fmt: skip
    answer = browser.post(f"/mensen/{bert.public_id}/wijzigen/", sent)
    assert answer.url == f"/mensen/{bert.public_id}/"
    page = browser.get(answer.url).context["page"]
    assert (page.person.post, page.person.way_back) == (("Brink 1", "9415 AA Hijken"), "per brief")


@pytest.mark.parametrize(
    ("way_back", "field"), [("phone", "phone"), ("letter", "street"), ("through", "through")]
)
def test_a_way_back_must_be_possible(house, browser, way_back, field):
    bert = house.people["bert"]
    sent = {"version": "1", "name": "Bert", "call_name": "Bert", "way_back": way_back}
    answer = enter(browser, house, "bert").post(f"/mensen/{bert.public_id}/wijzigen/", sent)
    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)


def test_a_stale_form_shows_both_texts_and_a_second_time_is_a_choice(house, browser):
    bert = house.people["bert"]
    actions.change_person(by=house.actor("bert"), person=bert, version=1, phone="0593 11 11 11")
    sent = {"version": "1", "name": "Bert Oosting", "call_name": "Bert", "way_back": "mail", "phone": "06 22"}
    enter(browser, house, "renske")
    first = browser.post(f"/mensen/{bert.public_id}/wijzigen/", sent)
    assert first.status_code == 422
    assert "0593 11 11 11" in first.context["form"].errors["phone"][0]
    assert 'name="phone" value="06 22"' in first.content.decode()
    again = browser.post(
        f"/mensen/{bert.public_id}/wijzigen/", sent | {"version": first.context["form"]["version"].value()}
    )
    assert (again.status_code, Person.objects.get(pk=bert.pk).phone) == (302, "06 22")


def test_a_new_secretary_by_the_old_one_who_is_out_at_once(house, browser):
    register.add_address(by=SETUP, address="secretaris@hijken.example", seat=house.seat("bert"))
    seat = house.seat("bert")
    enter(browser, house, "bert")
    sent = {"name": "Jan Tol", "phone": "0593 33 33 33", "on": dates.today().isoformat()}
    assert browser.post(f"/functies/{seat.pk}/overdragen/", sent).url == "/"
    for page in (f"/functies/{seat.pk}/termijn/", f"/verenigingen/{seat.association_id}/bestuur/"):
        assert browser.get(page).url == f"/inloggen/?next={quote(page, safe='')}"
    new = Seat.objects.latest("id")
    assert (new.person.name, new.addresses.get().address) == ("Jan Tol", "secretaris@hijken.example")


def test_what_is_missing_is_asked_in_plain_words(house, browser):
    seat = house.seat("carla")
    enter(browser, house, "renske")
    tomorrow = (dates.today() + timedelta(days=1)).isoformat()
    cases = [
        ({"on": dates.today().isoformat()}, "name"),
        ({"name": "Jan Tol", "on": dates.today().isoformat()}, "phone"),
        ({"name": "Bert Oosting", "phone": "06", "on": dates.today().isoformat()}, "same_name"),
        ({"person": seat.person_id, "on": dates.today().isoformat()}, "person"),
        ({"name": "Jan Tol", "phone": "06", "on": tomorrow}, "on"),
        ({"name": "Jan Tol", "phone": "06", "on": "2019-01-01"}, "on"),
        ({"name": "Jan Tol", "mail": "geen adres", "on": dates.today().isoformat()}, "mail"),
    ]
    for sent, field in cases:
        answer = browser.post(f"/functies/{seat.pk}/overdragen/", sent)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field]), sent
    assert Seat.objects.get(pk=seat.pk).until_on is None


def test_a_board_chooses_from_its_own_people_only(house, browser):
    enter(browser, house, "bert")
    hijken = house.associations["Hijken"].pk
    answer = browser.post(
        f"/verenigingen/{hijken}/bestuur/",
        {"person": house.people["geertje"].pk, "role": "chair", "from_on": "2026-01-01"},
    )
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["person"])


def test_a_place_comes_and_goes_and_a_large_one_needs_a_decision(house, browser):
    enter(browser, house, "geertje")
    elp, beilen = house.associations["Elp"].pk, house.villages["Beilen"]
    browser.post("/dorpen/beilen/inwoners/", {"residents": "11000", "year": "2025", "source": "CBS"})
    sent = {"village": beilen.pk, "from_on": "2026-01-01"}
    refused = browser.post(f"/verenigingen/{elp}/dorp/", sent)
    assert list(refused.context["form"].errors) == ["agreed"]
    assert "11.000 inwoners (CBS, 2025)" in refused.context["form"].errors["agreed"][0]
    assert browser.post(f"/verenigingen/{elp}/dorp/", sent | {"agreed": "on"}).status_code == 302
    place = Membership.objects.get(village=beilen)
    assert place.agreed_on == date(2026, 1, 1)
    taken = browser.post(f"/verenigingen/{house.associations['Hijken'].pk}/dorp/", sent)
    assert list(taken.context["form"].errors) == ["village"]
    browser.post(f"/verenigingen/dorp/{place.pk}/stopt/", {"until_on": "2026-11-01"})
    twice = browser.post(f"/verenigingen/dorp/{place.pk}/stopt/", {"until_on": "2026-11-09"})
    place.refresh_from_db()
    assert place.until_on == date(2026, 11, 1)
    assert [str(m) for m in get_messages(twice.wsgi_request)] == [
        "Dit was al gestopt, vanaf zondag 1 november 2026."
    ]


def test_a_village_that_grew_waits_for_the_board(house, browser):
    enter(browser, house, "renske")
    assert queries.too_large_places() == []
    browser.post("/dorpen/elp/inwoners/", {"residents": "3000", "year": "2026", "source": "CBS"})
    place = Village.objects.get(name="Elp").memberships.get()
    assert queries.too_large_places() == [place]
    assert "Elp is groter dan de grens" in browser.get("/vandaag/").content.decode()
    browser.post(f"/verenigingen/dorp/{place.pk}/hoort-erbij/")
    assert queries.too_large_places() == []


def test_an_association_says_what_it_is(house, browser):
    enter(browser, house, "renske")
    elp = house.associations["Elp"]
    sent = {
        "version": "1",
        "name": "Stichting Elp",
        "short_name": "Elp",
        "kind": "partner",
        "legal_form": "foundation",
    }
    browser.post(f"/verenigingen/{elp.pk}/wijzigen/", sent)
    elp.refresh_from_db()
    assert (elp.name, elp.kind, elp.legal_form, elp.version) == ("Stichting Elp", "partner", "foundation", 2)
    stale = browser.post(f"/verenigingen/{elp.pk}/wijzigen/", sent | {"name": "Anders"})
    assert (stale.status_code, Association.objects.get(pk=elp.pk).name) == (302, "Stichting Elp")
    double = browser.post("/verenigingen/nieuw/", sent | {"name": "stichting elp"})
    assert list(double.context["form"].errors) == ["name"]


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [
        (date(2027, 3, 20), "In maart 2027 loopt de termijn van de voorzitter af"),
        (date(2026, 12, 1), "In december loopt de termijn van de voorzitter af"),
        (date(2026, 11, 1), "De termijn van de voorzitter liep af op 1 november 2026"),
    ],
)
def test_a_term_that_ends_is_said_in_time_to_both(house, browser, time_machine, ends_on, said):
    time_machine.move_to(date(2026, 11, 24).isoformat() + "T10:00:00+01:00")
    actions.change_seat(
        by=house.actor("renske"), seat=house.seat("carla"), term_ends_on=ends_on, shown_public=False
    )
    assert said in enter(browser, house, "renske").get("/vandaag/").content.decode()
    assert said in enter(browser, house, "carla").get("/dorpen/laaghalen/").content.decode()
    for who in ("bert", "resident"):
        assert said not in enter(browser, house, who).get("/dorpen/laaghalen/").content.decode()


def test_a_term_far_away_is_no_news(house, browser):
    actions.change_seat(
        by=house.actor("renske"), seat=house.seat("carla"), shown_public=False,
        term_ends_on=dates.today() + timedelta(days=121),
    )  # fmt: skip
    assert queries.terms_ending(house.actor("renske")) == []
    assert queries.terms_ending(house.actor("bert")) == []
