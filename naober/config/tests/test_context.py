import pytest

from naober.config.context import PORTAL_MENU, PUBLIC_MENU, _menu


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", ["Nieuws"]),
        ("/dorpen/", ["Dorpen"]),
        ("/dorpen/hijken/", ["Dorpen"]),
        ("/besluiten/plakken/", ["Besluiten"]),
        ("/inloggen/", []),
    ],
)
def test_the_stone_lies_at_the_part_you_are_in(path, current):
    assert [item.label for item in _menu(PUBLIC_MENU, path) if item.current] == current


def test_the_work_place_has_a_menu_of_its_own():
    labels = [item.label for item in _menu(PORTAL_MENU, "/vandaag/")]
    assert labels == ["Vandaag", "Bellen", "Rondsturen", "Besluiten", "Dorpen", "Wie is wie"]
