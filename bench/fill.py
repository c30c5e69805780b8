"""Fill an empty data folder for `bench.pages` and say what there is to ask: `python -m bench.fill`.

NAOBER_DATA names the folder. Prints JSON: the pages, each with the path, a text that stands on that page
alone, the cookie of who asks, and how many SQL queries it takes.
"""

import argparse
import json
import os
import time
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naober.config.settings")
ENTRIES_ON_PAGE = 25
ENTRY = b'<article class="naober-entry"'


class WrongPageError(RuntimeError):
    """A page does not show what the seed put on it."""


def fill(entries: int) -> dict[str, Any]:
    """Make the database, fill it, and look at each page once."""
    from bench.seed import PROPOSALS, seed  # noqa: PLC0415  needs Django set up

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    began = time.perf_counter()
    seeded = seed(entries)
    took = time.perf_counter() - began
    visitor, member = Client(), _signed_in(seeded.secretary)
    pages = [
        _page("village, visitor, 30 % of all", visitor, *_village(seeded.big), ENTRIES_ON_PAGE),
        _page("village, visitor, 3 entries", visitor, *_village(seeded.small), 3),
        _page("village, visitor, newest 30 % hidden", visitor, *_village(seeded.hidden), ENTRIES_ON_PAGE),
        _page(
            "village, member, own, 30 % of all", member, *_village(seeded.big), ENTRIES_ON_PAGE + PROPOSALS
        ),
        _page("home, visitor", visitor, *_home(), ENTRIES_ON_PAGE),
        _page("sitting, visitor", visitor, *_sitting(seeded.sitting), 0),
    ]
    size = (settings.NAOBER_DATA / "naober.sqlite3").stat().st_size
    return {
        "pages": pages,
        "entries": entries,
        "seconds": round(took, 1),
        "database_mb": round(size / 2**20, 1),
    }


def _signed_in(person: Any) -> Client:
    from naober.people.middleware import SESSION_PERSON  # noqa: PLC0415  needs Django set up
    from naober.people.models import Account  # noqa: PLC0415  the same

    client = Client()
    account = Account.objects.get(address=person.addresses.get().address)
    client.force_login(account, settings.AUTHENTICATION_BACKENDS[0])
    session = client.session
    session[SESSION_PERSON] = person.pk
    session.save()
    return client


def _village(village: Any) -> tuple[str, str]:
    return f"/dorpen/{village.slug}/", f'id="gaat-over">Gaat over {village.name}<'


def _home() -> tuple[str, str]:
    return "/", "dorpen brandt licht</h1>"


def _sitting(sitting: Any) -> tuple[str, str]:
    from naober.kit.words import day_long  # noqa: PLC0415  needs Django set up

    return f"/besluiten/{sitting.slug}/", f"<title>{sitting.body}, {day_long(sitting.on)}"


def _page(name: str, client: Client, path: str, text: str, entries: int) -> dict[str, Any]:
    client.get(path)  # what is made once per process is not what a page costs
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    shown = response.content.count(ENTRY)
    if response.status_code != 200 or text not in response.content.decode() or shown != entries:
        raise WrongPageError(f"{path}: status {response.status_code}, {shown} entries, and {text!r}")
    cookie = "; ".join(f"{key}={morsel.value}" for key, morsel in client.cookies.items())
    return {"name": name, "path": path, "text": text, "cookie": cookie, "sql_queries": len(queries)}


def main() -> None:
    """Read the arguments, fill, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    arguments = parser.parse_args()
    django.setup()
    print(json.dumps(fill(arguments.entries)))


if __name__ == "__main__":
    main()
