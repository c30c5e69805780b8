"""A file of places or borders: GeoJSON, or a table (CSV) with a name and a point in each row."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from naober.register.atlas.reading import shapes
from naober.register.atlas.reading.model import Outline, ReadFile, ReadPlace, UnreadableError

MOST_BYTES = 30_000_000
MOST_ROWS = 60_000
MOST_NAME = 80
MOST_NAMES = 20
NO_NAME = "Regel {} heeft geen naam."
# What files of the statistics office, of GeoNames and of others call the same.
NAME = ("naam", "buurtnaam", "gemeentenaam", "statnaam", "name")
CODE = ("code", "buurtcode", "statcode")
MUNICIPALITY = ("gemeente_2023", "gemeente", "gemeentenaam", "municipality")
LATITUDE = ("lat", "latitude", "breedte")
LONGITUDE = ("lon", "lng", "longitude", "lengte")
KIND = ("soort", "kind")
HAMLETS = ("buurtschap", "ppll", "pplx", "hamlet", "gehucht")
NOT_PLACES = ("pplg", "ppls")  # seats of government and the like
# The statistics office calls what lies around a village by a name of its own.
AROUND = "verspreide huizen"
RESIDENTS = "inwoners_"


def read_places_file(data: bytes) -> ReadFile:
    """What a file says. Raises UnreadableError with a Dutch sentence for whoever picked the file."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"Dit bestand is te groot: meer dan {MOST_BYTES // 1_000_000} MB.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(
            "Dit bestand is geen tekst in UTF-8. Sla het zo op en probeer het weer."
        ) from None
    if not text.strip():
        raise UnreadableError("Dit bestand is leeg.")
    return _geojson(text) if text.lstrip().startswith("{") else _table(text)


# --- GeoJSON ------------------------------------------------------------------------------------------------


def _geojson(text: str) -> ReadFile:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError(
            "Dit bestand is geen geldige GeoJSON: het is afgebroken of beschadigd."
        ) from None
    if found.get("type") == "Topology":
        raise UnreadableError("Dit is TopoJSON. Sla het op als GeoJSON en probeer het dan weer.")
    features = found.get("features") if found.get("type") == "FeatureCollection" else [found]
    if not isinstance(features, list) or not all(_is_feature(feature) for feature in features):
        raise UnreadableError("Dit bestand is geen GeoJSON met vlakken of punten.")
    if len(features) > MOST_ROWS:
        raise UnreadableError(f"Dit bestand heeft meer dan {MOST_ROWS} onderdelen. Neem een kleiner deel.")
    outlines, places, left_out = [], [], 0
    for number, feature in enumerate(features, start=1):
        read = _feature(number, feature)
        outlines += [read] if isinstance(read, Outline) else []
        places += [read] if isinstance(read, ReadPlace) else []
        left_out += read is None
    return ReadFile(tuple(outlines), tuple(places), left_out)


def _is_feature(feature: Any) -> bool:
    return (
        isinstance(feature, dict)
        and isinstance(feature.get("properties"), dict)
        and isinstance(feature.get("geometry"), dict)
    )


def _feature(number: int, feature: dict[str, Any]) -> Outline | ReadPlace | None:
    """A place, a border of a municipality, or None for what is neither."""
    properties = {str(key).lower(): value for key, value in feature["properties"].items()}
    kind, shape = feature["geometry"].get("type"), feature["geometry"].get("coordinates")
    if kind == "Point":
        latitude, longitude = shapes.point(shape)
        return _place(number, {**properties, "lat": latitude, "lon": longitude})
    code = _first(properties, CODE)
    if kind not in ("Polygon", "MultiPolygon") or not (not code or code.upper().startswith("GM")):
        return None
    polygons = [shape] if kind == "Polygon" else shape
    if not isinstance(polygons, list):
        raise UnreadableError("Een grens in dit bestand is geen vlak.")
    return Outline(_name(number, properties), shapes.outline(polygons))


# --- a table ------------------------------------------------------------------------------------------------


def _table(text: str) -> ReadFile:
    first_line = text.split("\n", 1)[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    try:
        rows = [
            {(key or "").strip().lower(): value for key, value in row.items()}
            for row in csv.DictReader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error:
        raise UnreadableError("Dit bestand is geen tabel en geen GeoJSON.") from None
    if not rows or not all(set(names) & set(rows[0]) for names in (NAME, LATITUDE, LONGITUDE)):
        raise UnreadableError(
            "Boven aan de tabel horen de namen van de kolommen te staan: minstens naam, lat en lon."
        )
    if len(rows) > MOST_ROWS:
        raise UnreadableError(f"Deze tabel heeft meer dan {MOST_ROWS} regels. Neem een kleiner deel.")
    read = [_place(number, row) for number, row in enumerate(rows, start=2)]
    return ReadFile(places=tuple(place for place in read if place), left_out=sum(p is None for p in read))


def _place(number: int, row: Mapping[str, Any]) -> ReadPlace | None:
    """A place, or None for a row that is about something else."""
    name = _name(number, row)
    kind, code = _first(row, KIND).lower(), _first(row, CODE).upper()
    elsewhere = row.get("in_gemeentegrens") is False
    if elsewhere or kind in NOT_PLACES or name.lower().startswith(AROUND):
        return None
    try:
        point = float(_first(row, LATITUDE)), float(_first(row, LONGITUDE))
    except ValueError:
        raise UnreadableError(f"Regel {number} ({name}) heeft geen goed punt (lat en lon).") from None
    latitude, longitude = shapes.checked(*point)
    residents, year = _residents(row)
    return ReadPlace(
        name=name,
        municipality=_first(row, MUNICIPALITY),
        kind="hamlet" if kind in HAMLETS else "village",
        latitude=latitude,
        longitude=longitude,
        residents=residents,
        residents_year=year,
        other_names=_other_names(name, _first(row, ("andere_namen", "other_names"))),
        known_only=code.startswith(("BU", "WK")),
    )


def _name(number: int, row: Mapping[str, Any]) -> str:
    name = " ".join(_first(row, NAME).split())
    if not name:
        raise UnreadableError(NO_NAME.format(number))
    if len(name) > MOST_NAME:
        raise UnreadableError(f"Regel {number} heeft een naam van meer dan {MOST_NAME} letters: {name[:40]}…")
    return name


def _first(row: Mapping[str, Any], keys: Iterable[str]) -> str:
    """The first of these columns that says something."""
    found = (row[key] for key in keys if row.get(key) not in (None, ""))
    return str(next(found, "")).strip()


def _other_names(name: str, written: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in written.split("|"))
    names = dict.fromkeys(part for part in parts if part and part != name and len(part) <= MOST_NAME)
    return tuple(names)[:MOST_NAMES]


def _residents(row: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """The newest count of residents that names its year (`inwoners_2024`), with that year."""
    counted = {
        int(key.removeprefix(RESIDENTS)): str(value)
        for key, value in row.items()
        if key.startswith(RESIDENTS) and key.removeprefix(RESIDENTS).isdigit() and value not in (None, "")
    }
    years = [year for year in sorted(counted, reverse=True) if counted[year].isdigit()]
    return (int(counted[years[0]]), years[0]) if years else (None, None)
