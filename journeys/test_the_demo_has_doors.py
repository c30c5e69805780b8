"""In the demo one press lets you look along with somebody, and every mail can be read; elsewhere neither."""

import urllib.error
import urllib.request

import pytest

from conftest import free_port
from journeys import browser as browsers
from journeys.hands import Mouse
from journeys.site import serving


@pytest.fixture
def demo_page(seed, smtp_sink, browser, tmp_path):
    """A page of the site in the mode of the demo, with a mail server that must stay empty."""
    data = tmp_path / "data"
    settings = {
        "DATABASE_URL": seed.copy_to(data),
        "NAOBER_SMTP": f"smtp://{smtp_sink.host}:{smtp_sink.port}",
        "NAOBER_DEMO": "1",
    }
    with serving(data, free_port(), **settings) as site, browsers.watched_page(browser, site.url) as page:
        yield page


def test_the_doors_work_and_the_mail_is_shown(demo_page, smtp_sink, assert_accessible):
    hand, page = Mouse(demo_page), demo_page
    page.goto("/")
    assert_accessible(page)
    hand.press("Kijk mee als Renske")
    assert "Renske Dekker, medewerker voor de dorpen" in page.get_by_role("banner").inner_text()
    page.goto("/")
    hand.press("Kijk mee als Geertje")
    assert "Geertje Alberts, secretaris" in page.get_by_role("banner").inner_text()
    page.goto("/")
    hand.press("Kijk mee als Bert")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Hijken")

    page.goto("/")
    hand.press("Kijk mee als een bezoeker")
    page.goto("/inloggen/")
    hand.write("Uw mailadres", "geertje@dorpenoverleg.example")
    hand.press("Stuur mij een code")
    page.goto("/verstuurde-post/")
    assert_accessible(page)
    to = page.get_by_role("row").filter(has_text="geertje@dorpenoverleg.example")
    with page.expect_navigation():
        to.get_by_role("link").first.click()
    assert "Uw code is:" in page.get_by_role("main").inner_text()
    assert_accessible(page)
    assert smtp_sink.mails == []


def test_outside_the_demo_neither_is_there(live_site):
    answers = {
        (address, method): status_of(urllib.request.Request(live_site.url + address, method=method))
        for address in ("/verstuurde-post/", "/kijk-mee/renske/")
        for method in ("GET", "POST")
    }
    assert answers == dict.fromkeys(answers, 404)


def status_of(request: urllib.request.Request) -> int:
    """The status of the answer, whatever it is."""
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code
