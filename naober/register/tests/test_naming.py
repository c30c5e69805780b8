import pytest

from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.people.models import PlaceName
from naober.register.actions import AlreadyNamedError, add_place_name, remove_place_name
from testing.house import build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return build_house()


def name(house, actor, village="Hijken", text="Hijkerveld"):
    return add_place_name(by=house.actor(actor), village=house.villages[village], kind="landmark", text=text)


def test_a_board_adds_a_word_for_its_own_village_and_its_board_reads_it(house):
    name(house, "bert")
    entry = Entry.objects.latest("id")
    assert (entry.kind, entry.audience, entry.line) == (
        "place_name_added",
        "village",
        "“Hijkerveld” hoort voortaan bij Hijken",
    )
    assert [line.village.name for line in entry.lines.all()] == ["Hijken"]


def test_a_board_adds_no_word_for_another_village(house):
    with pytest.raises(NotAllowedError):
        name(house, "bert", village="Elp")
    assert not PlaceName.objects.exists()


def test_a_word_is_added_once(house):
    name(house, "renske")
    with pytest.raises(AlreadyNamedError):
        name(house, "renske")
    assert PlaceName.objects.count() == 1


def test_a_word_can_be_taken_back(house):
    remove_place_name(by=house.actor("bert"), place_name=name(house, "renske"))
    assert not PlaceName.objects.exists()
    assert Entry.objects.latest("id").line == "“Hijkerveld” hoort niet meer bij Hijken"


def test_another_board_takes_no_word_back(house):
    place_name = name(house, "bert")
    with pytest.raises(NotAllowedError):
        remove_place_name(by=house.actor("carla"), place_name=place_name)
