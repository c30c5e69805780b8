"""Somebody of 81 calls: it is noted while she talks, and she hears what came of it by telephone."""

import time

import pytest

from journeys.hands import Keyboard, Mouse
from journeys.steps import GEERTJE, RENSKE, sign_in

SAID = (
    "Op de hoofdstraat rijden ze veel te hard, ook als de school uitgaat. Vorige week nog een kind bijna "
    "aangereden bij de oversteek. Of daar eens iemand naar kijkt, en of zij hoort wat ervan komt."
)
CHARACTERS_A_MINUTE = 200
SECONDS_A_CONTROL = 3
MOST_CONTROLS = 4

pytestmark = pytest.mark.parametrize("release_minutes", [10])


def test_four_controls_besides_the_words_and_enter_saves(live_site, smtp_sink, page):
    sign_in(Mouse(page), smtp_sink, RENSKE)
    page.goto("/bellen/")
    Keyboard(page).press("Telefoontje noteren")
    began = time.monotonic()
    # The words have the focus when the page opens: nobody has to go there.
    page.keyboard.insert_text(SAID)
    touched = ["Wie belde?", "Telefoon"]
    for text in ("Trijntje Kuiper", "0000 - 00 00 05"):
        page.keyboard.press("Tab")
        page.keyboard.insert_text(text)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text().startswith("Genoteerd onder nummer T-")
    assert len(touched) <= MOST_CONTROLS
    typed = len(SAID) + len("Trijntje Kuiper0000 - 00 00 05")
    by_hand = typed / CHARACTERS_A_MINUTE * 60 + SECONDS_A_CONTROL * len(touched)
    print(f"\n{time.monotonic() - began:.1f} s here, about {by_hand:.0f} s at 200 characters a minute")


def test_another_goes_on_with_it_and_it_leaves_the_list_once(live_site, smtp_sink, page):
    hand = Mouse(page)
    sign_in(hand, smtp_sink, RENSKE)
    page.goto("/bellen/noteren/")
    page.locator("#id_said").fill(SAID)
    page.locator("#id_caller_name").fill("Roelof Pol")
    page.locator("#id_caller_phone").fill("0000 - 00 00 06")
    hand.press("Bewaar de notitie")
    page.context.clear_cookies()

    sign_in(hand, smtp_sink, GEERTJE)
    page.goto("/vandaag/")
    hand.press("Bel terug: Terugbellen")
    call = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Roelof Pol"))
    assert call.get_by_role("link", name="0000 - 00 00 06").get_attribute("href") == "tel:0000000006"
    assert "Dag Roelof Pol, u belde ons vandaag. U zei: Op de hoofdstraat" in call.inner_text()
    hand.press("Niet thuis: Roelof Pol")
    assert "Eén keer niet thuis" in call.inner_text()
    hand.press("Gesproken met Roelof Pol")
    assert call.count() == 0
