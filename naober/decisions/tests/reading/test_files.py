import json
import time

import pytest

from naober.decisions.reading import read_text
from naober.decisions.reading.files import FileReader, Refusal, read_file

from . import make_files
from .paper import PLACES

KINDS = {
    "paper.txt": lambda: make_files.text_paper().encode(),
    "utf16.txt": lambda: make_files.text_paper().encode("utf-16"),
    "table.docx": make_files.docx_table,
    "numbered.docx": make_files.docx_numbered,
    "table.html": make_files.html_table,
    "list.html": make_files.html_list,
    "table.pdf": make_files.pdf_table,
    "mail.eml": lambda: make_files.mail(("lijst.pdf", make_files.pdf_table())),
}
REFUSED = {
    "empty.txt": (lambda: b"  \n", "empty"),
    "scan.pdf": (lambda: make_files.pdf([[]]), "no_text"),
    "cut.pdf": (lambda: make_files.pdf_table()[:200], "damaged"),
    "cut.docx": (lambda: make_files.docx_table()[:2000], "damaged"),
    "no.docx": (lambda: b"dit is geen Word", "damaged"),
    "photo.jpg": (lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), "unknown_kind"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unknown_kind"),
    "bomb.docx": (make_files.docx_bomb, "bomb"),
    "pages.pdf": (make_files.pdf_pages_bomb, "too_large"),
}
BOMBS = {
    "entities.docx": make_files.docx_entities,
    "bomb.pdf": make_files.pdf_bomb,
    "bomb.html": make_files.html_bomb,
    "bomb.eml": make_files.mail_bomb,
    "bomb.docx": make_files.docx_bomb,
    "pages.pdf": make_files.pdf_pages_bomb,
}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_of_file_gives_the_same_items(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(KINDS[name]())
    parts = read_file(path)
    items = read_text(parts[-1].text, PLACES).items
    assert [(item.title, item.outcome, item.villages) for item in items] == [
        ("Opening", "geen", ()),
        ("Dorpshuis Orvelte", "aangenomen", ("Orvelte",)),
        ("Sluiting", "geen", ()),
    ]


def test_a_line_that_was_broken_in_a_pdf_is_whole_again(tmp_path):
    path = tmp_path / "table.pdf"
    path.write_bytes(make_files.pdf_table())
    (part,) = read_file(path)
    assert "Het dak lekt en moet voor de winter dicht zijn." in part.text


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_can_not_be_read_is_refused_with_its_reason(tmp_path, name):
    make, code = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(Refusal) as refusal:
        read_file(path)
    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refusal) as refusal:
        read_file(tmp_path / "weg.pdf")
    assert refusal.value.code == "not_found"


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_hostile_file_is_over_in_time_and_the_next_one_is_read(tmp_path, name):
    bomb, good = tmp_path / name, tmp_path / "good.txt"
    bomb.write_bytes(BOMBS[name]())
    good.write_text(make_files.text_paper(), encoding="utf-8")
    started = time.monotonic()
    with FileReader() as reader:
        try:
            reader.read(bomb)
        except Refusal as refusal:
            assert refusal.code in ("bomb", "too_large", "too_heavy", "too_slow", "damaged", "no_text")
        (part,) = reader.read(good)
    assert part.text == make_files.text_paper()
    assert time.monotonic() - started < 32


def test_a_child_that_needs_too_much_memory_is_replaced(tmp_path):
    large = tmp_path / "large.txt"
    large.write_text("woord " * 6_000_000, encoding="utf-8")
    good = tmp_path / "good.txt"
    good.write_text("Gemeenteraad en nog wat", encoding="utf-8")
    with FileReader(memory=90 * 1024 * 1024) as reader:
        with pytest.raises(Refusal) as refusal:
            reader.read(large)
        assert refusal.value.code == "too_heavy"
        assert reader.read(good)[0].text == "Gemeenteraad en nog wat"


NOTUBIZ = {
    "attributes": {"Titel": "Gemeenteraad"},
    "plannings": [{"start_date": "2028-02-03 19:30:00"}],
    "agenda_items": [
        {"order": 2,
         "type_data": {"title_prefix": "2.", "attributes": [{"id": 1, "value": "Dorpshuis Orvelte"}]},
         "documents": [{"title": "Raadsvoorstel"}], "agenda_items": []},
        {"order": 1, "type_data": {"title_prefix": "1.", "attributes": [{"id": 1, "value": "Opening"}]}},
    ],
}  # fmt: skip
OPEN_INFORMATION = {
    "hits": {"hits": [
        {"_source": {"@id": "1", "@type": "Meeting", "name": "Gemeenteraad", "start_date": "2028-02-03"}},
        {"_source": {"@id": "2", "@type": "AgendaItem", "name": "7. Zandpad", "attachment": ["3"]}},
        {"_source": {"@id": "3", "@type": "MediaObject", "text": ["Het pad loopt van Elp naar Orvelte."]}},
    ]}
}  # fmt: skip
PUBLICATIONS = (
    b'<?xml version="1.0"?><r xmlns:d="urn:d"><record><d:title>Verkeersbesluit Elp</d:title>'
    b"<d:type>verkeer</d:type></record><record><d:title>Kapvergunning</d:title></record></r>"
)


def read_feed(tmp_path, data):
    path = tmp_path / "bron"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    (part,) = read_file(path)
    return [(item.number, item.title, item.villages) for item in read_text(part.text, PLACES).items]


def test_the_answer_of_a_source_comes_in_by_the_same_door(tmp_path):
    assert read_feed(tmp_path, NOTUBIZ) == [("1", "Opening", ()), ("2", "Dorpshuis Orvelte", ("Orvelte",))]
    assert read_feed(tmp_path, OPEN_INFORMATION) == [("7", "Zandpad", ("Elp", "Orvelte"))]
    assert read_feed(tmp_path, PUBLICATIONS) == [
        ("1", "Verkeersbesluit Elp", ("Elp",)),
        ("2", "Kapvergunning", ()),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<r><diagnostics><diagnostic>te veel</diagnostic></diagnostics></r>", "source_error"),
        (b'<?xml version="1.0"?><r><x/></r>', "unknown_kind"),
        (b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "bomb"),
        (b'<?xml version="1.0"?><r>', "damaged"),
        (b'{"iets": "anders"}', "unknown_kind"),
        (b'{"half": ', "damaged"),
    ],
)
def test_a_source_that_fails_is_refused_with_its_reason(tmp_path, data, code):
    data = data if data.startswith((b"{", b"<?xml")) else b'<?xml version="1.0"?>' + data
    with pytest.raises(Refusal) as refusal:
        read_feed(tmp_path, data)
    assert refusal.value.code == code
