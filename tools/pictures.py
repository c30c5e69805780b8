"""Make the pictures of the README anew, from the demo in a real browser: `python -m tools.pictures`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from journeys.browser import chromium, watched_page
from journeys.site import filled, serving
from tools.postgres import free_port

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PAGES = {"home": "/"}


def main() -> None:
    """Serve a fresh demo and write one picture per page, as a wide screen shows it."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="naober-pictures-") as folder:
        seed = filled(Path(folder))
        with (
            serving(seed.data, free_port(), NAOBER_DEMO="1") as site,
            sync_playwright() as playwright,
            chromium(playwright) as browser,
            watched_page(browser, site.url) as page,
        ):
            for name, address in PAGES.items():
                page.goto(address)
                page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
