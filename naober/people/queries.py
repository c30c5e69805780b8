"""Reads about people that more than one area needs."""

from datetime import date

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from naober.kit import dates
from naober.people.actor import Actor, Channel
from naober.people.models import (
    Account,
    Association,
    MailAddress,
    Membership,
    Person,
    Seat,
    Umbrella,
    Village,
)


def umbrella() -> Umbrella | None:
    """The dorpenoverleg of this database; None until it is founded."""
    return Umbrella.objects.first()


def account_for(address: str) -> Account | None:
    return Account.objects.filter(address=address.lower()).first()


def present_seats(person_id: int, day: date, *, address: str = "") -> list[Seat]:
    """The seats a person holds on `day`, each with `.village_ids`: what its association speaks for.

    With an `address` none, unless the person is behind that address on that day.
    """
    covers = FilteredRelation(
        "association__memberships",
        condition=Q(association__memberships__from_on__lte=day)
        & (Q(association__memberships__until_on=None) | Q(association__memberships__until_on__gt=day)),
    )
    rows = (
        Seat.objects.on(day)
        .filter(person_id=person_id)
        .select_related("person", "association", "body")
        .annotate(covers=covers, village_id=F("covers__village_id"))
    )
    if address:
        rows = rows.filter(person__in=holders_of(address, day).order_by())
    seats: dict[int, Seat] = {}
    for row in sorted(rows, key=lambda row: row.pk):
        seat = seats.setdefault(row.pk, row)
        seat.village_ids = getattr(seat, "village_ids", frozenset()) | (
            {row.village_id} if row.village_id else frozenset()
        )
    return list(seats.values())


def actor_for(
    person_id: int, *, channel: Channel = Channel.WEB, day: date | None = None, address: str = ""
) -> Actor:
    """The actor that a person is on `day` (today): their seats and the villages they speak for.

    Raises Person.DoesNotExist when there is no such person, or when that person is not behind the
    `address` that is given: whoever handed over the address of a function no longer acts by it.
    """
    day = day or dates.today()
    seats = present_seats(person_id, day, address=address)
    seat = seats[0] if seats else None
    person = seat.person if seat else _person_behind(person_id, address, day)
    mandated = [s for s in seats if s.association and s.association.kind == Association.Kind.MEMBER]
    return Actor(
        channel=channel,
        person=person,
        seat=seat,
        on_behalf_of=seat.association if seat else None,
        seats=tuple(seats),
        villages=frozenset().union(*(s.village_ids for s in mandated)),
    )


def _person_behind(person_id: int, address: str, day: date) -> Person:
    people = holders_of(address, day) if address else Person.objects.all()
    return people.get(pk=person_id)


def holders_of(address: str, day: date) -> QuerySet[Person]:
    """The persons who may be behind an address on `day`: its person, the holder of its function, or
    everybody who holds a seat of the association that shares it."""
    found = MailAddress.objects.filter(address=address.lower())
    personal = found.filter(kind=MailAddress.Kind.PERSONAL).values("person_id")
    of_function = found.filter(_held("seat", day)).values("seat__person_id")
    of_board = found.filter(_held("association__seats", day)).values("association__seats__person_id")
    # Each starts at the address; joined the other way, every seat there ever was is read.
    return Person.objects.filter(Q(pk__in=personal) | Q(pk__in=of_function) | Q(pk__in=of_board)).order_by(
        "name"
    )


def _held(seat: str, day: date) -> Q:
    """That the seat at the end of this path is held on `day`."""
    ends = Q((f"{seat}__until_on", None)) | Q((f"{seat}__until_on__gt", day))
    return ends & Q((f"{seat}__from_on__lte", day))


def mail_address_of(person_id: int, day: date) -> str:
    """Where mail for a person goes: their own address, else that of their function or board; or ""."""
    own = MailAddress.objects.filter(person_id=person_id).order_by("id").first()
    if own:
        return own.address
    seats = Seat.objects.on(day).filter(person_id=person_id)
    role = (
        MailAddress.objects.filter(Q(seat__in=seats) | Q(association__in=seats.values("association_id")))
        .order_by("kind", "id")
        .first()
    )
    return role.address if role else ""


def seated_for(village_ids: set[int], day: date) -> QuerySet[Seat]:
    """The seats on `day` of member associations that speak for one of these villages."""
    covering = Membership.objects.on(day).filter(village__in=village_ids)
    return (
        Seat.objects.on(day)
        .filter(association__kind=Association.Kind.MEMBER, association__in=covering.values("association"))
        .select_related("person", "association")
    )


def member_villages(day: date) -> QuerySet[Village]:
    """All places that a member association speaks for on `day`: what "alle dorpen" means."""
    memberships = Membership.objects.on(day).filter(association__kind=Association.Kind.MEMBER)
    return Village.objects.filter(Exists(memberships.filter(village=OuterRef("pk")))).order_by("name")
