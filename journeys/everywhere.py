"""Walks through everything that somebody can reach, and looks at each page that is built otherwise.

A page is looked at as it is and, when it has a form with something to fill in, as it comes back when nothing
was filled in. Two pages of one address that are built of the same parts are one page: what differs in them is
words. Which addresses there are is read from the resolver, so a new one is looked at from its first day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.http import Http404
from django.urls import URLPattern, URLResolver, resolve, reverse
from playwright.sync_api import Page

from journeys.browser import AXE_OPTIONS, HEIGHT, NARROW, SMALL_TARGETS, SMALLEST_TARGET, WIDE, sentence
from journeys.mail import CODE
from naober.config.urls import addresses

WIDTHS = (NARROW, 768, WIDE)
EACH = 1  # pages of one address that each looks at
AXE = Axe().axe_script
RUN_AXE = "options => axe.run(document, options)"
# What a page is built of: which elements, in which dress, whatever the words in them.
BUILT_OF = """() => [...new Set([...document.body.querySelectorAll("*")].map(
  element => [element.tagName, element.getAttribute("class"), element.getAttribute("role"),
              element.getAttribute("type"), element.hasAttribute("aria-invalid")].join(" ")
))].sort().join(", ")"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MAILS = ("sent_mail_html",)  # read in a mail program, which has its own way with fingers
DOUBLE_TEXT = "document.documentElement.style.fontSize = '200%'"
LINKS = """() => [...document.querySelectorAll("a[href], link[rel=alternate], img[src]")].map(
  element => new URL(element.getAttribute("href") || element.getAttribute("src"), location).href
)"""
# A form that says itself what is wrong: our sign of a form with something to fill in.
FORMS = "main form[method=post][novalidate]"
EMPTY_AND_SEND = """form => {
  for (const control of form.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    if (control.type === "checkbox" || control.type === "radio") control.checked = false
    else if (control.tagName === "SELECT") control.selectedIndex = -1
    else control.value = ""
  }
  form.submit()
}"""


class Demo:
    """The addresses of a demo: all there are."""

    urlpatterns = addresses(demo=True)


def pages_of_resolver() -> dict[str, URLPattern]:
    """Every address that can be looked at, by its name."""

    def named(patterns: list[URLPattern | URLResolver]) -> Iterator[tuple[str, URLPattern]]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from named(pattern.url_patterns)
            elif "GET" in pattern.callback.may_methods:
                yield pattern.name, pattern

    return dict(named(Demo.urlpatterns))


def name_of(address: str) -> str:
    """The name of the address behind a link of the site; "" when there is none."""
    try:
        return resolve(urlsplit(address).path, urlconf=Demo).url_name or ""
    except Http404:
        return ""


@dataclass
class Walk:
    """One walk over a site by several people; keeps what was seen, so that none is looked at twice."""

    site_url: str
    reached: dict[str, set[str]] = field(default_factory=dict)
    """The names that each came to."""
    built: set[tuple[str, str]] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    in_error: set[str] = field(default_factory=set)
    """The names of the pages whose form came back with what is missing."""

    def by(self, who: str, page: Page) -> None:
        """Let somebody who is signed in already go everywhere that links lead."""
        seen: dict[str, int] = {}
        pages = pages_of_resolver()
        todo = [
            reverse(name, urlconf=Demo) for name, pattern in pages.items() if not pattern.pattern.converters
        ]
        known = set(todo)
        self.reached[who] = set()
        while todo:
            address = todo.pop(0)
            name = name_of(address)
            if name not in pages or seen.get(name, 0) >= EACH or not self._is_page(page, address, who):
                continue
            seen[name] = seen.get(name, 0) + 1
            for link in self._look(page, address, who):
                if link not in known and not link.startswith("/uitloggen"):
                    known.add(link)
                    todo.append(link)

    def _is_page(self, page: Page, address: str, who: str) -> bool:
        """Whether this opens as a page; a file, a feed or a way on only counts as reached."""
        answer = page.request.get(urljoin(self.site_url, address))
        for one in {name_of(address), name_of(answer.url)} if answer.ok else set():
            self.reached[who].add(one)
        if answer.status >= 500:
            self.complaints.append(f"{who} at {address}: {answer.status}")
        stays = name_of(answer.url) == name_of(address)
        return answer.ok and stays and answer.headers.get("content-type", "").startswith("text/html")

    def _look(self, page: Page, address: str, who: str) -> list[str]:
        """Look at the page and at its forms when they come back; where its links lead."""
        page.goto(address)
        links = [self._within(link) for link in page.evaluate(LINKS)]
        name = name_of(page.url)
        self._judge(page, name, who)
        if name not in self.in_error:
            for number in range(page.locator(FORMS).count()):
                self._send_nothing(page, address, name, number, who)
        return [link for link in links if link]

    def _send_nothing(self, page: Page, address: str, name: str, number: int, who: str) -> None:
        page.goto(address)
        with page.expect_navigation() as navigation:
            page.locator(FORMS).nth(number).evaluate(EMPTY_AND_SEND)
        if navigation.value and navigation.value.status == 422:
            self.in_error.add(name)
            self._judge(page, name, f"{who}, with what is missing,")

    def _within(self, link: str) -> str:
        """The path of a link that stays on the site, without the place in the page."""
        parts = urlsplit(link)
        here = parts.scheme in ("http", "https") and link.startswith(self.site_url)
        return f"{parts.path}?{parts.query}".removesuffix("?") if here else ""

    def _judge(self, page: Page, name: str, who: str) -> None:
        """Look at a page that is built otherwise than those of this address before, at each width."""
        built = (name, page.evaluate(BUILT_OF))
        if built in self.built:
            return
        self.built.add(built)
        page.evaluate(AXE)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            height = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": min(height, 20_000)})
            where = f"{who} at {width} px, {page.url}"
            found = page.evaluate(RUN_AXE, AXE_OPTIONS)["violations"]
            self.complaints += [f"{where}: {sentence(violation)}" for violation in found]
            over = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            self.complaints += [f"{where}: {over} px must be scrolled sideways"] if over > 0 else []
            small = page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) if name not in MAILS else []
            self.complaints += [f"{where}: too small for a finger, {target}" for target in small]
        page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        page.evaluate(DOUBLE_TEXT)
        over = page.evaluate(TOO_WIDE)
        self.complaints += [f"{who}, text of 200 %, {page.url}: {over} px too wide"] if over > 0 else []


def sign_in_by_shown_mail(page: Page, site_url: str, address: str) -> None:
    """Sign in on a demo, where the mail with the code can be read by anybody."""
    page.goto("/inloggen/")
    page.get_by_label("Uw mailadres").fill(address)
    with page.expect_navigation():
        page.get_by_role("button", name="Stuur mij een code").click()
    mails = page.request.get(f"{site_url}/verstuurde-post/").text()
    newest = re.search(r'href="(/verstuurde-post/\w+/)"', mails)[1]
    letter = re.sub(r"<[^>]+>|&nbsp;", " ", page.request.get(f"{site_url}{newest}").text())
    page.get_by_label("De code uit de mail").fill(CODE.search(letter)[1])
    with page.expect_navigation():
        page.get_by_role("button", name="Ga verder").first.click()
