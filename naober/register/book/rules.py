"""Who sees what of a person: one table. Every page, mail and list reads it, and "wie ziet wat" shows it."""

from collections.abc import Iterable
from enum import StrEnum

from naober.people.actor import Actor
from naober.people.models import Association, Membership, Person, Seat
from naober.register import rules as register


class Detail(StrEnum):
    """What the register holds of a person."""

    FUNCTION = "naam en functie"
    ROLE_MAIL = "mailadres van de functie of het bestuur"
    OWN_MAIL = "eigen mailadres"
    PHONE = "telefoon"
    TERM = "hoe lang de termijn nog loopt"
    POST = "postadres"
    WAY_BACK = "hoe wij iemand bereiken, en via wie"


class Viewer(StrEnum):
    """Who looks; somebody may be several at once, and then sees what each of them sees."""

    VISITOR = "iedereen op de website"
    MEMBER = "besturen van leden"
    TABLE = "wethouder en dorpencoördinatoren"
    OWN_BOARD = "het eigen bestuur"
    SELF = "u zelf"
    KEEPER = "bestuur en medewerker van het dorpenoverleg"


class Scope(StrEnum):
    """Of whom."""

    NOBODY = "niet"
    WHO_AGREED = "alleen van wie dat goed vindt"
    CHAIR_AND_SECRETARY = "van voorzitters en secretarissen"
    IN_FUNCTION = "van iedereen met een functie"
    ALWAYS = "ja"


Held = tuple[Person, tuple[Seat, ...]]
"""A person with the functions of today."""

_ALL = dict.fromkeys(Detail, Scope.ALWAYS)
_IN_FUNCTION = Scope.IN_FUNCTION

# What is not named is for nobody.
SEES: dict[Viewer, dict[Detail, Scope]] = {
    # The website is read by anybody: a name and a function, when its holder agreed, and never a number.
    Viewer.VISITOR: {Detail.FUNCTION: Scope.WHO_AGREED},
    # Boards must know and find each other (work plan: "elkaar kennen en elkaar weten te vinden").
    Viewer.MEMBER: {
        Detail.FUNCTION: _IN_FUNCTION,
        Detail.ROLE_MAIL: _IN_FUNCTION,
        Detail.OWN_MAIL: _IN_FUNCTION,
        Detail.PHONE: _IN_FUNCTION,
    },
    # The municipality talks with a board, not with each of its members at home.
    Viewer.TABLE: {
        Detail.FUNCTION: _IN_FUNCTION,
        Detail.ROLE_MAIL: _IN_FUNCTION,
        Detail.OWN_MAIL: Scope.CHAIR_AND_SECRETARY,
        Detail.PHONE: Scope.CHAIR_AND_SECRETARY,
    },
    # A board sees all that we keep of it: it is theirs.
    Viewer.OWN_BOARD: _ALL,
    Viewer.SELF: _ALL,
    # Who keeps the register sees the register.
    Viewer.KEEPER: _ALL,
}
_LEADS = frozenset({Seat.Role.CHAIR, Seat.Role.SECRETARY})


def viewers(actor: Actor, person_id: int | None, association_id: int | None) -> frozenset[Viewer]:
    """As what `actor` looks at a person who sits in that association (None: in none)."""
    own = association_id is not None and any(s.association_id == association_id for s in actor.seats)
    is_it = {
        Viewer.MEMBER: actor.is_member_board,
        Viewer.TABLE: actor.is_across_the_table,
        Viewer.OWN_BOARD: own,
        Viewer.SELF: actor.person is not None and actor.person.pk == person_id,
        Viewer.KEEPER: actor.works_for_umbrella,
    }
    return frozenset({Viewer.VISITOR, *(viewer for viewer, yes in is_it.items() if yes)})


def details_of(actor: Actor, person_id: int, seats: Iterable[Seat]) -> frozenset[Detail]:
    """What `actor` sees of a person who holds these functions today."""
    seen = set(_for(viewers(actor, person_id, None), None))
    for seat in seats:
        seen |= _for(viewers(actor, person_id, seat.association_id), seat)
    return frozenset(seen)


def sees_function(actor: Actor, seat: Seat) -> bool:
    """Whether `actor` sees that this person holds this function: each is judged by itself, since somebody
    may agree to be named for the one and not for the other."""
    return Detail.FUNCTION in _for(viewers(actor, seat.person_id, seat.association_id), seat)


def sees_address_of(actor: Actor, association_id: int, detail: Detail = Detail.ROLE_MAIL) -> bool:
    """Whether `actor` sees the shared address of an association, which is of no single person."""
    scopes = {SEES[viewer].get(detail) for viewer in viewers(actor, None, association_id)}
    return bool(scopes & {Scope.IN_FUNCTION, Scope.ALWAYS})


def _for(looking: Iterable[Viewer], seat: Seat | None) -> set[Detail]:
    return {
        detail
        for v in looking
        for detail, scope in SEES[v].items()
        if _covers(scope, seat) and not _took_back(detail, scope, seat)
    }


def _took_back(detail: Detail, scope: Scope, seat: Seat | None) -> bool:
    """Whether somebody no longer shares their number with others than their own board and the keepers."""
    return detail == Detail.PHONE and scope != Scope.ALWAYS and not (seat and seat.person.phone_shared)


def _covers(scope: Scope, seat: Seat | None) -> bool:
    if scope == Scope.ALWAYS:
        return True
    if seat is None or scope == Scope.NOBODY:
        return False
    if scope == Scope.WHO_AGREED:
        return seat.shown_public
    return scope == Scope.IN_FUNCTION or seat.role in _LEADS


def may_see_person(actor: Actor, held: Held) -> bool:
    """A page of its own is for whom we know and who may see more than a name on the website."""
    person, seats = held
    return actor.is_known and bool(details_of(actor, person.pk, seats) - {Detail.FUNCTION})


def may_change_person(actor: Actor, held: Held) -> bool:
    """Who keeps the register, the chair and secretary of the own board, and everybody of themselves."""
    person, seats = held
    of_themselves = actor.person is not None and actor.person.pk == person.pk
    return (
        of_themselves
        or register.may_keep_register(actor)
        or any(register.may_keep_board(actor, seat.association_id) for seat in seats)
    )


def may_keep_seat(actor: Actor, seat: Seat) -> bool:
    """Who says who holds this function."""
    return register.may_keep_board(actor, seat.association_id)


def may_keep_association(actor: Actor, association: Association) -> bool:
    """What an association is, and for which places it speaks, the umbrella keeps."""
    return register.may_keep_register(actor)


def may_fill_board(actor: Actor, association: Association) -> bool:
    """Who sits in a board, that board says itself."""
    return register.may_keep_board(actor, association.pk)


def may_keep_membership(actor: Actor, membership: Membership) -> bool:
    return register.may_keep_register(actor)
