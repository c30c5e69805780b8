"""Nobody is the only valve: a village's own board says itself that a point is about its village."""

import re

import pytest

from journeys.hands import Mouse
from journeys.mail import Mailbox, told_in
from journeys.steps import BERT, CARLA, sign_in

# A point of the demo that waits for somebody, and names both villages.
SPEED = "Snelheid op doorgaande wegen"
SPEED_QUOTE = (
    "Het college stelt voor de maximumsnelheid in de kom te verlagen naar 30 kilometer per uur, te "
    "beginnen in Hijken en Hooghalen"
)
CHAIR_OF_HIJKEN = "geesje@hijken.example"
AT_ONCE = 0


def perhaps(page):
    """The part of a village page that only its own board sees."""
    return page.get_by_role("region", name="Misschien over ons", exact=True)


@pytest.mark.parametrize("release_minutes", [AT_ONCE])
def test_the_secretary_sees_it_on_the_own_page_and_confirms(live_site, smtp_sink, page, another_page):
    bert, carla, visitor = Mouse(page), Mouse(another_page()), another_page()
    sign_in(bert, smtp_sink, BERT)
    assert page.get_by_role("heading", level=1, name=re.compile("^Hijken")).count() == 1
    assert SPEED_QUOTE in perhaps(page).inner_text()
    for address in ("/dorpen/hooghalen/", "/dorpen/hoogersmilde/"):  # not theirs to see
        page.goto(address)
        assert perhaps(page).count() == 0
    visitor.goto("/dorpen/hijken/")
    assert perhaps(visitor).count() == 0
    assert SPEED not in visitor.get_by_role("main").inner_text()

    page.goto("/dorpen/hijken/")
    bert.press("Klopt, over Hijken")
    (told,) = told_in(Mailbox(smtp_sink, CHAIR_OF_HIJKEN).next_news())
    assert (told.heading, told.why) == ("Hijken", SPEED_QUOTE)
    visitor.goto("/dorpen/hijken/")
    assert visitor.get_by_role("heading", name=re.compile(SPEED)).count() == 1

    # Hooghalen stands in the same sentence, and is for its own board to say.
    visitor.goto("/dorpen/hooghalen/")
    assert SPEED not in visitor.get_by_role("main").inner_text()
    sign_in(carla, smtp_sink, CARLA)
    carla.page.goto("/dorpen/hooghalen/")
    assert SPEED_QUOTE in perhaps(carla.page).inner_text()
    assert Mailbox(smtp_sink, CARLA).news() == []
