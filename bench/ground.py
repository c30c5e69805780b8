"""The register of the bench, made by actions: invented villages, their boards, an officer, residents."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from naober.journal import follows
from naober.people.actor import Actor
from naober.people.models import Association, Body, Municipality, Person, Village
from naober.register import actions as register

SETUP = Actor.machine("setup")
SINCE = date(2010, 1, 1)
VILLAGES = 40
SIZES = (1, 2, 1, 3, 1)  # how many villages an association speaks for, in turn
RESIDENTS = 50


@dataclass(frozen=True)
class Ground:
    """The register. `secretaries` are by the id of the village that they sit for."""

    villages: list[Village]
    secretaries: dict[int, Person]
    body: Body
    officer: Person
    coordinator: Person
    residents: list[Person]

    @property
    def big(self) -> Village:
        return self.villages[0]

    @property
    def hidden(self) -> Village:
        return self.villages[1]

    @property
    def small(self) -> Village:
        """By no member association, so a point about all villages is not about this one."""
        return self.villages[-1]

    @property
    def usual(self) -> list[Village]:
        return self.villages[2:-1]


def make_register() -> Ground:
    """Make the register in an empty database."""
    register.found_umbrella(
        by=SETUP, name="Dorpenoverleg", region="Proefland", contact_name="Anna Proef",
        contact_role="medewerker voor de dorpen", contact_phone="0000 - 00 00 00",
        contact_hours="maandag tot en met donderdag", contact_mail="info@proefland.example",
    )  # fmt: skip
    bodies = (("council", "Gemeenteraad"), ("executive", "College van burgemeester en wethouders"))
    municipality = register.add_municipality(by=SETUP, name="Proefland", bodies=bodies)
    villages = [_add_village(municipality, number) for number in range(1, VILLAGES + 1)]
    council, college = Body.objects.order_by("id")
    ground = Ground(
        villages,
        _seat_boards(villages[:-1]),
        council,
        officer=_seat("Olga Proef", "rural_officer"),
        coordinator=_seat("Karel Proef", "village_coordinator", body=college),
        residents=[_person(f"Inwoner {number}") for number in range(RESIDENTS)],
    )
    for number, resident in enumerate(ground.residents):
        follows.follow_village(resident, villages[number % (VILLAGES - 1)])
    return ground


def _add_village(municipality: Municipality, number: int) -> Village:
    """Add a village at a point of a slightly slanted grid, so that the map has something to draw."""
    row, column = divmod(number, 7)
    return register.add_village(
        by=SETUP,
        municipality=municipality,
        name=f"Proefdorp {number:02}",
        kind="village",
        latitude=52.8 + column / 40 + number / 900,
        longitude=6.4 + row / 25 + column / 90,
    )


def _seat_boards(villages: list[Village]) -> dict[int, Person]:
    """Give every village an association with a board; the secretaries by village."""
    secretaries: dict[int, Person] = {}
    for number, covered in enumerate(_groups(villages)):
        name = f"Dorpsbelangen {covered[0].name}"
        association = register.add_association(by=SETUP, name=name, short_name=covered[0].name)
        for village in covered:
            register.add_membership(by=SETUP, association=association, village=village, from_on=SINCE)
        register.add_address(by=SETUP, address=f"bestuur.{number}@proefland.example", association=association)
        for role in ("chair", "secretary", "treasurer"):
            person = _seat(f"Bestuurslid {number} {role}", role, association=association)
            if role == "secretary":
                secretaries |= {village.pk: person for village in covered}
    return secretaries


def _groups(villages: list[Village]) -> Iterator[list[Village]]:
    rest, turn = list(villages), 0
    while rest:
        size = SIZES[turn % len(SIZES)]
        yield rest[:size]
        rest, turn = rest[size:], turn + 1


def _seat(name: str, role: str, association: Association | None = None, body: Body | None = None) -> Person:
    person = _person(name)
    shown = role in ("chair", "secretary")
    seat = register.add_seat(
        by=SETUP, person=person, role=role, from_on=SINCE, association=association, body=body,
        shown_public=shown,
    )  # fmt: skip
    register.add_address(by=SETUP, address=f"functie.{seat.pk}@proefland.example", seat=seat)
    return person


def _person(name: str) -> Person:
    person = register.add_person(by=SETUP, name=name, call_name=name.split()[0])
    address = f"{name.replace(' ', '.').lower()}@proefland.example"
    register.add_address(by=SETUP, address=address, person=person)
    return person
