from datetime import date, datetime

from naober.decisions.reading import read_text
from naober.language.places import Gazetteer, Place, shipped_places

PAPER = """Gemeenteraad
donderdag 3 februari 2028
19:30 - 22:00
Agendapunten
 1. 1
  Opening

  Besluit

  De voorzitter heet iedereen welkom.
 2. 2
  Dorpshuis Orvelte

  Het dak van het dorpshuis in Orvelte lekt.

  Voorgesteld besluit

  Een krediet van € 20.000 beschikbaar te stellen.

  Besluit

  Aangenomen.

  00:10:00 - 00:11:00 - P. Voorbeeld
"""


def test_a_portal_page_is_read_from_head_to_item():
    document = read_text(PAPER, Gazetteer(shipped_places()))
    assert document.header.body == "raad"
    assert document.header.on == date(2028, 2, 3)
    assert document.header.starts_at == datetime.fromisoformat("2028-02-03T19:30")
    assert [(item.number, item.title) for item in document.items] == [
        ("1", "Opening"),
        ("2", "Dorpshuis Orvelte"),
    ]
    opening, hall = document.items
    assert (opening.has_decision, opening.outcome) == (False, "geen")
    assert (hall.has_decision, hall.outcome, hall.villages) == (True, "aangenomen", ("Orvelte",))
    assert hall.reasons[0].quote in PAPER
    assert "Voorbeeld" in hall.text
    assert "Voorbeeld" not in hall.clean_text


def test_the_municipality_is_the_one_that_the_head_of_the_paper_names():
    places = Gazetteer(
        [Place("Noorderdorp", "De Venen"), Place("Zuiderdorp", "Best"), Place("Ander", "Beste Stad")]
    )
    title = "Collegebesluiten De Venen\n" + "x" * 160 + "\n\n1. Pad\nBesluit: de gemeente Best te vragen."
    assert read_text(title, places).header.municipality == "De Venen"
    named = "Besluitenlijst\n9 maart 2027\n\n1. Pad\nBesluit: de gemeente Best te vragen.\n"
    assert read_text(named, places).header.municipality == "Best"
    nothing = read_text(
        "Besluitenlijst\n\n1. Besturen\nBesluit: akkoord.\n\n2. Pad\nBesluit: akkoord.", places
    )
    assert nothing.header.municipality is None
    assert nothing.warnings == ("De tekst noemt geen gemeente; er zijn geen dorpen gezocht.",)
