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
