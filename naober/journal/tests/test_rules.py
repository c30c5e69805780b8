"""Who sees which audience: every audience for each of the cast."""

import pytest

from naober.journal import rules
from naober.journal.models import Audience
from testing.house import build_house

GENERAL = {
    "visitor": {"public"},
    "resident": {"public"},
    "bert": {"public", "members", "table"},
    "dirk": {"public", "table"},
    "alderman": {"public", "table"},
    "geertje": {"public", "members", "table", "village", "board"},
    "renske": {"public", "members", "table", "village", "board"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("who", GENERAL)
def test_the_audiences_of_each_reader(who):
    house = build_house()
    actor = house.actor(who)
    assert rules.audiences(actor) == GENERAL[who]
    assert rules.audiences(actor, house.villages["Elp"].pk) == GENERAL[who]
    own = {"village"} if who == "bert" else set()
    assert rules.audiences(actor, house.villages["Hijken"].pk) == GENERAL[who] | own


@pytest.mark.django_db
def test_named_people_see_what_is_kept_to_them_and_nobody_else_does():
    house = build_house()
    for who in GENERAL:
        assert rules.may_see(house.actor(who), "named", set()) is False
        assert rules.may_see(house.actor(who), "named", set(), named=True) is True


@pytest.mark.django_db
def test_one_own_village_among_those_of_an_entry_is_enough():
    house = build_house()
    villages = {house.villages[name].pk for name in ("Elp", "Hijken")}
    assert [rules.may_see(house.actor(who), "village", villages) for who in ("bert", "carla")] == [
        True,
        False,
    ]


def test_each_audience_is_narrower_than_those_before_it():
    scale = (Audience.PUBLIC, Audience.TABLE, Audience.MEMBERS, Audience.VILLAGE, Audience.BOARD)
    narrower = [(a, b) for a in scale for b in scale if rules.is_narrower(a, b)]
    assert narrower == [(a, b) for n, a in enumerate(scale) for b in scale[:n]]
    assert [rules.is_narrower(Audience.NAMED, a) for a in Audience] == [True] * 6
    assert [rules.is_narrower(a, Audience.NAMED) for a in scale] == [False] * 5
