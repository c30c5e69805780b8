"""Every change of the register writes its entry, and is refused to who does not keep it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from naober.journal.action import NotAllowedError
from naober.journal.models import Entry, Notice
from naober.people.actor import Actor
from naober.people.models import Account, Membership, PlaceName, Seat, Village
from naober.register import actions, rules
from testing.house import SINCE, build_house

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)

# What each action needs, and the entry it leaves: (action, arguments, kind, line).
CHANGES = [
    ("add_municipality", lambda h: {"name": "Aa en Hunze", "bodies": [("council", "Raad")]},
     "municipality_added", "De gemeente Aa en Hunze staat in het register"),
    ("add_village", lambda h: {"municipality": h.municipality, "name": "Spier", "kind": "village"},
     "village_added", "Spier staat in het register"),
    ("add_association", lambda h: {"name": "Dorpsbelang Spier", "short_name": "Spier"},
     "association_added", "Dorpsbelang Spier staat in het register"),
    ("add_membership",
     lambda h: {"association": h.associations["Elp"], "village": h.villages["Beilen"], "from_on": SINCE},
     "membership_began", "Dorpsbelangen Elp spreekt voor Beilen"),
    ("end_membership", lambda h: {"membership": h.villages["Elp"].memberships.get(), "until_on": DAY},
     "membership_ended", "Dorpsbelangen Elp spreekt niet meer voor Elp"),
    ("add_person", lambda h: {"name": "Jan Tol", "call_name": "Jan"},
     "person_added", "Iemand kwam in het register"),
    ("add_address", lambda h: {"address": "Jan@Dorp.example", "person": h.people["bert"]},
     "address_added", "Een mailadres kwam in het register"),
    ("add_theme", lambda h: {"code": "wonen", "name": "Wonen"}, "theme_added", "Het thema Wonen staat klaar"),
    ("add_seat", lambda h: {"person": h.people["resident"], "role": "treasurer", "from_on": SINCE},
     "seat_began", "Nieuw: penningmeester van het dorpenoverleg"),
    ("end_seat", lambda h: {"seat": h.seat("carla"), "until_on": DAY},
     "seat_ended", "Gestopt: voorzitter van Dorpsbelangen Hooghalen"),
]  # fmt: skip


@pytest.fixture
def house():
    return build_house()


@pytest.mark.parametrize(("name", "arguments", "kind", "line"), CHANGES)
def test_each_change_leaves_one_entry_by_who_did_it(house, name, arguments, kind, line):
    before = Entry.objects.count()
    getattr(actions, name)(by=house.actor("renske"), **arguments(house))
    entry = Entry.objects.latest("id")
    assert Entry.objects.count() == before + 1
    assert (entry.kind, entry.line, entry.person, entry.area) == (
        kind, line, house.people["renske"], "register")  # fmt: skip
    assert Notice.objects.count() == 0


@pytest.mark.parametrize(("name", "arguments", "kind", "line"), CHANGES)
def test_each_change_is_refused_to_who_does_not_keep_the_register(house, name, arguments, kind, line):
    before = Entry.objects.count()
    for who in ("visitor", "resident", "bert", "dirk"):
        with pytest.raises(NotAllowedError):
            getattr(actions, name)(by=house.actor(who), **arguments(house))
    with pytest.raises(NotAllowedError):
        getattr(actions, name)(by=Actor.machine("intake"), **arguments(house))
    assert Entry.objects.count() == before


def test_the_machine_that_founds_ends_nothing(house):
    with pytest.raises(NotAllowedError):
        actions.end_seat(by=Actor.machine("setup"), seat=house.seat("bert"), until_on=DAY)
    assert house.seat("bert").until_on is None


def test_no_line_names_a_person(house):
    lines = " ".join(Entry.objects.values_list("line", flat=True))
    names = [name for person in house.people.values() for name in person.name.split()]
    assert [name for name in names if name in lines] == []


def test_a_dorpenoverleg_is_founded_once(house):
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.found_umbrella(by=house.actor("renske"), name="Nog een")


def test_the_villages_of_a_board_read_that_it_changed_and_their_boards_alone(house):
    actions.end_seat(by=house.actor("renske"), seat=house.seat("carla"), until_on=DAY)
    entry = Entry.objects.latest("id")
    assert entry.audience == "village"
    assert sorted(entry.lines.values_list("village__name", "reason")) == [
        (name, "Omdat Dorpsbelangen Hooghalen voor dit dorp spreekt.") for name in ("Hooghalen", "Laaghalen")
    ]


def test_a_change_at_the_municipality_is_for_the_table(house):
    actions.end_seat(by=house.actor("renske"), seat=house.seat("dirk"), until_on=DAY)
    entry = Entry.objects.latest("id")
    assert (entry.audience, entry.lines.count()) == ("table", 0)


def test_a_village_comes_with_its_other_names_and_a_free_address(house):
    names = [PlaceName(kind="other", text="Hieken"), PlaceName(kind="road", text="Oude Esch")]
    municipality = actions.add_municipality(by=house.actor("renske"), name="Elders", bodies=[])
    village = actions.add_village(
        by=house.actor("renske"), municipality=municipality, name="Hijken", names=names, kind="hamlet"
    )
    assert (village.slug, Village.objects.filter(name="Hijken").count()) == ("hijken-2", 2)
    assert sorted(village.place_names.values_list("text", flat=True)) == ["Hieken", "Oude Esch"]


def test_an_address_signs_in_once_it_is_known_in_lower_case(house):
    for holder in ({"person": house.people["bert"]}, {"association": house.associations["Hijken"]}):
        actions.add_address(by=house.actor("renske"), address=" Info@Hijken.example ", **holder)
    assert Account.objects.filter(address="info@hijken.example").count() == 1


def test_an_address_has_one_holder(house):
    both = {"person": house.people["bert"], "association": house.associations["Hijken"]}
    for holders in ({}, both):
        with pytest.raises(IntegrityError), transaction.atomic():
            actions.add_address(by=house.actor("renske"), address="x@hijken.example", **holders)
    assert Account.objects.filter(address="x@hijken.example").count() == 0


def test_what_ends_keeps_its_beginning(house):
    actions.end_seat(by=house.actor("renske"), seat=house.seat("bert"), until_on=DAY)
    membership = house.villages["Elp"].memberships.get()
    actions.end_membership(by=house.actor("renske"), membership=membership, until_on=DAY)
    rows = [Seat.objects.get(pk=house.seat("bert").pk), Membership.objects.get(pk=membership.pk)]
    assert [(row.from_on, row.until_on) for row in rows] == [(SINCE, DAY)] * 2


def test_what_ended_ends_no_second_time(house):
    membership = house.villages["Elp"].memberships.get()
    later = date(2027, 3, 1)
    for end, row in ((actions.end_seat, {"seat": house.seat("bert")}),
                     (actions.end_membership, {"membership": membership})):  # fmt: skip
        end(by=house.actor("renske"), until_on=DAY, **row)
        before = Entry.objects.count()
        with pytest.raises(actions.AlreadyEndedError) as refused:
            end(by=house.actor("geertje"), until_on=later, **row)
        assert (refused.value.until_on, Entry.objects.count()) == (DAY, before)
    days = [
        Seat.objects.get(pk=house.seat("bert").pk).until_on,
        Membership.objects.get(pk=membership.pk).until_on,
    ]
    assert days == [DAY, DAY]


def test_a_secretary_keeps_the_own_board_and_no_other(house):
    bert = house.actor("bert")
    seat = actions.add_seat(
        by=bert, person=house.people["resident"], role="treasurer", from_on=SINCE,
        association=house.associations["Hijken"], term_ends_on=DAY,
    )  # fmt: skip
    actions.end_seat(by=bert, seat=seat, until_on=DAY)
    assert (Seat.objects.get(pk=seat.pk).until_on, seat.term_ends_on) == (DAY, DAY)
    with pytest.raises(NotAllowedError):
        actions.add_seat(by=bert, person=house.people["bert"], role="chair", from_on=SINCE)
    with pytest.raises(NotAllowedError):
        actions.end_seat(by=house.actor("resident"), seat=house.seat("bert"), until_on=DAY)


def test_a_member_of_a_large_place_needs_a_decision_of_the_board(house):
    village = actions.add_village(
        by=house.actor("renske"), municipality=house.municipality, name="Smilde", kind="village",
        residents=3000, residents_year=2025, residents_source="CBS",
    )  # fmt: skip
    asked = {"association": house.associations["Elp"], "village": village, "from_on": SINCE}
    with pytest.raises(actions.TooLargeError):
        actions.add_membership(by=house.actor("renske"), **asked)
    assert actions.add_membership(by=house.actor("renske"), agreed_on=DAY, **asked).agreed_on == DAY


@pytest.mark.parametrize(("residents", "large"), [(None, False), (2999, False), (3000, True)])
def test_the_test_of_three_thousand(residents, large):
    assert rules.is_too_large(Village(residents=residents)) == large
