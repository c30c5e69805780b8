"""What a journey travels in: the real processes, a real mail server, a real browser.

    def test_something(live_site, smtp_sink, page): ...

`page` and `no_script_page` are browsers of their own, without cookies, that start at the site;
`another_page` opens more of them, for journeys of two people.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from conftest import SmtpSink, free_port
from journeys import browser as browsers
from journeys.site import Seed, Site, filled, new_database, serving


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Seed:
    """The filled database, made once in a run."""
    data = tmp_path_factory.mktemp("seed")
    url = os.environ.get("DATABASE_URL", "")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    database_url = new_database(url, f"seed_{worker}") if url else ""
    return filled(data, database_url)


@pytest.fixture
def release_minutes() -> float:
    """How long mail waits after a confirmation; a journey says otherwise by parametrize."""
    return 0


@pytest.fixture
def live_site(seed: Seed, smtp_sink: SmtpSink, release_minutes: float, tmp_path: Path) -> Iterator[Site]:
    """The whole product, running, with the demo's places and people and a mail server of its own."""
    data = tmp_path / "data"
    database_url = seed.copy_to(data)
    with serving(
        data,
        free_port(),
        DATABASE_URL=database_url,
        NAOBER_SMTP=f"smtp://{smtp_sink.host}:{smtp_sink.port}",
        NAOBER_RELEASE_MINUTES=str(release_minutes),
    ) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run; each page in it starts clean."""
    with sync_playwright() as playwright, browsers.chromium(playwright) as browser:
        yield browser


@pytest.fixture
def another_page(browser: Browser, live_site: Site) -> Iterator[Callable[..., Page]]:
    """Opens a page for one more person; `scripts=False` for one without JavaScript."""
    with ExitStack() as pages:
        yield lambda **options: pages.enter_context(browsers.watched_page(browser, live_site.url, **options))


@pytest.fixture
def page(another_page: Callable[..., Page]) -> Page:
    """A page of the site for somebody who has not been there before."""
    return another_page()


@pytest.fixture
def no_script_page(another_page: Callable[..., Page]) -> Page:
    """The same without JavaScript."""
    return another_page(scripts=False)


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Fails unless a page is for everybody, at 320 and at 1280 px."""
    return browsers.assert_accessible
