"""From a paste or a file to rows of cells, and what a cell means."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from naober.register.sheets.reading import cells, columns, values
from naober.register.sheets.reading.columns import Column


def workbook(rows, sheets=(), hidden=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for title, more in (*sheets, *hidden):
        sheet = book.create_sheet(title)
        for row in more:
            sheet.append(row)
        sheet.sheet_state = "hidden" if (title, more) in hidden else "visible"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def read(tmp_path, content):
    path = tmp_path / "lijst"
    path.write_bytes(content)
    return cells.rows_of(path)


def refused(tmp_path, content):
    with pytest.raises(cells.Refusal) as refusal:
        read(tmp_path, content)
    return refusal.value.code


def packed(**parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return kept.getvalue()


# --- what comes in ------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b'Naam\tAdres\nJan\t"Brink 1\nElp"\n',
        b'Naam\tAdres\r\nJan\t"Brink 1\r\nElp"\r\n\r\n',
        "\ufeffNaam;Adres\nJan;Brink 1 Elp\n".encode(),
        b'Naam,Adres\nJan,"Brink 1\nElp"\n',
        "Naam\tAdres\nJan\tBrink 1 Elp".encode("utf-16"),
        "Naam\tAdres\n\u200bJan\tBrink\u00a01  Elp\n".encode(),
    ],
)
def test_a_table_is_a_table_however_it_was_copied(tmp_path, content):
    assert read(tmp_path, content) == [["Naam", "Adres"], ["Jan", "Brink 1 Elp"]]


def test_an_old_excel_writes_another_alphabet(tmp_path):
    assert read(tmp_path, "Naam;Dorp\nRené Köster;Elp".encode("cp1252"))[1] == ["René Köster", "Elp"]


def test_a_workbook_is_its_fullest_visible_sheet(tmp_path):
    content = workbook(
        [["Naam"]],
        sheets=[("Besturen", [["Naam", "Sinds", "Telefoon"], ["Jan", date(2027, 3, 1), 593123456.0]])],
        hidden=[("Oud", [["Naam", "Geheim"]] * 9)],
    )
    assert read(tmp_path, content) == [["Naam", "Sinds", "Telefoon"], ["Jan", "2027-03-01", "593123456"]]


def test_a_formula_is_not_worked_out(tmp_path):
    assert read(tmp_path, workbook([["Naam", "Dorp"], ["=1+1", "Elp"]]))[1] == ["", "Elp"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n \t \n", "empty"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 99, "old_excel"),
        (b"PK\x03\x04 half", "damaged"),
        (packed(xl__workbook_xml="<x/>", xl__vbaProject_bin="x"), "macros"),
        (packed(content_xml="<x/>"), "unknown_kind"),
        (packed(xl__workbook_xml="<x", content_xml="x"), "damaged"),
        (packed(xl__workbook_xml=b"0" * 9_000_000), "bomb"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "unknown_kind"),
        (b"a\tb\n" * 2_001, "too_many"),
        (b"x" * (cells.MOST_BYTES + 1), "too_large"),
    ],
)
def test_what_is_not_read_is_refused_kindly(tmp_path, content, code):
    assert refused(tmp_path, content) == code
    assert cells.MESSAGES[code].endswith(".")


def test_hundreds_of_columns_are_not_kept(tmp_path):
    assert len(read(tmp_path, ("\t".join(f"k{n}" for n in range(500))).encode())[0]) == cells.MOST_COLUMNS
    assert read(tmp_path, ("Naam" + "\t" * 500 + "\n").encode()) == [["Naam"]]


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text):
    try:
        rows = cells.tidy(cells.rows_of_text(text))
    except cells.Refusal as refusal:
        assert refusal.code in cells.MESSAGES
    else:
        assert all(len(row) == len(rows[0]) for row in rows)


HARD_NAMES = [
    "Renée d'Éon",
    "Ĳsbrand ĳ",
    "Jan van 't Hof",
    "نور الهدى",
    "Ubbo 👨‍👩‍👧",
    "Х" * 300,
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("name", HARD_NAMES)
def test_a_name_comes_in_as_it_is(tmp_path, name):
    assert read(tmp_path, f"Naam\tDorp\n{name}\tElp".encode())[1][0] == name
    if not name.startswith("="):
        assert read(tmp_path, workbook([["Naam", "Dorp"], [name, "Elp"]]))[1][0] == name


# --- columns ------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Naam", Column.NAME), ("NAAM BESTUURSLID", Column.NAME), ("voor-naam", Column.FIRST),
        ("Tussenvoegsel", Column.BETWEEN), ("tv.", Column.BETWEEN), ("Achternaam", Column.LAST),
        ("Functie", Column.ROLE), ("Vereniging", Column.ASSOCIATION), ("Dorp/buurtschap", Column.VILLAGE),
        ("E-mail", Column.MAIL), ("e-mailadres", Column.MAIL), ("Mail", Column.MAIL),
        ("Tel.nr.", Column.PHONE),
        ("Telefoon thuis", Column.PHONE), ("mobiel", Column.PHONE), ("Adres", Column.STREET),
        ("Straat + huisnummer", Column.STREET), ("Postcode", Column.POSTAL_CODE),
        ("Woonplaats", Column.TOWN), ("Plaats", Column.TOWN), ("vanaf", Column.FROM),
        ("Sinds", Column.FROM), ("Tot", Column.TERM),
        ("Aftredend", Column.TERM), ("Aftredend in", Column.TERM), ("Lengte", None), ("", None),
    ],
)  # fmt: skip
def test_many_spellings_of_a_header(header, column):
    assert columns.guess(header) == column


def test_the_header_may_stand_below_a_title():
    rows = [["Besturen 2026", "", ""], ["", "", ""], ["Naam", "Dorp", "Tel"], ["Jan", "Elp", "06"]]
    assert columns.head_row(rows) == 2
    assert columns.head_row(rows[3:]) is None


def test_a_header_may_be_a_function():
    header = ["Vereniging", "Secretaris", "E-mail"]
    found = columns.columns_of(header)
    assert columns.role_in_header(header, found) == "secretaris"
    assert columns.role_in_header(["Naam", "Functie"], columns.columns_of(["Naam", "Functie"])) == ""


# --- values ------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1-3-2027", date(2027, 3, 1)), ("01/03/2027", date(2027, 3, 1)), ("1.3.27", date(2027, 3, 1)),
        ("1 maart 2027", date(2027, 3, 1)), ("2027-03-01", date(2027, 3, 1)),
        ("1 mrt 2027", date(2027, 3, 1)),
        ("31-2-2027", None), ("32-1-2027", None), ("morgen", None), ("1-13-2027", None), ("", None),
        ("1 onzin 2027", None), ("00-00-0000", None),
    ],
)  # fmt: skip
def test_a_day_however_it_is_written(said, day):
    assert values.as_day(said) == day


def test_a_year_or_a_month_alone_is_its_first_or_its_last_day():
    assert values.as_day("2027") == date(2027, 1, 1)
    assert values.as_day("2027", end=True) == date(2027, 12, 31)
    assert values.as_day("maart 2027") == date(2027, 3, 1)
    assert values.as_day("feb 2027", end=True) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("said", "mail"),
    [
        ("Jan@Elp.Example", "jan@elp.example"), ("mailto:jan@elp.example", "jan@elp.example"),
        ("Jan Tol <jan@elp.example>", "jan@elp.example"), ("jan@elp", ""), ("jan apenstaart elp", ""),
        ("jan@elp.example; piet@elp.example", ""), ("", ""), ("@", ""),
    ],
)  # fmt: skip
def test_one_whole_mail_address_or_none(said, mail):
    assert values.as_mail(said) == mail


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Voorzitter", "chair"), ("vz", "chair"), ("secr.", "secretary"),
        ("Secretaris/penningmeester", "secretary"),
        ("penningm.", "treasurer"), ("algemeen lid", "board_member"), ("contact", "contact"), ("koning", ""),
    ],
)  # fmt: skip
def test_a_function_in_its_spellings(said, role):
    assert values.as_role(said) == role


def test_names_telephones_and_postal_codes():
    assert values.turned("Hof, Jan van 't") == "Jan van 't Hof"
    assert values.turned("Jan van 't Hof") == "Jan van 't Hof"
    assert values.as_phone("593123456") == "0593123456"
    assert values.as_phone("+31 6 12 34 56 78") == "+31 6 12 34 56 78"
    assert values.as_postal_code("9415aa") == "9415 AA"
    assert values.as_postal_code("B-1000") == "B-1000"


def test_a_name_in_three_parts_and_what_is_odd_is_told():
    row = values.read_row(
        7,
        {
            Column.FIRST: "Jan", Column.BETWEEN: "van 't", Column.LAST: "Hof", Column.MAIL: "jan@",
            Column.FROM: "1-3-2027", Column.TERM: "1-3-2020",
        },
    )  # fmt: skip
    assert (row.number, row.name, row.call_name, row.mail) == (7, "Jan van 't Hof", "Jan", "")
    assert dict(row.odd) == {Column.MAIL: "jan@", Column.TERM: "1-3-2020"}
