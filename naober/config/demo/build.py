"""Builds the demo through actions, relative to today. Runs once: a database that holds an umbrella is
left as it is."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from naober.config.demo import cast
from naober.contact import actions as contact
from naober.decisions.actions import confirm_everywhere, confirm_item
from naober.decisions.intake import take_in_paste
from naober.decisions.models import Item, Sitting
from naober.journal import follows
from naober.kit import dates
from naober.kit.words import day_and_year, day_long
from naober.language.places import shipped_rows
from naober.people import queries as people
from naober.people.actor import Actor, Channel
from naober.people.models import Association, Body, Municipality, Person, PlaceName, Village
from naober.post.worker import work_once
from naober.register import actions as register
from naober.register.own_village import actions as own_village

PAPERS = Path(__file__).parent / "papers"
FOUNDED_DAYS_AGO = 400
SETUP = Actor.machine("setup")


def build_demo() -> bool:
    """Make the demo in an empty database; False when there is an umbrella already."""
    if people.umbrella():
        return False
    today = dates.today()
    with dates.as_if(_moment(today - timedelta(days=FOUNDED_DAYS_AGO), 9)):
        _found(today - timedelta(days=FOUNDED_DAYS_AGO))
    _answer_the_telephone(today)
    _keep_the_villages(today)
    _hold_sittings(today)
    return True


def _found(day: date) -> None:
    register.found_umbrella(by=SETUP, **cast.UMBRELLA)
    municipality = register.add_municipality(by=SETUP, name="Midden-Drenthe", bodies=cast.BODIES)
    for code, name in cast.THEMES:
        register.add_theme(by=SETUP, code=code, name=name)
    villages = _add_places(municipality)
    associations = _add_associations(villages, day)
    _add_people(associations, day)


def _add_places(municipality: Municipality) -> dict[str, Village]:
    villages = {row["name"]: _add_place(municipality, row) for row in shipped_rows()}
    for name, latitude, longitude in cast.INVENTED_PLACES:
        villages[name] = register.add_village(
            by=SETUP, municipality=municipality, name=name, kind="village",
            latitude=latitude, longitude=longitude, invented=True,
        )  # fmt: skip
    return villages


def _add_place(municipality: Municipality, row: dict) -> Village:
    kinds = {
        "other": ("other_names", "drents"),
        "adjective": ("adjectives",),
        "landmark": ("landmarks",),
        "road": ("roads",),
        "club": ("clubs", "halls"),
    }
    names = {text: kind for kind, keys in kinds.items() for key in keys for text in row.get(key, ())}
    return register.add_village(
        by=SETUP,
        municipality=municipality,
        name=row["name"],
        kind="village" if row["kind"] == "dorp" else "hamlet",
        latitude=row.get("lat"),
        longitude=row.get("lon"),
        residents=row.get("residents"),
        residents_year=row.get("residents_year"),
        residents_source="CBS" if row.get("residents") else "",
        risky=bool(row.get("risky")),
        names=[PlaceName(kind=kind, text=text) for text, kind in names.items()],
    )


def _add_associations(villages: dict[str, Village], day: date) -> dict[str, Association]:
    associations = {}
    for name, short_name, places in cast.ASSOCIATIONS:
        association = register.add_association(by=SETUP, name=name, short_name=short_name)
        for place in places:
            register.add_membership(by=SETUP, association=association, village=villages[place], from_on=day)
        associations[short_name] = association
    return associations


def _add_people(associations: dict[str, Association], day: date) -> None:
    bodies = {body.name: body for body in Body.objects.all()}
    for player in cast.CAST:
        person = register.add_person(by=SETUP, name=player.name, call_name=player.name.split()[0])
        register.add_seat(
            by=SETUP, person=person, role=player.role, from_on=day,
            association=associations.get(player.of), body=bodies.get(player.of), shown_public=player.shown,
        )  # fmt: skip
        register.add_address(by=SETUP, address=player.mail, person=person)
    _, name, call_name, mail, place = cast.RESIDENT
    resident = register.add_person(by=SETUP, name=name, call_name=call_name)
    register.add_address(by=SETUP, address=mail, person=resident)
    follows.follow_village(resident, Village.objects.get(name=place))


def _answer_the_telephone(today: date) -> None:
    """Mevrouw Kuiper, of 81 and without mail, calls about cars that drive too fast."""
    name, phone = cast.CALLER
    with dates.as_if(_moment(today - timedelta(days=16), 10)):
        contact.note_call(
            by=_renske().by(Channel.PHONE),
            form_key=uuid5(NAMESPACE_URL, phone),
            said="Op de Hoofdstraat in Hijken rijden de auto’s te hard, vooral als de school uitgaat.",
            result="call_back",
            caller_name=name,
            caller_phone=phone,
            village=Village.objects.get(name="Hijken"),
            promise="Wij bellen u terug als wij weten wat de gemeente ervan vindt.",
        )


def _keep_the_villages(today: date) -> None:
    """Everybody was heard from, at moments of their own; Zandloo was not. Hijken keeps its own page."""
    for number, (_, short_name, places) in enumerate(cast.ASSOCIATIONS):
        if short_name != cast.SILENT:
            with dates.as_if(_moment(today - timedelta(days=20 + 6 * number), 11)):
                own_village.say_quiet(by=_renske(), village=Village.objects.get(name=places[0]))
    hijken = Village.objects.get(name="Hijken")
    with dates.as_if(_moment(today - timedelta(days=9), 20)):
        bert = people.actor_for(Person.objects.get(name="Bert Oosting").pk)
        own_village.write_text(by=bert, village=hijken, after=0, text=cast.ABOUT_HIJKEN)
        for days, title, public in cast.DATES_OF_HIJKEN:
            own_village.add_date(
                by=bert, village=hijken, on=today + timedelta(days=days), at=time(19, 30),
                title=title, where="De Dorpshoeve", public=public,
            )  # fmt: skip


def _hold_sittings(today: date) -> None:
    """The council of three weeks ago and the college of last week, confirmed and mailed; the council to
    come, read three days ago and not looked at, so that the second was asked; read this morning: a committee
    in four days, and the one of tomorrow, of which one point is confirmed and one is told unchecked."""
    council, college = today - timedelta(days=19), today - timedelta(days=6)
    with dates.as_if(_moment(council + timedelta(days=1), 9)):
        _confirm_all(_take_in("raad", council, beloofd_dag=day_and_year(today - timedelta(days=5))))
    with dates.as_if(_moment(council + timedelta(days=1), 10)):
        work_once()
    with dates.as_if(_moment(college + timedelta(days=1), 9)):
        _confirm_all(_take_in("college", college))
    with dates.as_if(_moment(college + timedelta(days=1), 10)):
        work_once()
    with dates.as_if(_moment(today - timedelta(days=3), 9)):
        _take_in("volgende_raad", today + timedelta(days=9))
    with dates.as_if(_this_morning(today, 7)):
        _take_in("commissie", today + timedelta(days=4))
        traffic = _take_in("verkeer", today + timedelta(days=1))
        confirm_item(by=_renske(), item=traffic.items.get(number="4.1"))
    with dates.as_if(_this_morning(today, 8)):
        work_once()


def _this_morning(today: date, hour: int) -> datetime:
    """That hour of today, or this moment for whoever looks before it."""
    return min(_moment(today, hour), dates.now())


def _take_in(paper: str, day: date, **days: str) -> Sitting:
    """Take in a paper of the demo for a day, or for the Monday after it: nobody meets in the weekend."""
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    text = (PAPERS / f"{paper}.txt").read_text(encoding="utf-8")
    for name, word in {f"{paper}_dag": day_long(day), **days}.items():
        text = text.replace(f"{{{name}}}", word)
    return take_in_paste(by=_renske(), text=text).sitting


def _confirm_all(sitting: Sitting) -> None:
    for item in Item.objects.filter(sitting=sitting).order_by("position"):
        if item.everywhere == Item.Everywhere.PROPOSED:
            confirm_everywhere(by=_renske(), item=item)
        if item.concerns.filter(state="proposed").exists():
            confirm_item(by=_renske(), item=item)


def _renske() -> Actor:
    return people.actor_for(Person.objects.get(name="Renske Dekker").pk)


def _moment(day: date, hour: int) -> datetime:
    return dates.local_moment(day, time(hour, 12))
