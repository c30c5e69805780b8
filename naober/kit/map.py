"""The map of who has a light on: an image of nearness, derived from data, never drawn by hand.

Pure and cached by its input: the same places give the same picture. Every number in a picture is a text that
stands in the SVG as it is, so that no template rounds it or writes it with a comma.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from naober.kit import land
from naober.kit.land import Point, number

Ring = tuple[tuple[float, float], ...]  # (latitude, longitude), closed by its first point

LETTER = 0.53  # mean width of a letter, as a part of the size of the type
NEAR_SIZE = 18.5  # the type of a label on a wide screen
FAR_SIZE = 33.0  # the type of the few labels that a phone shows
LIGHT_RADIUS = 8.0
ROOM_AROUND = 40.0  # what the soft land leaves around a place
ROAD_SAMPLES = 6


@dataclass(frozen=True)
class MapPoint:
    """A place for the map. A member is drawn as a window, lit when something goes on; another place as a dot.

    `large` gives a place that is no member a bigger dot and its name. `invented` gets a dashed ring.
    """

    name: str
    lat: float
    lon: float
    member: bool = True
    lit: bool = False
    invented: bool = False
    large: bool = False
    url: str = ""


@dataclass(frozen=True)
class Dot:
    """A round mark."""

    x: str
    y: str
    radius: str


@dataclass(frozen=True)
class Label:
    """A name on the map; `far` when it stays in sight on a phone, where letters are bigger."""

    text: str
    x: str
    y: str
    anchor: str
    far: bool


@dataclass(frozen=True)
class MapVillage:
    """A member on the map."""

    x: str
    y: str
    lit: bool
    invented: bool
    ring: str
    url: str
    label: Label


@dataclass(frozen=True)
class MapPicture:
    """Everything that `kit/_map.html` draws."""

    width: int
    height: int
    land: str
    roads: str
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    villages: tuple[MapVillage, ...]

    @property
    def lit_names(self) -> list[str]:
        """The names of the villages with a light on, for the picture in words."""
        return [village.label.text for village in self.villages if village.lit]


@dataclass(frozen=True)
class SmallMap:
    """Everything that `kit/_map_small.html` draws: the members as windows, one of them lit."""

    width: int
    height: int
    land: str
    roads: str
    windows: tuple[Dot, ...]
    light: Dot


@dataclass(frozen=True)
class _Ground:
    """Land, roads and where every place lies; the same whatever is lit."""

    width: int
    height: int
    land: str
    roads: str
    spots: tuple[Point, ...]
    along_roads: tuple[Point, ...]


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, point: Point) -> bool:
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


@lru_cache(maxsize=64)
def draw_map(points: tuple[MapPoint, ...], outline: tuple[Ring, ...] = ()) -> MapPicture:
    """Draw the map of these places.

    `outline` is the boundary as rings of (latitude, longitude); without it a soft hull is drawn around the
    places. Raises ValueError when there is no place at all.
    """
    ground = _ground(tuple((p.name, p.lat, p.lon, p.invented) for p in points), outline)
    labels = dict(_place_labels(points, ground))
    return MapPicture(
        width=ground.width,
        height=ground.height,
        land=ground.land,
        roads=ground.roads,
        dots=tuple(
            Dot(number(x), number(y), "7" if p.large else "3.5")
            for p, (x, y) in zip(points, ground.spots, strict=True)
            if not p.member
        ),
        labels=tuple(labels[index] for index, p in enumerate(points) if not p.member and p.large),
        villages=tuple(
            MapVillage(
                x=number(x),
                y=number(y),
                lit=p.lit,
                invented=p.invented,
                ring="13" if p.lit else "6.5",
                url=p.url,
                label=labels[index],
            )
            for index, (p, (x, y)) in enumerate(zip(points, ground.spots, strict=True))
            if p.member
        ),
    )


@lru_cache(maxsize=128)
def draw_small_map(points: tuple[MapPoint, ...], name: str, outline: tuple[Ring, ...] = ()) -> SmallMap:
    """Draw the small map of a village page, with the place of that name lit; other invented places stay out.

    Raises LookupError when no place has that name.
    """
    shown = tuple(p for p in points if p.name == name or not p.invented)
    ground = _ground(tuple((p.name, p.lat, p.lon, p.invented) for p in shown), outline)
    spots = {p.name: spot for p, spot in zip(shown, ground.spots, strict=True)}
    if name not in spots:
        raise LookupError(f"no place on the map is named {name!r}")
    members = [p.name for p in shown if p.member and p.name != name]
    return SmallMap(
        width=ground.width,
        height=ground.height,
        land=ground.land,
        roads=ground.roads,
        windows=tuple(Dot(number(spots[m][0]), number(spots[m][1]), "8") for m in members),
        light=Dot(number(spots[name][0]), number(spots[name][1]), "27"),
    )


@lru_cache(maxsize=32)
def _ground(places: tuple[tuple[str, float, float, bool], ...], outline: tuple[Ring, ...]) -> _Ground:
    """Project everything and draw land and roads. An invented place has no road: nobody can drive there."""
    if not places:
        raise ValueError("a map needs at least one place")
    around = [point for ring in outline for point in ring] or [(lat, lon) for _, lat, lon, _ in places]
    projection = land.Projection(around, 10 if outline else ROOM_AROUND + land.EDGE)
    spots = tuple(projection.place(lat, lon) for _, lat, lon, _ in places)
    if outline:
        shape = land.polygon_path([[projection.place(lat, lon) for lat, lon in ring] for ring in outline])
    else:
        shape = land.smooth_path(land.soft_hull(spots, ROOM_AROUND))
    joined = [index for index, place in enumerate(places) if not place[3]]
    roads = [
        (spots[joined[one]], spots[joined[two]], f"{places[joined[one]][0]} {places[joined[two]][0]}")
        for one, two in land.neighbours([spots[index] for index in joined])
    ]
    curves = [(start, land.bend(start, end, seed), end) for start, end, seed in roads]
    return _Ground(
        projection.width,
        projection.height,
        shape,
        "".join(_curve_path(*curve) for curve in curves),
        spots,
        tuple(point for curve in curves for point in _along(*curve)),
    )


def _curve_path(start: Point, control: Point, end: Point) -> str:
    return (
        f"M{number(start[0])} {number(start[1])}Q{round(control[0])} {round(control[1])}"
        f" {number(end[0])} {number(end[1])}"
    )


def _along(start: Point, control: Point, end: Point) -> Iterator[Point]:
    """Points along a road, to see which label would lie on it."""
    for step in range(1, ROAD_SAMPLES):
        t = step / ROAD_SAMPLES
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        yield (
            a * start[0] + b * control[0] + c * end[0],
            a * start[1] + b * control[1] + c * end[1],
        )


def _place_labels(points: Sequence[MapPoint], ground: _Ground) -> Iterator[tuple[int, Label]]:
    """Give every named place a label that covers no other label and no mark, lit villages first.

    A label is `far` when it also finds room in the bigger type of a phone among the labels that do.
    """
    named = [index for index, p in enumerate(points) if p.member or p.large]
    named.sort(key=lambda index: (not points[index].lit, not points[index].member, points[index].name))
    marks = [_mark_box(p, spot) for p, spot in zip(points, ground.spots, strict=True)]
    near: list[_Box] = []
    far: list[_Box] = []
    for index in named:
        others = marks[:index] + marks[index + 1 :]
        x, y, anchor = min(
            _positions(points[index], ground.spots[index]),
            key=lambda position: _cost(points[index].name, position, ground, near, far, others),
        )
        near.append(_text_box(points[index].name, (x, y, anchor), NEAR_SIZE))
        big = _text_box(points[index].name, (x, y, anchor), FAR_SIZE)
        in_sight = _inside(big, ground) and not any(big.meets(box) for box in far)
        if in_sight:
            far.append(big)
        yield index, Label(points[index].name, number(x), number(y), anchor, in_sight)


def _positions(point: MapPoint, spot: Point) -> list[tuple[float, float, str]]:
    """Where a label may stand, the best first: beside the mark, under it, above it, at its corners."""
    x, y = spot
    gap = 18 if point.lit else 12
    return [
        (x + gap, y + 7, "start"),
        (x - gap, y + 7, "end"),
        (x, y + gap + 16, "middle"),
        (x, y - gap - 4, "middle"),
        (x + gap - 4, y - 8, "start"),
        (x - gap + 4, y - 8, "end"),
        (x + gap - 4, y + 22, "start"),
        (x - gap + 4, y + 22, "end"),
        (x + 8, y + gap + 18, "end"),
        (x - 8, y - gap - 6, "start"),
    ]


def _cost(
    text: str,
    position: tuple[float, float, str],
    ground: _Ground,
    near: Sequence[_Box],
    far: Sequence[_Box],
    marks: Sequence[_Box],
) -> float:
    """How bad a position is: a label on a label is worst, then on a mark, off the drawing, on a road."""
    box = _text_box(text, position, NEAR_SIZE)
    big = _text_box(text, position, FAR_SIZE)
    return (
        100 * sum(box.meets(other) for other in near)
        + 60 * sum(box.meets(mark) for mark in marks)
        + 40 * (not _inside(box, ground))
        + 6 * (not _inside(big, ground))
        + 5 * sum(big.meets(other) for other in far)
        + 2 * sum(box.holds(point) for point in ground.along_roads)
    )


def _inside(box: _Box, ground: _Ground) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= ground.width and box.bottom <= ground.height


def _text_box(text: str, position: tuple[float, float, str], size: float) -> _Box:
    x, y, anchor = position
    width = len(text) * size * LETTER
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return _Box(left, y - 0.76 * size, left + width, y + 0.24 * size)


def _mark_box(point: MapPoint, spot: Point) -> _Box:
    radius = LIGHT_RADIUS + 4 if point.lit else LIGHT_RADIUS if point.member else 4
    return _Box(spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius)
