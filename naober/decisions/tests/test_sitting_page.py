"""What one reader sees on the page of a meeting, and no more than that."""

from datetime import timedelta

import pytest

from naober.decisions import actions, queries
from naober.decisions.intake import take_in_paste
from naober.decisions.models import Item
from naober.kit import dates
from testing.house import build_house

pytestmark = pytest.mark.django_db

PAPER = """Gemeenteraad Midden-Drenthe
donderdag 26 november 2026
19:30 - 22:00
1
Opening
2
Nieuwe bank bij de vijver
De buurt in Elp timmert een bank bij de vijver.
3
Wandelpad
De paden in Hijken en Hooghalen worden gemaaid.
"""


@pytest.fixture
def house():
    return build_house()


@pytest.fixture
def sitting(house):
    return take_in_paste(by=house.actor("renske"), text=PAPER).sitting


def item(number):
    return queries.item_by_id(Item.objects.get(number=number).pk)


def told_for(actor, sitting):
    """Per checked point who it was told to, and whether this reader may call that back."""
    page = queries.sitting_page(actor, sitting)
    return {
        (view.item.number, told.villages[0].name): told.entry.pk in view.may_recall
        for view in page.checked
        for told in view.told
    }


def test_a_board_may_call_back_what_is_about_its_own_village_and_nothing_else(house, sitting):
    officer = house.actor("renske")
    actions.confirm_item(by=officer, item=item("2"))
    actions.confirm_item(by=officer, item=item("3"), villages=[house.villages["Hijken"]])
    actions.dismiss_item(by=officer, item=item("3"), villages=[house.villages["Hooghalen"]])

    assert told_for(officer, sitting) == {("2", "Elp"): True, ("3", "Hijken"): True}
    assert told_for(house.actor("bert"), sitting) == {("2", "Elp"): False, ("3", "Hijken"): True}
    assert told_for(house.actor("visitor"), sitting) == {("2", "Elp"): False, ("3", "Hijken"): False}


def test_the_page_offers_only_buttons_that_work(client, house, sitting):
    actions.confirm_item(by=house.actor("renske"), item=item("2"))

    page = client.get(f"/besluiten/{sitting.slug}/").content.decode()

    assert "Nieuwe bank bij de vijver" in page
    assert [word for word in ("Terugroepen", "Ook over", "Niet over ons") if word in page] == []


def test_nobody_says_that_an_unchecked_point_is_not_about_a_village(client, house, sitting):
    page = client.get(f"/besluiten/{sitting.slug}/").content.decode()

    assert "Er is nog geen punt nagekeken dat over een van onze dorpen gaat." in page
    assert "niet over een dorp" not in page


def test_a_point_that_is_not_about_us_is_never_shown_as_told(house, sitting):
    actions.dismiss_item(by=house.actor("renske"), item=item("2"))

    checked = queries.sitting_page(house.actor("renske"), sitting).checked
    assert [(view.item.number, len(view.told), len(view.dismissed)) for view in checked] == [("2", 0, 1)]
    assert queries.sitting_page(house.actor("visitor"), sitting).checked == ()


def corrected_for(actor, sitting):
    page = queries.sitting_page(actor, sitting)
    return {
        v.item.number: [str(s) for e in v.corrected for s in e.signs] for v in page.checked if v.corrected
    }


def test_what_was_called_back_after_it_left_is_put_right_on_the_page(house, sitting):
    officer = house.actor("renske")
    with dates.as_if(dates.now() - timedelta(hours=1)):
        entry = actions.confirm_item(by=officer, item=item("2"))
    actions.call_back(by=officer, entry=entry)
    assert corrected_for(house.actor("visitor"), sitting) == {"2": ["Elp"]}


def test_what_was_called_back_before_it_left_is_nobodys_news(house, sitting):
    officer = house.actor("renske")
    actions.call_back(by=officer, entry=actions.confirm_item(by=officer, item=item("2")))
    assert corrected_for(house.actor("visitor"), sitting) == {}
