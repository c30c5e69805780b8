"""What the book asks of people: terms that end, places that became too large."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from naober.kit import dates
from naober.kit.area import Task
from naober.kit.words import MONTHS, day_and_year
from naober.people.actor import Actor
from naober.people.models import Seat, Village
from naober.register.book import queries, table


def when_it_ends(seat: Seat, today: date) -> str:
    """`In maart loopt de termijn van uw voorzitter af`, as a board says it."""
    day = seat.term_ends_on
    if day is None:
        return ""
    if day < today:
        return f"De termijn van de {seat.get_role_display()} liep af op {day_and_year(day)}"
    year = f" {day.year}" if day.year != today.year else ""
    return f"In {MONTHS[day.month - 1]}{year} loopt de termijn van de {seat.get_role_display()} af"


def tasks(actor: Actor) -> Iterable[Task]:
    """On "Vandaag": terms that end, for who keeps the register and for the own board; and places that
    became too large, for who keeps the register."""
    today = dates.today()
    if actor.is_known and (actor.works_for_umbrella or actor.is_member_board):
        yield from (_term(seat, actor, today) for seat in queries.terms_ending(actor))
    if actor.works_for_umbrella:
        yield from (
            Task(
                title=f"{place.village} is groter dan de grens",
                text=table.above_the_limit(place.village),
                url=reverse("association", kwargs={"association_id": place.association_id}),
                verb="Bekijk het",
                minutes=10,
            )
            for place in queries.too_large_places()
        )


def _term(seat: Seat, actor: Actor, today: date) -> Task:
    board = (
        "uw bestuur" if not actor.works_for_umbrella else str(seat.association or seat.body or "ons bestuur")
    )
    return Task(
        title=f"{when_it_ends(seat, today)}",
        text=f"Bij {board}. Blijft {seat.person.name}, geef dan een nieuwe dag op. Anders komt er een ander.",
        url=reverse("seat_term", kwargs={"seat_id": seat.pk}),
        verb="Regel het",
        minutes=5,
        due=seat.term_ends_on,
    )


def own_terms(actor: Actor, village: Village) -> list[str] | None:
    """On a village's page, for its own board: whose term ends soon."""
    if village.pk not in actor.villages:
        return None
    today = dates.today()
    seats = [s for s in queries.terms_ending(actor) if s.association and village.pk in _covered(actor, s)]
    return [when_it_ends(seat, today) for seat in seats] or None


def _covered(actor: Actor, seat: Seat) -> frozenset[int]:
    own = (s.village_ids for s in actor.seats if s.association_id == seat.association_id)
    return frozenset().union(*own)
