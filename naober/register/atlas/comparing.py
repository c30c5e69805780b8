"""What a file of places would change in the register: only what is missing, or newer. A name, a point or a
number that somebody kept by hand stays."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from naober.people.models import Municipality, Village
from naober.register.atlas.reading import Outline, ReadFile, ReadPlace


class NotForUsError(Exception):
    """The file says nothing of a municipality that it was read for. The message says in Dutch what to do."""


@dataclass
class Differences:
    """What is to be done: places to add by municipality, places to complete, borders to draw."""

    here: str = ""
    """Where a place lies of which the file does not say it."""
    new_municipality: str = ""
    add: list[ReadPlace] = field(default_factory=list)
    complete: list[tuple[Village, ReadPlace]] = field(default_factory=list)
    draw: list[Outline] = field(default_factory=list)
    known: int = 0
    elsewhere: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.add or self.complete or self.draw)


def compare(read: ReadFile, municipality: str = "") -> Differences:
    """What `read` would change. `municipality` is where a place lies of which the file does not say it, and
    the only one that is looked at; without it those of the register are.

    Raises NotForUsError when that leaves nothing, or when it is not clear which municipality is meant.
    """
    registered = {row.name: row for row in Municipality.objects.order_by("id")}
    wanted = {municipality} if municipality else set(registered)
    here = _default(read, municipality, registered)
    found = Differences(here=here)
    for outline in read.outlines:
        if outline.name not in wanted:
            found.elsewhere += 1
        elif _rings(outline) == (registered[outline.name].outline if outline.name in registered else None):
            found.known += 1
        else:
            found.draw.append(outline)
    _compare_places(read, wanted, found)
    if found.is_empty and not found.known:
        raise NotForUsError(_nothing_for(wanted))
    if municipality and municipality not in registered:
        found.new_municipality = municipality
    return found


def _compare_places(read: ReadFile, wanted: set[str], found: Differences) -> None:
    known: Mapping[str, dict[str, Village]] = defaultdict(dict)
    for village in Village.objects.select_related("municipality").order_by("id"):
        known[village.municipality.name][village.name] = village
    added: set[tuple[str, str]] = set()
    for place in read.places:
        where = place.municipality or found.here
        namesake: Village | None = known[where].get(place.name)
        if where not in wanted or (namesake is None and place.known_only):
            found.elsewhere += 1
        elif namesake is None and (where, place.name) not in added:
            added.add((where, place.name))
            found.add.append(place)
        elif namesake is not None and new_of(namesake, place):
            found.complete.append((namesake, place))
        else:
            found.known += 1


def new_of(village: Village, place: ReadPlace) -> dict[str, object]:
    """What a place of the file adds to a village of the register: a point that was missing, a newer count."""
    new: dict[str, object] = {}
    if village.latitude is None or village.longitude is None:
        new |= {"latitude": place.latitude, "longitude": place.longitude}
    if place.residents is not None and (place.residents_year or 0) > (village.residents_year or 0):
        new |= counted_residents(place)
    return new


def counted_residents(place: ReadPlace) -> dict[str, object]:
    """The count of residents as the register keeps it: with its year and its source."""
    if place.residents is None:
        return {}
    return {
        "residents": place.residents,
        "residents_year": place.residents_year,
        "residents_source": "CBS",
    }


def _rings(outline: Outline) -> list[list[list[float]]]:
    """As the database gives it back."""
    return [[list(spot) for spot in ring] for ring in outline.rings]


def _default(read: ReadFile, municipality: str, registered: Mapping[str, Municipality]) -> str:
    """Where a place lies of which the file does not say it."""
    if municipality or all(place.municipality for place in read.places):
        return municipality
    if len(registered) != 1:
        raise NotForUsError("Dit bestand zegt niet in welke gemeente het is. Noem haar: --gemeente NAAM.")
    return next(iter(registered))


def _nothing_for(wanted: set[str]) -> str:
    if not wanted:
        return "Er staat nog geen gemeente in het register. Noem haar: --gemeente NAAM."
    names = " of ".join(sorted(wanted))
    return f"In dit bestand staat niets over {names}. Is het een andere gemeente, noem haar: --gemeente NAAM."
