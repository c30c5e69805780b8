from itertools import combinations
from math import dist, isclose

import pytest

from naober.kit import land

SQUARE = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]


def inside(point, ring):
    """Whether a point lies in a ring (ray to the right)."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def crossing(one, two):
    """Whether two sides cross between their ends."""

    def turn(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, two
    return turn(a, b, c) * turn(a, b, d) < -1e-6 and turn(c, d, a) * turn(c, d, b) < -1e-6


def scattered(count):
    """Points that lie anywhere, always the same."""
    return [(land.seeded(f"x{n}") * 500, land.seeded(f"y{n}") * 500) for n in range(count)]


def test_north_is_up_east_is_right_and_everything_fits():
    corners = [(53.0, 6.4), (52.7, 6.7)]
    projection = land.Projection(corners, margin=10)

    assert projection.place(53.0, 6.4) == (10, 10)
    x, y = projection.place(52.7, 6.7)
    assert isclose(y, 750)
    assert round(x) + 10 == projection.width
    assert projection.height == 760


def test_a_degree_east_is_shorter_than_a_degree_north():
    projection = land.Projection([(53.0, 6.0), (52.0, 7.0)], margin=0)

    assert 0.6 < projection.width / projection.height < 0.62


def test_one_place_alone_can_be_projected():
    assert land.Projection([(52.9, 6.5)], margin=40).place(52.9, 6.5) == (40, 40)


@pytest.mark.parametrize(
    ("value", "text"), [(12.0, "12"), (12.46, "12.5"), (-0.04, "-0"), (1234.5, "1234.5")]
)
def test_numbers_are_short_and_have_a_point(value, text):
    assert land.number(value) == text


def test_the_convex_hull_leaves_out_what_lies_within():
    assert sorted(land.convex_hull([*SQUARE, (50, 50), (50, 0)])) == sorted(SQUARE)


@pytest.mark.parametrize("count", [1, 2, 3, 45])
def test_the_soft_hull_goes_around_every_point(count):
    points = scattered(count)

    ring = land.soft_hull(points)

    assert [p for p in points if not inside(p, ring) and min(dist(p, corner) for corner in ring) > 1] == []


def test_the_soft_hull_follows_a_bay():
    bay = [(0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (200.0, 200.0), (0.0, 300.0)]

    ring = land.soft_hull(bay)

    assert (200.0, 200.0) in ring
    assert not inside((200.0, 260.0), ring)
    assert inside((200.0, 100.0), ring)


def test_the_soft_hull_never_crosses_itself():
    for count in (5, 12, 45):
        ring = land.soft_hull(scattered(count))
        sides = list(zip(ring, ring[1:] + ring[:1], strict=True))
        assert [pair for pair in combinations(sides, 2) if crossing(*pair)] == []


def test_the_neighbourhood_of_a_square_is_its_sides():
    assert land.neighbours([(0, 0), (100, 0), (101, 99), (0, 100)]) == [(0, 1), (0, 3), (1, 2), (2, 3)]


def test_two_points_with_a_third_between_them_are_not_joined():
    assert land.neighbours([(0, 0), (10, 0), (4, 1)]) == [(0, 2), (1, 2)]


def test_the_roads_reach_every_place():
    points = scattered(45)
    reached = {0}
    pairs = land.neighbours(points)
    for _ in points:
        reached |= {end for pair in pairs for end in pair if reached & set(pair)}

    assert reached == set(range(45))


def test_no_roads_cross():
    points = scattered(30)

    roads = [(points[one], points[two]) for one, two in land.neighbours(points)]
    assert [pair for pair in combinations(roads, 2) if crossing(*pair)] == []


def test_a_road_bends_a_little_and_always_the_same_way():
    start, end = (0.0, 0.0), (100.0, 0.0)

    control = land.bend(start, end, "Elp Orvelte")

    assert control == land.bend(start, end, "Elp Orvelte")
    assert control != land.bend(start, end, "Elp Zwiggelte")
    assert dist(control, (50, 0)) <= 100 * land.BEND * 2


def test_a_road_of_no_length_stays_where_it_is():
    assert land.bend((5.0, 5.0), (5.0, 5.0), "Elp") == (5.0, 5.0)


def test_an_outline_is_closed_and_drops_points_that_fall_together():
    assert land.polygon_path([[(0, 0), (0.2, 0.1), (10, 0), (10, 10)]]) == "M0 0L10 0L10 10Z"


def test_a_soft_shape_is_drawn_from_midpoint_to_midpoint():
    assert land.smooth_path(SQUARE) == "M0 50Q0 0 50 0Q100 0 100 50Q100 100 50 100Q0 100 0 50Z"
