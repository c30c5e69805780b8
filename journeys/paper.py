"""The paper that the officer pastes: a meeting of the council, of our own making.

Each of its points is there for a reason, and has a name here with the literal words that the village
concerned must read as the reason.
"""

from datetime import timedelta

from naober.kit import dates
from naober.kit.words import day_long

# No meeting of the demo is on this day.
ON = dates.today() + timedelta(days=16)

LAMPS = "Zuinige lampen bij de school"
LAMPS_QUOTE = "De lantaarns langs de weg naar de school in Hijken worden vervangen door zuinige lampen"
BENCH = "Een bank op de brink"
BENCH_QUOTE = "De vereniging wil een bank met uitzicht plaatsen op de brink van Hooghalen"
LEAVES = "Korven voor het blad"
LEAVES_QUOTE = "In alle dorpen en buurtschappen komen in de herfst korven voor het blad"
# It names a village and is not about it: a person has to say so.
PAINTING = "Een schilderij voor de raadszaal"
# It names no village and is about one: a person has to say so.
VERGES = "Maaien van de bermen"
TITLES = (LAMPS, BENCH, LEAVES, PAINTING, VERGES)

PAPER = f"""Gemeenteraad Midden-Drenthe
{day_long(ON)}
19:30 - 22:15
Locatie
Raadszaal
Agendapunten
1
Opening
2
Vaststellen agenda
3.1
{LAMPS}
{LAMPS_QUOTE}.
Voorgesteld besluit
De raad stelt het krediet voor de lampen vast.
3.2
{BENCH}
{BENCH_QUOTE}.
Voorgesteld besluit
De raad stemt in met de bank.
3.3
{LEAVES}
{LEAVES_QUOTE}.
Voorgesteld besluit
De raad stemt in met de korven.
3.4
{PAINTING}
In de raadszaal komt een schilderij te hangen dat Wijster in de sneeuw heet.
Voorgesteld besluit
De raad neemt het schilderij in bruikleen.
3.5
{VERGES}
De bermen langs de doorgaande weg worden later gemaaid, zodat de bloemen zaad kunnen zetten.
Voorgesteld besluit
De raad stemt in met later maaien.
4
Sluiting
"""


def title_in(words: str) -> str:
    """The title of the point that a line on a page or in a mail is about; the line itself when none is."""
    return next((title for title in TITLES if title in words), words)
