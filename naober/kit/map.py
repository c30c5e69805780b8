"""The map of who has a light on: an image of nearness, derived from data, never drawn by hand.

Pure and cached by its input: the same places give the same picture. Every number in a picture is a text that
stands in the SVG as it is, so that no template rounds it or writes it with a comma.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from naober.kit import land
from naober.kit.labels import Named, place_labels
from naober.kit.land import Point, number

Ring = tuple[tuple[float, float], ...]  # (latitude, longitude), closed by its first point

AROUND = 62.0  # free room around the places when there is no outline to fill the drawing
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
    """Everything that `kit/_map.html` draws; `soft` land gets a broad round stroke."""

    width: int
    height: int
    land: str
    soft: bool
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
    soft: bool
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


@lru_cache(maxsize=64)
def draw_map(points: tuple[MapPoint, ...], outline: tuple[Ring, ...] = ()) -> MapPicture:
    """Draw the map of these places.

    `outline` is the boundary as rings of (latitude, longitude); without it a soft hull is drawn around the
    places. Raises ValueError when there is no place at all.
    """
    ground = _ground(tuple((p.name, p.lat, p.lon, p.invented) for p in points), outline)
    labels = _labels(points, ground)
    return MapPicture(
        width=ground.width,
        height=ground.height,
        land=ground.land,
        soft=not outline,
        roads=ground.roads,
        dots=tuple(
            Dot(number(x), number(y), "7" if p.large else "3.5")
            for p, (x, y) in zip(points, ground.spots, strict=True)
            if not p.member
        ),
        labels=tuple(label for index, label in labels.items() if not points[index].member),
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
        soft=not outline,
        roads=ground.roads,
        windows=tuple(Dot(number(spots[m][0]), number(spots[m][1]), "8") for m in members),
        light=Dot(number(spots[name][0]), number(spots[name][1]), "27"),
    )


@lru_cache(maxsize=32)
def _ground(places: tuple[tuple[str, float, float, bool], ...], outline: tuple[Ring, ...]) -> _Ground:
    """Project everything and draw land and roads. An invented place has no road: nobody can drive there."""
    if not places:
        raise ValueError("a map needs at least one place")
    # A place beyond the border, such as an invented one, must fit too.
    around = [*(point for ring in outline for point in ring), *((lat, lon) for _, lat, lon, _ in places)]
    projection = land.Projection(around, 10 if outline else AROUND)
    spots = tuple(projection.place(lat, lon) for _, lat, lon, _ in places)
    if outline:
        shape = land.polygon_path([[projection.place(lat, lon) for lat, lon in ring] for ring in outline])
    else:
        shape = land.smooth_path(land.soft_hull(spots))
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


def _labels(points: Sequence[MapPoint], ground: _Ground) -> dict[int, Label]:
    """The names on the map by the index of their place: all members, and big places where there is room."""
    named = {
        index: Named(p.name, spot, _radius(p), 0 if p.lit else 1 if p.member else 2, optional=not p.member)
        for index, (p, spot) in enumerate(zip(points, ground.spots, strict=True))
        if p.member or p.large
    }
    marks = [(spot, _radius(p)) for p, spot in zip(points, ground.spots, strict=True)]
    placed = place_labels(list(named.values()), marks, ground.along_roads, ground.width, ground.height)
    return {
        index: Label(label.text, number(label.x), number(label.y), label.anchor, label.far)
        for index, label in zip(named, placed, strict=True)
        if label
    }


def _radius(point: MapPoint) -> float:
    if point.lit:
        return 14
    return 7 if point.member or point.large else 4
