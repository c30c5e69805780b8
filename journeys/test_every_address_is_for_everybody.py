"""Every address of the resolver, for every role, filled, empty and with what is missing, at three widths:
no violation that axe-core knows, nothing to scroll sideways, nothing too small for a finger."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import free_port
from journeys import browser as browsers
from journeys.everywhere import Walk, pages_of_resolver, sign_in_by_shown_mail
from journeys.site import QUIET, Seed, Site, filled, new_database, serving

FILLED = {
    "visitor": "",
    "resident": "annemieke@hijken.example",
    "board": "secretaris@hijken.example",
    "other board": "carla@hooghalen.example",
    "umbrella": "geertje@dorpenoverleg.example",
    "officer": "renske@dorpenoverleg.example",
    "coordinator": "dirk@gemeente.example",
    "alderman": "wethouder@gemeente.example",
}
HOUSE = {"visitor": "", "resident": "resident", "board": "bert", "officer": "renske", "alderman": "alderman"}
# Addresses to which no link of the demo leads, and why.
NO_PAGE = {
    "account_login": "a second name of the page to sign in, for the library",
    "account_signup": "nobody signs up; for the library",
    "account_inactive": "for the library",
    "check": "a secret address in the mail that asks whether it is still right",
    "person_taken_along": "a file, and behind the second lock",
    "circular": "nothing was sent round yet",
    "sheet": "no list was pasted yet",
    "village_photo_file": "a picture, where a village has one",
}


@pytest.fixture
def quiet_seed(tmp_path) -> Seed:
    """An umbrella in which nothing happened yet."""
    data = tmp_path / "quiet"
    data.mkdir()
    url = os.environ.get("DATABASE_URL", "")
    return filled(data, new_database(url, f"quiet_{tmp_path.name}") if url else "", QUIET)


@contextmanager
def shown(seed: Seed, data: Path) -> Iterator[Site]:
    """The site as a demo, on a copy of what it is filled with."""
    with serving(data, free_port(), DATABASE_URL=seed.copy_to(data), NAOBER_DEMO="1") as site:
        yield site


def walk(browser: Browser, site: Site, people: dict[str, str], mail: str = "{}") -> Walk:
    """Let everybody go everywhere."""
    walk = Walk(site.url)
    for who, name in people.items():
        with browsers.watched_page(browser, site.url) as page:
            if name:
                sign_in_by_shown_mail(page, site.url, mail.format(name))
            walk.by(who, page)
    return walk


def test_what_there_is_for_everybody_who_comes(seed: Seed, browser: Browser, tmp_path):
    with shown(seed, tmp_path / "data") as site:
        found = walk(browser, site, FILLED)
    assert found.complaints == []
    reached = set().union(*found.reached.values())
    assert set(pages_of_resolver()) - reached - set(NO_PAGE) == set()
    assert len(found.in_error) >= 3


def test_where_nothing_happened_yet(quiet_seed: Seed, browser: Browser, tmp_path):
    with shown(quiet_seed, tmp_path / "data") as site:
        found = walk(browser, site, HOUSE, "{}@dorp.example")
    assert found.complaints == []
    assert len(found.built) >= 20
