"""A small umbrella with the fixed cast of the tests, made through actions like any other.

Villages: Hijken, Hooghalen and Laaghalen (one association), Elp, and Beilen that is too large to be a
member. Everybody is invented. Eight viewers look at everything: `House.viewers`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from naober.journal import follows
from naober.kit import dates
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Association, Body, Municipality, Person, Seat, Village
from naober.register import actions as register

SETUP = Actor.machine("setup")
SINCE = date(2020, 1, 1)
BODIES = (
    ("council", "Gemeenteraad"),
    ("committee", "Commissie Ruimte en Groen"),
    ("executive", "College van burgemeester en wethouders"),
)
ASSOCIATIONS = (
    ("Belangenvereniging Hijken", "Hijken", ("Hijken",)),
    ("Dorpsbelangen Hooghalen", "Hooghalen e.o.", ("Hooghalen", "Laaghalen")),
    ("Dorpsbelangen Elp", "Elp", ("Elp",)),
)


@dataclass(frozen=True)
class House:
    """The nouns of the small umbrella, by name."""

    municipality: Municipality
    bodies: dict[str, Body]
    villages: dict[str, Village]
    associations: dict[str, Association]
    people: dict[str, Person]

    def actor(self, name: str) -> Actor:
        """Who that person is right now; "visitor" is nobody we know."""
        return Actor.visitor() if name == "visitor" else people.actor_for(self.people[name].pk)

    def seat(self, name: str) -> Seat:
        """The first seat that person holds."""
        return Seat.objects.filter(person=self.people[name]).order_by("id")[0]

    @property
    def viewers(self) -> tuple[str, ...]:
        """The eight who look: visitor, follower, two boards, the umbrella's secretary and officer, and
        two across the table."""
        return ("visitor", *self.people)


# (key, name, role, association, body): the umbrella itself when neither is named.
CAST = (
    ("resident", "Annemieke Bos", "", "", ""),
    ("bert", "Bert Oosting", "secretary", "Hijken", ""),
    ("carla", "Carla Venema", "chair", "Hooghalen e.o.", ""),
    ("geertje", "Geertje Alberts", "secretary", "", ""),
    ("renske", "Renske Dekker", "rural_officer", "", ""),
    ("dirk", "Dirk Vos", "village_coordinator", "", "College van burgemeester en wethouders"),
    ("alderman", "Marleen Stol", "alderman", "", "College van burgemeester en wethouders"),
)


def build_house(at: datetime | None = None) -> House:
    """Make the small umbrella in an empty database, as if at `at` (now)."""
    with dates.as_if(at or dates.now()):
        return _build()


def _build() -> House:
    register.found_umbrella(
        by=SETUP,
        name="Dorpenoverleg",
        region="Midden-Drenthe",
        contact_name="Renske Dekker",
        contact_role="medewerker voor de dorpen",
        contact_phone="0000 - 00 00 00",
        contact_hours="maandag tot en met donderdag",
        contact_mail="info@dorpenoverleg.example",
    )
    municipality = register.add_municipality(by=SETUP, name="Midden-Drenthe", bodies=BODIES)
    register.add_theme(by=SETUP, code="verkeer", name="Verkeer")
    villages = {
        name: register.add_village(by=SETUP, municipality=municipality, name=name, kind="village")
        for name in ("Hijken", "Hooghalen", "Laaghalen", "Elp", "Beilen")
    }
    associations = {}
    for name, short_name, places in ASSOCIATIONS:
        association = register.add_association(by=SETUP, name=name, short_name=short_name)
        for place in places:
            register.add_membership(by=SETUP, association=association, village=villages[place], from_on=SINCE)
        associations[short_name] = association
    bodies = {body.name: body for body in Body.objects.all()}
    persons = {key: _add_player(key, name, role, associations.get(of), bodies.get(body))
               for key, name, role, of, body in CAST}  # fmt: skip
    follows.follow_village(persons["resident"], villages["Hijken"])
    return House(municipality, bodies, villages, associations, persons)


def _add_player(key: str, name: str, role: str, association: Association | None, body: Body | None) -> Person:
    person = register.add_person(by=SETUP, name=name, call_name=name.split()[0])
    if role:
        register.add_seat(
            by=SETUP, person=person, role=role, from_on=SINCE, association=association, body=body
        )
    register.add_address(by=SETUP, address=f"{key}@dorp.example", person=person)
    return person
