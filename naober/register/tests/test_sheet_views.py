"""The pages of a list, from paste to taking back."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from naober.people.models import Person
from naober.post.models import Receipt
from naober.register.sheets.models import Sheet

pytestmark = pytest.mark.django_db
NEW = "/wie-is-wie/lijst/"
LIST = (
    "Naam\tFunctie\tDorp\tTelefoon\nJan Tol\tvoorzitter\tHijken\t06 1\nPiet Tol\tsecretaris\tNergens\t06 2\n"
)


@pytest.fixture
def geertje(house, browser):
    browser.force_login(people.account_for("geertje@dorp.example"))
    session = browser.session
    session[SESSION_PERSON] = house.people["geertje"].pk
    session.save()
    return browser


def test_from_paste_to_taking_back(geertje):
    address = geertje.post(NEW, {"text": LIST}).url
    page = geertje.get(address)
    assert [p.row.name for p in page.context["page"].plan.asked] == ["Piet Tol"]
    assert "Bewaar dit in het register" not in page.content.decode()
    assert Receipt.objects.get(source="lijst").state == "read"

    geertje.post(f"{address}antwoorden/", {"3:place": "skip"})
    page = geertje.get(address)
    shown = page.context["page"].plan.fingerprint
    assert f'name="fingerprint" value="{shown}"' in page.content.decode()
    geertje.post(f"{address}bewaren/", {"fingerprint": shown})
    assert Person.objects.filter(name="Jan Tol").count() == 1
    assert "Draai deze lijst terug" in geertje.get(address).content.decode()

    geertje.post(f"{address}terugdraaien/")
    assert Person.objects.filter(name="Jan Tol").count() == 0
    assert "Alles staat weer zoals het was" in geertje.get(address).content.decode()


def test_a_workbook_is_uploaded(geertje):
    book = openpyxl.Workbook()
    for row in (["Naam", "Dorp"], ["Jan Tol", "Hijken"]):
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    file = SimpleUploadedFile("besturen.xlsx", kept.getvalue())
    page = geertje.get(geertje.post(NEW, {"file": file}).url)
    assert [p.row.name for p in page.context["page"].plan.new] == ["Jan Tol"]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"text": " "}, "text"),
        ({}, "text"),
        ({"file": SimpleUploadedFile("oud.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 99)}, "file"),
        ({"file": SimpleUploadedFile("leeg.xlsx", b"")}, "file"),
    ],
)
def test_what_can_not_be_read_is_said_beside_the_field(geertje, sent, field):
    answer = geertje.post(NEW, sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_the_same_list_may_come_in_again(geertje):
    first, second = (geertje.post(NEW, {"text": LIST}).url for _ in range(2))
    assert (first != second, Sheet.objects.count()) == (True, 2)


def test_two_columns_can_not_both_be_the_name(geertje):
    address = geertje.post(NEW, {"text": LIST}).url
    answer = geertje.post(f"{address}kolommen/", {"0": "NAME", "1": "NAME"})
    assert (answer.status_code, answer.context["columns_form"].non_field_errors()) == (
        422, ["Er zijn twee kolommen met naam. Kies er één."])  # fmt: skip
    geertje.post(f"{address}kolommen/", {"0": "NAME", "2": "VILLAGE"})
    assert Sheet.objects.get().columns == {"0": "NAME", "2": "VILLAGE"}


def test_an_answer_that_is_no_answer_is_refused(geertje):
    address = geertje.post(NEW, {"text": LIST}).url
    answer = geertje.post(f"{address}antwoorden/", {"3:place": "board:999"})
    assert (answer.status_code, list(answer.context["choices_form"].errors)) == (422, ["3:place"])
    assert Sheet.objects.get().choices == {}


def test_saving_something_else_than_was_shown_saves_nothing(geertje):
    address = geertje.post(NEW, {"text": LIST}).url
    for sent in ({}, {"fingerprint": "0" * 32}):
        answer = geertje.post(f"{address}bewaren/", sent, follow=True)
        assert "Kijk de verschillen na" in answer.content.decode()
    assert Sheet.objects.get().state == "open"


def test_names_from_a_list_are_shown_as_text(geertje):
    hostile = "<script>alert(1)</script>"
    address = geertje.post(NEW, {"text": f"Naam\tDorp\n{hostile}\tHijken\n"}).url
    body = geertje.get(address).content.decode()
    assert (hostile in body, "&lt;script&gt;" in body) == (False, True)
