"""The gazetteer: which places exist, by which names, and where a text names one of them.

A name is found only as a whole word, the longest name wins ("Nieuw-Balinge" before "Balinge"), and a
text is scanned once however many names there are. Whether a mention *concerns* the place is not
decided here but by the reader of decisions.
"""

import csv
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

DATA = Path(__file__).parent / "data"
SHIPPED, COMMON_WORDS = DATA / "places.toml", DATA / "common_words.txt"

# How a place was named, from the surest to the least sure.
NAME, OTHER_NAME, ADJECTIVE, LANDMARK, ROAD, CLUB = (
    "name",
    "other_name",
    "adjective",
    "landmark",
    "road",
    "club",
)
CUES = (NAME, OTHER_NAME, ADJECTIVE, LANDMARK, ROAD, CLUB)

FOLDED = {"\u00a0": " ", "\u202f": " ", "\n": " ", "\r": " ", "\t": " ", "’": "'", "‘": "'", "`": "'",
          "\u2010": "-", "\u2011": "-", "–": "-", "—": "-"}  # fmt: skip
SHORTEST_REST = 4  # letters of a name that "Boven- en" leaves out
ELLIPSIS = re.compile(r"\b([A-Z][a-z]+)- (?:en|of) ([A-Z][a-z]+)\b")


@dataclass(frozen=True)
class Place:
    """One place and every way in which a text can name it."""

    name: str
    municipality: str = ""
    kind: str = "dorp"
    other_names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    landmarks: tuple[str, ...] = ()
    roads: tuple[str, ...] = ()
    clubs: tuple[str, ...] = ()
    risky: bool = False


class Mention(NamedTuple):
    """A stretch of text that names one place, or several that share a landmark."""

    start: int
    end: int
    surface: str
    cue: str
    places: tuple[Place, ...]


class Gazetteer:
    """A set of places that can be looked for in a text."""

    def __init__(self, places: Iterable[Place], not_places: Iterable[str] = ()):
        """`not_places` are longer names that hold a place's name and mean something else."""
        self.places = tuple(places)
        self._not_places = tuple(not_places)
        self._parts: dict[str, Gazetteer] = {}
        self._municipalities = {place.municipality for place in self.places}

    # Built with the first search: of a national list mostly one municipality is ever looked for.
    @cached_property
    def _patterns(self) -> dict[str, tuple[str, tuple[Place, ...]]]:
        patterns = _patterns(self.places)
        for name in self._not_places:
            for surface in spellings(name):
                patterns.setdefault(surface, ("", ()))
        return patterns

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(
            list(self._patterns), implementation=Implementation.ContiguousNFA, matchkind=MatchKind.Standard
        )

    @cached_property
    def _meanings(self) -> list[tuple[str, tuple[Place, ...]]]:
        """What each pattern of the automaton means, by its number there."""
        return list(self._patterns.values())

    @cached_property
    def _by_name(self) -> dict[str, list[Place]]:
        named: dict[str, list[Place]] = defaultdict(list)
        for place in self.places:
            named[place.name].append(place)
        return named

    @cached_property
    def _last_parts(self) -> frozenset[str]:
        """What follows a hyphen in a name: "Balinge" of "Nieuw-Balinge", "A-B" and "B" of "X-A-B"."""
        return frozenset(
            place.name[match.end() :] for place in self.places for match in re.finditer("-", place.name)
        )

    def find(self, text: str) -> list[Mention]:
        """Every place that `text` names, in order, without overlaps; the longest name wins."""
        # A space at both ends, so that every hit has a neighbour; positions move by one.
        folded = f" {fold(text)} "
        whole = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if not folded[end].isalnum() and not folded[start - 1].isalnum()
        ]
        found = self._longest(text, whole) if whole else []
        return found + self._elliptic(text) if "- " in text else found

    def _longest(self, text: str, whole: list[tuple[int, int, int]]) -> list[Mention]:
        """The mentions of hits (start, minus the end, pattern): from each start the longest, no overlaps."""
        whole.sort()
        meanings, found, taken = self._meanings, [], 0
        for start, minus_end, index in whole:
            if start < taken:
                continue
            taken = -minus_end
            cue, places = meanings[index]
            if places:
                found.append(Mention(start - 1, taken - 1, text[start - 1 : taken - 1], cue, places))
        return found

    def _elliptic(self, text: str) -> list[Mention]:
        """The first of "Boven- en Hoogersmilde": what is left out stands in the name that follows."""
        found = []
        for match in ELLIPSIS.finditer(text):
            first, second = match[1], match[2]
            for cut in range(len(second) - SHORTEST_REST + 1):
                for place in self._by_name.get(first + second[cut:], ()):
                    found.append(Mention(match.start(1), match.end(1), first, NAME, (place,)))
        return found

    def is_named(self, word: str) -> bool:
        """Whether `word` is the name of a place, or what follows the hyphen in one."""
        return word in self._by_name or word in self._last_parts

    def municipalities(self) -> set[str]:
        """The names of the municipalities that have a place here."""
        return self._municipalities

    def within(self, municipality: str) -> "Gazetteer":
        """Only the places of this municipality; empty when it is unknown."""
        key = plain_name(municipality)
        if key not in self._parts:
            own = [place for place in self.places if plain_name(place.municipality) == key]
            self._parts[key] = Gazetteer([_risky_if_own(place) for place in own], [municipality])
        return self._parts[key]


def _risky_if_own(place: Place) -> Place:
    """A place with the name of its municipality needs a context: "Coevorden" is mostly the municipality. An
    older list gives it as another name of the seat as well: that it is not."""
    own = plain_name(place.municipality)
    others = tuple(name for name in place.other_names if plain_name(name) != own)
    if others != place.other_names:
        place = replace(place, other_names=others)
    return replace(place, risky=True) if plain_name(place.name) == own else place


def plain_name(name: str) -> str:
    """A name without what differs from writer to writer: capitals, spaces, hyphens, apostrophes."""
    return re.sub(r"[\s\-'’.]", "", name).casefold()


def fold(text: str) -> str:
    """The text with one kind of space, hyphen and apostrophe; the same length, so positions stay."""
    for old, new in FOLDED.items():
        text = text.replace(old, new)
    return text


def _patterns(places: tuple[Place, ...]) -> dict[str, tuple[str, tuple[Place, ...]]]:
    """Surface -> (cue, places). A surface that is a name of one place is not a landmark of another."""
    owners: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        for cue, surface in _surfaces(place):
            if place not in owners[surface][cue]:
                owners[surface][cue].append(place)
    patterns = {}
    for surface, by_cue in owners.items():
        cue = next(cue for cue in CUES if cue in by_cue)
        patterns[surface] = (cue, tuple(by_cue[cue]))
    return patterns


def _surfaces(place: Place) -> Iterator[tuple[str, str]]:
    groups = (
        (NAME, (place.name,)),
        (OTHER_NAME, place.other_names),
        (ADJECTIVE, place.adjectives or derived_adjectives(place.name)),
        (LANDMARK, place.landmarks),
        (ROAD, place.roads),
        (CLUB, place.clubs),
    )
    for cue, names in groups:
        for name in names:
            for surface in spellings(name):
                yield cue, surface
            if cue in (NAME, OTHER_NAME) and len(name) > 3 and not is_common_word(name):
                yield cue, name.upper()


@lru_cache(maxsize=20_000)
def spellings(name: str) -> tuple[str, ...]:
    """The ways in which one name is written: hyphen, space or neither, article with or without capital."""
    name = " ".join(fold(name).split())
    found = [name]
    if "-" in name:
        found += [name.replace("-", " "), name.replace("-", "- "), name.replace("-", " - ")]
    article = re.match(r"(De|Het|'t|De|Den|Ter|Ten) (?=\S)", name, re.IGNORECASE)
    if article:
        rest = name[article.end() :]
        found += [article[1].lower() + " " + rest, article[1].capitalize() + " " + rest]
        if article[1].lower() in ("ter", "ten"):
            found.append(article[1].capitalize() + rest.lower())
    return tuple(dict.fromkeys(found))


def derived_adjectives(name: str) -> tuple[str, ...]:
    """Likely adjectives of a place whose own ones are not known: Gieten -> Gieter, Wijster -> Wijsterse."""
    if len(name) < 5 or " " in name or is_common_word(name):
        return ()
    stem = re.sub(r"en$|e$", "", name)
    made = dict.fromkeys((stem + "er", name + "se", stem + "ster"))
    return tuple(word for word in made if not is_common_word(word))


# ---------------------------------------------------------------- where places come from
@lru_cache(maxsize=1)
def shipped_rows() -> list[dict]:
    """All columns of the places that the product ships (`data/places.toml`), each with `municipality`."""
    table = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    return [{"municipality": table["municipality"], **row} for row in table["place"]]


@lru_cache(maxsize=1)
def shipped_places() -> tuple[Place, ...]:
    """The places that the product ships."""
    return tuple(_place_from_row(row) for row in shipped_rows())


def load_places(path: Path) -> tuple[Place, ...]:
    """Places from a file: JSON Lines as `--places` describes, or the CSV of the national list.

    Raises ValueError when the file is neither.
    """
    text = path.read_text(encoding="utf-8-sig")
    if text.lstrip().startswith("{"):
        return tuple(_place_from_row(json.loads(line)) for line in text.splitlines() if line.strip())
    rows = list(csv.DictReader(text.splitlines()))
    if not rows or "naam" not in rows[0]:
        raise ValueError("not a file of places: neither JSON Lines nor a CSV with a column `naam`")
    return tuple(_place_from_csv(row) for row in rows)


def with_shipped(places: Iterable[Place]) -> tuple[Place, ...]:
    """`places` plus what the product knows of them: a national list has names but no landmarks."""
    shipped = {(plain_name(p.municipality), plain_name(p.name)): p for p in shipped_places()}
    merged = []
    for place in places:
        known = shipped.pop((plain_name(place.municipality), plain_name(place.name)), None)
        merged.append(_merged(place, known) if known else place)
    given = {plain_name(place.municipality) for place in merged}
    return (*merged, *(place for (town, _), place in shipped.items() if town in given))


def _merged(place: Place, known: Place) -> Place:
    lists = {
        field: tuple(dict.fromkeys((*getattr(place, field), *getattr(known, field))))
        for field in ("adjectives", "landmarks", "roads", "clubs")
    }
    return Place(
        known.name, place.municipality, known.kind, known.other_names,
        risky=place.risky or known.risky, **lists,
    )  # fmt: skip


def _place_from_row(row: dict) -> Place:
    def names(*keys: str) -> tuple[str, ...]:
        return tuple(str(name) for key in keys for name in row.get(key) or ())

    return Place(
        name=str(row["name"]),
        municipality=str(row.get("municipality") or ""),
        kind=str(row.get("kind") or "dorp"),
        other_names=names("other_names", "drents"),
        adjectives=names("adjectives"),
        landmarks=names("landmarks", "halls"),
        roads=names("roads"),
        clubs=names("clubs"),
        risky=bool(row.get("risky")),
    )


def _place_from_csv(row: dict) -> Place:
    others = [name.strip() for name in (row.get("andere_namen") or "").split("|")]
    return Place(
        name=row["naam"].strip(),
        municipality=(row.get("gemeente_2023") or row.get("gemeente") or "").strip(),
        kind="buurtschap" if row.get("soort") == "PPLL" else "dorp",
        other_names=tuple(
            name
            for name in others
            if re.fullmatch(r"['A-ZÀ-Ý][\w' .-]{3,}", name) and not is_common_word(name)
        ),
        risky=is_common_word(row["naam"].strip()),
    )


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    lines = COMMON_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_common_word(name: str) -> bool:
    """True when a place name is also an everyday word, so that it needs a context."""
    return name.casefold() in _common_words()
