"""The computer of the village hall: one button, and whoever comes next finds nothing."""

from journeys.hands import Mouse
from journeys.steps import BERT, sign_in

MINE = "/mijn-gegevens/"


def test_one_button_leaves_nothing_behind(live_site, smtp_sink, page):
    bert = Mouse(page)
    sign_in(bert, smtp_sink, BERT)
    page.goto(MINE)
    assert page.get_by_text(BERT).count() > 0
    page.goto("/mijn-aanmelding/")
    bert.press("Sluit alles op deze computer")
    assert page.get_by_role("heading", level=1).inner_text() == "Alles is gesloten"
    assert page.context.cookies() == []

    for _ in range(3):  # back, and back, and back again
        page.go_back()
        assert page.get_by_text(BERT).count() == 0
        assert page.get_by_text("U bent Bert").count() == 0
    page.goto(MINE)
    assert page.get_by_role("heading", level=1).inner_text() == "Inloggen"


def test_another_device_stays_signed_in(live_site, smtp_sink, page, another_page):
    own = Mouse(another_page())
    own.page.goto("/inloggen/")
    sign_in(own, smtp_sink, BERT)
    hall = Mouse(page)
    sign_in(hall, smtp_sink, BERT)
    page.goto("/mijn-aanmelding/")
    hall.press("Sluit alles op deze computer")
    own.page.goto(MINE)
    assert own.page.get_by_role("heading", level=1).inner_text() == "Mijn gegevens"
