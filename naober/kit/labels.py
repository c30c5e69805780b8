"""Where the names on the map stand: beside their mark and not on each other. Pure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import dist

from naober.kit.land import Point

LETTER = 0.54  # mean width of a letter, as a part of the size of the type
NEAR_SIZE = 18.5  # the type of a label on a wide screen
FAR_SIZE = 33.0  # the type of the few labels that a phone shows
COLLISION = 60.0  # the price of covering a mark; a name costs twice as much
DOT = 4.0  # a mark no bigger than this is only a dot on the way
DOT_COVERED = 9.0
PASSES = 3  # how often at most every name is offered a better place, now that the others have theirs
NEARBY = 200.0  # what lies further off than this can not lie under a label


@dataclass(frozen=True)
class Box:
    """A rectangle on the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have some of the drawing in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether the other holds all of this one."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True)
class Named:
    """A mark that gets a name: where it is, how big, how early it chooses, and whether it may go without."""

    text: str
    spot: Point
    radius: float
    rank: int
    optional: bool = False


@dataclass(frozen=True)
class Placed:
    """A name and where it stands; `far` when it also has room in the bigger type of a phone."""

    text: str
    x: float
    y: float
    anchor: str
    far: bool = False

    def box(self, size: float) -> Box:
        """The room that the name takes in type of this size."""
        width = len(self.text) * size * LETTER
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        return Box(left, self.y - 0.76 * size, left + width, self.y + 0.24 * size)


def place_labels(
    named: Sequence[Named],
    marks: Sequence[tuple[Point, float]],
    lines: Sequence[Point],
    width: float,
    height: float,
) -> list[Placed | None]:
    """Give every name a place, in the order they came; None for an optional one without a free place.

    `marks` are all marks with their radius, `lines` points along the lines that a name had better not cover.
    """
    drawing = Box(0, 0, width, height)
    order = sorted(range(len(named)), key=lambda index: (named[index].rank, named[index].text))
    offers = [_offers(one, marks, lines, drawing) for one in named]
    rivals = [_rivals(index, named) for index in range(len(named))]
    stands: dict[int, _Offer] = {}
    for _ in range(PASSES):
        before = dict(stands)
        for index in order:
            stands.pop(index, None)
            cost, offer = _best(
                offers[index], [stands[other].box for other in rivals[index] if other in stands]
            )
            if cost < COLLISION or not named[index].optional:
                stands[index] = offer
        if stands == before:
            break
    far = _far(stands, [index for index in order if index in stands], named, drawing)
    return [
        replace(stands[index].placed, far=index in far) if index in stands else None
        for index in range(len(named))
    ]


@dataclass(frozen=True)
class _Offer:
    """A place for a name, the room it takes, and its price as if there were no other names."""

    placed: Placed
    box: Box
    price: float


def _rivals(index: int, named: Sequence[Named]) -> list[int]:
    """The names that could ever stand where this one stands."""
    reach = _reach(named[index])
    return [
        other
        for other, rival in enumerate(named)
        if other != index and dist(rival.spot, named[index].spot) < reach + _reach(rival)
    ]


def _reach(named: Named) -> float:
    """How far from its mark a name can end, in the type of a wide screen."""
    return len(named.text) * NEAR_SIZE * LETTER + named.radius + 40


def _offers(
    named: Named, marks: Sequence[tuple[Point, float]], lines: Sequence[Point], drawing: Box
) -> list[_Offer]:
    """Every place for a name, priced by what it covers and where it ends."""
    near_marks = [
        (_around(spot, radius), _around(spot, radius + 8), COLLISION if radius > DOT else DOT_COVERED)
        for spot, radius in marks
        if spot != named.spot and dist(spot, named.spot) < NEARBY
    ]
    near_lines = sorted((y, x) for x, y in lines if dist((x, y), named.spot) < NEARBY)
    offers = []
    for order, placed in enumerate(_candidates(named)):
        box = placed.box(NEAR_SIZE)
        price = (
            sum(cost * box.meets(mark) for mark, _, cost in near_marks)
            + 4 * sum(box.meets(beside) for _, beside, _ in near_marks)
            + 0.9 * COLLISION * (not box.within(drawing))
            + 3 * (not placed.box(FAR_SIZE).within(drawing))
            + 1.5 * _covered(near_lines, box)
            + order / 3
        )
        offers.append(_Offer(placed, box, price))
    return offers


def _covered(points: Sequence[tuple[float, float]], box: Box) -> int:
    """How many of the points, as (y, x) from top to bottom, lie in the box."""
    rows = slice(bisect_left(points, (box.top, 0.0)), bisect_left(points, (box.bottom, 0.0)))
    return sum(box.left < x < box.right for _, x in points[rows])


def _around(spot: Point, radius: float) -> Box:
    return Box(spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius)


def _best(offers: Sequence[_Offer], taken: Sequence[Box]) -> tuple[float, _Offer]:
    """The cheapest place and its price, now that other names stand where they stand."""
    costs = [offer.price + 2 * COLLISION * sum(map(offer.box.meets, taken)) for offer in offers]
    cheapest = min(range(len(offers)), key=costs.__getitem__)
    return costs[cheapest], offers[cheapest]


def _candidates(named: Named) -> Iterator[Placed]:
    """Where a name may stand, the best first: beside its mark, under and above it, at its corners."""
    (x, y), gap = named.spot, named.radius + 6
    for dx, dy, anchor in (
        (gap, 7, "start"),
        (-gap, 7, "end"),
        (0, gap + 15, "middle"),
        (0, -gap - 3, "middle"),
        (gap - 4, -9, "start"),
        (-gap + 4, -9, "end"),
        (gap - 4, 22, "start"),
        (-gap + 4, 22, "end"),
        (8, gap + 16, "end"),
        (-8, gap + 16, "start"),
        (8, -gap - 4, "end"),
        (-8, -gap - 4, "start"),
        (gap + 14, -20, "start"),
        (-gap - 14, -20, "end"),
        (gap + 14, 32, "start"),
        (-gap - 14, 32, "end"),
        (0, gap + 34, "middle"),
        (0, -gap - 22, "middle"),
    ):
        yield Placed(named.text, x + dx, y + dy, anchor)


def _far(stands: dict[int, _Offer], order: Sequence[int], named: Sequence[Named], drawing: Box) -> set[int]:
    """The names that a phone can show: by rank, those whose bigger letters cover no other name or mark."""
    taken = {index: _around(one.spot, one.radius) for index, one in enumerate(named)}
    far: list[tuple[int, Box]] = []
    for index in order:
        big = stands[index].placed.box(FAR_SIZE)
        covers_mark = any(big.meets(mark) for other, mark in taken.items() if other != index)
        if big.within(drawing) and not covers_mark and not any(big.meets(box) for _, box in far):
            far.append((index, big))
    return {index for index, _ in far}
