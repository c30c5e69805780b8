from datetime import date

import pytest

from naober.decisions.actions import add_village_to_item
from naober.decisions.forms import AlsoAboutForm
from naober.decisions.intake import take_in_paste
from naober.decisions.models import Concern
from naober.journal.models import Line
from naober.people.models import PlaceName, Village
from naober.register.actions import remove_place_name
from testing.house import build_house

pytestmark = pytest.mark.django_db

PAPER = """Gemeenteraad Midden-Drenthe
{day}
1
Opening
2
Nieuwe bomen
Langs de Kraanweg komen nieuwe eiken. De raad denkt mee over de plek.
"""


@pytest.fixture
def house():
    return build_house()


def point(house, day):
    taken = take_in_paste(by=house.actor("renske"), text=PAPER.format(day=day))
    return taken.sitting.items.get(number="2")


def test_words_that_a_board_points_at_become_the_reason(house):
    item = point(house, "donderdag 26 november 2026")
    entry = add_village_to_item(
        by=house.actor("bert"), item=item, village=house.villages["Hijken"], phrase="Kraanweg"
    )
    assert Line.objects.get(entry=entry).reason == (
        "Omdat bij punt 2 van de gemeenteraad staat: “Langs de Kraanweg komen nieuwe eiken.”"
    )


def test_the_reader_knows_the_words_in_the_next_paper(house):
    add_village_to_item(
        by=house.actor("bert"),
        item=point(house, "donderdag 26 november 2026"),
        village=house.villages["Hijken"],
        phrase="Kraanweg",
    )
    later = point(house, "donderdag 17 december 2026")
    assert [(c.village.name, c.state) for c in later.concerns.all()] == [("Hijken", "proposed")]


def test_words_taken_back_are_forgotten(house):
    add_village_to_item(
        by=house.actor("bert"),
        item=point(house, "donderdag 26 november 2026"),
        village=house.villages["Hijken"],
        phrase="Kraanweg",
    )
    remove_place_name(by=house.actor("bert"), place_name=PlaceName.objects.get())
    assert not Concern.objects.filter(item=point(house, "donderdag 17 december 2026")).exists()


def test_words_that_do_not_stand_in_the_text_are_refused_in_the_form(house):
    form = AlsoAboutForm(
        {"village": house.villages["Hijken"].pk, "phrase": "Zwanenmeer"},
        item=point(house, "donderdag 26 november 2026"),
        villages=Village.objects.all(),
    )
    assert form.errors["phrase"] == ["Deze woorden staan niet in de tekst van dit punt. Kopieer ze eruit."]


def test_the_meetings_are_two(house):
    point(house, "donderdag 26 november 2026")
    later = point(house, "donderdag 17 december 2026")
    assert later.sitting.on == date(2026, 12, 17)
