"""A paper becomes a sitting with points; a later paper keeps what points are and what people decided."""

from datetime import timedelta

import pytest
from django.test import Client

from naober.decisions import actions
from naober.decisions.models import Concern, Document, Item, ItemText, Sitting
from naober.decisions.reading import Reason
from naober.decisions.tests.papers import BODY, NOW, ON, item, point, states, take_in
from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.kit import dates
from naober.kit.area import subject_url
from naober.people.actor import Actor
from testing.house import build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    with dates.as_if(NOW):
        yield build_house()


def test_a_first_paper_makes_a_sitting(house):
    sitting = take_in(house, point("4", "Elp"), starts_at=NOW + timedelta(days=3))
    assert (sitting.body, sitting.on, sitting.slug) == (
        house.bodies[BODY], ON, "commissie-ruimte-en-groen-2026-11-26")  # fmt: skip
    assert Sitting.objects.get().starts_at == NOW + timedelta(days=3)
    entry = Entry.objects.latest("id")
    assert (entry.line, entry.audience) == (
        "Agenda gelezen: Commissie Ruimte en Groen, donderdag 26 november 2026", "public")  # fmt: skip
    leads_to = subject_url(entry.area, entry.subject_id)
    assert leads_to == f"/besluiten/zitting/{Sitting.objects.get().pk}/"
    assert Client().get(leads_to)["Location"] == f"/besluiten/{Sitting.objects.get().slug}/"


def test_a_second_paper_is_a_version_and_its_points_are_the_same_points(house):
    take_in(house, point("4", "Elp", title="Wegen"), point("5"), starts_at=NOW)
    before = {i.number: i.pk for i in Item.objects.all()}
    take_in(house, point("5"), point("4", "Elp", title="Wegen, nader"), phase="decisions")
    assert {i.number: i.pk for i in Item.objects.all()} == before
    assert list(Document.objects.values_list("version", "kind")) == [(1, "agenda"), (2, "decisions")]
    assert (item().title, item().position, ItemText.objects.filter(item=item()).count()) == (
        "Wegen, nader", 1, 2)  # fmt: skip
    assert Sitting.objects.get().starts_at == NOW


def test_a_point_put_in_between_moves_no_village_to_another_point(house):
    take_in(house, point("3", "Elp", title="Nieuwe brug"), point("4", title="Rondvraag"), starts_at=NOW)
    bridge = Item.objects.get(number="3").pk
    take_in(
        house,
        point("3", title="Speelplek"),
        point("4", "Elp", title="Nieuwe brug"),
        point("5", title="Rondvraag"),
    )
    assert Item.objects.get(pk=bridge).number == "4"
    assert [c.item_id for c in Concern.objects.all()] == [bridge]


def test_another_body_or_day_is_another_sitting(house):
    take_in(house, point("4"))
    take_in(house, point("4"), on=ON + timedelta(days=7))
    take_in(house, point("4"), body="Gemeenteraad")
    assert (Sitting.objects.count(), Item.objects.count()) == (3, 3)


def test_numbers_that_repeat_are_points_of_their_own_in_every_version(house):
    for _ in range(2):
        take_in(
            house, point("1", title="Opening"), point("1", "Elp", title="Wegen"), point("1", title="Slot")
        )
    found = Item.objects.order_by("position").values_list("stable_key", "title")
    assert list(found) == [("nr 1", "Opening"), ("nr 1 (2)", "Wegen"), ("nr 1 (3)", "Slot")]


def test_points_without_a_number_are_known_by_their_title(house):
    take_in(house, point(None, title="Wegen"), point(None, "Elp", title="Groen"))
    take_in(house, point(None, "Elp", title="Groen!"), point(None, title="Wegen"))
    assert sorted(Item.objects.values_list("stable_key", flat=True)) == ["groen", "wegen"]


def test_villages_with_a_member_are_proposed_with_their_quote(house):
    take_in(house, point("4", "Elp", "Beilen", "Nergens", confidence={"Elp": 0.9}))
    concern = Concern.objects.get()
    assert (concern.village.name, concern.quote, concern.state, concern.found_by, concern.confidence) == (
        "Elp", "de weg door Elp", "proposed", "reader", 0.9)  # fmt: skip


def test_the_first_quote_of_a_village_counts_and_fits(house):
    reasons = (Reason("Elp", "Elp " * 100, "naam"), Reason("Elp", "later", "naam"))
    take_in(house, point("4", "Elp", reasons=reasons))
    assert Concern.objects.get().quote == ("Elp " * 100)[:300]


@pytest.mark.parametrize(
    ("act", "state"), [(actions.confirm_item, "confirmed"), (actions.dismiss_item, "dismissed")]
)
def test_what_a_person_decided_is_never_reset(house, act, state):
    take_in(house, point("4", "Elp"))
    act(by=house.actor("renske"), item=item())
    take_in(house, point("4", "Elp", "Hijken"))
    assert states() == {"Elp": state, "Hijken": "proposed"}
    assert Concern.objects.get(village=house.villages["Elp"]).decided_by == house.people["renske"]


def test_all_villages_is_proposed_once_and_not_after_a_person_said_no(house):
    take_in(house, point("4", about_all=True))
    assert (item().everywhere, item().everywhere_quote) == ("proposed", "in alle dorpen")
    actions.dismiss_everywhere(by=house.actor("renske"), item=item())
    take_in(house, point("4", about_all=True))
    assert item().everywhere == "dismissed"


def test_a_later_paper_that_says_less_takes_no_proposal_away(house):
    take_in(house, point("4", "Elp", about_all=True))
    take_in(house, point("4"))
    assert (states(), item().everywhere) == ({"Elp": "proposed"}, "proposed")


@pytest.mark.parametrize("who", ["visitor", "bert", "dirk"])
def test_papers_are_taken_in_by_the_umbrella_and_the_intake(house, who, monkeypatch):
    monkeypatch.setattr(Actor, "machine", lambda name: house.actor(who))
    with pytest.raises(NotAllowedError):
        take_in(house, point("4", "Elp"))
    assert Sitting.objects.count() == 0
