"""A passkey: made once with a finger, it then lets in without mail, and opens the second lock at once."""

from urllib.parse import urlsplit

from playwright.sync_api import Page

from journeys import browser as browsers
from journeys.hands import Mouse
from journeys.mail import Mailbox
from journeys.steps import RENSKE, sign_in

READER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}


def with_a_finger(page: Page) -> None:
    """Give this browser a reader of fingers, with the right finger on it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": READER})


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_a_passkey_lets_in_and_opens_the_second_lock(live_site, smtp_sink, browser):
    # A passkey belongs to a name, and 127.0.0.1 is none.
    by_name = f"http://localhost:{urlsplit(live_site.url).port}"
    with browsers.watched_page(browser, by_name) as page:
        with_a_finger(page)
        renske = Mouse(page)
        sign_in(renske, smtp_sink, RENSKE)
        page.goto("/mijn-aanmelding/")
        renske.press("Met uw vinger, gezicht of pincode")
        assert page.get_by_role("status").first.inner_text().startswith("De passkey is klaar.")
        renske.press("Uitloggen")

        codes = len(Mailbox(smtp_sink, RENSKE).codes())
        page.goto("/inloggen/?next=/bewaartermijnen/")
        renske.press("Inloggen met een passkey")
        page.goto("/bewaartermijnen/")
        assert title(page) == "Bewaartermijnen"
        assert len(Mailbox(smtp_sink, RENSKE).codes()) == codes  # no code was needed


def test_without_scripts_there_is_no_button_that_does_nothing(live_site, no_script_page):
    no_script_page.goto("/inloggen/")
    assert no_script_page.get_by_text("Inloggen met een passkey").is_visible() is False
    assert no_script_page.get_by_role("button", name="Stuur mij een code").first.is_visible()
