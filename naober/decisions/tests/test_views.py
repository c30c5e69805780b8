"""Whatever is pasted: a Dutch answer that says what to do, and a receipt, or the text still in the form."""

import re
import time
from html import unescape
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client

from naober.decisions.models import Document, Item, Sitting
from naober.decisions.reading import apart
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from naober.post.models import Receipt
from testing.house import House, build_house

pytestmark = pytest.mark.django_db

PASTE = "/besluiten/plakken/"
PAPER = """Besluitenlijst van de gemeenteraad van Midden-Drenthe
Vergadering van donderdag 12 november 2026, 19.30 uur

1. Opening
De voorzitter opent de vergadering.

2. Nieuwe brug in Hijken
Besluit: de raad stelt het krediet voor de brug in Hijken vast.
"""
SECONDS = 15
NUMBER = r"O-\d{4}-\d{4}"


@pytest.fixture
def house() -> House:
    cache.clear()
    return build_house()


@pytest.fixture
def officer(house) -> Client:
    return browser_of(house, "renske")


def browser_of(house: House, name: str) -> Client:
    browser = Client()
    browser.force_login(people.account_for(f"{name}@dorp.example"))
    session = browser.session
    session[SESSION_PERSON] = house.people[name].pk
    session.save()
    return browser


def paste(browser: Client, text: str, **fields: str):
    began = time.monotonic()
    answer = browser.post(PASTE, {"text": text, **fields})
    assert time.monotonic() - began < SECONDS
    return answer


def complaints(answer) -> list[str]:
    assert answer.status_code == 422
    return [str(error) for errors in answer.context["form"].errors.values() for error in errors]


def text_in_form(answer) -> str:
    area = re.search(r"<textarea[^>]*>\r?\n?(.*?)</textarea>", answer.content.decode(), re.DOTALL)
    return unescape(area[1])


def stored() -> tuple[int, int]:
    return Receipt.objects.count(), Sitting.objects.count()


@pytest.mark.parametrize("text", ["", "   \n\t  ", "\0\0", "\u202e\u200b\ufeff"])
def test_nothing_to_read_takes_nothing(officer, text):
    (complaint,) = complaints(paste(officer, text))
    assert complaint.startswith("Er staat nog niets. Plak hier de tekst van de agenda of de besluitenlijst")
    assert stored() == (0, 0)


REFUSED = {
    "ten megabytes": "Wij schrijven dit steeds weer op.\n" * 320_000,
    "a megabyte in one line": "a" * 990_000,
    "a name a hundred thousand times": "Hijken " * 140_000,
    "half a million lines": "1\n" * 490_000,
    "five thousand points": PAPER
    + "".join(f"\n{n}. Weg {n}\nBesluit: vastgesteld.\n" for n in range(3, 5001)),
    "binary rubbish": bytes(range(256)).decode("latin-1") * 2_000,
    "another municipality": PAPER.replace("Midden-Drenthe", "Westerveld"),
    "no meeting": "Beste mensen, wij gaan op vakantie. Groet, Jan",
    "emoji": "😀" * 1000,
    "tags without end": "<div>" * 150_000,
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_can_not_be_read_is_refused_with_a_number_and_stays_in_the_form(officer, text):
    answer = paste(officer, text)
    (complaint,) = complaints(answer)
    receipt = Receipt.objects.get()
    assert (receipt.state, stored()) == (Receipt.State.REFUSED, (1, 0))
    assert complaint.endswith(f" Wij hebben het bewaard onder nummer {receipt.reference}.")
    assert "\0" in text or text_in_form(answer) == text


TAKEN = {
    "as it is": PAPER,
    "nul": PAPER.replace("Opening", "Ope\0ning"),
    "right-to-left and zero-width": PAPER.replace("Hijken", "\u202eHij\u200bken\u202c"),
    "line ends of windows": PAPER.replace("\n", "\r\n"),
    "emoji": PAPER.replace("Opening", "Opening 😀"),
}


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN)
def test_what_can_be_read_is_read_and_has_a_number(officer, text):
    answer = officer.post(PASTE, {"text": text}, follow=True)
    assert answer.redirect_chain[-1][0] == "/besluiten/gemeenteraad-2026-11-12/"
    assert f"Gelezen en bewaard onder nummer {Receipt.objects.get().reference}." in answer.content.decode()
    assert list(Item.objects.get(number="2").concerns.values_list("village__name", flat=True)) == ["Hijken"]


def test_the_same_text_twice_is_one(officer):
    first = officer.post(PASTE, {"text": PAPER}, follow=True)
    second = officer.post(PASTE, {"text": PAPER}, follow=True)
    assert first.redirect_chain == second.redirect_chain
    told = f"Deze tekst hadden wij al, onder nummer {Receipt.objects.get().reference}."
    assert told in second.content.decode()
    assert (Document.objects.count(), stored()) == (1, (1, 1))


SCRIPTS = "<script>alert('binnen')</script><img src=x onerror=alert(1)>"


def test_the_source_of_a_page_is_read_by_its_text(officer):
    lines = "".join(f"<p>{line}</p>" for line in PAPER.splitlines() if line)
    page = f"<!doctype html><html><body>{SCRIPTS}{lines}</body></html>"
    body = officer.post(PASTE, {"text": page}, follow=True).content.decode()
    assert ("Nieuwe brug in Hijken" in body, "alert(" in body) == (True, False)


def test_scripts_in_a_text_are_shown_as_letters(officer):
    title = 'Brug in Hijken "><svg onload=alert(2)>'
    answer = officer.post(PASTE, {"text": PAPER.replace("Nieuwe brug in Hijken", title)}, follow=True)
    for body in (
        answer.content.decode(),
        officer.get("/").content.decode(),
        officer.get("/vandaag/").content.decode(),
    ):
        assert "<svg onload" not in body
    assert "&lt;svg onload=alert(2)&gt;" in answer.content.decode()


def test_scripts_that_are_refused_stand_in_the_form_as_letters(officer):
    body = paste(officer, f"</textarea>{SCRIPTS}").content.decode()
    assert ("<script>alert" in body, "onerror=alert(1)>" in body) == (False, False)


@pytest.mark.parametrize("day", ["99 januari 99999", "31 februari 2026", "32-13-2026", "0 mei 0"])
def test_a_day_that_is_none_is_asked_for_and_the_text_stays(officer, day):
    text = PAPER.replace("donderdag 12 november 2026", day)
    answer = paste(officer, text)
    assert complaints(answer) == ["Dit staat niet in de tekst. Vul het hier in."]
    assert (text_in_form(answer), Sitting.objects.count()) == (text, 0)
    assert paste(officer, text, body=answer.context["form"].data["body"], on="2026-11-12").status_code == 302


@pytest.mark.parametrize("on", ["gisteren", "0000-00-00", "9" * 50, "2026-11-12\0"])
def test_a_weird_day_in_the_form_is_asked_again(officer, on):
    assert complaints(paste(officer, PAPER, on=on)) == [
        "Schrijf de dag als dag-maand-jaar, bijvoorbeeld 26-11-2026."
    ]


@pytest.mark.parametrize("body", ["0", "abc", "9" * 40])
def test_a_weird_body_in_the_form_is_asked_again(officer, body):
    assert complaints(paste(officer, PAPER, body=body)) == ["Kies wie er vergadert uit de lijst."]


def test_bytes_that_are_no_text_are_no_error_page(officer):
    form = b"text=" + quote(PAPER).encode() + b"%ff%fe%ed%a0%80%c0%af"
    answer = officer.generic("POST", PASTE, form, "application/x-www-form-urlencoded")
    assert (answer.status_code, Sitting.objects.count()) == (302, 1)


@pytest.mark.parametrize("sent", [{"text": "a" * 26_000_000}, {f"veld{n}": "x" for n in range(600)}])
def test_a_form_that_is_too_large_is_answered_in_dutch(officer, sent):
    answer = officer.post(PASTE, sent)
    assert (answer.status_code, stored()) == (413, (0, 0))
    assert "Wij konden het niet aannemen. Er is niets bewaard." in answer.content.decode()


def test_a_reader_that_breaks_is_a_refusal():
    with pytest.raises(apart.Refusal) as refusal:
        apart.read_apart([apart.Part("", PAPER)], None, municipality=None, today=None)
    assert refusal.value.code == "unreadable"


# --- who was first ----------------------------------------------------------------------------------------


def test_the_second_reads_who_was_first_and_when(house, officer):
    officer.post(PASTE, {"text": PAPER})
    item = Item.objects.get(number="2")
    browser_of(house, "bert").post(f"/besluiten/punt/{item.pk}/klopt/")
    answer = officer.post(f"/besluiten/punt/{item.pk}/niet-over-ons/")
    assert answer.status_code == 409
    assert "<strong>Bert Oosting</strong> was u voor" in answer.content.decode()


def test_a_board_can_not_decide_for_another_village(house, officer):
    officer.post(PASTE, {"text": PAPER.replace("Besluit: de raad", "Besluit: in Elp en Hijken: de raad")})
    item, bert = Item.objects.get(number="2"), browser_of(house, "bert")
    elp = house.villages["Elp"].pk
    assert bert.post(f"/besluiten/punt/{item.pk}/klopt/", {"village": elp}).status_code == 404
    assert bert.post(f"/besluiten/punt/{item.pk}/ook-over/", {"village": elp}).status_code == 422
    assert set(item.concerns.values_list("state", flat=True)) == {"proposed"}
