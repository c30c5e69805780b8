"""Whoever uses keys alone, or a browser without JavaScript, can do the work: both travel one journey."""

import re

import pytest

from journeys import paper, shown
from journeys.hands import Keyboard, Mouse
from journeys.steps import RENSKE, Hand, paste, sign_in, tell_also

TEN_MINUTES = 10


def do_the_main_jobs(hand: Hand, smtp_sink) -> None:
    """Sign in, read my village, paste, confirm, dismiss, tell another village, call back."""
    page = hand.page
    sign_in(hand, smtp_sink, RENSKE)
    hand.press("Dorpen")
    hand.press("Hijken")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Hijken")
    assert page.get_by_role("region", name="Gaat over Hijken", exact=True).get_by_role("article").count()

    hand.press("Vandaag")
    paste(hand)
    hand.press("Klopt, vertel het Hijken")
    hand.press("Niet over ons, punt 3.4")
    tell_also(hand, "3.5", "Elp")
    assert shown.on_home(page, "Hijken") == {paper.LAMPS: paper.LAMPS_QUOTE}
    assert shown.on_home(page, "Wijster") == {}
    assert list(shown.on_home(page, "Elp")) == [paper.VERGES]

    page.goto(shown.SITTING)
    hand.press("Terugroepen: punt 3.1")
    assert page.get_by_role("status").inner_text() == "Teruggeroepen. Er is niets verstuurd."
    assert shown.on_home(page, "Hijken") == {}


@pytest.mark.parametrize("release_minutes", [TEN_MINUTES])
def test_with_nothing_but_tab_enter_and_space(live_site, smtp_sink, page):
    do_the_main_jobs(Keyboard(page), smtp_sink)


@pytest.mark.parametrize("release_minutes", [TEN_MINUTES])
def test_without_javascript(live_site, smtp_sink, no_script_page):
    do_the_main_jobs(Mouse(no_script_page), smtp_sink)


@pytest.mark.parametrize("release_minutes", [TEN_MINUTES])
def test_tab_visits_everything_once_in_reading_order_and_leads_out(live_site, smtp_sink, page):
    hand = Keyboard(page)
    visitor_pages = ("/", "/dorpen/hijken/", "/besluiten/", "/inloggen/")
    for address in visitor_pages:
        page.goto(address)
        assert_tab_walks_through(hand)
    sign_in(Mouse(page), smtp_sink, RENSKE)
    # What runs out first stands on top.
    sitting = page.get_by_role("link", name=re.compile("^Kijk het na")).first.get_attribute("href")
    for address in ("/vandaag/", "/besluiten/plakken/", sitting):
        page.goto(address)
        assert_tab_walks_through(hand)


# What a key should reach, in the order of the page: of a group of radio buttons only one.
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter(element => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden")
  .filter(element => element.checkVisibility({ visibilityProperty: true })).length"""


def assert_tab_walks_through(hand: Keyboard) -> None:
    """Fail unless Tab goes to each thing that can be used, once, down the page, and then out of it."""
    stops = []
    while (stop := hand.tab()) is not None:
        stops.append(stop)
        assert len(stops) <= 300, f"{hand.page.url}: Tab never leaves the page"
    assert len(stops) == hand.page.evaluate(REACHABLE), f"{hand.page.url}: {stops}"
    assert [stop.place for stop in stops] == sorted(stop.place for stop in stops), hand.page.url
