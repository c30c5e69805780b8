"""A list of twenty points of which eight are about a village takes at most twelve presses, by keys too."""

from dataclasses import dataclass, field

import pytest

from journeys.hands import Keyboard, Mouse
from journeys.paper import ON
from journeys.steps import RENSKE, sign_in
from naober.kit.words import day_long

VILLAGES = ("Hijken", "Hooghalen", "Elp", "Wijster", "Drijber", "Orvelte", "Spier", "Zwiggelte")
MOST_PRESSES = 12
POINTS = 20
PAPER = f"Gemeenteraad Midden-Drenthe\n{day_long(ON)}\n19:30 - 22:15\nAgendapunten\n1\nOpening\n" + "".join(
    f"{number}\nPlan {number} voor de weg\n{f'In {place}' if place else 'Er'} komt een drempel.\n"
    f"Voorgesteld besluit\nDe raad stemt in met plan {number}.\n"
    for number, place in enumerate((*VILLAGES, *[""] * (POINTS - 1 - len(VILLAGES))), start=2)
)


@dataclass
class Counting:
    """A hand that counts what it presses."""

    hand: Mouse | Keyboard
    presses: list[str] = field(default_factory=list)

    def press(self, name: str) -> None:
        self.presses.append(name)
        self.hand.press(name)


@pytest.mark.parametrize("release_minutes", [10])
@pytest.mark.parametrize("kind", [Mouse, Keyboard])
def test_eight_villages_of_twenty_points(live_site, smtp_sink, page, kind):
    sign_in(Mouse(page), smtp_sink, RENSKE)
    counting = Counting(kind(page))
    counting.press("Plak een agenda")
    counting.hand.write("De tekst van de agenda of de besluitenlijst", PAPER)
    counting.press("Lees de tekst")
    # A "spier" is a muscle as well, so of that village the reader is less sure.
    assert page.get_by_text("bijna zeker", exact=True).count() == len(VILLAGES) - 1
    assert page.get_by_text("waarschijnlijk", exact=True).count() == 1
    for village in VILLAGES:
        quoted = page.get_by_role("article").filter(has_text=f"In {village} komt een drempel")
        assert quoted.locator(".naober-reason").count() == 1
        counting.press(f"Klopt, vertel het {village}")
    assert page.get_by_text(f"{len(VILLAGES)} van de {len(VILLAGES)} punten nagekeken.").count() == 1
    assert len(counting.presses) <= MOST_PRESSES
    print(f"\n{len(counting.presses)} presses with {kind.__name__}")
