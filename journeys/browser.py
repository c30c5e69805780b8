"""A browser that sees this machine only, and the check that every page is made for everybody."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The name localhost too: a passkey belongs to a name, and a number is none.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
HERE = ("127.0.0.1", "localhost")
NARROW, WIDE = 320, 1280
HEIGHT = 900
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
SMALLEST_TARGET = 44
# What a finger must hit and is too small for it. A link within a sentence is as high as its line (WCAG
# 2.5.8 leaves those out), a choice is as large as its label, the map is a picture beside its list.
SMALL_TARGETS = """smallest => [
    ...document.querySelectorAll("a[href], button, input, select, textarea, summary")
  ]
  .filter(element => element.type !== "hidden" && element.checkVisibility({ visibilityProperty: true }))
  .filter(element => !element.closest("[aria-hidden=true], .naober-skip-link"))
  .filter(element => {
    const alone = element.parentElement.textContent.trim() === element.textContent.trim()
    const inSentence = getComputedStyle(element).display === "inline" && !alone
    const box = (element.closest("label") || element).getBoundingClientRect()
    return !inSentence && box.width > 0 && (box.height < smallest - 0.5 || box.width < smallest - 0.5)
  })
  .map(element => {
    const box = element.getBoundingClientRect()
    return `${Math.round(box.width)} x ${Math.round(box.height)} px: ${element.outerHTML.slice(0, 160)}`
  })"""
# What a browser says by itself about a page that answers 404, which is what some journeys look for.
EXPECTED_CONSOLE = "Failed to load resource"


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """The system's browser, without a window."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def watched_page(browser: Browser, base_url: str, *, scripts: bool = True) -> Iterator[Page]:
    """A page in a browser of its own (no cookies yet) at 1280 px, in Dutch.

    Afterwards asserts that it asked nothing of another host, and that no script failed and no part
    was refused by the content policy.
    """
    context = browser.new_context(
        base_url=base_url,
        viewport={"width": WIDE, "height": HEIGHT},
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        reduced_motion="reduce",  # nothing glides, so nothing has to be waited for
        java_script_enabled=scripts,
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    foreign: list[str] = []
    faults: list[str] = []

    def note_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.hostname not in HERE:
            foreign.append(request.url)

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED_CONSOLE):
            faults.append(message.text)

    context.on("request", note_request)
    context.on("console", note_console)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield page
    context.close()
    assert not foreign, f"asked of another host: {foreign}"
    assert not faults, f"said by the browser: {faults}"


def assert_accessible(page: Page) -> None:
    """Fail with readable sentences unless the page, as it is now, is for everybody.

    Checked on a narrow telephone and on a wide screen: no violation that axe-core knows, nothing that
    must be scrolled sideways, and nothing too small for a finger. The width is put back.
    """
    before = page.viewport_size
    complaints = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        # As high as the page: what lies under the bar at the bottom now comes out from under it by scrolling.
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": height})
        found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
        complaints += [f"at {width} px, {page.url}: {sentence(violation)}" for violation in found]
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            complaints.append(f"at {width} px, {page.url}: {over} px must be scrolled sideways")
        small = page.evaluate(SMALL_TARGETS, SMALLEST_TARGET)
        complaints += [f"at {width} px, {page.url}: too small for a finger, {target}" for target in small]
    if before:
        page.set_viewport_size(before)
    assert not complaints, "\n".join(complaints)


def sentence(violation: dict) -> str:
    """One violation in words: the rule, its weight, and the places in the page."""
    places = "\n".join(f"    {' '.join(node['target'])}  {node['html'][:160]}" for node in violation["nodes"])
    return f"{violation['id']} ({violation['impact']}): {violation['help']}\n{places}"
