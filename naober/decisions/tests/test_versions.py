from datetime import timedelta

import pytest

from naober.decisions.actions import AlreadyDecidedError, call_back, confirm_item, dismiss_item, tell_outcome
from naober.decisions.intake import take_in_paste
from naober.decisions.models import Item
from naober.decisions.queries import sitting_page
from naober.journal.models import Line, Notice
from naober.kit import dates
from testing.house import build_house

pytestmark = pytest.mark.django_db

AGENDA = """Gemeenteraad Midden-Drenthe
donderdag 26 november 2026
1
Opening
2
Nieuwe brug in Hijken
De brug in Hijken is op. Er komt een nieuwe.
Voorgesteld besluit
De raad stelt geld beschikbaar.
3
Lantaarns in Elp
In Elp komen lantaarns.
"""
DECIDED = (
    AGENDA[: AGENDA.index("3\nLantaarns")]
    + """Besluit
De brug in Hijken komt er in mei.
4
Bankjes in Hooghalen
Er komen bankjes in Hooghalen.
"""
)


@pytest.fixture
def house():
    return build_house()


@pytest.fixture
def sitting(house):
    """The agenda read and confirmed, and an hour later the decisions."""
    start = dates.now()
    with dates.as_if(start - timedelta(hours=2)):
        sitting = take_in_paste(by=house.actor("renske"), text=AGENDA).sitting
        confirm_item(by=house.actor("renske"), item=sitting.items.get(number="2"))
        dismiss_item(by=house.actor("renske"), item=sitting.items.get(number="3"))
    return take_in_paste(by=house.actor("renske"), text=DECIDED).sitting


def views(house, sitting, actor="renske"):
    page = sitting_page(house.actor(actor), sitting)
    return {view.item.number: view for view in (*page.to_check, *page.checked, *page.rest)}


def test_the_second_paper_is_a_version_and_the_points_keep_their_identity(sitting):
    assert [d.kind for d in sitting.documents.order_by("version")] == ["agenda", "decisions"]
    assert sitting.items.get(number="2").texts.count() == 2


def test_what_a_person_decided_stands_after_a_later_paper(sitting):
    states = {c.item.number: c.state for item in sitting.items.all() for c in item.concerns.all()}
    assert states == {"2": "confirmed", "3": "dismissed", "4": "proposed"}


def test_the_page_says_what_the_later_paper_changed(house, sitting):
    assert {number: view.news for number, view in views(house, sitting).items()} == {
        "1": "",
        "2": "Nu met besluit",
        "3": "Staat niet meer op de lijst",
        "4": "Nieuw op de lijst",
    }


def test_the_outcome_waits_for_the_officer_and_for_nobody_else(house, sitting):
    assert views(house, sitting)["2"].outcome_open
    assert not views(house, sitting, "bert")["2"].outcome_open


def test_the_outcome_goes_to_the_villages_that_heard_of_the_point(house, sitting):
    entry = tell_outcome(by=house.actor("renske"), item=sitting.items.get(number="2"))
    line = Line.objects.get(entry=entry)
    assert (line.village.name, line.reason) == (
        "Hijken",
        "Omdat bij punt 2 van de gemeenteraad staat: “De brug in Hijken komt er in mei.”",
    )
    assert Notice.objects.filter(entry=entry, person=house.people["bert"]).count() == 1
    assert not views(house, sitting)["2"].outcome_open


def test_the_outcome_is_told_once(house, sitting):
    item = sitting.items.get(number="2")
    tell_outcome(by=house.actor("renske"), item=item)
    with pytest.raises(AlreadyDecidedError):
        tell_outcome(by=house.actor("geertje"), item=Item.objects.get(pk=item.pk))


def test_a_point_without_a_decision_has_no_outcome_to_tell(house, sitting):
    with pytest.raises(AlreadyDecidedError):
        tell_outcome(by=house.actor("renske"), item=sitting.items.get(number="4"))


def test_an_outcome_called_back_can_be_told_again_and_the_point_stays_confirmed(house, sitting):
    item = sitting.items.get(number="2")
    call_back(by=house.actor("renske"), entry=tell_outcome(by=house.actor("renske"), item=item))
    assert (views(house, sitting)["2"].outcome_open, item.concerns.get().state) == (True, "confirmed")
