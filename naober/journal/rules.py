"""Who may see what of the journal. The one place that reads audiences."""

from naober.journal.models import Audience
from naober.people.actor import Actor


def audiences(actor: Actor, village_id: int | None = None) -> frozenset[Audience]:
    """The audiences whose entries `actor` may see, on the page of a village or, without one, where no
    village is meant.

    A board sees what is kept to the boards of a village on its own villages' pages, as its association
    covers them on the day of reading; entries for named people are never in the set, since they go by
    name (`Reader`).
    """
    seen = {Audience.PUBLIC}
    if actor.works_for_umbrella:
        return frozenset({*seen, Audience.MEMBERS, Audience.TABLE, Audience.VILLAGE, Audience.BOARD})
    if actor.is_member_board:
        seen |= {Audience.MEMBERS, Audience.TABLE}
    if actor.is_across_the_table:
        seen |= {Audience.TABLE}
    if village_id is not None and village_id in actor.villages:
        seen |= {Audience.VILLAGE}
    return frozenset(seen)


def may_see(actor: Actor, audience: str, village_ids: set[int], *, named: bool = False) -> bool:
    """Whether `actor` may see an entry with that audience and lines at those villages; `named` says
    whether the actor is one of its readers."""
    if audience == Audience.NAMED:
        return named
    pages: set[int | None] = {*village_ids} or {None}
    return any(audience in audiences(actor, village_id) for village_id in pages)


# Who sees less than whom. People who are named stand beside it: who may be one is looked at apart.
WIDEST_FIRST = (Audience.PUBLIC, Audience.TABLE, Audience.MEMBERS, Audience.VILLAGE, Audience.BOARD)


def is_narrower(audience: Audience, than: Audience) -> bool:
    """Whether everybody of `audience` already sees what is for `than`, and not the other way round."""
    if Audience.NAMED in (audience, than):
        return audience == Audience.NAMED
    return WIDEST_FIRST.index(audience) > WIDEST_FIRST.index(than)
