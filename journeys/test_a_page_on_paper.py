"""Printed, a page is what it says and no more: nothing to press, no menu."""

from io import BytesIO

import pypdfium2
import pytest

from journeys import paper, shown
from journeys.hands import Mouse
from journeys.steps import BERT, RENSKE, paste, sign_in

TEN_MINUTES = 10


def printed(page) -> str:
    """The text of the page as it comes out of the printer, on one line."""
    document = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document)


def pressable(page) -> set[str]:
    """The words on all that is there to be pressed on the screen, and the links of the menus."""
    return {
        " ".join(words.split())
        for words in page.locator("button, a.naober-button, nav a").all_text_contents()
        if words.strip()
    }


@pytest.mark.parametrize("release_minutes", [TEN_MINUTES])
def test_the_meeting_and_the_village_print_without_buttons_and_menus(
    live_site, smtp_sink, page, another_page
):
    officer, bert = Mouse(page), Mouse(another_page())
    sign_in(officer, smtp_sink, RENSKE)
    paste(officer)
    officer.press("Klopt, vertel het Hijken")
    sheet, buttons = printed(page), pressable(page)
    assert {"Klopt, vertel het Hooghalen", "Terugroepen: punt 3.1", "Uitloggen"} <= buttons
    for said in ("Gemeenteraad", paper.LAMPS, paper.LAMPS_QUOTE, paper.BENCH_QUOTE, "Hijken"):
        assert said in sheet
    assert [
        words for words in ("Klopt", "Niet over ons", "Terugroepen", "Uitloggen", "Menu") if words in sheet
    ] == []

    sign_in(bert, smtp_sink, BERT)
    sheet, buttons = printed(bert.page), pressable(bert.page)
    assert {"Klopt, over Hijken", "Uitloggen"} <= buttons
    for said in ("Hijken", paper.LAMPS, paper.LAMPS_QUOTE, "Bert Oosting"):
        assert said in sheet
    assert [
        words for words in ("Klopt, over", "Niet over ons", "Houd mij", "Uitloggen", "Menu") if words in sheet
    ] == []

    visitor = another_page()
    visitor.goto(shown.SITTING)
    assert paper.LAMPS_QUOTE in printed(visitor)
    assert "Inloggen" not in printed(visitor)
