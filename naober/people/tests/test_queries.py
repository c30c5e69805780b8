"""Who holds which seat, who speaks for what, and who is behind an address, on a day."""

from datetime import date, timedelta

import pytest

from naober.kit import dates
from naober.people import queries
from naober.people.models import Person
from testing.house import SETUP, SINCE, build_house, register

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


@pytest.fixture
def house():
    return build_house()


def names(villages):
    return [village.name for village in villages]


def village_ids(house, *wanted):
    return {house.villages[name].pk for name in wanted}


def test_a_seat_holds_from_its_first_day_until_its_last(house):
    seat = house.seat("bert")
    register.end_seat(by=house.actor("renske"), seat=seat, until_on=DAY)
    days = [SINCE - timedelta(1), SINCE, DAY - timedelta(1), DAY]
    assert [len(queries.present_seats(seat.person_id, day)) for day in days] == [0, 1, 1, 0]


def test_a_seat_knows_all_villages_of_its_association(house):
    (seat,) = queries.present_seats(house.people["carla"].pk, DAY)
    assert seat.village_ids == village_ids(house, "Hooghalen", "Laaghalen")


def test_a_seat_knows_only_the_villages_of_that_day(house):
    membership = house.villages["Laaghalen"].memberships.get()
    register.end_membership(by=house.actor("renske"), membership=membership, until_on=DAY)
    (before,) = queries.present_seats(house.people["carla"].pk, DAY - timedelta(1))
    (after,) = queries.present_seats(house.people["carla"].pk, DAY)
    assert before.village_ids == village_ids(house, "Hooghalen", "Laaghalen")
    assert after.village_ids == village_ids(house, "Hooghalen")


def test_an_actor_speaks_for_the_villages_of_its_seats(house):
    bert = house.people["bert"]
    register.add_seat(
        by=SETUP, person=bert, role="chair", from_on=SINCE, association=house.associations["Elp"]
    )
    actor = queries.actor_for(bert.pk)
    assert actor.villages == village_ids(house, "Hijken", "Elp")
    assert (len(actor.seats), actor.seat, actor.on_behalf_of) == (
        2, house.seat("bert"), house.associations["Hijken"])  # fmt: skip


def test_a_guest_speaks_for_no_village(house):
    guests = register.add_association(by=SETUP, name="Gasten", short_name="Gasten", kind="guest")
    register.add_membership(by=SETUP, association=guests, village=house.villages["Beilen"], from_on=SINCE)
    resident = house.people["resident"]
    register.add_seat(by=SETUP, person=resident, role="chair", from_on=SINCE, association=guests)
    actor = queries.actor_for(resident.pk)
    assert (actor.villages, actor.is_member_board) == (frozenset(), False)
    assert list(queries.seated_for(village_ids(house, "Beilen"), dates.today())) == []


@pytest.mark.parametrize(
    ("who", "what"),
    [
        ("visitor", []),
        ("resident", ["is_known"]),
        ("bert", ["is_known", "is_member_board"]),
        ("geertje", ["is_known", "is_umbrella_board", "works_for_umbrella"]),
        ("renske", ["is_known", "is_officer", "works_for_umbrella"]),
        ("dirk", ["is_known", "is_across_the_table"]),
        ("alderman", ["is_known", "is_across_the_table"]),
    ],
)
def test_what_each_of_the_cast_is(house, who, what):
    all_of_it = ("is_known", "is_officer", "is_umbrella_board", "works_for_umbrella", "is_member_board",
                 "is_across_the_table")  # fmt: skip
    actor = house.actor(who)
    assert [name for name in all_of_it if getattr(actor, name)] == sorted(what, key=all_of_it.index)


def test_an_actor_says_who_acts_as_what(house):
    labels = [house.actor(who).label for who in ("visitor", "resident", "bert")]
    assert labels == ["", "Annemieke Bos", "Bert Oosting, secretaris"]


def test_nobody_is_an_actor(house):
    with pytest.raises(Person.DoesNotExist):
        queries.actor_for(0)


# --- addresses ---------------------------------------------------------------------------------------


def holders(address, day=DAY):
    return [person.name for person in queries.holders_of(address, day)]


def test_behind_a_personal_address_is_its_person(house):
    assert holders("BERT@dorp.example") == ["Bert Oosting"]
    assert holders("nobody@dorp.example") == []


def test_a_couple_may_share_an_address(house):
    register.add_address(by=SETUP, address="bert@dorp.example", person=house.people["resident"])
    assert holders("bert@dorp.example") == ["Annemieke Bos", "Bert Oosting"]


def test_behind_the_address_of_a_function_is_who_holds_it_that_day(house):
    register.add_address(by=SETUP, address="secretaris@hijken.example", seat=house.seat("bert"))
    register.end_seat(by=house.actor("renske"), seat=house.seat("bert"), until_on=DAY)
    assert holders("secretaris@hijken.example", DAY - timedelta(1)) == ["Bert Oosting"]
    assert holders("secretaris@hijken.example", DAY) == []


def test_behind_a_shared_address_is_the_whole_board(house):
    hijken = house.associations["Hijken"]
    register.add_seat(
        by=SETUP, person=house.people["resident"], role="chair", from_on=SINCE, association=hijken
    )
    register.add_address(by=SETUP, address="info@hijken.example", association=hijken)
    assert holders("info@hijken.example") == ["Annemieke Bos", "Bert Oosting"]


def test_mail_goes_to_the_own_address_then_the_function_then_the_board(house):
    jan = register.add_person(by=SETUP, name="Jan Tol", call_name="Jan")
    hijken = house.associations["Hijken"]
    seat = register.add_seat(by=SETUP, person=jan, role="chair", from_on=SINCE, association=hijken)
    found = [queries.mail_address_of(jan.pk, DAY)]
    for address, holder in (("bestuur@", {"association": hijken}), ("voorzitter@", {"seat": seat}),
                            ("jan@", {"person": jan})):  # fmt: skip
        register.add_address(by=SETUP, address=f"{address}hijken.example", **holder)
        found.append(queries.mail_address_of(jan.pk, DAY))
    assert found == ["", "bestuur@hijken.example", "voorzitter@hijken.example", "jan@hijken.example"]


def test_an_account_is_found_whatever_the_capitals(house):
    assert queries.account_for("Bert@Dorp.Example").address == "bert@dorp.example"
    assert queries.account_for("nobody@dorp.example") is None


# --- villages ------------------------------------------------------------------------------------------


def test_all_villages_are_those_that_a_member_speaks_for(house):
    assert names(queries.member_villages(DAY)) == ["Elp", "Hijken", "Hooghalen", "Laaghalen"]


def test_a_village_between_two_associations_counts_once(house):
    elp = house.villages["Elp"]
    register.end_membership(by=house.actor("renske"), membership=elp.memberships.get(), until_on=DAY)
    register.add_membership(
        by=SETUP, association=house.associations["Hijken"], village=elp, from_on=DAY - timedelta(30)
    )
    assert names(queries.member_villages(DAY - timedelta(1))) == ["Elp", "Hijken", "Hooghalen", "Laaghalen"]


def test_those_seated_for_a_village_are_its_board(house):
    seated = queries.seated_for(village_ids(house, "Laaghalen"), DAY)
    assert [seat.person.name for seat in seated] == ["Carla Venema"]
