import io
import json
import subprocess
import sys

from naober.decisions.reading.files import FileReader
from naober.decisions.reading.verb import answers, item_row, read_parts
from naober.language.places import Gazetteer, Place

from . import make_files
from .paper import PLACES


def ask(*requests, places=PLACES):
    lines = [request if isinstance(request, bytes) else json.dumps(request).encode() for request in requests]
    with FileReader() as reader:
        return list(answers(lines, places, reader))


def test_one_answer_per_line_in_the_same_order_with_the_keys_of_the_table():
    first, second = ask(
        {"id": "a", "text": make_files.text_paper()}, {"id": "b", "text": make_files.text_paper()}
    )
    assert (first["id"], second["id"]) == ("a", "b")
    item = first["items"][1]
    assert set(item) == {
        "number", "title", "text", "start", "end", "has_decision", "outcome", "votes", "villages",
        "all_villages",
        "themes", "commitments", "speak_until", "sub_decisions", "reasons", "confidence",
    }  # fmt: skip
    assert item["villages"] == ["Orvelte"]
    assert item["reasons"] == [{"village": "Orvelte", "quote": "Dorpshuis Orvelte"}]
    assert make_files.text_paper()[item["start"] : item["end"]] == item["text"]


def test_unreadable_input_gives_an_error_and_the_next_line_is_read(tmp_path):
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.4 kapot")
    broken, missing, empty, nothing, good = ask(
        {"id": "a", "file": str(tmp_path / "stuk.pdf")},
        {"file": str(tmp_path / "weg.pdf")},
        {"id": "c"},
        b"{geen json",
        {"id": "e", "text": make_files.text_paper(), "unknown": 1},
    )
    assert (broken["id"], broken["error"]["code"]) == ("a", "damaged")
    assert (missing["file"], missing["error"]["code"]) == (str(tmp_path / "weg.pdf"), "not_found")
    assert empty["error"]["code"] == "empty"
    assert nothing["error"]["code"] == "bad_line"
    assert len(good["items"]) == 3


def test_an_unknown_municipality_gives_no_villages_and_a_warning():
    (answer,) = ask({"id": "a", "municipality": "Nergenshuizen", "text": make_files.text_paper()})
    assert [item["villages"] for item in answer["items"]] == [[], [], []]
    assert answer["warnings"] == [
        "Van de gemeente Nergenshuizen kennen wij geen plaatsen; er zijn geen dorpen gezocht."
    ]


def test_a_file_is_read_where_text_and_file_both_stand(tmp_path):
    (tmp_path / "lijst.docx").write_bytes(make_files.docx_table())
    (answer,) = ask({"id": "a", "text": "iets anders", "file": str(tmp_path / "lijst.docx")})
    assert [item["title"] for item in answer["items"]] == ["Opening", "Dorpshuis Orvelte", "Sluiting"]


def test_places_of_any_municipality_can_be_given():
    places = Gazetteer([Place("Orvelte", "Elders", landmarks=("Grote Kei",))])
    text = make_files.text_paper().replace("Het dak", "Bij de Grote Kei: het dak")
    (answer,) = ask({"id": "a", "municipality": "Elders", "text": text}, places=places)
    assert answer["items"][1]["villages"] == ["Orvelte"]


def test_versions_of_one_meeting_give_their_changes():
    agenda = (
        make_files.text_paper()
        .replace("Besluit\nAangenomen.\n", "")
        .replace("Besluit\nDe voorzitter opent.", "")
    )
    later = make_files.text_paper().replace(
        "3\nSluiting", "2a\nRondvraag\nBesluit\nGeen vragen.\n\n3\nSluiting"
    )
    first, second = ask(
        {"id": "voor", "meeting": "m", "text": agenda}, {"id": "na", "meeting": "m", "text": later}
    )
    assert first["changes"] == []
    assert second["changes"] == [
        {"number": "1", "kinds": ["result_text_added"]},
        {"number": "2", "kinds": ["decision_added", "result_text_added"]},
        {"number": "2a", "kinds": ["item_added"]},
    ]


def test_of_a_mail_the_part_that_is_a_paper_is_read(tmp_path):
    (tmp_path / "mail.eml").write_bytes(make_files.mail(("lijst.docx", make_files.docx_table())))
    with FileReader() as reader:
        document = read_parts(reader.read(tmp_path / "mail.eml"), PLACES, municipality=None, today=None)
    assert [item_row(item)["title"] for item in document.items] == [
        "Opening",
        "Dorpshuis Orvelte",
        "Sluiting",
    ]


def test_the_command_answers_each_line_at_once_and_ends_with_status_0():
    with subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-c", "from naober.config.cli import main; main()", "read-decisions"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        process.stdin.write(json.dumps({"id": "a", "text": make_files.text_paper()}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "a"
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def test_a_wrong_option_ends_with_status_2(capsys, monkeypatch):
    from naober.decisions.reading.verb import main  # noqa: PLC0415

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert main(["--onzin"]) == 2
    assert main(["--places", "bestaat-niet.csv"]) == 2
    assert main([]) == 0
