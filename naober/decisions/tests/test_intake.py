from datetime import date
from email.message import EmailMessage
from io import BytesIO

import pytest
from docx import Document as WordDocument

from naober.decisions.intake import NeedsMoreError, RefusedError, take_in_file, take_in_paste
from naober.decisions.models import Item
from naober.decisions.reader import read_paper
from naober.decisions.reading.verb import item_row
from naober.post.models import Receipt
from testing.house import build_house

pytestmark = pytest.mark.django_db

PAPER = """Gemeenteraad Midden-Drenthe
donderdag 26 november 2026
19:30 - 22:00
1
Opening
2
Nieuwe bank bij de vijver
De buurt in Elp timmert een bank bij de vijver.
Voorgesteld besluit
De raad stelt € 300 beschikbaar.
Besluit
Aangenomen.
"""


@pytest.fixture
def house():
    return build_house()


@pytest.fixture
def officer(house):
    return house.actor("renske")


def word_file(text):
    document, file = WordDocument(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def mail_with(name, content):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "griffie@gemeente.example", "info@dorp.example", "De agenda"
    mail.set_content("Hierbij de agenda. Groet van de griffie.")
    mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def page(text):
    return f"<!doctype html><html><body>{'<br>'.join(text.splitlines())}</body></html>".encode()


def points():
    return [(item.number, item.title) for item in Item.objects.order_by("position")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("agenda.txt", PAPER.encode()),
        ("agenda.docx", word_file(PAPER)),
        ("agenda.html", page(PAPER)),
        ("agenda.eml", mail_with("agenda.docx", word_file(PAPER))),
    ],
)
def test_every_kind_of_file_comes_in_by_the_same_door(officer, name, content):
    taken = take_in_file(by=officer, name=name, content=content)
    assert (taken.sitting.on, taken.sitting.body.name) == (date(2026, 11, 26), "Gemeenteraad")
    assert points() == [("1", "Opening"), ("2", "Nieuwe bank bij de vijver")]


def test_the_same_file_twice_is_one_sitting_and_one_receipt(officer):
    first = take_in_file(by=officer, name="a.txt", content=PAPER.encode())
    again = take_in_file(by=officer, name="b.txt", content=PAPER.encode())
    assert (again.sitting, again.receipt, again.new) == (first.sitting, first.receipt, False)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("leeg.pdf", b"", "Dit bestand is leeg."),
        ("foto.pdf", b"%PDF-1.4 kapot", "Dit bestand is beschadigd"),
        ("spel.exe", bytes(range(256)) * 40, "Dit soort bestand lezen wij niet."),
        ("verhaal.txt", b"Er was eens een schaap dat graag las.", "geen punten van een vergadering"),
    ],
)
def test_a_file_that_can_not_be_read_is_kept_and_the_reader_is_told_what_to_do(officer, name, content, says):
    with pytest.raises(RefusedError) as refused:
        take_in_file(by=officer, name=name, content=content)
    receipt = Receipt.objects.get()
    assert (receipt.state, refused.value.receipt) == (Receipt.State.REFUSED, receipt)
    assert says in str(refused.value) and receipt.reference in str(refused.value)


def test_a_paper_of_another_municipality_is_refused_by_name(officer):
    text = PAPER.replace("Gemeenteraad Midden-Drenthe", "Gemeenteraad gemeente Aa en Hunze")
    with pytest.raises(RefusedError, match="van de gemeente Aa en Hunze"):
        take_in_paste(by=officer, text=text)


def test_what_the_text_does_not_say_is_asked_with_what_it_does(officer):
    with pytest.raises(NeedsMoreError) as missing:
        take_in_paste(by=officer, text=PAPER.replace("donderdag 26 november 2026\n", ""))
    assert (missing.value.body.name, missing.value.on) == ("Gemeenteraad", None)


def test_the_same_text_after_an_answer_is_taken_in(house, officer):
    text = PAPER.replace("donderdag 26 november 2026\n", "")
    with pytest.raises(NeedsMoreError):
        take_in_paste(by=officer, text=text)
    taken = take_in_paste(by=officer, text=text, on=date(2026, 11, 26))
    assert (taken.sitting.on, taken.receipt) == (date(2026, 11, 26), Receipt.objects.get())


def test_the_verb_and_the_web_read_the_same(officer):
    taken = take_in_paste(by=officer, text=PAPER)
    read = [item_row(item) for item in read_paper([PAPER], "Midden-Drenthe").items]
    stored = [
        (item.number, item.title, item.texts.get().outcome, [c.village.name for c in item.concerns.all()])
        for item in taken.sitting.items.order_by("position")
    ]
    assert stored == [(row["number"], row["title"], row["outcome"], row["villages"]) for row in read]
