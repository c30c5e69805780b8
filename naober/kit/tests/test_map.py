import re
from dataclasses import replace
from time import process_time

import pytest

from naober.kit import labels
from naober.kit import map as maps
from naober.kit.land import seeded
from naober.kit.map import MapPoint

HIJKEN = MapPoint("Hijken", 52.893, 6.496, lit=True, url="/dorpen/hijken/")
ELP = MapPoint("Elp", 52.884, 6.647, url="/dorpen/elp/")
SPIER = MapPoint("Spier", 52.822, 6.468, lit=True)
BEILEN = MapPoint("Beilen", 52.863, 6.514, member=False, large=True)
ALTING = MapPoint("Alting", 52.866, 6.539, member=False)
ZANDLOO = MapPoint("Zandloo", 52.80, 6.53, invented=True)
PLACES = (HIJKEN, ELP, SPIER, BEILEN, ALTING, ZANDLOO)


def many(count):
    return tuple(
        MapPoint(f"Dorp {n}", 52.7 + seeded(f"lat{n}") / 3, 6.4 + seeded(f"lon{n}") / 3, lit=n % 2 == 0)
        for n in range(count)
    )


def text_box(label, size):
    width = len(label.text) * size * labels.LETTER
    left = float(label.x) - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, float(label.y) - 0.76 * size, left + width, float(label.y) + 0.24 * size


def overlapping(names, size):
    boxes = [(label.text, text_box(label, size)) for label in names]
    return [
        (one, two)
        for n, (one, a) in enumerate(boxes)
        for two, b in boxes[n + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_members_are_windows_and_other_places_dots():
    picture = maps.draw_map(PLACES)

    assert [(v.label.text, v.lit, v.invented, v.url) for v in picture.villages] == [
        ("Hijken", True, False, "/dorpen/hijken/"),
        ("Elp", False, False, "/dorpen/elp/"),
        ("Spier", True, False, ""),
        ("Zandloo", False, True, ""),
    ]
    assert [dot.radius for dot in picture.dots] == ["7", "3.5"]
    assert [label.text for label in picture.labels] == ["Beilen"]


def test_nobody_can_drive_to_an_invented_place():
    with_it = maps.draw_map(PLACES)
    zandloo = next(v for v in with_it.villages if v.invented)

    assert f"{zandloo.x} {zandloo.y}" not in with_it.roads


def test_an_outline_fills_the_drawing_and_is_the_land():
    square = ((53.0, 6.4), (53.0, 6.7), (52.7, 6.7), (52.7, 6.4))

    picture = maps.draw_map(PLACES, (square,))

    assert picture.height == 760
    assert not picture.soft
    assert picture.land == f"M10 10L{picture.width - 10} 10L{picture.width - 10} 750L10 750Z"


def test_without_an_outline_the_land_is_a_soft_shape_around_the_places():
    picture = maps.draw_map(PLACES)

    corners = [float(n) for n in re.findall(r"-?\d+", picture.land)]
    assert picture.soft
    assert picture.land.count("Q") > 8
    assert min(corners) >= 0
    assert max(corners[::2]) <= picture.width
    assert max(corners[1::2]) <= picture.height


def test_no_label_covers_another_on_a_wide_screen():
    picture = maps.draw_map(many(24))

    names = [village.label for village in picture.villages]
    assert len(names) == 24
    assert overlapping(names, labels.NEAR_SIZE) == []


def test_the_labels_that_a_phone_shows_do_not_cover_each_other_either():
    picture = maps.draw_map(many(24))

    far = [village.label for village in picture.villages if village.label.far]
    assert len(far) >= 5
    assert overlapping(far, labels.FAR_SIZE) == []


def test_the_same_places_give_the_same_picture():
    first = maps.draw_map(many(45))
    maps.draw_map.cache_clear()
    maps._ground.cache_clear()

    assert maps.draw_map(many(45)) == first


def test_the_lit_villages_can_be_named():
    assert maps.draw_map(PLACES).lit_names == ["Hijken", "Spier"]


def test_a_place_that_is_no_member_goes_without_a_name_when_there_is_no_room():
    crowd = tuple(MapPoint(f"Heel lange naam {n}", 52.85 + n / 900, 6.5, lit=True) for n in range(8))
    far_away = MapPoint("Verweg", 52.5, 6.9)
    hidden = MapPoint("Middenin", 52.854, 6.5, member=False, large=True)

    assert [label.text for label in maps.draw_map((*crowd, far_away, hidden)).labels] == []
    assert [label.text for label in maps.draw_map((far_away, hidden)).labels] == ["Middenin"]


def test_what_is_lit_does_not_move_the_land():
    dark = tuple(replace(p, lit=False) for p in PLACES)

    assert maps.draw_map(dark).roads == maps.draw_map(PLACES).roads
    assert maps.draw_map(dark).land == maps.draw_map(PLACES).land


def test_every_number_has_a_point_and_never_a_comma():
    picture = maps.draw_map(PLACES)

    numbers = [n for v in picture.villages for n in (v.x, v.y, v.label.x, v.label.y)]
    assert [n for n in numbers if not re.fullmatch(r"-?\d+(\.\d)?", n)] == []
    assert "," not in picture.roads


def test_a_map_of_45_places_is_fast():
    points = tuple(replace(p, member=n % 2 == 0) for n, p in enumerate(many(45)))
    took = []
    for _ in range(5):
        maps.draw_map.cache_clear()
        maps._ground.cache_clear()
        began = process_time()
        maps.draw_map(points)
        took.append(process_time() - began)

    assert min(took) < 0.03


def test_a_map_of_one_place_is_a_map():
    assert len(maps.draw_map((HIJKEN,)).villages) == 1


def test_a_map_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one place"):
        maps.draw_map(())


def test_the_small_map_lights_one_village_and_leaves_other_invented_places_out():
    small = maps.draw_small_map(PLACES, "Hijken")

    assert len(small.windows) == 2
    assert small.light.radius == "27"


def test_the_small_map_of_an_invented_village_shows_it():
    small = maps.draw_small_map(PLACES, "Zandloo")

    assert len(small.windows) == 3


def test_the_small_map_needs_a_place_that_is_there():
    with pytest.raises(LookupError, match="Nergenshuizen"):
        maps.draw_small_map(PLACES, "Nergenshuizen")
