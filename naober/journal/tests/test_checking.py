"""What `naober verify` asks of the journal: green on what people did, red on each planted hole."""

from datetime import timedelta

import pytest

from naober.journal import checking
from naober.journal.models import Entry, Line, Notice
from naober.kit import dates
from naober.kit.area import areas
from naober.post import verify
from testing.house import build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    house = build_house()
    resident = house.people["resident"]
    entry = Entry.objects.last()
    Notice.objects.create(person=resident, entry=entry, reason="u volgt Hijken", due_at=dates.now())
    return house


def holes():
    return {
        result.name: len(result.holes)
        for result in verify.verify()
        if result.holes and result.name in {check.name for check in journal_checks()}
    }


def journal_checks():
    return next(area.checks for area in areas() if area.name == "journal")


def test_on_what_people_did_it_is_green(house):
    assert holes() == {}
    assert len(journal_checks()) == 3


def test_a_line_that_differs_from_its_entry_turns_it_red(house):
    Line.objects.filter(pk=Line.objects.first().pk).update(audience="board")
    assert holes() == {"regels van dorpen": 1}


def test_a_line_of_what_was_withdrawn_turns_it_red(house):
    line = Line.objects.first()
    entry = Entry.objects.exclude(pk=line.entry_id).last()
    Entry.objects.filter(pk=entry.pk).update(withdraws=line.entry_id)
    assert holes() == {"regels van dorpen": 1}


def test_an_entry_of_an_area_that_is_not_there_turns_it_red(house):
    Entry.objects.filter(pk=Entry.objects.last().pk).update(area="weg")
    assert holes() == {"verwijzingen van regels": 1}


def test_an_entry_about_nothing_turns_it_red(house):
    Entry.objects.filter(pk=Entry.objects.last().pk).update(area="decisions", subject_id=987654)
    assert holes() == {"verwijzingen van regels": 1}
    Entry.objects.filter(pk=Entry.objects.last().pk).update(area="decisions:sitting")
    assert holes() == {"verwijzingen van regels": 1}


def test_news_that_nobody_was_told_turns_it_red(house):
    Notice.objects.update(due_at=dates.now() - timedelta(days=2))
    assert holes() == {"nieuws aan mensen": 1}
    assert "u volgt" not in "".join(checking.untold())
