"""Fill an empty data folder for `bench.pages` and say what there is to ask: `python -m bench.fill`.

NAOBER_DATA names the folder. Prints JSON: the pages, each with the path, a text that stands on that page
alone, the cookie of who asks, and how many SQL queries it takes.
"""

import argparse
import json
import os
import time
from typing import Any
from urllib.parse import urlencode

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naober.config.settings")
ENTRIES_ON_PAGE = 25
DEEP = 39  # pages before the fortieth
ENTRY = b'<article class="naober-entry"'


class WrongPageError(RuntimeError):
    """A page does not show what the seed put on it."""


def fill(entries: int, times: int = 1, *, deep: bool = False) -> dict[str, Any]:
    """Make the database, fill it, and look at each page once. `times` makes the journal that many times as
    large; `deep` asks for the fortieth page, too."""
    from bench.multiply import multiply  # noqa: PLC0415  needs Django set up
    from bench.seed import PROPOSALS, seed  # noqa: PLC0415  the same

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    began = time.perf_counter()
    seeded = seed(entries)
    if times > 1:
        multiply(times)
    took = time.perf_counter() - began
    visitor, member = Client(), _signed_in(seeded.secretary)
    mine = ENTRIES_ON_PAGE + PROPOSALS
    pages = [
        _page("village, visitor, 30 % of all", visitor, *_village(seeded.big), ENTRIES_ON_PAGE),
        _page("village, member, own, 30 % of all", member, *_village(seeded.big), mine),
        _page("home, visitor", visitor, *_home(), ENTRIES_ON_PAGE),
    ]
    pages += _deep_pages(visitor, member, seeded, mine) if deep else _other_pages(visitor, seeded)
    size = (settings.NAOBER_DATA / "naober.sqlite3").stat().st_size
    return {
        "pages": pages,
        "entries": entries * times,
        "seconds": round(took, 1),
        "database_mb": round(size / 2**20, 1),
    }


def _other_pages(visitor: Client, seeded: Any) -> list[dict[str, Any]]:
    """A village of which little is known, one that hides its newest, and a meeting."""
    return [
        _page("village, visitor, 3 entries", visitor, *_village(seeded.small), 3),
        _page("village, visitor, newest 30 % hidden", visitor, *_village(seeded.hidden), ENTRIES_ON_PAGE),
        _page("sitting, visitor", visitor, *_sitting(seeded.sitting), 0),
    ]


def _deep_pages(visitor: Client, member: Client, seeded: Any, mine: int) -> list[dict[str, Any]]:
    """The fortieth page of the big village, for a visitor and its own board, and of home."""
    from naober.journal import queries  # noqa: PLC0415  needs Django set up
    from naober.people.actor import Actor  # noqa: PLC0415  the same
    from naober.people.queries import actor_for  # noqa: PLC0415  the same

    path, text = _village(seeded.big)
    before = DEEP * queries.PAGE
    board = actor_for(seeded.secretary.pk)
    of_village = queries.of_village(Actor.visitor(), seeded.big, limit=before).older
    for_board = queries.of_village(board, seeded.big, limit=before).older
    of_home = queries.newest(Actor.visitor(), limit=before).older
    count, home = ENTRIES_ON_PAGE, _home()
    return [
        _page("village, visitor, page 40", visitor, f"{path}?{_key(of_village)}", text, count),
        _page("village, member, own, page 40", member, f"{path}?{_key(for_board)}", text, mine),
        _page("home, visitor, page 40", visitor, f"{home[0]}?{_key(of_home)}", home[1], count),
    ]


def _key(older: str) -> str:
    return urlencode({"voor": older})


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
    parser.add_argument("--times", type=int, default=1, help="as many copies of the journal")
    parser.add_argument("--deep", action="store_true", help="the fortieth page, too")
    arguments = parser.parse_args()
    django.setup()
    print(json.dumps(fill(arguments.entries, arguments.times, deep=arguments.deep)))


if __name__ == "__main__":
    main()
