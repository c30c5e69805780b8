"""What the tables themselves refuse, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from naober.kit import guard
from naober.kit.guard import WriteOutsideActionError
from naober.people.models import MailAddress, Membership, Person, PlaceName, Seat, Umbrella, Village
from testing.house import SINCE, build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return build_house()


def refused_by(model, **fields):
    """The name of the constraint that refuses such a row."""
    with guard.opened("test"), pytest.raises(IntegrityError) as error, transaction.atomic():
        model.objects.create(**fields)
    return str(error.value)


def test_there_is_one_dorpenoverleg(house):
    assert "one_umbrella" in refused_by(Umbrella, pk=2, name="Nog een")


def test_a_village_has_one_association_at_a_time(house):
    elp, hijken = house.villages["Elp"], house.associations["Hijken"]
    message = refused_by(Membership, village=elp, association=hijken, from_on=SINCE)
    assert "one_association_per_village" in message or "people_membership.village_id" in message


def test_a_membership_ends_after_it_began(house):
    fields = {"village": house.villages["Beilen"], "association": house.associations["Elp"]}
    days = {"from_on": date(2026, 2, 1), "until_on": date(2026, 1, 31)}
    assert "membership_days" in refused_by(Membership, **fields, **days)


def test_a_seat_ends_after_it_began(house):
    days = {"from_on": date(2026, 2, 1), "until_on": date(2026, 1, 31)}
    assert "seat_days" in refused_by(Seat, person=house.people["bert"], role="chair", **days)


def test_a_seat_is_of_an_association_or_of_a_body(house):
    both = {"association": house.associations["Elp"], "body": house.bodies["Gemeenteraad"]}
    message = refused_by(Seat, person=house.people["bert"], role="chair", from_on=SINCE, **both)
    assert "seat_of_one_board" in message


@pytest.mark.parametrize("kind", ["personal", "role", "shared"])
def test_an_address_has_the_holder_that_its_kind_says(house, kind):
    assert "address_of_one_holder" in refused_by(MailAddress, kind=kind, address="a@dorp.example")


def test_an_address_is_in_lower_case(house):
    fields = {"kind": "personal", "address": "A@dorp.example", "person": house.people["bert"]}
    assert "address_in_lower_case" in refused_by(MailAddress, **fields)


def test_who_wants_to_be_called_has_a_number(house):
    assert "phone_when_way_back" in refused_by(Person, name="Jan", call_name="Jan", way_back="phone")


def test_residents_come_with_year_and_source(house):
    fields = {"municipality": house.municipality, "name": "Nieuw", "slug": "nieuw", "kind": "village"}
    message = refused_by(Village, **fields, residents=80)
    assert "residents_with_year_and_source" in message


def test_a_name_stands_once_at_a_village(house):
    elp = house.villages["Elp"]
    with guard.opened("test"):
        PlaceName.objects.create(village=elp, kind="road", text="Zuideresch")
    message = refused_by(PlaceName, village=elp, kind="club", text="Zuideresch")
    assert "unique_place_name" in message or "people_placename.text" in message


def test_no_table_of_people_is_written_outside_an_action(house):
    with pytest.raises(WriteOutsideActionError):
        Person.objects.create(name="Jan", call_name="Jan")
    with pytest.raises(WriteOutsideActionError):
        Seat.objects.update(until_on=SINCE)
    with pytest.raises(WriteOutsideActionError):
        Membership.objects.all()._raw_delete("default")
