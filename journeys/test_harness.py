"""The harness itself: what the other journeys lean on must hold, and must fail when it should."""

import socket

import pytest
from django.core.mail import send_mail
from playwright.sync_api import Error as PlaywrightError

from conftest import NetworkBlockedError
from journeys import browser as browsers

PAGE_WITH_FAULTS = """
<!doctype html><html lang="nl"><head><title>Fout</title></head>
<body><main><h1>Fout</h1><img src="missing.png"><p style="width: 400px">breed</p>
<button>klein</button></main></body></html>
"""


def test_the_home_page_is_served_and_is_for_everybody(page, assert_accessible):
    page.goto("/")
    assert page.locator("h1").count() == 1
    assert_accessible(page)


def test_a_page_that_is_not_for_everybody_is_seen(browser, assert_accessible):
    context = browser.new_context()
    page = context.new_page()
    page.set_content(PAGE_WITH_FAULTS)
    with pytest.raises(AssertionError) as failure:
        assert_accessible(page)
    context.close()
    assert "at 320 px, about:blank: image-alt (critical)" in str(failure.value)
    assert "px must be scrolled sideways" in str(failure.value)
    assert "px: <button>klein</button>" in str(failure.value)


def test_a_foreign_request_is_seen(browser, live_site):
    with (
        pytest.raises(AssertionError, match=r"asked of another host: \['http://elders\.example/"),
        browsers.watched_page(browser, live_site.url) as page,
        pytest.raises(PlaywrightError, match="ERR_NAME_NOT_RESOLVED"),
    ):
        page.goto("http://elders.example/")


def test_a_style_that_the_content_policy_refuses_is_seen(browser, live_site):
    with (
        pytest.raises(AssertionError, match="said by the browser: .*Content Security Policy"),
        browsers.watched_page(browser, live_site.url) as page,
    ):
        page.goto("/")
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")


def test_a_page_without_scripts_runs_none(no_script_page):
    no_script_page.goto("/")
    no_script_page.set_content("<body><script>document.body.textContent = 'ran'</script></body>")
    assert no_script_page.locator("body").text_content() != "ran"


@pytest.mark.parametrize("host", ["192.0.2.1", "naober.example", "8.8.8.8"])
def test_a_test_reaches_this_machine_only(host):
    with pytest.raises(NetworkBlockedError):
        socket.create_connection((host, 80), timeout=1)


def test_mail_arrives_at_the_sink(mail_by_smtp):
    send_mail("Onderwerp", "Tekst", "van@naober.example", ["aan@naober.example"])
    (mail,) = mail_by_smtp.wait_for(1, to="aan@naober.example")
    assert mail["Subject"] == "Onderwerp"
