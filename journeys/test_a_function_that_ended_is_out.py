"""A board changes secretary: whoever held the function is out at once, in the session that was open."""

from journeys.hands import Mouse
from journeys.steps import LAMMIE, RENSKE, sign_in


def test_who_handed_over_is_out_in_an_open_session(live_site, smtp_sink, page, another_page):
    lammie = Mouse(another_page(scripts=False))
    sign_in(lammie, smtp_sink, LAMMIE)
    lammie.page.goto("/mijn-gegevens/")
    assert lammie.page.get_by_role("heading", level=1).inner_text() == "Mijn gegevens"

    officer = Mouse(page)
    sign_in(officer, smtp_sink, RENSKE)
    page.goto("/wie-is-wie/?zoek=Wijster")
    page.get_by_role("link", name="Dorpsbelangen Wijster", exact=False).first.click()
    page.locator("a[href*='/stopt/']").first.click()
    officer.press("Deze functie stopt")

    lammie.page.goto("/mijn-gegevens/")
    assert lammie.page.get_by_role("heading", level=1).inner_text() == "Inloggen"
    sign_in(lammie, smtp_sink, LAMMIE)
    assert lammie.page.locator("footer").get_by_text("U bent Lammie Snippe.").count() == 1
    assert lammie.page.locator("footer").get_by_text("secretaris").count() == 0
