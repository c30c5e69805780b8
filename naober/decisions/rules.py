"""Who may take in the papers of the municipality and say which village they concern."""

from naober.journal import rules as journal
from naober.journal.models import Entry
from naober.people.actor import Actor

INTAKE = "intake"
"""The machine that takes in papers from a source or a file."""

CLOCK = "clock"
"""The machine that sees to it that no term passes unseen."""

OUTCOMES = ("item_outcome", "item_outcome_everywhere")
ANNOUNCEMENTS = ("item_confirmed", "item_confirmed_everywhere", *OUTCOMES)
"""The kinds of entry by which a point is told to villages; only those can be called back."""


def may_take_in(actor: Actor) -> bool:
    """The umbrella's board and its officer, and the intake by itself."""
    return actor.works_for_umbrella or actor.machine_name in {INTAKE, "setup"}


def may_confirm(actor: Actor, village_ids: set[int]) -> bool:
    """Officer and umbrella's board confirm for any village, a village's own board for its own: nobody
    is the only one who can (design, 2: nobody is alone)."""
    return actor.works_for_umbrella or bool(village_ids) and village_ids <= actor.villages


def may_point_out(actor: Actor, item: object) -> bool:
    """A board may say that a point concerns its own village though no computer saw it; which village, is
    checked when it says so."""
    return actor.works_for_umbrella or bool(actor.villages)


def may_tell_outcome(actor: Actor, item: object = None) -> bool:
    """What came of a point is told by those who work for all villages that heard of it."""
    return actor.works_for_umbrella


def may_confirm_everywhere(actor: Actor) -> bool:
    """That a point is about all villages is for those who work for all of them to say."""
    return actor.works_for_umbrella


def may_call_back(actor: Actor, entry: Entry, village_ids: set[int]) -> bool:
    """Whoever may confirm for the villages that an announcement stands at may call it back, as long as they
    see it themselves; whoever confirmed it and no longer sits there may not."""
    if entry.area != "decisions" or entry.kind not in ANNOUNCEMENTS:
        return False
    seen = journal.may_see(actor, entry.audience, village_ids)
    return actor.works_for_umbrella or seen and may_confirm(actor, village_ids)


def may_tell_unchecked(actor: Actor) -> bool:
    """Only the clock tells what nobody looked at: a person looks first."""
    return actor.machine_name == CLOCK


def may_narrow(actor: Actor) -> bool:
    """Keeping something to fewer readers is for the umbrella's board and its officer."""
    return actor.works_for_umbrella
