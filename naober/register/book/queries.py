"""Reads of the book of who is who; what of a person is shown is decided in `rules` and applied here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import Association, MailAddress, Membership, Person, Seat, Village
from naober.register import rules as register
from naober.register.book import rules
from naober.register.book.rules import Detail, Held

BOARDS_A_PAGE = 60
TERM_SOON_DAYS = 120
UMBRELLA = "Het dorpenoverleg"
_ROLES = list(Seat.Role.values)


@dataclass(frozen=True)
class ShownPerson:
    """A person as one reader sees them: what is not for that reader is not in here."""

    pk: int
    public_id: str
    name: str
    phone: str
    mails: tuple[str, ...]
    street: str
    postal_code: str
    town: str
    way_back: str
    may_open: bool

    @property
    def post(self) -> tuple[str, ...]:
        """The postal address as lines on an envelope."""
        place = f"{self.postal_code} {self.town}".strip()
        return tuple(line for line in (self.street, place) if line)


@dataclass(frozen=True)
class ShownSeat:
    """A function as one reader sees it."""

    pk: int
    person: ShownPerson
    role: str
    of: str
    association_id: int | None
    mails: tuple[str, ...]
    from_on: date
    term_ends_on: date | None
    until_on: date | None
    shown_public: bool

    @property
    def all_mails(self) -> tuple[str, ...]:
        """Where mail goes: that of the function before one's own."""
        return tuple(dict.fromkeys((*self.mails, *self.person.mails)))


@dataclass(frozen=True)
class ShownBoard:
    """A board with its places and those of its functions that one reader sees."""

    association: Association | None
    title: str
    villages: tuple[str, ...]
    mails: tuple[str, ...]
    seats: tuple[ShownSeat, ...]

    def says(self, words: list[str]) -> "ShownBoard | None":
        """This board, when all words are its own or of its places; else with the functions that say them
        together with it; None when nothing does."""
        own = " ".join((self.title, *self.villages)).casefold()
        if all(word in own for word in words):
            return self
        seats = tuple(
            seat
            for seat in self.seats
            if all(word in f"{own} {seat.person.name} {seat.role}".casefold() for word in words)
        )
        return ShownBoard(self.association, self.title, self.villages, self.mails, seats) if seats else None


def boards(actor: Actor, search: str = "") -> list[ShownBoard]:
    """All boards as `actor` sees them, by name, the umbrella's first and the municipality's last; with a
    `search` only what holds all of its words: a name, a village, a function."""
    words = search.casefold().split()
    shown = _boards(actor, _present().filter(Q(shown_public=True) if not actor.is_known else Q()))
    found = [board.says(words) for board in shown] if words else shown
    return [board for board in found if board]


def page_of(shown: list[ShownBoard], after: str) -> tuple[list[ShownBoard], str]:
    """A page of boards from the one after that title, and the title to go on from, or ""."""
    titles = [board.title for board in shown]
    start = titles.index(after) + 1 if after in titles else 0
    page = shown[start : start + BOARDS_A_PAGE]
    more = start + BOARDS_A_PAGE < len(shown)
    return page, page[-1].title if more else ""


def _present() -> QuerySet[Seat]:
    return Seat.objects.on(dates.today())


def _with_addresses(seats: QuerySet[Seat]) -> list[Seat]:
    addresses = MailAddress.objects.order_by("id")
    return list(
        seats.select_related("person", "person__through", "association", "body")
        .prefetch_related(
            Prefetch("addresses", queryset=addresses), Prefetch("person__addresses", queryset=addresses)
        )
        .order_by("pk")
    )


def _boards(
    actor: Actor, seats: QuerySet[Seat], associations: Iterable[Association] = ()
) -> list[ShownBoard]:
    rows = _with_addresses(seats)
    held = defaultdict(list)
    for seat in rows:
        held[seat.person_id].append(seat)
    persons = {pk: show_person(actor, own[0].person, own) for pk, own in held.items()}
    by_board: dict[tuple[int, str, int], list[ShownSeat]] = defaultdict(list)
    for seat in rows:
        if rules.sees_function(actor, seat):
            by_board[_board_key(seat)].append(show_seat(actor, seat, persons[seat.person_id]))
    known = list(associations) or list(Association.objects.prefetch_related("addresses"))
    for association in known:
        by_board.setdefault((1, association.name, association.pk), [])
    names, places = {a.pk: a for a in known}, _places()
    return [
        _board(actor, key, functions, names.get(key[2]) if key[0] == 1 else None, places)
        for key, functions in sorted(by_board.items())
    ]


def _board_key(seat: Seat) -> tuple[int, str, int]:
    if seat.association:
        return 1, seat.association.name, seat.association.pk
    return (2, seat.body.name, seat.body.pk) if seat.body else (0, UMBRELLA, 0)


def _board(
    actor: Actor,
    key: tuple[int, str, int],
    seats: list[ShownSeat],
    association: Association | None,
    places: dict[int, tuple[str, ...]],
) -> ShownBoard:
    sees = association is not None and rules.sees_address_of(actor, association.pk)
    return ShownBoard(
        association=association,
        title=key[1],
        villages=places.get(association.pk, ()) if association else (),
        mails=_shared_addresses(association) if sees and association else (),
        seats=tuple(seats),
    )


def _shared_addresses(association: Association) -> tuple[str, ...]:
    return tuple(sorted(address.address for address in association.addresses.all()))


def _places() -> dict[int, tuple[str, ...]]:
    rows = Membership.objects.on(dates.today()).order_by("village__name")
    places: dict[int, list[str]] = defaultdict(list)
    for association_id, name in rows.values_list("association_id", "village__name"):
        places[association_id].append(name)
    return {pk: tuple(names) for pk, names in places.items()}


def show_person(actor: Actor, person: Person, seats: Iterable[Seat]) -> ShownPerson:
    """What `actor` sees of a person with these present functions; the one place that hides."""
    held = (person, tuple(seats))
    seen = rules.details_of(actor, person.pk, held[1])
    through = f", via {person.through.name}" if person.through else ""
    return ShownPerson(
        pk=person.pk,
        public_id=person.public_id,
        name=person.name,
        phone=person.phone if Detail.PHONE in seen else "",
        mails=tuple(a.address for a in person.addresses.all()) if Detail.OWN_MAIL in seen else (),
        street=person.street if Detail.POST in seen else "",
        postal_code=person.postal_code if Detail.POST in seen else "",
        town=person.town if Detail.POST in seen else "",
        way_back=f"{person.get_way_back_display()}{through}" if Detail.WAY_BACK in seen else "",
        may_open=rules.may_see_person(actor, held),
    )


def show_seat(actor: Actor, seat: Seat, person: ShownPerson) -> ShownSeat:
    """What `actor` sees of a function, with the person as that reader sees them."""
    seen = rules.details_of(actor, seat.person_id, (seat,))
    return ShownSeat(
        pk=seat.pk,
        person=person,
        role=seat.get_role_display(),
        of=str(seat.association or seat.body or UMBRELLA),
        association_id=seat.association_id,
        mails=tuple(a.address for a in seat.addresses.all()) if Detail.ROLE_MAIL in seen else (),
        from_on=seat.from_on,
        term_ends_on=seat.term_ends_on if Detail.TERM in seen else None,
        until_on=seat.until_on,
        shown_public=seat.shown_public,
    )


@dataclass(frozen=True)
class NamedPerson:
    """A name, and a telephone for whom it is."""

    name: str
    phone: str


@dataclass(frozen=True)
class Contact:
    """Whom the page of a village names, in the words of the kit's list of people."""

    person: NamedPerson
    get_role_display: str
    association: Association | None


def contacts(actor: Actor, seats: Iterable[Seat]) -> tuple[Contact, ...]:
    """Those who agreed to be named; their telephone only for who may have it."""
    return tuple(
        Contact(
            NamedPerson(seat.person.name, seat.person.phone if Detail.PHONE in seen else ""),
            seat.get_role_display(),
            seat.association,
        )
        for seat in seats
        if seat.shown_public
        for seen in [rules.details_of(actor, seat.person_id, (seat,))]
    )


# --- one board, one person ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class AssociationPage:
    """An association as one reader sees it. `past` and `places` with their days are for who keeps it."""

    board: ShownBoard
    places: tuple[Membership, ...]
    past_places: tuple[Membership, ...]
    past: tuple[ShownSeat, ...]
    addresses: tuple[MailAddress, ...]
    too_large: frozenset[int]
    may_keep: bool
    may_fill: bool


def association_by_id(association_id: int) -> Association | None:
    return Association.objects.filter(pk=association_id).first()


def association_page(actor: Actor, association: Association) -> AssociationPage:
    """The page of an association for `actor`."""
    today = dates.today()
    memberships = association.memberships.select_related("village").order_by("village__name", "from_on")
    may_fill = rules.may_fill_board(actor, association)
    ended = association.seats.filter(until_on__lte=today).order_by("-until_on")
    past = [
        show_seat(actor, seat, show_person(actor, seat.person, (seat,)))
        for seat in _with_addresses(ended)
        if may_fill
    ]
    return AssociationPage(
        board=next(
            board
            for board in _boards(actor, _present().filter(association=association), [association])
            if board.association
        ),
        places=tuple(m for m in memberships if m.until_on is None or m.until_on > today),
        past_places=tuple(m for m in memberships if m.until_on and m.until_on <= today) if may_fill else (),
        past=tuple(past),
        addresses=tuple(association.addresses.order_by("id")),
        too_large=frozenset(
            place.pk for place in too_large_places() if place.association_id == association.pk
        ),
        may_keep=rules.may_keep_association(actor, association),
        may_fill=may_fill,
    )


def membership_by_id(membership_id: int) -> Membership | None:
    rows = Membership.objects.select_related("association", "village")
    return rows.filter(pk=membership_id).first()


def seat_by_id(seat_id: int) -> Seat | None:
    """A function that has not ended."""
    rows = Seat.objects.select_related("person", "association", "body")
    return rows.filter(pk=seat_id, until_on=None).first()


def address_by_id(address_id: int) -> MailAddress | None:
    return MailAddress.objects.select_related("person", "seat", "association").filter(pk=address_id).first()


def present_of(person: Person) -> tuple[Seat, ...]:
    """The functions a person holds today."""
    rows = _present().filter(person=person).select_related("person", "association", "body")
    return tuple(rows.order_by("pk"))


def held_by_key(public_id: str) -> Held | None:
    """A person with the functions of today; None when there is no such person."""
    person = Person.objects.select_related("through").filter(public_id=public_id).first()
    return (person, present_of(person)) if person else None


@dataclass(frozen=True)
class PersonPage:
    """A person as one reader sees them."""

    person: ShownPerson
    seats: tuple[ShownSeat, ...]
    addresses: tuple[MailAddress, ...]
    may_change: bool
    may_keep: bool
    own_page: bool

    @property
    def all_mails(self) -> tuple[str, ...]:
        """Every address by which this reader reaches the person, each once."""
        of_seats = (mail for seat in self.seats for mail in seat.mails)
        return tuple(dict.fromkeys((*self.person.mails, *of_seats)))


def person_page(actor: Actor, held: Held) -> PersonPage:
    """The page of a person for `actor`."""
    person, seats = held
    shown = show_person(actor, person, seats)
    return PersonPage(
        person=shown,
        seats=tuple(show_seat(actor, s, shown) for s in seats if rules.sees_function(actor, s)),
        addresses=tuple(person.addresses.order_by("id")) if shown.mails else (),
        may_change=rules.may_change_person(actor, held),
        may_keep=actor.works_for_umbrella,
        own_page=actor.person is not None and actor.person.pk == person.pk,
    )


def persons_to_choose(actor: Actor, association: Association | None) -> QuerySet[Person]:
    """Whom `actor` may choose from by name: everybody for the umbrella, a board its own people."""
    persons = Person.objects.filter(erased_at=None).order_by("name")
    if actor.works_for_umbrella:
        return persons
    return persons.filter(seats__association=association).distinct()


# --- what waits --------------------------------------------------------------------------------------------


def terms_ending(actor: Actor) -> list[Seat]:
    """Functions whose term ends within four months or has ended, of all boards for who keeps the register,
    else of the own board; the first to end first."""
    seats = _present().filter(until_on=None, term_ends_on__lte=dates.today() + timedelta(days=TERM_SOON_DAYS))
    if not actor.works_for_umbrella:
        seats = seats.filter(association__in=[s.association_id for s in actor.seats if s.association_id])
    found = seats.select_related("association", "body", "person")
    return sorted(found, key=lambda seat: (seat.term_ends_on or dates.today(), seat.pk))


def too_large_places() -> list[Membership]:
    """Places of members that have too many residents, and of which the board has not said that they count."""
    rows = Membership.objects.on(dates.today()).filter(
        association__kind=Association.Kind.MEMBER, agreed_on=None, village__residents__isnull=False
    )
    rows = rows.select_related("village", "association").order_by("village__name")
    return [row for row in rows if register.is_too_large(row.village)]


def village_by_slug(slug: str) -> Village | None:
    return Village.objects.filter(slug=slug).first()
