"""The pages on which somebody reads, takes along and lets go what we keep of them."""

import io
import json
import zipfile

import pytest
from django.test import Client

from naober.journal.models import Entry
from naober.people.models import Person
from naober.register import actions
from naober.register.models import Consent
from naober.register.privacy import taking_along
from naober.register.tests.hands import page, sign_in, who_is_in
from testing.house import SETUP, build_house

pytestmark = pytest.mark.django_db
MINE = "/mijn-gegevens/"


@pytest.fixture
def bert(house, browser) -> Client:
    sign_in(browser, "bert@dorp.example")
    return browser


@pytest.fixture
def officer(house) -> Client:
    """Renske, who opened her second lock."""
    browser = Client()
    sign_in(browser, "renske@dorp.example")
    browser.post("/mijn-aanmelding/kaart/nieuw/")
    return browser


def taken(answer) -> tuple[dict, str]:
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["mijn-gegevens.html", "mijn-gegevens.json"]
        return json.loads(archive.read("mijn-gegevens.json")), archive.read("mijn-gegevens.html").decode()


def key_of(house, name: str) -> str:
    return Person.objects.get(pk=house.people[name].pk).public_id


# --- of oneself ----------------------------------------------------------------------------------------


def test_one_reads_what_is_kept_why_until_when_and_who_sees_it(bert):
    body = page(bert, MINE)
    for words in (
        "Bert Oosting",
        "bert@dorp.example",
        "Zodat dorpen en besturen elkaar kunnen vinden.",
        "Twee jaar na de laatste functie",
        "180 dagen na versturen",
        "Alleen u.",
    ):
        assert words in body, words
    assert "Carla Venema" not in body


def test_what_one_takes_along_is_all_of_it_twice_and_of_nobody_else(bert, house):
    answer = bert.get("/mijn-gegevens/meenemen/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-gegevens.zip"'
    data, readable = taken(answer)
    assert data["naam"] == "Bert Oosting"
    kinds = {kind["wat"]: kind for kind in data["gegevens"]}
    assert {"Uzelf", "Functie", "Mailadres", "Mail die weggaat", "Open aanmelding"} <= set(kinds)
    assert kinds["Uzelf"]["regels"][0]["Naam"] == "Bert Oosting"
    assert kinds["Open aanmelding"]["regels"][0]["Controlegetal van de sleutel"] == "geheim"
    for other in ("Carla", "Geertje", "carla@", "renske@"):
        assert (other in json.dumps(data), other in readable) == (False, False), other
    for kind in data["gegevens"]:
        assert kind["waarom"] in readable


def test_every_text_about_somebody_is_in_what_they_take_along(house):
    """Each text field of the person, its function and its mail, filled with a word of its own."""
    carla = house.people["carla"]
    words = {
        name: f"canary-{name}"[:10] if name == "postal_code" else f"canary-{name}"
        for name in ("name", "call_name", "phone", "street", "postal_code", "town")
    }
    person = actions.add_person(by=SETUP, **words)
    actions.add_address(by=SETUP, address="canary-mail@dorp.example", person=person)
    said = json.dumps([kind.rows[0].fields for kind in taking_along.all_of(person)])
    missing = [word for word in (*words.values(), "canary-mail@dorp.example") if word not in said]
    assert missing == []
    assert "canary" not in str(taking_along.all_of(carla))


def test_one_press_takes_back_and_gives(bert, house):
    assert "Bert Oosting" not in page(Client(), "/dorpen/hijken/")
    assert bert.post(f"{MINE}website/mag/").url == MINE
    assert "Bert Oosting" in page(Client(), "/dorpen/hijken/")
    assert bert.post(f"{MINE}website/mag-niet/").url == MINE
    assert "Bert Oosting" not in page(Client(), "/dorpen/hijken/")
    assert bert.post(f"{MINE}alles/mag/").status_code == 404


def test_who_asks_to_be_forgotten_stands_on_vandaag_with_a_month(bert, house, officer):
    bert.post("/mijn-gegevens/vergeet-mij/")
    assert "U vroeg dit op" in page(bert, MINE)
    entry = Entry.objects.get(kind="forget_asked")
    assert (entry.line, entry.audience) == ("Iemand vraagt om vergeten te worden", "board")
    assert "Bert Oosting vraagt om vergeten te worden" in page(officer, "/vandaag/")


# --- of another -----------------------------------------------------------------------------------------


def test_who_keeps_the_register_sees_how_much_and_no_contents(officer, house):
    body = page(officer, f"/mensen/{key_of(house, 'bert')}/bewaard/")
    assert "Vergeet Bert Oosting voorgoed" in body
    assert "bert@dorp.example" not in body


def test_what_somebody_said_by_telephone_is_written_down(officer, house):
    address = f"/mensen/{key_of(house, 'bert')}/gehoord/"
    sent = {"what": "photo", "agreed": "ja", "channel": "phone"}
    assert officer.post(address, {**sent, "channel": "rook"}).status_code == 422
    assert officer.post(address, sent).status_code == 302
    row = Consent.objects.get()
    assert (row.what, row.channel, row.entered_by.name) == ("photo", "phone", "Renske Dekker")


def test_who_keeps_the_register_takes_along_for_somebody_without_mail(officer, house):
    data, _ = taken(officer.get(f"/mensen/{key_of(house, 'bert')}/meenemen/"))
    assert data["naam"] == "Bert Oosting"


@pytest.mark.parametrize("what", ["bewaard", "meenemen"])
def test_without_the_second_lock_nothing_of_another_is_seen(house, browser, what):
    sign_in(browser, "geertje@dorp.example")
    address = f"/mensen/{key_of(house, 'bert')}/{what}/"
    assert browser.get(address).url.startswith("/mijn-aanmelding/tweede-slot/?next=")


@pytest.mark.django_db(transaction=True)
def test_somebody_is_forgotten_from_a_page():
    house = build_house()
    bert, officer = Client(), Client()
    sign_in(bert, "bert@dorp.example")
    sign_in(officer, "renske@dorp.example")
    officer.post("/mijn-aanmelding/kaart/nieuw/")
    key = key_of(house, "bert")
    assert officer.post(f"/mensen/{key}/vergeten/").url == "/wie-is-wie/"
    assert "Bert Oosting is vergeten." in page(officer, "/wie-is-wie/")
    assert "Bert Oosting" not in page(officer, "/wie-is-wie/")
    assert who_is_in(bert) == ""
    assert officer.get(f"/mensen/{key}/bewaard/").status_code == 404
    assert Person.objects.filter(erased_at__isnull=False).count() == 1


def test_whom_every_page_names_is_not_forgotten(officer, house):
    key = key_of(house, "renske")
    assert officer.post(f"/mensen/{key}/vergeten/").url == f"/mensen/{key}/bewaard/"
    assert "Kies eerst een ander om te bellen." in page(officer, f"/mensen/{key}/bewaard/")
