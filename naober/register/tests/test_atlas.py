"""Places and borders from a file in the register: what is new or missing, once, with one line."""

import json

import pytest
from django.core.cache import cache
from django.test import Client

from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.people.models import Municipality, Village
from naober.register import actions as register
from naober.register.atlas.actions import take_in_places
from naober.register.atlas.comparing import compare
from naober.register.atlas.reading import read_places_file
from naober.register.atlas.verb import import_places
from naober.register.places import places_on_map
from naober.register.tests.test_atlas_reading import SQUARE, feature, geojson, table
from testing.house import SETUP, build_house

pytestmark = pytest.mark.django_db
PLACES = geojson(
    feature("Point", [6.5, 52.9], naam="Hijken", soort="woonplaats", inwoners_2024=700),
    feature("Point", [6.55, 52.85], naam="Proefhoek", soort="buurtschap"),
)
BORDER = geojson(
    feature("Polygon", [SQUARE], code="GM9999", naam="Midden-Drenthe"),
    feature("Polygon", [SQUARE], code="GM9998", naam="Anderland"),
)


@pytest.fixture
def house(db):
    cache.clear()
    yield build_house()
    cache.clear()


@pytest.fixture
def take_in(tmp_path, capsys):
    """Run the verb on a file with this in it: exit status, what it said, what it complained of."""

    def run(data, *options):
        path = tmp_path / "plaatsen"
        path.write_bytes(data)
        status = import_places([str(path), *options])
        said = capsys.readouterr()
        return status, said.out.strip(), said.err.strip()

    return run


def test_places_come_in_and_what_was_missing_is_filled_in(house, take_in):
    assert take_in(PLACES) == (0, "Eén plaats erbij en één plaats aangevuld.", "")
    hijken, corner = Village.objects.get(name="Hijken"), Village.objects.get(name="Proefhoek")
    assert (hijken.latitude, hijken.longitude) == (52.9, 6.5)
    assert (hijken.residents, hijken.residents_year, hijken.residents_source) == (700, 2024, "CBS")
    assert (corner.slug, corner.kind, corner.municipality) == ("proefhoek", "hamlet", house.municipality)


def test_the_same_file_again_changes_nothing(house, take_in):
    take_in(PLACES)
    before = Entry.objects.count(), list(Village.objects.order_by("id").values())
    assert take_in(PLACES) == (0, "Er veranderde niets.\nEr stond al zo: twee onderdelen.", "")
    assert (Entry.objects.count(), list(Village.objects.order_by("id").values())) == before


def test_one_file_leaves_one_line(house, take_in):
    before = Entry.objects.count()
    take_in(PLACES)
    entry = Entry.objects.latest("id")
    assert (Entry.objects.count(), entry.kind, entry.audience) == (before + 1, "places_taken_in", "board")
    assert entry.line == "Eén plaats erbij en één plaats aangevuld uit een bestand"


def test_what_somebody_kept_by_hand_stays(house, take_in):
    register.add_village(
        by=SETUP, municipality=house.municipality, name="Proefhoek", kind="village", latitude=52.7,
        longitude=6.3, residents=50, residents_year=2025, residents_source="eigen telling",
    )  # fmt: skip
    later = geojson(feature("Point", [6.55, 52.85], naam="Proefhoek", inwoners_2024=60))
    assert take_in(later)[1] == "Er veranderde niets.\nEr stond al zo: één onderdeel."
    assert Village.objects.get(name="Proefhoek").latitude == 52.7


def test_a_table_of_the_country_gives_only_the_places_of_the_register(house, take_in):
    country = table(
        "naam,andere_namen,lat,lon,soort,gemeente_2023",
        "Proefhoek,Proof|Hoek,52.85,6.55,PPLL,Midden-Drenthe",
        "Ver weg,,51.9,5.5,PPL,Anderland",
    )
    status, said, _ = take_in(country)
    assert (status, said) == (
        0,
        "Eén plaats erbij.\nOvergeslagen, want van een andere gemeente of geen plaats of gemeentegrens: 1.",
    )
    names = Village.objects.get(name="Proefhoek").place_names.order_by("text").values_list("kind", "text")
    assert list(names) == [("other", "Hoek"), ("other", "Proof")]


def test_a_municipality_that_is_named_comes_along(house, take_in):
    places = table("naam,lat,lon,gemeente", "Ver weg,51.9,5.5,Anderland", "Hijken,52.9,6.5,Midden-Drenthe")
    assert take_in(places, "--gemeente", "Anderland")[0] == 0
    assert Village.objects.get(name="Ver weg").municipality.name == "Anderland"
    assert Village.objects.get(name="Hijken").latitude is None


def test_a_part_of_the_census_makes_no_new_place(house, take_in):
    census = table("buurtcode,buurtnaam,lat,lon", "BU1,Hijken,52.9,6.5", "BU2,Hijken Zuid,52.8,6.5")
    assert take_in(census)[1].startswith("Eén plaats aangevuld.\n")
    assert not Village.objects.filter(name="Hijken Zuid").exists()


def test_a_border_is_kept_and_drawn(house, take_in):
    take_in(PLACES)
    assert places_on_map().outline == ()
    cache.clear()
    assert take_in(BORDER, "--bron", "Het Kadaster")[1].startswith("Eén grens getekend.\n")
    on_map = places_on_map()
    assert on_map.outline == (((52.8, 6.4), (52.8, 6.6), (53.0, 6.6), (53.0, 6.4)),)
    assert on_map.outline_source == "Het Kadaster"
    body = Client().get("/").content.decode()
    assert 'class="naober-map__land"' in body
    assert "Grens: Het Kadaster." in body
    assert take_in(BORDER)[1].startswith("Er veranderde niets.\n")


def test_without_a_border_the_land_is_soft(house, take_in):
    take_in(PLACES)
    body = Client().get("/").content.decode()
    assert 'class="naober-map__land naober-map__land--soft"' in body
    assert "Grens:" not in body


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (geojson(feature("Polygon", [SQUARE], naam="Anderland")), "niets over Midden-Drenthe"),
        (geojson(feature("Polygon", [SQUARE], code="WK1", naam="Wijk")), "niets over Midden-Drenthe"),
        (b"{", "afgebroken of beschadigd"),
    ],
)
def test_a_file_that_is_of_no_use_changes_nothing(house, take_in, data, says):
    before = Entry.objects.count()
    status, said, complaint = take_in(data)
    assert (status, said, says in complaint, Entry.objects.count()) == (1, "", True, before)


def test_with_two_municipalities_a_file_must_say_which(house, take_in):
    register.add_municipality(by=SETUP, name="Anderland", bodies=())
    status, _, complaint = take_in(PLACES)
    assert (status, complaint) == (
        1,
        "Dit bestand zegt niet in welke gemeente het is. Noem haar: --gemeente NAAM.",
    )
    assert take_in(PLACES, "--gemeente", "Midden-Drenthe")[0] == 0


def test_a_file_that_is_not_there_says_so(house, capsys, tmp_path):
    assert import_places([str(tmp_path / "nergens")]) == 1
    assert "is er niet, of het is niet te lezen" in capsys.readouterr().err


def test_without_a_file_the_verb_was_used_wrongly():
    with pytest.raises(SystemExit, match="2"):
        import_places([])


def test_nobody_else_takes_places_in(house):
    found = compare(read_places_file(PLACES))
    for who in ("bert", "resident", "dirk"):
        with pytest.raises(NotAllowedError):
            take_in_places(by=house.actor(who), found=found, source="")
    assert Municipality.objects.get().outline == []


def test_the_border_is_json_that_any_program_reads(house, take_in):
    take_in(BORDER)
    assert json.loads(json.dumps(Municipality.objects.get().outline))[0][0] == [52.8, 6.4]
