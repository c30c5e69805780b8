"""An address of a whole board: whoever signs in by it says who they are, each time."""

from journeys.hands import Mouse
from journeys.steps import CARLA, RENSKE, sign_in

BOARD = "bestuur@hooghalen.example"


def test_a_shared_address_is_asked_who_it_is(live_site, smtp_sink, page, another_page):
    officer = Mouse(page)
    sign_in(officer, smtp_sink, RENSKE)
    page.goto("/wie-is-wie/")
    page.get_by_role("link", name="Dorpsbelangen Hooghalen", exact=False).first.click()
    page.goto(page.url.rstrip("/") + "/mailadres/")
    officer.write("Mailadres", BOARD)
    officer.press("Zet het erbij")

    for name in ("Jan Lubbers", "Carla Venema"):
        hall = Mouse(another_page(scripts=False))
        sign_in(hall, smtp_sink, BOARD)
        assert hall.page.get_by_role("heading", level=1).inner_text() == "Wie bent u?"
        choices = hall.page.locator("label.naober-choice").all_inner_texts()
        assert sorted(choice.strip() for choice in choices) == ["Carla Venema", "Jan Lubbers"]
        hall.page.goto("/mijn-gegevens/")
        assert hall.page.get_by_role("heading", level=1).inner_text() == "Wie bent u?"
        hall.page.get_by_label(name).check()
        hall.press("Dat ben ik")
        assert hall.page.locator("footer").get_by_text(f"U bent {name}").count() == 1

    own = Mouse(another_page(scripts=False))
    sign_in(own, smtp_sink, CARLA)
    assert own.page.locator("footer").get_by_text("U bent Carla Venema").count() == 1
