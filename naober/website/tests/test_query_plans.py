"""The hot pages walk indexes: on neither database does a plan sort in passing, or scan a table that grows.

Every statement of the village page, the home page and the digest is explained on a filled database. What a
plan says does not depend on the clock, so it is told here and not by the bench.
"""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from bench.seed import Seeded, seed
from naober.journal import digest, queries
from naober.journal.models import Entry, Line
from naober.kit import dates
from naober.people.middleware import SESSION_PERSON
from naober.people.models import Account

pytestmark = pytest.mark.django_db
Statement = tuple[str, tuple]
ENTRIES = 3000
# Tables that a page may walk from end to end. They grow with the places, not with what happens there.
SHOWN_WHOLE = {
    "people_umbrella": "one row",
    "people_village": "the list and the map of all places",
    "people_association": "how many there are, and who speaks for which window on the map",
    "people_body": "the few that meet, beside the functions somebody holds",
    "people_membership": "which windows on the map belong to a member",
}
PAGES = {
    "a village that much is about": lambda seeded: f"/dorpen/{seeded.big.slug}/",
    "its older entries": lambda seeded: (
        f"/dorpen/{seeded.big.slug}/?voor={dates.now():%Y-%m-%dT%H:%M:%S%z}_9999"
    ),
    "a village with hidden entries": lambda seeded: f"/dorpen/{seeded.hidden.slug}/",
    "a village of no member": lambda seeded: f"/dorpen/{seeded.small.slug}/",
    "home": lambda seeded: "/",
    "older entries of home": lambda seeded: f"/?voor={Entry.objects.latest('id').pk - 500}",
}
VIEWERS = ("visitor", "secretary", "officer", "coordinator", "resident", "reader")


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker) -> Iterator[Seeded]:
    """A filled database for all tests here; nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        found = seed(ENTRIES)
        if connection.vendor == "postgresql":
            ask("ANALYZE")
        yield found
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(seeded: Seeded) -> dict[str, Client]:
    """A browser for each who looks, signed in."""
    return {viewer: signed_in(seeded, viewer) for viewer in VIEWERS}


def signed_in(seeded: Seeded, viewer: str) -> Client:
    client = Client()
    if viewer != "visitor":
        person = getattr(seeded, viewer)
        client.force_login(Account.objects.get(address=person.addresses.get().address))
        session = client.session
        session[SESSION_PERSON] = person.pk
        session.save()
    return client


# --- what is asked, and what the plans say of it --------------------------------------------------------


def statements_of(look: Callable[[], object]) -> list[Statement]:
    """What `look` asks of the database, with parameters. What it writes does not stay."""
    asked: list[Statement] = []

    def listen(execute, sql, params, many, context):
        asked.append((sql, params or ()))
        return execute(sql, params, many, context)

    cache.clear()
    with transaction.atomic(), connection.execute_wrapper(listen):
        look()
        transaction.set_rollback(True)
    return [(sql, params) for sql, params in asked if sql.startswith(("SELECT", "UPDATE", "DELETE"))]


def complaints(look: Callable[[], object]) -> list[str]:
    """What is wrong with the plans of everything that `look` asks: the step, and the statement."""
    statements = statements_of(look)
    assert statements
    explain = explain_on_sqlite if connection.vendor == "sqlite" else explain_on_postgresql
    return [f"{step} in {sql}" for sql, params in statements for step in explain(sql, params)]


def explain_on_sqlite(sql: str, params: tuple) -> Iterator[str]:
    """The steps of a plan that sort, and those that read every row of a table that grows."""
    tables = {alias: table for table, alias in re.findall(r'(?:FROM|JOIN) "(\w+)" ([A-Z]+\d+)\b', sql)}
    for *_, step in ask(f"EXPLAIN QUERY PLAN {sql}", params):
        scanned = re.match(r"SCAN (\w+)", step)
        reads_all = scanned and tables.get(scanned[1], scanned[1]) not in SHOWN_WHOLE
        if reads_all or step.startswith("USE TEMP B-TREE"):
            yield step


def explain_on_postgresql(sql: str, params: tuple) -> Iterator[str]:
    """The same. Scans, sorts and the joins that want them are made dear, so a plan holds them only when no
    index does the work. A walk through a whole index reads every row too, unless a limit ends it."""
    for dear in ("seqscan", "sort", "hashjoin", "mergejoin"):
        ask(f"SET LOCAL enable_{dear} = off")
    [(plan,)] = ask(f"EXPLAIN (FORMAT JSON) {sql}", params)
    for node, limited in nodes_of((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]):
        kind, table = node["Node Type"], node.get("Relation Name", "")
        walks_all = kind.startswith("Index") and "Index Cond" not in node and not limited
        if "Sort" in kind or ((walks_all or kind == "Seq Scan") and table not in SHOWN_WHOLE):
            yield f"{kind} {table}".strip()


def nodes_of(node: dict, limited: bool = False) -> Iterator[tuple[dict, bool]]:
    """The steps of a plan, each with whether a limit stands above it."""
    limited = limited or node["Node Type"] == "Limit"
    yield node, limited
    for below in node.get("Plans", ()):
        yield from nodes_of(below, limited)


def ask(sql: str, params: tuple = ()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


# --- the pages and the digest -----------------------------------------------------------------------------


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_walks_indexes(seeded: Seeded, clients: dict[str, Client], page: str, viewer: str):
    path = PAGES[page](seeded)

    assert complaints(lambda: clients[viewer].get(path)) == []


def test_a_page_without_entries_would_prove_nothing(seeded: Seeded, clients: dict[str, Client]):
    entries = {
        page: clients["visitor"].get(path(seeded)).content.count(b"<article") for page, path in PAGES.items()
    }

    assert entries == {
        "a village that much is about": 25,
        "its older entries": 25,
        "a village with hidden entries": 25,
        "a village of no member": 3,
        "home": 25,
        "older entries of home": 25,
    }


def test_the_digest_finds_whom_to_mail_along_an_index(seeded: Seeded):
    assert complaints(lambda: queries.people_to_mail(dates.now())) == []


def test_the_mail_to_one_person_walks_indexes(seeded: Seeded):
    person_id = queries.people_to_mail(dates.now())[0]

    assert complaints(lambda: digest.mail_person(person_id, dates.now())) == []


# --- these tests can fail -----------------------------------------------------------------------------------


def test_without_the_index_of_its_lines_a_village_page_is_red(seeded: Seeded, clients: dict[str, Client]):
    path = f"/dorpen/{seeded.big.slug}/"
    with transaction.atomic():
        ask("DROP INDEX line_village")
        found = complaints(lambda: clients["visitor"].get(path))
        transaction.set_rollback(True)

    assert [complaint for complaint in found if "journal_line" in complaint] == found != []


def test_a_scan_is_red(seeded: Seeded):
    assert len(complaints(lambda: list(Line.objects.filter(reason="Omdat het zo is.")))) == 1
