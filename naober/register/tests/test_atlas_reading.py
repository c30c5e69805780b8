"""Reading a file of places or borders: what it says, or a Dutch sentence about what is wrong with it."""

import json
from math import cos, radians, sin

import pytest

from naober.register.atlas.reading import UnreadableError, read_places_file, shapes
from naober.register.atlas.reading.places_file import MOST_BYTES

SQUARE = [[6.4, 52.8], [6.6, 52.8], [6.6, 53.0], [6.4, 53.0], [6.4, 52.8]]


def feature(shape, coordinates, **properties):
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def geojson(*features):
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def table(*lines):
    return "\n".join(lines).encode()


def test_a_border_of_a_municipality_is_an_outline():
    read = read_places_file(geojson(feature("Polygon", [SQUARE], code="GM9999", naam="Proefland")))
    [outline] = read.outlines
    assert outline.name == "Proefland"
    assert outline.rings == (((52.8, 6.4), (52.8, 6.6), (53.0, 6.6), (53.0, 6.4)),)
    assert (read.places, read.left_out) == ((), 0)


def test_a_border_in_parts_begins_with_the_largest_and_leaves_specks_and_holes_out():
    speck = [[6.70, 52.8], [6.71, 52.8], [6.71, 52.81], [6.70, 52.8]]
    island = [[7.0, 52.8], [7.1, 52.8], [7.1, 52.9], [7.0, 52.9], [7.0, 52.8]]
    hole = [[6.45, 52.85], [6.5, 52.85], [6.5, 52.9], [6.45, 52.85]]
    parts = [[speck], [island], [SQUARE, hole]]
    [outline] = read_places_file(geojson(feature("MultiPolygon", parts, naam="Proefland"))).outlines
    assert [ring[0] for ring in outline.rings] == [(52.8, 6.4), (52.8, 7.0)]


def test_what_is_no_municipality_and_no_place_is_left_out():
    read = read_places_file(
        geojson(
            feature("Polygon", [SQUARE], code="WK999901", naam="Proefwijk"),
            feature("LineString", SQUARE, naam="Een weg"),
            feature("Point", [6.5, 52.9], naam="Elders", in_gemeentegrens=False),
        )
    )
    assert (read.outlines, read.places, read.left_out) == ((), (), 3)


def test_a_fine_border_becomes_as_fine_as_a_map_needs():
    def on_circle(n):
        turn = radians(n * 360 / 5000)
        return [6.5 + 0.2 * cos(turn), 52.9 + 0.1 * sin(turn) + n % 2 * 0.00001]

    ring = [on_circle(n) for n in range(5000)]
    [outline] = read_places_file(geojson(feature("Polygon", [ring], naam="Proefland"))).outlines
    assert 40 < len(outline.rings[0]) <= shapes.DRAWN_POINTS
    assert abs(shapes.area(outline.rings[0]) / shapes.area([(lat, lon) for lon, lat in ring]) - 1) < 0.01


def test_a_place_keeps_the_newest_count_that_has_a_year():
    read = read_places_file(
        geojson(
            feature("Point", [6.5, 52.9], naam="  Proef  dorp", soort="buurtschap", inwoners_2022=80,
                    inwoners_2024=90, inwoners_2026=None, inwoners_indicatief=1000)
        )
    )  # fmt: skip
    [place] = read.places
    assert (place.name, place.kind, place.latitude, place.longitude) == ("Proef dorp", "hamlet", 52.9, 6.5)
    assert (place.residents, place.residents_year) == (90, 2024)


def test_a_table_of_the_country_says_where_each_place_lies_and_how_else_it_is_called():
    read = read_places_file(
        table(
            "naam,andere_namen,lat,lon,soort,gemeente_2023,inwoners_indicatief",
            "Proefdorp,Proof|Proefdorp|,52.9,6.5,PPL,Proefland,900",
            "Proefhoek,,52.8,6.4,PPLL,Anderland,",
            "Bestuur,,52.8,6.4,PPLG,Anderland,",
        )
    )
    first, second = read.places
    assert (first.municipality, first.kind, first.other_names, first.residents) == (
        "Proefland", "village", ("Proof",), None,
    )  # fmt: skip
    assert (second.kind, read.left_out) == ("hamlet", 1)


def test_a_table_of_the_census_says_where_known_places_lie():
    read = read_places_file(
        table(
            "buurtcode;buurtnaam;lat;lon",
            "BU99990001;Proefdorp;52.9;6.5",
            "BU99990009;Verspreide huizen Proefdorp;52.9;6.5",
        )
    )
    assert [(place.name, place.known_only) for place in read.places] == [("Proefdorp", True)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Dit bestand is leeg"),
        (b"   \n", "Dit bestand is leeg"),
        (b"\xff\xfe\x00", "geen tekst in UTF-8"),
        (b"x" * (MOST_BYTES + 1), "te groot: meer dan 30 MB"),
        (b'{"type": "FeatureCollection", "features": [', "afgebroken of beschadigd"),
        (b"[" * 100_000, "namen van de kolommen"),
        (b'{"type": "Topology", "arcs": []}', "Sla het op als GeoJSON"),
        (b'{"type": "FeatureCollection", "features": 5}', "geen GeoJSON met vlakken of punten"),
        (b'{"type": "FeatureCollection", "features": [{"type": "Feature"}]}', "geen GeoJSON met vlakken"),
        (b'{"hello": "world"}', "geen GeoJSON met vlakken of punten"),
        (geojson(feature("Point", [6.5, 52.9])), "Regel 1 heeft geen naam"),
        (geojson(feature("Point", [6.5, 52.9], naam="x" * 81)), "meer dan 80 letters"),
        (geojson(feature("Point", [52.9, 6.5], naam="Elp")), "breedte en lengte andersom"),
        (geojson(feature("Point", [237_000, 545_000], naam="Elp")), "stelsel van het Kadaster"),
        (geojson(feature("Point", [13.4, 52.5], naam="Elp")), "ligt niet in Nederland"),
        (geojson(feature("Point", ["oost", 52.9], naam="Elp")), "Dit is geen punt"),
        (geojson(feature("Point", [float("nan"), 52.9], naam="Elp")), "ligt niet in Nederland"),
        (geojson(feature("Polygon", [], naam="Elp")), "geen vlak"),
        (geojson(feature("Polygon", 5, naam="Elp")), "geen vlak"),
        (geojson(feature("MultiPolygon", 5, naam="Elp")), "geen vlak"),
        (geojson(feature("Polygon", [SQUARE[:2]], naam="Elp")), "minder dan drie hoeken"),
        (geojson(feature("Polygon", [[[6.5, 52.9]] * 100_002], naam="Elp")), "meer dan 100000 punten"),
        (table("naam,lat", "Elp,52.9"), "minstens naam, lat en lon"),
        (table("naam,lat,lon", "Elp,52.9,"), "Regel 2 (Elp) heeft geen goed punt"),
        (table("naam,lat,lon", *["Elp,52.9,6.5"] * 60_001), "meer dan 60000 regels"),
    ],
    ids=range(25),
)
def test_what_can_not_be_used_says_in_dutch_why(data, says):
    with pytest.raises(UnreadableError, match=says.replace("(", r"\(").replace(")", r"\)")):
        read_places_file(data)
