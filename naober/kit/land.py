"""Geometry behind the map: projection, the land under the places, and the roads between them. Pure.

Points are (x, y) pairs, y downwards, in the units of the drawing.
"""

from collections.abc import Iterable, Sequence
from math import cos, dist, hypot, radians
from zlib import crc32

Point = tuple[float, float]

SIDE = 760  # the longer side of the drawing
HULL_STEP = 40  # the hull is drawn through points about this far apart
DIG_FROM = 150  # a side of the hull at least this long is dug in towards the places
MOST_DETOUR = 1.35  # by no more than this, so that no bay is deep
BEND = 0.09  # how far a road leaves the straight line, as a part of its length


class Projection:
    """Lays degrees on the drawing: west to east is x, north to south is y, both to the same scale.

    `around` is everything that must fit in (latitude, longitude), `margin` the room left around it.
    """

    def __init__(self, around: Sequence[tuple[float, float]], margin: float) -> None:
        self._north = max(lat for lat, _ in around)
        self._west = min(lon for _, lon in around)
        south, east = min(lat for lat, _ in around), max(lon for _, lon in around)
        # A degree of longitude is shorter than one of latitude, the more so the further north.
        self._narrow = cos(radians((self._north + south) / 2))
        wide, high = (east - self._west) * self._narrow, self._north - south
        self._margin = margin
        self._scale = (SIDE - 2 * margin) / (max(wide, high) or 1)
        self.width = round(wide * self._scale + 2 * margin)
        self.height = round(high * self._scale + 2 * margin)

    def place(self, lat: float, lon: float) -> Point:
        """Where a point lies on the drawing."""
        return (
            (lon - self._west) * self._narrow * self._scale + self._margin,
            (self._north - lat) * self._scale + self._margin,
        )


def number(value: float) -> str:
    """A coordinate as short as SVG takes it, with a point whatever the language of the page: "12.5", "12"."""
    return f"{value:.1f}".removesuffix(".0")


def polygon_path(rings: Iterable[Sequence[Point]]) -> str:
    """The SVG path of closed rings, in whole units: an outline needs no more."""
    return "".join(
        "M" + "L".join(f"{round(x)} {round(y)}" for x, y in _without_repeats(ring)) + "Z" for ring in rings
    )


def _without_repeats(ring: Sequence[Point]) -> list[Point]:
    """The ring without the points that round to the same unit as the one before them."""
    kept: list[Point] = []
    for x, y in ring:
        if not kept or (round(kept[-1][0]), round(kept[-1][1])) != (round(x), round(y)):
            kept.append((x, y))
    return kept


def convex_hull(points: Sequence[Point]) -> list[Point]:
    """The corners of the tightest band around the points, in one turning direction (monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for x, y in ordered:
        while len(chain) > 1:
            (x1, y1), (x2, y2) = chain[-2:]
            if (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0:
                break
            chain.pop()
        chain.append((x, y))
    return chain


def soft_hull(points: Sequence[Point]) -> list[Point]:
    """A ring that goes around the points as they lie, for places without a known outline.

    The tight band around them, dug in where a side is long, cut in short pieces so that a smooth line through
    it keeps to it. The points at the edge lie on the ring: whoever draws it gives it a broad round stroke.
    """
    corners = _dug_in(convex_hull(points), points)
    ring: list[Point] = []
    for start, end in _sides(corners):
        pieces = max(1, round(dist(start, end) / HULL_STEP))
        ring += [
            (start[0] + (end[0] - start[0]) * n / pieces, start[1] + (end[1] - start[1]) * n / pieces)
            for n in range(pieces)
        ]
    return ring


def _sides(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def _dug_in(ring: list[Point], points: Sequence[Point]) -> list[Point]:
    """The ring with its long sides led along places within, the smallest detour first, without a crossing."""
    while True:
        sides = _sides(ring)
        inner = sorted(set(points) - set(ring))
        detours = sorted(
            ((dist(start, corner) + dist(corner, end)) / dist(start, end), start, corner, end)
            for start, end in sides
            if dist(start, end) >= DIG_FROM
            for corner in inner
        )
        found = next(
            (
                (start, corner)
                for detour, start, corner, end in detours
                if detour <= MOST_DETOUR
                and not any(_cross(part, side) for part in ((start, corner), (corner, end)) for side in sides)
            ),
            None,
        )
        if found is None:
            return ring
        ring.insert(ring.index(found[0]) + 1, found[1])


def _cross(one: tuple[Point, Point], two: tuple[Point, Point]) -> bool:
    """Whether two lines cross between their ends; lines that share an end do not."""

    def turn(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, two
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def smooth_path(ring: Sequence[Point]) -> str:
    """The SVG path of a closed curve that rounds every corner of the ring, from midpoint to midpoint."""
    middles = [((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True)]
    start = middles[-1]
    curves = "".join(
        f"Q{round(x)} {round(y)} {round(u)} {round(v)}" for (x, y), (u, v) in zip(ring, middles, strict=True)
    )
    return f"M{round(start[0])} {round(start[1])}{curves}Z"


def seeded(text: str) -> float:
    """A number from 0 to 1 that is always the same for the same text."""
    return crc32(text.encode()) % 1000 / 999


def neighbours(points: Sequence[Point]) -> list[tuple[int, int]]:
    """The relative neighbourhood graph: two points are joined when no third is nearer to both than they are.

    Returns index pairs, the lower first. The graph holds together and has no crossing lines.
    """
    pairs = []
    for first, one in enumerate(points):
        for second in range(first + 1, len(points)):
            length = dist(one, points[second])
            if not any(
                dist(one, other) < length and dist(points[second], other) < length
                for index, other in enumerate(points)
                if index not in (first, second)
            ):
                pairs.append((first, second))
    return pairs


def bend(start: Point, end: Point, seed: str) -> Point:
    """The control point of a road: beside its middle, by a small amount that the seed fixes."""
    aside = (seeded(seed) * 2 - 1) * BEND * 2
    length = hypot(end[0] - start[0], end[1] - start[1])
    if not length:
        return start
    return (
        (start[0] + end[0]) / 2 - (end[1] - start[1]) * aside,
        (start[1] + end[1]) / 2 + (end[0] - start[0]) * aside,
    )
