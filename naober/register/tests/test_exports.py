"""The register taken along: complete, unharmed, and never a command to a spreadsheet."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest

from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.kit import dates
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON, SESSION_SECOND_FACTOR
from naober.people.models import Person, Seat
from naober.register import actions as register
from naober.register.book import actions as book
from naober.register.exports import actions, writing
from naober.register.exports.records import HEADER, for_envelopes, records
from naober.register.sheets import queries as sheets
from naober.register.sheets.taking_in import take_in
from testing.house import SETUP, SINCE

pytestmark = pytest.mark.django_db
ADDRESS = "/wie-is-wie/meenemen/"
FORMS = ("excel", "csv", "kaartjes", "etiketten")
HOSTILE = (
    "=cmd|' /C calc'!A0",
    '+31 6 =HYPERLINK("http://kwaad.example")',
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "Jan\r\nTEL:0900 1234",
    "Jan\nEND:VCARD\nBEGIN:VCARD",
    '"=1+1"',
)
HARD = (
    "Renée d'Éon",
    "Ĳsbrand ĳ",
    "Jan van 't Hof",
    "نور الهدى",
    "Ubbo 👨‍👩‍👧 de Vries",
    "Х" * 300,
    "Smid; Hof \\ niet",
)


def seated(house, name, **fields):
    person = register.add_person(by=SETUP, name=name, call_name=name[:60], **fields)
    register.add_seat(
        by=SETUP, person=person, role="treasurer", from_on=SINCE, association=house.associations["Elp"]
    )
    return person


def download(house, browser, form, who="renske"):
    browser.force_login(people.account_for(f"{who}@dorp.example"))
    session = browser.session
    session[SESSION_PERSON] = house.people[who].pk
    session[SESSION_SECOND_FACTOR] = dates.now().isoformat()
    session.save()
    return browser.post(f"{ADDRESS}{form}/", {"whom": "all"})


def cells_of_workbook(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[cell for cell in row] for row in book.active.iter_rows()]


def rows_of_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def lines_of_cards(content):
    """The lines of the cards, unfolded."""
    return content.decode().replace("\r\n ", "").split("\r\n")


# --- nothing is a command ------------------------------------------------------------


@pytest.mark.parametrize("field", ["name", "phone", "street", "postal_code", "town"])
def test_no_cell_of_any_sheet_is_a_command(house, browser, field):
    for number, text in enumerate(HOSTILE):
        fields = {"name": f"Mens {number}"} | {field: text[: Person._meta.get_field(field).max_length]}
        seated(house, **fields)
    book.change_association(
        by=house.actor("renske"),
        association=house.associations["Elp"],
        version=1,
        name="=1+1",
        short_name="@Elp",
    )
    excel = download(house, browser, "excel").content
    kinds = {cell.data_type for row in cells_of_workbook(excel) for cell in row if cell.value is not None}
    packed = zipfile.ZipFile(io.BytesIO(excel))
    assert kinds == {"s"}
    assert [
        n
        for n in packed.namelist()
        if b"<f" in re.sub(rb"<f(onts?|ills?|gColor)\b", b"", packed.read(n)) and "sheet" in n
    ] == []
    for row in rows_of_csv(download(house, browser, "csv").content):
        assert [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


def test_a_name_can_not_add_a_line_or_a_card(house, browser):
    for text in HOSTILE:
        seated(house, text)
    lines = lines_of_cards(download(house, browser, "kaartjes").content)
    persons = 6 + len(HOSTILE)
    assert (lines.count("BEGIN:VCARD"), lines.count("END:VCARD")) == (persons, persons)
    known = ["BEGIN", "VERSION", "UID", "FN", "N", "ORG", "TITLE", "EMAIL", "TEL", "ADR", "END"]
    assert [line for line in lines if line and re.split("[:;]", line)[0] not in known] == []
    assert [line for line in lines if line.startswith("TEL")] == []


# --- and everything arrives ------------------------------------------------------------


def test_hard_names_come_through_unharmed(house, browser):
    for name in HARD:
        seated(house, name)
    by_workbook = {row[4].value for row in cells_of_workbook(download(house, browser, "excel").content)}
    by_csv = {row[4] for row in rows_of_csv(download(house, browser, "csv").content)}
    lines = lines_of_cards(download(house, browser, "kaartjes").content)
    unescaped = {re.sub(r"\\(.)", r"\1", line[3:]) for line in lines if line.startswith("FN:")}
    page = browser.get("/wie-is-wie/").content.decode()
    for name in HARD:
        assert (name in by_workbook, name in by_csv, name in unescaped) == (True, True, True), name
        assert name.replace("'", "&#x27;") in page


def test_no_line_of_a_card_is_longer_than_75_bytes(house, browser):
    for name in HARD:
        seated(house, name)
    content = download(house, browser, "kaartjes").content
    assert max(len(line) for line in content.split(b"\r\n")) == 75


@pytest.mark.parametrize("form", ["excel", "csv"])
def test_what_went_out_comes_in_again_as_the_same(house, browser, form):
    book.change_person(
        by=house.actor("renske"), person=house.people["carla"], version=1, phone="+31 6 12 34 56 78",
        street="Brink 1", postal_code="9414 AA", town="Hooghalen",
    )  # fmt: skip
    for name in HARD:
        seated(house, name)
    sheet = take_in(by=house.actor("geertje"), content=download(house, browser, form).content)
    plan = sheets.plan_of(sheet)
    of_boards = [p for p in plan.proposals if p.association]
    assert [(p.row.name, p.of_person, p.of_seat, p.new_mail) for p in of_boards if p.kind != "same"] == []
    assert (len(of_boards), plan.missing) == (2 + len(HARD), ())


def test_a_person_with_two_functions_has_one_card_and_one_label(house, browser):
    both = house.people["bert"]
    register.add_seat(by=SETUP, person=both, role="treasurer", from_on=SINCE)
    lines = lines_of_cards(download(house, browser, "kaartjes").content)
    assert lines.count("FN:Bert Oosting") == 1
    mine = [r for r in for_envelopes(records(house.actor("renske")), "all") if r.seat.person.pk == both.pk]
    assert len(mine) == 1


@pytest.mark.parametrize(
    ("whom", "names"),
    [
        ("letter", {"Trijntje Smid"}),
        ("leads", {"Bert Oosting", "Carla Venema", "Geertje Alberts"}),
    ],
)
def test_envelopes_are_for_whom_one_chooses(house, whom, names):
    seated(house, "Trijntje Smid", way_back="letter", street="Brink 2", postal_code="9415 AA", town="Hijken")
    chosen = for_envelopes(records(house.actor("renske")), whom)
    assert {record.seat.person.name for record in chosen} == names


def test_labels_name_who_has_no_address(house, browser):
    seated(house, "Trijntje Smid", street="Brink 2", postal_code="9415 AA", town="Hijken")
    page = download(house, browser, "etiketten")
    assert [record.seat.person.name for record in page.context["labels"]] == ["Trijntje Smid"]
    assert len(page.context["without"]) == Seat.objects.values("person").distinct().count() - 1


# --- only for who may, with a trail ------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_each_leaves_a_line_for_who_keeps_the_register(house, browser, form):
    answer = download(house, browser, form)
    entry = Entry.objects.latest("id")
    assert (answer.status_code, entry.kind, entry.audience, entry.person) == (
        200, "list_exported", "board", house.people["renske"])  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_without_the_second_lock_nothing_leaves(house, browser, form):
    download(house, browser, form)
    before = Entry.objects.count()
    session = browser.session
    del session[SESSION_SECOND_FACTOR]
    session.save()
    assert browser.post(f"{ADDRESS}{form}/", {"whom": "all"}).status_code == 302
    assert Entry.objects.count() == before


@pytest.mark.parametrize("who", ["resident", "bert", "dirk", "alderman"])
def test_nobody_else_takes_the_register_along(house, browser, who):
    for form in FORMS:
        assert download(house, browser, form, who).status_code == 404
    with pytest.raises(NotAllowedError):
        actions.export_register(by=house.actor(who), form="Excel")


def test_the_header_is_read_by_the_list_that_comes_in():
    assert len(HEADER) == len(set(HEADER)) == 14
    assert writing.table([]).decode("utf-8-sig") == ";".join(HEADER) + "\r\n"
