"""Who takes calls and calls back."""

from naober.contact.models import CallNote, Circular
from naober.people.actor import Actor

TASK_MINUTES = 5
"""What one telephone call takes, for the load on "Vandaag"."""


def may_note_calls(actor: Actor, note: CallNote | None = None) -> bool:
    """The umbrella's board and its officer: what people say on the telephone is for nobody else."""
    return actor.works_for_umbrella


def may_send_round(actor: Actor, circular: Circular | None = None) -> bool:
    """The umbrella's board and its officer write to all boards; a board writes to another by itself."""
    return actor.works_for_umbrella
