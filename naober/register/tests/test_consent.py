"""What somebody agreed to: by themselves or written down for them, and gone in one press."""

from datetime import datetime

import pytest
import time_machine
from django.test import Client

from naober.journal.action import NotAllowedError
from naober.kit import dates
from naober.people import queries as people
from naober.people.actor import Channel
from naober.people.models import Person, Seat
from naober.register import actions
from naober.register.book import actions as book
from naober.register.book import rules as seeing
from naober.register.book.rules import Detail
from naober.register.models import Consent
from naober.register.privacy.agreeing import agree, take_back
from naober.register.tests.hands import page
from testing.house import SETUP

pytestmark = pytest.mark.django_db
WEBSITE, PHONE, PHOTO = Consent.What.WEBSITE, Consent.What.PHONE, Consent.What.PHOTO


def told(person: Person) -> list[tuple[str, str, str]]:
    rows = Consent.objects.filter(person=person).order_by("id")
    return [(row.what, row.channel, row.withdrawn_channel) for row in rows]


def test_agreeing_shows_a_name_at_once_and_taking_back_hides_it(house):
    bert = house.people["bert"]
    assert "Bert Oosting" not in page(Client(), "/dorpen/hijken/")
    agree(by=house.actor("bert"), person=bert, what=WEBSITE)
    assert "Bert Oosting" in page(Client(), "/dorpen/hijken/")
    assert "Bert Oosting" in page(Client(), "/wie-is-wie/")
    take_back(by=house.actor("bert"), person=bert, what=WEBSITE)
    assert "Bert Oosting" not in page(Client(), "/dorpen/hijken/")
    assert "Bert Oosting" not in page(Client(), "/wie-is-wie/")
    assert told(bert) == [("website", "web", "web")]


def test_what_was_said_by_telephone_is_kept_with_who_wrote_it_down_and_when(house):
    bert = house.people["bert"]
    with time_machine.travel("2026-11-24 09:00:00Z", tick=False):
        agree(by=house.actor("renske").by(Channel.PHONE), person=bert, what=PHOTO)
    row = Consent.objects.get()
    assert (row.channel, row.entered_by.name, row.withdrawn_at) == ("phone", "Renske Dekker", None)
    assert row.given_at == datetime(2026, 11, 24, 9, tzinfo=dates.now().tzinfo)


def test_twice_is_once_and_what_was_taken_back_may_be_given_again(house):
    bert, by = house.people["bert"], house.actor("bert")
    for step in (agree, agree, take_back, take_back, agree):
        step(by=by, person=bert, what=PHOTO)
    assert told(bert) == [("photo", "web", "web"), ("photo", "web", "")]


def test_a_number_is_for_other_boards_until_its_owner_says_no(house):
    bert, carla = house.people["bert"], house.actor("carla")
    book.change_person(by=house.actor("bert"), person=bert, version=bert.version, phone="0593 11 22 33")

    def seen_by(actor) -> bool:
        seats = people.present_seats(bert.pk, dates.today())
        return Detail.PHONE in seeing.details_of(actor, bert.pk, seats)

    assert seen_by(carla)
    take_back(by=house.actor("bert"), person=bert, what=PHONE)
    assert [seen_by(carla), seen_by(house.actor("dirk"))] == [False, False]
    assert [seen_by(house.actor("bert")), seen_by(house.actor("renske"))] == [True, True]
    agree(by=house.actor("bert"), person=bert, what=PHONE)
    assert seen_by(carla)


@pytest.mark.parametrize("who", ["carla", "dirk", "resident"])
def test_nobody_agrees_for_another(house, who):
    for step in (agree, take_back):
        with pytest.raises(NotAllowedError):
            step(by=house.actor(who), person=house.people["bert"], what=WEBSITE)


def test_a_tick_at_a_function_is_written_down_as_well(house):
    officer, resident = house.actor("renske"), house.people["resident"]
    elp = house.associations["Elp"]
    seat = book.seat_somebody(
        by=officer, association=elp, somebody=resident, role="chair", from_on=dates.today(), shown_public=True
    )
    assert told(resident) == [("website", "web", "")]
    book.change_seat(by=officer, seat=seat, term_ends_on=None, shown_public=False)
    assert told(resident) == [("website", "web", "web")]


def test_taking_back_counts_for_every_function(house):
    bert = house.people["bert"]
    for name in ("Elp", "Hijken"):
        actions.add_seat(
            by=SETUP,
            person=bert,
            role="contact",
            from_on=dates.today(),
            association=house.associations[name],
            shown_public=True,
        )
    take_back(by=house.actor("bert"), person=bert, what=WEBSITE)
    assert Seat.objects.filter(person=bert, shown_public=True).count() == 0
