"""What a file of places says."""

from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]
"""Points as (latitude, longitude); the last is joined to the first."""


class UnreadableError(Exception):
    """The file can not be used. The message says in Dutch what is wrong and what to do."""


@dataclass(frozen=True)
class Outline:
    """The border of a municipality, simple enough to draw, the largest part first."""

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class ReadPlace:
    """A village or hamlet. `known_only`: a part of the census, that says where a place is but not that it
    is one. `municipality` is "" when the file does not say."""

    name: str
    municipality: str
    kind: str
    latitude: float
    longitude: float
    residents: int | None = None
    residents_year: int | None = None
    other_names: tuple[str, ...] = ()
    known_only: bool = False


@dataclass(frozen=True)
class ReadFile:
    """Everything in one file, in its order, and how much of it is neither a place nor a border of a
    municipality."""

    outlines: tuple[Outline, ...] = ()
    places: tuple[ReadPlace, ...] = ()
    left_out: int = 0
