"""Make the pictures of the README and the guide anew, from the demo in a real browser: `make demo-pictures`.

The clock stands still, so that the same product gives the same pictures on any day.
"""

import os
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from journeys.browser import chromium
from tools.postgres import free_port

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
MOMENT = (2026, 11, 24, 9, 40)
WIDE, PHONE = (1280, 900), (390, 780)
COLOURS = 96
MOST_BYTES = 150_000


@dataclass(frozen=True)
class Picture:
    """A page of the demo: its file, where it is, by which door ("" for a visitor), on what."""

    name: str
    address: str
    door: str = ""
    size: tuple[int, int] = WIDE
    paper: bool = False


PICTURES = (
    Picture("home", "/"),
    Picture("vandaag", "/vandaag/", "renske"),
    Picture("vergadering", "/besluiten/", "renske"),
    Picture("mijn-dorp", "/dorpen/hijken/", "bert", PHONE),
    Picture("rondvraag", "/dorpen/hijken/rondvraag/", "bert", paper=True),
    Picture("even-niet", "/even-niet/", "renske"),
    Picture("rondleiding", "/rondleiding/3/"),
)


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_: Any) -> None:
        pass


class Server(ThreadingMixIn, WSGIServer):
    """A browser asks for several files at once."""

    daemon_threads = True


def main() -> None:
    """Build the demo at the moment that stands still, and write every picture."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="naober-pictures-") as folder,
        demo_site(folder) as url,
        sync_playwright() as playwright,
        chromium(playwright) as browser,
    ):
        for picture in PICTURES:
            save(picture, take(browser, url, picture))


@contextmanager
def demo_site(folder: str) -> Iterator[str]:
    """The demo, served from this process with a clock that stands still; its address."""
    port = free_port()
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "naober.config.settings",
        "NAOBER_DATA": folder,
        "NAOBER_DEMO": "1",
        "NAOBER_SITE_URL": f"http://127.0.0.1:{port}",
    }
    server = make_server("127.0.0.1", port, standing_still(), Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{port}"
    server.shutdown()


def standing_still() -> Callable[[dict, Callable], Iterable[bytes]]:
    """Fill the demo, and give the site as a program that answers every request at that moment."""
    import django  # noqa: PLC0415  only after the environment is set

    django.setup()
    from datetime import datetime  # noqa: PLC0415  the same

    from django.core.management import call_command  # noqa: PLC0415  the same

    from naober.config.demo.build import build_demo  # noqa: PLC0415  the same
    from naober.kit import dates  # noqa: PLC0415  the same
    from naober.post.worker import work_once  # noqa: PLC0415  the same

    moment = datetime(*MOMENT, tzinfo=dates.LOCAL)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    with dates.as_if(moment):
        build_demo()
        work_once()
    # The site looks for its static files when it is loaded, so it is loaded now that they are there.
    from naober.config.wsgi import application  # noqa: PLC0415  the same

    def answer(environ: dict, start_response: Callable) -> Iterable[bytes]:
        with dates.as_if(moment):
            return list(application(environ, start_response))

    return answer


def take(browser: Browser, url: str, picture: Picture) -> Image.Image:
    """What somebody sees of one page, on a screen or on the first sheet of A4."""
    width, height = picture.size
    context = browser.new_context(
        base_url=url, viewport={"width": width, "height": height}, locale="nl-NL", device_scale_factor=1
    )
    page = context.new_page()
    enter(page, picture.door)
    page.goto(picture.address)
    if picture.name == "vergadering":
        page.get_by_role("link", name="Commissie Ruimte en Groen").first.click()
    content = page.pdf(format="A4", print_background=True) if picture.paper else page.screenshot()
    context.close()
    if picture.paper:
        return pypdfium2.PdfDocument(content)[0].render(scale=1.2).to_pil()
    return Image.open(BytesIO(content))


def enter(page: Page, door: str) -> None:
    """Go in by a door of the demo."""
    page.goto("/")
    if door:
        with page.expect_navigation():
            page.locator(f"form[action='/kijk-mee/{door}/'] button").first.click()


def save(picture: Picture, image: Image.Image) -> None:
    """Write a picture with as few colours as a drawing needs. Raises ValueError when it is too large."""
    path = FOLDER / f"{picture.name}.png"
    image.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name} {size // 1024} KB", flush=True)
    if size > MOST_BYTES:
        raise ValueError(f"{path.name} has {size} bytes; at most {MOST_BYTES}")


if __name__ == "__main__":
    main()
