from datetime import date, datetime

from naober.decisions.reading import read_text
from naober.language.places import Gazetteer, shipped_places

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
