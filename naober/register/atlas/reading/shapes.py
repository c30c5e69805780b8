"""Points and outlines as they come in: in degrees, in the Netherlands, and no finer than a map needs."""

from collections.abc import Sequence
from math import cos, hypot, radians
from typing import Any

from naober.register.atlas.reading.model import Ring, UnreadableError

LATITUDES, LONGITUDES = (50.5, 53.8), (3.0, 7.4)
RD_EASTINGS, RD_NORTHINGS = (-7_000, 300_000), (289_000, 629_000)
MOST_POINTS = 100_000  # of one border as it comes in
DRAWN_POINTS = 400  # of one ring as it is kept
FINEST = 0.0002  # degrees of latitude: about 22 metres, less than a dot on the map
SMALLEST_PART = 0.01  # of the largest part; islands and enclaves below it are specks on the map
SWAPPED = (
    "In dit bestand staan breedte en lengte andersom. In GeoJSON hoort de lengte eerst (6,5) en dan de "
    "breedte (52,9)."
)
RD = (
    "Dit bestand heeft punten in het stelsel van het Kadaster (RD). Sla het op in graden (WGS84) en probeer "
    "het dan weer."
)


def point(position: Any) -> tuple[float, float]:
    """(latitude, longitude) of a position as GeoJSON has it. Raises UnreadableError."""
    try:
        longitude, latitude = float(position[0]), float(position[1])
    except (TypeError, ValueError, IndexError, KeyError):
        raise UnreadableError(f"Dit is geen punt: {str(position)[:60]}.") from None
    return checked(latitude, longitude)


def checked(latitude: float, longitude: float) -> tuple[float, float]:
    """The point, when it lies in the Netherlands. Raises UnreadableError, with what is probably wrong."""
    if _within(latitude, LATITUDES) and _within(longitude, LONGITUDES):
        return latitude, longitude
    if _within(longitude, LATITUDES) and _within(latitude, LONGITUDES):
        raise UnreadableError(SWAPPED)
    if _within(longitude, RD_EASTINGS) and _within(latitude, RD_NORTHINGS):
        raise UnreadableError(RD)
    raise UnreadableError(f"Dit punt ligt niet in Nederland: {latitude:.5g}, {longitude:.5g}.")


def _within(value: float, bounds: tuple[int, int] | tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def outline(polygons: Sequence[Any]) -> tuple[Ring, ...]:
    """The outer rings of polygons, as fine as a map needs, the largest first; holes are left out.

    Raises UnreadableError for what is no polygon, or far more than a border.
    """
    rings = [_ring(polygon) for polygon in polygons]
    if sum(map(len, rings)) > MOST_POINTS:
        raise UnreadableError(f"Deze grens heeft meer dan {MOST_POINTS} punten. Neem een eenvoudiger kaart.")
    by_size = sorted(rings, key=area, reverse=True)
    large = [ring for ring in by_size if area(ring) >= SMALLEST_PART * area(by_size[0])]
    return tuple(simplified(ring) for ring in large)


def _ring(polygon: Any) -> list[tuple[float, float]]:
    if not isinstance(polygon, list) or not polygon or not isinstance(polygon[0], list):
        raise UnreadableError("Een grens in dit bestand is geen vlak.")
    ring = [point(position) for position in polygon[0]]
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    if len(ring) < 3:
        raise UnreadableError("Een grens in dit bestand heeft minder dan drie hoeken.")
    return ring


def area(ring: Sequence[tuple[float, float]]) -> float:
    """How large a ring is, to compare it with another."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def simplified(ring: Sequence[tuple[float, float]]) -> Ring:
    """The ring without the corners that nobody would see (Douglas and Peucker), rounded to a metre or so."""
    finest = FINEST
    kept = _halves(ring, finest)
    while len(kept) > DRAWN_POINTS:
        finest *= 1.5
        kept = _halves(ring, finest)
    return tuple((round(lat, 5), round(lon, 5)) for lat, lon in kept)


def _halves(ring: Sequence[tuple[float, float]], finest: float) -> list[tuple[float, float]]:
    """Both halves of a ring made simpler, from its first point to the one farthest off and back."""
    far = max(range(len(ring)), key=lambda n: hypot(ring[n][0] - ring[0][0], ring[n][1] - ring[0][1]))
    there, back = [*ring[: far + 1]], [*ring[far:], ring[0]]
    return _simpler(there, finest)[:-1] + _simpler(back, finest)[:-1]


def _simpler(line: Sequence[tuple[float, float]], finest: float) -> list[tuple[float, float]]:
    """A line without the points that lie closer to it than `finest`; its ends stay."""
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        between = range(first + 1, last)
        farthest = max(between, key=lambda n: _off(line[n], line[first], line[last]), default=None)
        if farthest is not None and _off(line[farthest], line[first], line[last]) > finest:
            keep.add(farthest)
            todo += [(first, farthest), (farthest, last)]
    return [line[n] for n in sorted(keep)]


def _off(spot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a point lies from the piece of line between two others, in degrees of latitude."""
    narrow = cos(radians(start[0]))
    y, x = spot[0] - start[0], (spot[1] - start[1]) * narrow
    dy, dx = end[0] - start[0], (end[1] - start[1]) * narrow
    length = dx * dx + dy * dy
    along = min(max((x * dx + y * dy) / length, 0.0), 1.0) if length else 0.0
    return hypot(x - along * dx, y - along * dy)
