"""Noting what people say on the telephone, and that they were called back.

The lines these leave hold no name and nothing of what was said: both stand in the note and end with it.
"""

from uuid import UUID

from naober.contact import queries, rules
from naober.contact.models import Attempt, CallNote
from naober.journal.action import action, require
from naober.journal.models import Audience, Entry
from naober.journal.record import record
from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import Person, Village


class AlreadyCalledError(Exception):
    """Somebody else called already, or there is nothing to call about any more."""


@action
def note_call(
    *,
    by: Actor,
    form_key: UUID,
    said: str,
    result: str,
    caller: Person | None = None,
    caller_name: str = "",
    caller_phone: str = "",
    village: Village | None = None,
    promise: str = "",
) -> CallNote:
    """Write down what somebody said (S30). `form_key` is the key of the form: the same form sent twice gives
    the same note. `promise` is what we said we would do; who is to be called stands on the terugbellijst."""
    require(rules.may_note_calls(by))
    now = dates.now()
    note = CallNote.objects.create(
        form_key=form_key,
        said=said,
        result=result,
        caller=caller,
        caller_name=caller_name,
        caller_phone=caller_phone,
        village=village,
        promise=promise,
        noted_by=by.person,
        noted_at=now,
        closed_at=now if result == CallNote.Result.DONE else None,
    )
    _record(by, note, "call_noted", f"Telefoon genoteerd, {note.reference}: {note.get_result_display()}")
    return note


@action
def close_note(*, by: Actor, note: CallNote) -> None:
    """Say that a note needs nothing more. Raises AlreadyCalledError when somebody closed it before."""
    require(rules.may_note_calls(by))
    _close(note.pk)
    _record(by, note, "call_closed", f"Telefoonnotitie {note.reference} is klaar")


@action
def log_attempt(*, by: Actor, about: str, subject_id: int, outcome: str) -> None:
    """Write down that somebody on the terugbellijst was called, and how that went.

    `about` and `subject_id` as in `CallRow`. Spoken to or written to, they leave the list; not at home, they
    stay. Raises AlreadyCalledError when they left it meanwhile.
    """
    require(rules.may_note_calls(by))
    ids = queries.subject_ids(about, subject_id)
    waiting = [pk for pk in ids if not queries.has_ended(about, pk)]
    if not waiting:
        raise AlreadyCalledError
    Attempt.objects.bulk_create(
        Attempt(about=about, subject_id=pk, outcome=outcome, by=by.person, at=dates.now()) for pk in waiting
    )
    if about == Attempt.About.CALL_NOTE and outcome != Attempt.Outcome.NOT_HOME:
        _close(subject_id)
    record(
        by=by,
        kind="called_back",
        line=f"Teruggebeld: {Attempt.Outcome(outcome).label.lower()}",
        area="contact",
        subject_id=subject_id if about == Attempt.About.CALL_NOTE else None,
        audience=Audience.BOARD,
    )


def _close(note_id: int) -> None:
    closed = CallNote.objects.filter(pk=note_id, closed_at=None).update(closed_at=dates.now())
    if not closed:
        raise AlreadyCalledError


def _record(by: Actor, note: CallNote, kind: str, line: str) -> Entry:
    return record(
        by=by,
        kind=kind,
        line=line,
        area="contact",
        subject_id=note.pk,
        audience=Audience.BOARD,
        villages={note.village_id: ""} if note.village_id else None,
    )
