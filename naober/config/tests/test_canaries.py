"""A canary in every personal field of people whom the register keeps; then every page, feed, file and mail
that each role can get. Nothing sings that the table of who sees what does not allow.

What is allowed comes from the rules themselves (`register.book.rules`), so a rule that changes changes this
test; what is asked comes from the resolver, so a new page is asked without being named here.
"""

import gzip
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse

from naober.config.tests import table
from naober.config.tests.test_authorisation import REAL, THINGS, Real
from naober.config.tests.world import PEOPLE, World, undone, world
from naober.journal import digest
from naober.journal.models import Entry
from naober.kit import dates
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.middleware import SESSION_SECOND_FACTOR
from naober.people.models import Person
from naober.post.models import OutboxMessage
from naober.register import actions as register
from naober.register.book import actions as book
from naober.register.book import queries, rules
from naober.register.book.rules import Detail
from naober.register.checks.actions import ask_people
from testing.house import SETUP, SINCE

pytestmark = pytest.mark.django_db
TERMS = {
    "ann": date(2041, 1, 11), "els": date(2042, 1, 12), "kees": date(2043, 1, 13), "gea": date(2044, 1, 14),
}  # fmt: skip
COLLEGE = "College van burgemeester en wethouders"
NO_TERM = "geen termijn"
# Whoever has this link is the person whom it was mailed to, signed in or not; and the demo hides nothing.
BY_LINK = {"check"}
EXPORTS = ("export_workbook", "export_table", "export_cards", "export_labels")


@dataclass(frozen=True)
class Canaries:
    """What only this person's fields hold, by what the register calls it."""

    person: Person
    of: dict[Detail, tuple[str, ...]]

    def sings(self, text: str) -> set[Detail]:
        """Which of its details stand in a text."""
        return {detail for detail, words in self.of.items() if any(word in text for word in words)}


def plant(w: World, key: str, *, role: str, shown: bool, **board: object) -> Canaries:
    """Somebody with a function, and a canary in each field."""
    through = register.add_person(by=SETUP, name=f"Via{key} Doorgever{key}", call_name=f"Via{key}")
    person = register.add_person(
        by=SETUP,
        name=f"Kanarie{key} Naam{key}",
        call_name=f"Roep{key}",
        phone=f"0999-{len(key)}{sum(key.encode())}",
        way_back="through",
        through=through,
        street=f"Straat{key} 1",
        postal_code=f"PC{key}"[:10],
        town=f"Plaats{key}",
    )
    term = TERMS.get(key)
    seat = register.add_seat(
        by=SETUP,
        person=person,
        role=role,
        from_on=SINCE,
        shown_public=shown,
        term_ends_on=term,
        **board,
    )
    register.add_address(by=SETUP, address=f"eigen-{key}@kanarie.example", person=person)
    register.add_address(by=SETUP, address=f"functie-{key}@kanarie.example", seat=seat)
    said = (term.isoformat(), f"{term.day} januari {term.year}") if term else (NO_TERM,)
    return Canaries(
        person,
        {
            Detail.FUNCTION: (f"Kanarie{key}", f"Naam{key}", f"Roep{key}"),
            Detail.ROLE_MAIL: (f"functie-{key}@kanarie.example",),
            Detail.OWN_MAIL: (f"eigen-{key}@kanarie.example",),
            Detail.PHONE: (person.phone, person.phone.replace("-", "")),
            Detail.TERM: said,
            Detail.POST: (person.street, person.postal_code, person.town),
            Detail.WAY_BACK: (f"Via{key}", f"Doorgever{key}"),
        },
    )


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker) -> Iterator[tuple[World, list[Canaries]]]:
    with django_db_blocker.unblock(), world() as w:
        hijken, elp = w.house.associations["Hijken"], w.house.associations["Elp"]
        canaries = [
            plant(w, "ann", role="treasurer", shown=False, association=hijken),
            plant(w, "els", role="chair", shown=True, association=elp),
            plant(w, "kees", role="board_member", shown=False, association=elp),
            plant(w, "gea", role="treasurer", shown=False),
            plant(w, "wil", role="village_coordinator", shown=False, body=w.house.bodies[COLLEGE]),
        ]  # fmt: skip
        ask_people(by=w.house.actor("geertje"))
        yield w, canaries


@pytest.fixture(autouse=True)
def real(settings) -> None:
    settings.ROOT_URLCONF = Real


def actor_of(w: World, role: str) -> Actor:
    return w.house.actor(PEOPLE[role]) if role != "visitor" else Actor.visitor()


def allowed(actor: Actor, canaries: Canaries) -> set[Detail]:
    """What the table lets this actor see, and so the page of the person as the queries make it."""
    return set(rules.details_of(actor, canaries.person.pk, queries.present_of(canaries.person)))


def addresses(w: World) -> Iterator[tuple[str, str]]:
    """Every address that can be looked at, with what is of the own village and of another in its place."""
    for name, pattern in sorted(REAL.items()):
        if "GET" not in pattern.callback.may_methods or name in BY_LINK:
            continue
        for whose in ("own", "other") if name in THINGS else ("own",):
            yield name, reverse(name, kwargs=THINGS[name](w, whose) if name in THINGS else {})


def text_of(response) -> str:
    """What can be read in an answer, whatever it is packed in."""
    content = response.content
    if response.headers.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    return html.unescape(content.decode("utf-8", "replace")) + response.headers.get("Location", "")


def forbidden(actor: Actor, planted: list[Canaries], text: str) -> list[tuple[str, str]]:
    return [
        (canaries.person.name, detail.value)
        for canaries in planted
        for detail in sorted(canaries.sings(text) - allowed(actor, canaries))
    ]


@pytest.mark.parametrize("role", table.ROLES)
def test_no_page_or_feed_shows_a_role_what_the_table_forbids(planted, role):
    w, canaries = planted
    actor, found, heard = actor_of(w, role), {}, set()
    pages = [*addresses(w), *((f"person {c.person}", f"/mensen/{c.person.public_id}/") for c in canaries)]
    for association in w.house.associations.values():
        pages.append((f"association {association}", f"/verenigingen/{association.pk}/"))
    for name, address in pages:
        cache.clear()
        with undone():  # a page may end a session
            text = text_of(w.browser(role).get(address))
        heard |= {(c.person.pk, detail) for c in canaries for detail in c.sings(text)}
        complaints = forbidden(actor, canaries, text)
        if complaints:
            found[name] = complaints
    assert found == {}
    # And it can hear: what this role may see of whom sits in a board, it does see somewhere.
    wanted = {(c.person.pk, detail) for c in canaries for detail in allowed(actor, c) if detail in c.of}
    without_term = {(c.person.pk, Detail.TERM) for c in canaries if NO_TERM in c.of[Detail.TERM]}
    assert wanted - heard - without_term == set()


@pytest.mark.parametrize("role", table.ROLES)
@pytest.mark.parametrize("name", EXPORTS)
def test_no_file_gives_a_role_what_the_table_forbids(planted, role, name):
    w, canaries = planted
    with undone():
        browser = w.browser(role)
        if role != "visitor":
            session = browser.session
            session[SESSION_SECOND_FACTOR] = dates.now().isoformat()
            session.save()
        text = text_of(browser.post(reverse(name), {"whom": "all"}))
    assert forbidden(actor_of(w, role), canaries, text) == []


def test_no_mail_tells_anybody_what_the_table_forbids(planted):
    w, canaries = planted
    with undone():
        with dates.as_if(dates.now() + timedelta(days=8)):
            digest.send_due(dates.now())
        mails = list(OutboxMessage.objects.all())
        found = {}
        for mail in mails:
            readers = list(people.holders_of(mail.to, dates.today()))
            text = html.unescape(f"{mail.subject}\n{mail.text}\n{mail.html}")
            for reader in readers:
                complaints = forbidden(people.actor_for(reader.pk), canaries, text)
                if complaints:
                    found[mail.subject, mail.to] = complaints
    assert len(mails) >= 10
    assert found == {}


def test_the_link_of_somebody_shows_what_that_person_may_see(planted):
    w, canaries = planted
    with undone():
        mail = OutboxMessage.objects.filter(to="bert@dorp.example", text__contains="/klopt-dit-nog/").latest(
            "id"
        )
        link = re.search(r"/klopt-dit-nog/\w+/", mail.text)[0]
        text = text_of(w.browser("visitor").get(link))
    assert forbidden(w.house.actor("bert"), canaries, text) == []
    assert Detail.FUNCTION in canaries[0].sings(text)


def test_a_canary_that_escapes_is_heard(planted):
    w, canaries = planted
    ann = canaries[0]
    leak = f"<p>{ann.person.phone}</p>"
    assert forbidden(actor_of(w, "visitor"), canaries, leak) == [(ann.person.name, Detail.PHONE.value)]
    assert forbidden(actor_of(w, "board"), canaries, leak) == []


def test_no_line_of_the_journal_holds_a_canary(planted):
    w, canaries = planted
    with undone():
        book.hand_over_seat(
            by=w.house.actor("renske"),
            seat=queries.present_of(canaries[1].person)[0],
            on=dates.today(),
            successor=canaries[0].person,
        )
        lines = "\n".join(Entry.objects.values_list("line", flat=True))
    assert [c.person.name for c in canaries if c.sings(lines)] == []
