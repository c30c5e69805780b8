"""What the tests of whole pages look at: the small house with points of two sittings, and nine people who
look. Made once for a module; every request is rolled back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.core.cache import cache
from django.db import transaction
from django.test import Client

from naober.config.demo import cast
from naober.config.tests.book import LIST, photo
from naober.decisions import actions as decisions
from naober.decisions.models import Concern, Item, Sitting
from naober.decisions.reading import ReadDocument, ReadHeader, ReadItem
from naober.decisions.taking_in import take_in_document
from naober.journal.models import Entry
from naober.kit import dates
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from naober.people.models import Person, PlaceName
from naober.post.models import OutboxMessage
from naober.post.outbox import write_mail
from naober.register import actions as register
from naober.register.checks.actions import ask_people
from naober.register.own_village import actions as own_village
from naober.register.own_village.picture import draw_anew
from naober.register.sheets.taking_in import take_in
from naober.register.sign_in.store import SessionStore, checksum
from testing.house import SETUP, SINCE, House, build_house

PEOPLE = {
    "resident": "resident",
    "board": "bert",
    "other_board": "carla",
    "umbrella_board": "geertje",
    "officer": "renske",
    "coordinator": "dirk",
    "alderman": "alderman",
    "ended": "ended",
}
VILLAGE = {"own": "Hijken", "other": "Elp", "none": "Hijken"}
STATES = ("open", "dismissed", "told", "decided")
NOT_THERE = 999_999


@dataclass(frozen=True)
class World:
    """The house, the points by what was done with them and whose village they name, and open sessions."""

    house: House
    items: dict[tuple[str, str], Item]
    mails: dict[str, OutboxMessage]
    place_names: dict[str, PlaceName]
    sessions: dict[str, str]
    client: Client

    def browser(self, role: str) -> Client:
        """A browser in which that role is signed in; the same one each time, emptied: it is dear to make."""
        self.client.cookies.clear()
        if role in self.sessions:
            self.client.cookies["sessionid"] = self.sessions[role]
        return self.client

    def item_id(self, state: str, whose: str) -> int:
        return NOT_THERE if whose == "none" else self.items[state, whose].pk

    def concern_id(self, whose: str) -> int:
        if whose == "none":
            return NOT_THERE
        return Concern.objects.get(item=self.items["dismissed", whose]).pk

    def entry_id(self, whose: str) -> int:
        if whose == "none":
            return NOT_THERE
        return Entry.objects.get(kind="item_confirmed", subject_id=self.items["told", whose].pk).pk

    def public_id(self, whose: str) -> str:
        return "0" * 32 if whose == "none" else self.mails[whose].public_id

    def place_name_id(self, whose: str) -> int:
        return NOT_THERE if whose == "none" else self.place_names[whose].pk

    def device(self, whose: str) -> str:
        """Where `board` is signed in, or the secretary of Elp."""
        sessions = {"own": self.sessions["board"], "other": self.sessions["of_elp"], "none": "nergens"}
        return checksum(sessions[whose])

    def village_id(self, role: str, whose: str) -> int:
        """The village that a role would point out: its own, or that of the thing."""
        own = {"board": "Hijken", "other_board": "Laaghalen"}
        return self.house.villages[own.get(role, VILLAGE[whose])].pk


@contextmanager
def world() -> Iterator[World]:
    """The world, for as long as the block lasts; nothing of it stays in the database."""
    cache.clear()
    with transaction.atomic():
        house = build_house()
        house.people["ended"] = _whose_function_ended(house)
        _secretary_of_elp(house)
        take_in(by=house.actor("geertje"), content=LIST.encode())
        ask_people(by=house.actor("geertje"))
        items = _points(house)
        mails = {whose: _mail(number) for number, whose in enumerate(("own", "other"))}
        _keep_villages(house)
        _let_the_cast_of_the_demo_in()
        sessions = {role: _signed_in(house.people[name]) for role, name in PEOPLE.items()}
        sessions["of_elp"] = _signed_in(Person.objects.get(addresses__address="wietske@dorp.example"))
        yield World(house, items, mails, _place_names(house), sessions, Client())
        transaction.set_rollback(True)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside is as if it never did."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _whose_function_ended(house: House) -> Person:
    person = register.add_person(by=SETUP, name="Willem Kuipers", call_name="Willem")
    seat = register.add_seat(
        by=SETUP, person=person, role="treasurer", from_on=SINCE, association=house.associations["Hijken"]
    )
    register.add_address(by=SETUP, address="ended@dorp.example", person=person)
    register.end_seat(by=house.actor("renske"), seat=seat, until_on=dates.today())
    return person


def _secretary_of_elp(house: House) -> None:
    """Somebody of a board that is nobody's here."""
    person = register.add_person(by=SETUP, name="Wietske Kamps", call_name="Wietske")
    elp = house.associations["Elp"]
    register.add_seat(by=SETUP, person=person, role="secretary", from_on=SINCE, association=elp)
    register.add_address(by=SETUP, address="wietske@dorp.example", person=person)


def _keep_villages(house: House) -> None:
    """A date, a text and a quiet week of each village."""
    for whose in ("own", "other"):
        village = house.villages[VILLAGE[whose]]
        on = dates.today() + timedelta(days=30)
        own_village.add_date(by=house.actor("renske"), village=village, on=on, title="Feest")
        own_village.write_text(by=house.actor("renske"), village=village, text="Een dorp", after=0)
        own_village.say_quiet(by=house.actor("renske"), village=village)
        drawn = draw_anew(photo().read())
        own_village.set_photo(by=house.actor("renske"), village=village, picture=drawn, alt="De brink")


def _place_names(house: House) -> dict[str, PlaceName]:
    return {
        whose: register.add_place_name(
            by=SETUP, village=house.villages[VILLAGE[whose]], kind="landmark", text=f"Groote {whose} veld"
        )
        for whose in ("own", "other")
    }


def _points(house: House) -> dict[tuple[str, str], Item]:
    """A point of each state about the own village and about another, in a sitting each."""
    points = {}
    for number, whose in enumerate(("own", "other")):
        village = VILLAGE[whose]
        read = tuple(_read(n, state, village) for n, state in enumerate(STATES, start=1))
        sitting = take_in_document(
            by=SETUP,
            body=house.bodies["Gemeenteraad"],
            on=date(2026, 11, 3) + timedelta(days=number),
            starts_at=None,
            read=ReadDocument(ReadHeader(None, None, None, None, None, "agenda"), read, ()),
        )
        for item, state in zip(sitting.items.order_by("position"), STATES, strict=True):
            points[state, whose] = item
        officer = house.actor("renske")
        decisions.dismiss_item(by=officer, item=points["dismissed", whose])
        decisions.confirm_item(by=officer, item=points["told", whose])
        decisions.confirm_item(by=officer, item=points["decided", whose])
        _decide(house, sitting, village)
    return points


def _decide(house: House, sitting: Sitting, village: str) -> None:
    """The list of decisions of a sitting that villages heard of when it was an agenda."""
    take_in_document(
        by=SETUP,
        body=sitting.body,
        on=sitting.on,
        starts_at=None,
        read=ReadDocument(
            ReadHeader(None, None, None, None, None, "decisions"),
            (replace(_read(4, "decided", village), decision="De weg wordt gemaakt.", outcome="aangenomen"),),
            (),
        ),
    )


def _read(number: int, state: str, village: str) -> ReadItem:
    return ReadItem(
        number=str(number),
        title=f"De weg in {village}",
        text="",
        start=0,
        end=0,
        villages=(village,),
        all_villages=state == "open",
        all_villages_quote="alle dorpen" if state == "open" else "",
    )


def _mail(number: int) -> OutboxMessage:
    return write_mail(
        to="bert@dorp.example", subject=f"Brief {number}", text="Dag", html="<p>Dag</p>", area="journal"
    )


def _let_the_cast_of_the_demo_in() -> None:
    for player in cast.CAST[:2]:
        person = register.add_person(by=SETUP, name=player.name, call_name=player.key)
        register.add_address(by=SETUP, address=player.mail, person=person)


def _signed_in(person: Person) -> str:
    """The key of a session in which this person signed in by their own address."""
    account = people.account_for(person.addresses.get().address)
    session = SessionStore()
    session["_auth_user_id"] = str(account.pk)
    session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    session["_auth_user_hash"] = account.get_session_auth_hash()
    session[SESSION_PERSON] = person.pk
    session.create()
    return session.session_key
