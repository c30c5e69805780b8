"""The door between a text and the tables: reads a paper with the names that this register knows."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from naober.decisions.reading import ReadDocument
from naober.decisions.reading.apart import read_apart
from naober.decisions.reading.files import Part, read_file
from naober.kit import dates
from naober.language.places import Gazetteer, Place
from naober.people import queries as people
from naober.people.models import PlaceName, Village

_KINDS = {
    PlaceName.Kind.OTHER: "other_names",
    PlaceName.Kind.ADJECTIVE: "adjectives",
    PlaceName.Kind.LANDMARK: "landmarks",
    PlaceName.Kind.ROAD: "roads",
    PlaceName.Kind.CLUB: "clubs",
}


def read_paper(texts: Sequence[str], municipality: str, today: date | None = None) -> ReadDocument:
    """Read a paper of `municipality` with all its places, members or not, so that the longest name wins. Of
    several texts (a mail and what hangs on it) the one with the most points counts. Raises Refusal for a
    text that takes too long to read."""
    parts = [Part("", text) for text in texts]
    return read_apart(
        parts, Gazetteer(places()), municipality=municipality or None, today=today or dates.today()
    )


def texts_of_file(name: str, content: bytes) -> list[str]:
    """The readable texts of a file that a stranger made, by a child process with limits. Raises Refusal."""
    with NamedTemporaryFile(suffix=Path(name).suffix[:10]) as file:
        file.write(content)
        file.flush()
        return [part.text for part in read_file(Path(file.name))]


def places() -> Iterable[Place]:
    """The places of the register in the words of the reader."""
    for village in Village.objects.select_related("municipality").prefetch_related("place_names"):
        names: dict[str, list[str]] = {field: [] for field in _KINDS.values()}
        for place_name in village.place_names.all():
            names[_KINDS[PlaceName.Kind(place_name.kind)]].append(place_name.text)
        yield Place(
            name=village.name,
            municipality=village.municipality.name,
            kind=village.get_kind_display(),
            risky=village.risky,
            **{field: tuple(texts) for field, texts in names.items()},
        )


def members_among(names: Iterable[str]) -> dict[str, Village]:
    """The villages of those names that a member speaks for: the only ones that are told."""
    wanted = set(names)
    return {v.name: v for v in people.member_villages(dates.today()) if v.name in wanted}


def words_of(title: str) -> list[str]:
    """The words of a title, by which two titles are compared."""
    return re.findall(r"\w+", title.lower())


def alike(one: str, other: str) -> bool:
    """Whether two titles share at least half of the words of the shorter one."""
    first, second = set(words_of(one)), set(words_of(other))
    return 2 * len(first & second) >= min(len(first), len(second))


def stable_key(number: str | None, title: str, position: int) -> str:
    """A name for a point within its sitting: its number, else its title, else its place."""
    words = " ".join(words_of(title))
    return (f"nr {number}" if number else words or f"plaats {position}")[:120]
