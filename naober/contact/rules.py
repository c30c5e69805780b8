"""Who takes calls and calls back."""

from naober.contact.models import CallNote
from naober.people.actor import Actor

TASK_MINUTES = 5
"""What one telephone call takes, for the load on "Vandaag"."""


def may_note_calls(actor: Actor, note: CallNote | None = None) -> bool:
    """The umbrella's board and its officer: what people say on the telephone is for nobody else."""
    return actor.works_for_umbrella
