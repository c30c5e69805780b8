"""Small papers of our own writing, to read one item at a time. Every person and fact is invented."""

from naober.decisions.reading import ReadItem, read_text
from naober.language.places import Gazetteer, shipped_places

PLACES = Gazetteer(shipped_places())
HEADS = {
    "raad": "Gemeenteraad\ndonderdag 27 mei 2027\n19:30 - 23:00\nAgendapunten\n",
    "commissie": "Commissie Water en Wegen\ndonderdag 27 mei 2027\n19:30 - 22:30\nAgendapunten\n",
}
COLLEGE = """Besluitenlijst college van burgemeester en wethouders
Vergadering van dinsdag 25 mei 2027

Vaststellen besluitenlijst 18 mei 2027

Het college besluit:
1. De besluitenlijst vast te stellen.

{title}
{intro}

Het college besluit:
{decision}

Laatste punt

Het college besluit:
1. Kennis te nemen van het stuk.
"""


def read_item(
    body: str, decision: str, title: str = "Onderwerp twee", intro: str = "", proposed: str = ""
) -> ReadItem:
    """The one item with this decision out of a paper of this body."""
    if body == "college":
        text = COLLEGE.format(title=title, intro=intro, decision=decision)
    else:
        proposal = f"Voorgesteld besluit\n{proposed}\n" if proposed else ""
        text = (
            f"{HEADS[body]}\n1\nOpening\nBesluit\nDe voorzitter opent.\n\n2\n{title}\n{intro}\n{proposal}"
            f"Besluit\n{decision}\n\n3\nSluiting\nBesluit\n22.00 uur.\n"
        )
    items = read_text(text, PLACES, municipality="Midden-Drenthe").items
    (found,) = [item for item in items if item.title == title]
    return found
