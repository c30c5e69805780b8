"""Taking in what a file says about places, as one."""

from naober.journal.action import action, require
from naober.kit.words import capital, counted, join_with_en
from naober.people.actor import Actor
from naober.people.models import Municipality, PlaceName, Village
from naober.register import queries, rules
from naober.register.actions import note
from naober.register.atlas.comparing import Differences, counted_residents, new_of
from naober.register.atlas.reading import ReadPlace


@action
def take_in_places(*, by: Actor, found: Differences, source: str) -> None:
    """Do all that a file of places asks, with one line in the journal: a municipality that is new, places,
    what was missing, borders. `source` is who made the borders."""
    require(rules.may_keep_register(by))
    if found.new_municipality:
        Municipality.objects.create(name=found.new_municipality)
    rows = {row.name: row for row in Municipality.objects.order_by("id")}
    for place in found.add:
        _add(rows[place.municipality or found.here], place)
    for village, place in found.complete:
        Village.objects.filter(pk=village.pk).update(**new_of(village, place))
    for outline in found.draw:
        drawn = Municipality.objects.filter(pk=rows[outline.name].pk)
        drawn.update(outline=outline.rings, outline_source=source)
    note(by, "places_taken_in", f"{capital(summary(found))} uit een bestand", rows[_about(found)].pk)


def summary(found: Differences) -> str:
    """What the file brings, counted: "drie plaatsen erbij, één grens getekend"."""
    parts = (
        (len(found.add), "plaats erbij", "plaatsen erbij"),
        (len(found.complete), "plaats aangevuld", "plaatsen aangevuld"),
        (len(found.draw), "grens getekend", "grenzen getekend"),
    )
    return join_with_en([counted(number, one, more) for number, one, more in parts if number])


def _about(found: Differences) -> str:
    """The municipality that the line is about: the first that something changes in."""
    named = [place.municipality or found.here for place in found.add]
    named += [village.municipality.name for village, _ in found.complete]
    return [*named, *(outline.name for outline in found.draw)][0]


def _add(municipality: Municipality, place: ReadPlace) -> None:
    village = Village.objects.create(
        municipality=municipality,
        name=place.name,
        slug=queries.free_village_slug(place.name),
        kind=place.kind,
        latitude=place.latitude,
        longitude=place.longitude,
        **counted_residents(place),
    )
    PlaceName.objects.bulk_create(
        PlaceName(village=village, kind=PlaceName.Kind.OTHER, text=text) for text in place.other_names
    )
