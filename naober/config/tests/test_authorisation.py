"""Every address, for every role, by every method, at what is theirs, at what is not and at what is not there:
asked for real and compared with the table (`table.py`)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, path, resolve, reverse

from naober.config.tests import book, table, telephone
from naober.config.tests.world import World, undone, world
from naober.config.urls import addresses
from naober.people.may import may
from naober.post.models import OutboxMessage

pytestmark = pytest.mark.django_db


class Demo:
    """The addresses as a demo has them."""

    urlpatterns = addresses(demo=True)


class Real:
    """The addresses as everybody else has them."""

    urlpatterns = addresses(demo=False)


def named(patterns: list[URLPattern | URLResolver]) -> dict[str, URLPattern]:
    """Every address of a resolver by its name; fails for one without a name."""
    found: dict[str, URLPattern] = {}
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found |= named(pattern.url_patterns)
        else:
            assert pattern.name, f"{pattern} has no name"
            found[pattern.name] = pattern
    return found


REAL, ALL = named(Real.urlpatterns), named(Demo.urlpatterns)
ROWS = table.rows()

# What stands in the place of the arguments of an address, by whose it is.
THINGS = (
    book.THINGS
    | telephone.THINGS
    | {
        "village": lambda w, whose: {"slug": {"own": "hijken", "other": "elp", "none": "nergens"}[whose]},
        "village_follow": lambda w, whose: {
            "slug": {"own": "hijken", "other": "elp", "none": "nergens"}[whose]
        },
        "village_unfollow": lambda w, whose: {
            "slug": {"own": "hijken", "other": "elp", "none": "nergens"}[whose]
        },
        "village_names": lambda w, whose: {
            "slug": {"own": "hijken", "other": "elp", "none": "nergens"}[whose]
        },
        "village_feed": lambda w, whose: {
            "slug": {"own": "hijken", "other": "elp", "none": "nergens"}[whose]
        },
        **{
            name: lambda w, whose: {"code": "nergens" if whose == "none" else "verkeer"}
            for name in ("theme", "theme_feed", "theme_follow", "theme_unfollow")
        },
        "place_name_remove": lambda w, whose: {"place_name_id": w.place_name_id(whose)},
        "sitting": lambda w, whose: {
            "slug": "nergens" if whose == "none" else w.items["open", whose].sitting.slug
        },
        "sitting_by_number": lambda w, whose: {
            "sitting_id": 0 if whose == "none" else w.items["open", whose].sitting_id
        },
        "item": lambda w, whose: {"item_id": w.item_id("open", whose)},
        "item_confirm": lambda w, whose: {"item_id": w.item_id("open", whose)},
        "item_dismiss": lambda w, whose: {"item_id": w.item_id("open", whose)},
        "item_confirm_everywhere": lambda w, whose: {"item_id": w.item_id("open", whose)},
        "item_dismiss_everywhere": lambda w, whose: {"item_id": w.item_id("open", whose)},
        "item_tell_outcome": lambda w, whose: {"item_id": w.item_id("decided", whose)},
        "item_also_about": lambda w, whose: {"item_id": w.item_id("open", whose)},
        "concern_reopen": lambda w, whose: {"concern_id": w.concern_id(whose)},
        "call_back": lambda w, whose: {"entry_id": w.entry_id(whose)},
        "sent_mail_detail": lambda w, whose: {"public_id": w.public_id(whose)},
        "sent_mail_html": lambda w, whose: {"public_id": w.public_id(whose)},
        "device_end": lambda w, whose: {"checksum": w.device(whose)},
        "demo_stop": lambda w, whose: {"number": {"own": 1, "other": 2, "none": 99}[whose]},
        "demo_door": lambda w, whose: {
            "door": {"own": "geertje", "other": "renske", "none": "nergens"}[whose]
        },
    }
)
PAPER = """Besluitenlijst van de gemeenteraad van Midden-Drenthe
Vergadering van donderdag 12 november 2026, 19.30 uur

1. Opening
De voorzitter opent de vergadering.

2. Nieuwe brug in Hijken
Besluit: de raad stelt het krediet voor de brug in Hijken vast.
"""


def form_for(name: str, w: World, role: str, whose: str, browser: Client) -> dict[str, object]:
    """What somebody fills in at an address, so that whoever may can succeed."""
    if name == "paste":
        return {"text": PAPER}
    if name in {"item_confirm", "item_dismiss", "item_also_about"}:
        return {
            "village": w.village_id(role, whose) if name == "item_also_about" else w.village_id("", whose)
        }
    if name == "village_names":
        return {"text": "Hijkerveld", "kind": "landmark"}
    if name in {"account_request_login_code", "account_login"}:
        return {"email": "bert@dorp.example"}
    if name == "account_confirm_login_code" and role == "visitor":
        return {"code": code_for(browser)}
    return telephone.form_for(name) or book.form_for(name, w)


def code_for(browser: Client) -> str:
    browser.post("/inloggen/", {"email": "bert@dorp.example"})
    return re.search(r"^ {4}(\S+)$", OutboxMessage.objects.latest("id").text, re.MULTILINE)[1]


@dataclass(frozen=True)
class Answer:
    """What one request gave: in the words of the table, and everything that could tell two apart."""

    word: str
    status: int
    place: str
    body: str
    wrote: tuple[str, ...]
    headers: dict[str, str]


def ask(w: World, name: str, role: str, method: str, whose: str) -> Answer:
    """One real request, undone afterwards."""
    with undone():
        cache.clear()
        browser = w.browser(role)
        address = reverse(name, kwargs=THINGS[name](w, whose) if name in THINGS else {})
        form = form_for(name, w, role, whose, browser)
        with written() as wrote:
            posted = method == "POST"
            response = browser.post(address, form) if posted else browser.generic(method, address)
        text = response.content.decode(errors="replace")  # a file to take along is no text
        return Answer(
            word=word(response),
            status=response.status_code,
            place=place(response, address),
            body=re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text),
            wrote=tuple(wrote),
            headers=dict(response.headers),
        )


def word(response: HttpResponse) -> str:
    """The answer in the words of the table."""
    if response.status_code == 302:
        return f"to {resolve(urlsplit(response.url).path).url_name}"
    return {200: "page", 404: table.NOT_HERE, 405: table.NO_METHOD}.get(
        response.status_code, str(response.status_code)
    )


def place(response: HttpResponse, address: str) -> str:
    """Where an answer leads; the way back to this very address is left out."""
    target = urlsplit(response.headers.get("Location", ""))
    onward = parse_qs(target.query).get("next", [address])
    assert onward == [address]
    return target.path


@contextmanager
def written() -> Iterator[list[str]]:
    """The tables that are written inside the block, sessions excepted."""
    tables: list[str] = []

    def note(execute, sql, params, many, context):
        found = re.match(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', sql, re.IGNORECASE)
        if found and found[1] != "register_browsersession":
            tables.append(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables


@pytest.fixture(scope="module")
def w(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), world() as made:
        yield made


@pytest.fixture(autouse=True)
def demo(settings) -> None:
    settings.ROOT_URLCONF = Demo


# --- the table is whole -----------------------------------------------------------------------------------


def test_every_address_has_a_row_and_every_row_an_address():
    assert set(ROWS) == set(ALL)


def test_a_row_stands_with_the_area_of_its_view():
    areas = {name: pattern.callback.__module__.split(".")[1] for name, pattern in ALL.items()}
    assert {name: row["area"] for name, row in ROWS.items()} == areas


def test_every_row_says_it_in_a_sentence():
    assert [name for name, row in ROWS.items() if not re.fullmatch(r"[A-Z].{20,}\.", row["says"])] == []


def test_a_row_names_the_methods_that_its_view_takes():
    taken = {name: set(pattern.callback.may_methods) - {"HEAD"} for name, pattern in ALL.items()}
    assert {name: set(row) - {"says", "area"} for name, row in ROWS.items()} == taken


def test_every_address_of_a_thing_is_asked_with_things():
    assert set(THINGS) == {name for name, pattern in ALL.items() if pattern.pattern.converters}


# --- and it is true -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_role_gets_what_the_table_says(w, name):
    combinations = list(table.combinations(name in THINGS))
    got = {case: ask(w, name, *case) for case in combinations}
    expected = {case: table.expected(ROWS[name], *case) for case in combinations}
    assert {case: answer.word for case, answer in got.items()} == expected

    looking = {case: a.wrote for case, a in got.items() if case[1] != "POST" or a.word in REFUSALS}
    assert [case for case, wrote in looking.items() if wrote] == []

    for (role, method, whose), answer in got.items():
        if whose == "other" and answer.word in REFUSALS:
            assert same(answer, got[role, method, "none"]), (role, method)
        assert complaints_about_headers(name, role, method, answer) == []


REFUSALS = {table.NOT_HERE, table.SIGN_IN, table.NO_METHOD}


def same(one: Answer, other: Answer) -> bool:
    """Whether nobody can tell what is not theirs from what is not there."""
    return (one.status, one.place, one.body) == (other.status, other.place, other.body)


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A mail has its style in its lines, and nothing else: no script, no form, no picture.
POLICY_OF_A_MAIL = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def complaints_about_headers(name: str, role: str, method: str, answer: Answer) -> list[str]:
    """What is missing in the headers of one answer."""
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Content-Security-Policy": POLICY_OF_A_MAIL
        if name == "sent_mail_html" and answer.word == "page"
        else POLICY,
    }
    if role != "visitor":
        wanted["Cache-Control"] = "private, no-store"
    if answer.status == 405:
        wanted["Allow"] = ", ".join(ALL[name].callback.may_methods)
    found = {header: answer.headers.get(header) for header in wanted}
    return [f"{role} {method}: {h} is {found[h]!r}" for h in wanted if not sound(h, found[h], wanted[h])]


def sound(header: str, found: str | None, wanted: str) -> bool:
    if header == "Content-Security-Policy" and found:
        return set(found.split("; ")) == set(wanted.split("; "))
    return found == wanted


# --- what is only there in a demo --------------------------------------------------------------------------


DEMO_ONLY = {"sent_mail", "sent_mail_detail", "sent_mail_html", "demo_door", "demo_stop"}


def test_the_demo_has_five_addresses_more():
    assert set(ALL) - set(REAL) == DEMO_ONLY


@pytest.mark.parametrize("name", sorted(set(ALL) - set(REAL)))
def test_outside_a_demo_its_addresses_are_not_there(w, settings, name):
    address = reverse(name, kwargs=THINGS[name](w, "own") if name in THINGS else {})
    settings.ROOT_URLCONF = Real
    asked = [(role, method) for role in table.ROLES for method in table.METHODS]
    with undone():
        statuses = {case: w.browser(case[0]).generic(case[1], address).status_code for case in asked}
    assert set(statuses.values()) == {404}


SECOND_RULE = {
    "item_confirm",
    "item_confirm_everywhere",
    "item_dismiss",
    "item_dismiss_everywhere",
    "who_are_you",
}
REFUSED_FIRST = ("visitor", "resident", "other_board", "ended", "coordinator")


def _is_public(name: str) -> bool:
    return bool(getattr(ALL[name].callback.may_rule, "public", False))


def _let_everybody_in(monkeypatch: pytest.MonkeyPatch, view: object) -> None:
    """Take the rule out of a view, as if its `@may` said `anybody`."""
    names = view.__code__.co_freevars  # type: ignore[attr-defined]
    cell = view.__closure__[names.index("rule")]  # type: ignore[attr-defined]
    monkeypatch.setattr(cell, "cell_contents", lambda *_: True)


def _differs(w: World, name: str, case: tuple[str, str, str]) -> bool:
    """Whether somebody whom the table refuses now gets something else, be it an error of the view."""
    try:
        return ask(w, name, *case).word != table.expected(ROWS[name], *case)
    except Exception:  # noqa: BLE001  a view that was never meant to be reached so may break in any way
        return True


# --- the test itself can fail ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(name for name in ALL if not _is_public(name)))
def test_a_view_without_its_rule_would_be_seen(w, monkeypatch, name):
    """Each `@may` in turn lets everybody in; some answer then is not what the table says. Behind a few stands
    the rule of the action itself, which answers the same."""
    methods = [method for method in ("GET", "POST") if method in ROWS[name]]
    whose = ("other",) if name in THINGS else ("own",)
    cases = [(role, method, of) for role in REFUSED_FIRST for method in methods for of in whose]
    assert not any(_differs(w, name, case) for case in cases)
    _let_everybody_in(monkeypatch, ALL[name].callback)
    assert any(_differs(w, name, case) for case in cases) == (name not in SECOND_RULE)


def test_an_address_without_a_row_would_be_seen():
    grown = [*Demo.urlpatterns, path("nieuw/", may(lambda actor: True)(HttpResponse), name="nieuw")]
    assert set(named(grown)) - set(ROWS) == {"nieuw"}
