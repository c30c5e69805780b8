"""A village secretary does the week on a telephone: two presses, and what follows from them."""

import re

from journeys.hands import Mouse
from journeys.steps import BERT, CARLA, sign_in

PHONE = {"width": 360, "height": 740}
ASKED = "Gaat dit over Hijken?"
SPEED = "Snelheid op doorgaande wegen"


def on_a_phone(page):
    page.set_viewport_size(PHONE)
    return Mouse(page)


def own(page):
    """What a board sees first of its own village."""
    return page.get_by_role("region", name=re.compile("^In uw dorp"))


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_two_presses_do_the_week(live_site, smtp_sink, page, another_page, assert_accessible):
    bert = on_a_phone(page)
    sign_in(bert, smtp_sink, BERT)
    assert own(page).get_by_role("heading").inner_text().startswith("In uw dorp: twee dingen, tot ")
    assert ASKED in own(page).inner_text()
    assert own(page).bounding_box()["y"] < PHONE["height"]

    bert.press("Klopt, over Hijken")
    page.goto("/dorpen/hijken/")
    assert ASKED not in own(page).inner_text()
    assert SPEED in own(page).inner_text()
    bert.press("Alles rustig hier")
    assert "Dat telt als gehoord." in own(page).inner_text()
    assert fits(page)
    assert_accessible(page)

    carla = Mouse(another_page())
    sign_in(carla, smtp_sink, CARLA)
    carla.page.goto("/dorpen/hijken/")
    assert "rustig" not in carla.page.get_by_role("main").inner_text().lower()


def test_what_everybody_may_read_goes_into_the_group(
    live_site, smtp_sink, page, another_page, assert_accessible
):
    bert = on_a_phone(page)
    sign_in(bert, smtp_sink, BERT)
    share = page.get_by_role("link", name=re.compile("^Deel in de dorpsapp")).first.get_attribute("href")
    for there in (page, another_page(scripts=False)):
        hand = on_a_phone(there)
        if there is not page:
            sign_in(hand, smtp_sink, BERT)
        there.goto(share)
        text = there.get_by_label("Tekst voor uw groep").input_value()
        words, link = text.split("\n")
        assert words.startswith("Hijken: ")
        assert len(words) <= 300
        assert link.startswith("http")
        assert fits(there)
        buttons = there.get_by_role("button", name="Kopieer")
        assert buttons.is_visible() == (there is page)
    page.goto(share)
    assert_accessible(page)


def test_three_sentences_and_the_mirror(live_site, smtp_sink, page, another_page, assert_accessible):
    bert = on_a_phone(page)
    sign_in(bert, smtp_sink, BERT)
    bert.press("Drie regels voor de rondvraag")
    assert page.locator("blockquote").count() == 3
    assert_accessible(page)
    page.goto("/dorpen/hijken/zo-ziet-een-ander-het/")
    visitor = another_page()
    visitor.goto("/dorpen/hijken/")
    sections = "main h2"
    assert page.locator(sections).all_inner_texts() == visitor.locator(sections).all_inner_texts()
    assert "Misschien over ons" not in page.get_by_role("main").inner_text()
    assert_accessible(page)
