"""Two people at the same time, each with a connection of their own."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from naober.decisions import actions
from naober.decisions.actions import AlreadyDecidedError
from naober.decisions.tests.papers import NOW, item, point, take_in
from naober.journal.models import Entry, Line
from naober.kit import dates
from testing.house import build_house

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house():
    with dates.as_if(NOW):
        house = build_house()
        take_in(house, point("4", "Elp", "Hijken", about_all=True))
        return house


def at_once(*acts):
    """Run all at the same moment, each in a thread; the names of what came of them, sorted."""
    came, gate = [], Barrier(len(acts))

    def run(act):
        try:
            gate.wait()
            act()
            came.append("done")
        except AlreadyDecidedError as late:
            came.append(
                f"already by {late.decided.decided_by if hasattr(late.decided, 'decided_by') else '?'}"
            )
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(came)


def by(house, who, act, **what):
    actor = house.actor(who)
    return lambda: act(by=actor, **what)


def announced():
    return Entry.objects.filter(kind__startswith="item_confirmed").count()


def lines():
    return sorted(
        Line.objects.filter(entry__kind__startswith="item_con").values_list("village__name", flat=True)
    )


def test_one_of_two_confirms_and_the_other_learns_who(house):
    same = item()
    came = at_once(*(by(house, who, actions.confirm_item, item=same) for who in ("renske", "geertje")))
    first = Entry.objects.get(kind="item_confirmed").person
    assert came == [f"already by {first}", "done"]
    assert lines() == ["Elp", "Hijken"]


def test_confirming_one_and_all_at_once_tells_no_village_twice(house):
    at_once(
        by(house, "bert", actions.confirm_item, item=item()),
        by(house, "renske", actions.confirm_everywhere, item=item()),
        by(house, "carla", actions.add_village_to_item, item=item(), village=house.villages["Laaghalen"]),
    )
    assert lines() == ["Elp", "Hijken", "Hooghalen", "Laaghalen"]


def test_one_of_two_calls_back(house):
    entry = actions.confirm_item(by=house.actor("renske"), item=item())
    came = at_once(*(by(house, who, actions.call_back, entry=entry) for who in ("renske", "geertje")))
    assert came == ["already by ?", "done"]
    assert Entry.objects.filter(withdraws=entry).count() == 1


def test_two_points_of_one_sitting_are_confirmed_at_once(house):
    take_in(house, point("5", "Elp", title="Brug"), point("6", "Hijken", title="Bomen"))
    came = at_once(*(by(house, "renske", actions.confirm_item, item=item(n)) for n in ("4", "5", "6")))
    assert (came, announced()) == (["done"] * 3, 3)
