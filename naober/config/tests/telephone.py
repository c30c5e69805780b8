"""What the authorisation table asks at the addresses of the telephone and of sending round."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from naober.contact import actions
from naober.contact.circulars import actions as circulars
from naober.contact.models import CallNote

NOT_THERE = 999_999
Thing = Callable[[Any, str], dict[str, object]]
FORM = {"said": "De lamp bij de brug is stuk.", "caller_phone": "0000 - 00 00 09", "result": "call_back"}

ROUND = {"subject": "Streekavond", "text": "U bent welkom.", "reach": "all"}


def note_of(w: Any, whose: str) -> CallNote:
    """A note about a village, made on the spot: the request that asks for it is undone."""
    village = w.house.villages[{"own": "Hijken", "other": "Elp"}[whose]]
    return actions.note_call(by=w.house.actor("renske"), form_key=uuid4(), village=village, **FORM)


def _note(w: Any, whose: str) -> dict[str, object]:
    return {"note_id": NOT_THERE if whose == "none" else note_of(w, whose).pk}


def _attempt(w: Any, whose: str) -> dict[str, object]:
    return {"about": "call_note", "subject_id": NOT_THERE if whose == "none" else note_of(w, whose).pk}


def _circular(w: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"public_id": "0" * 32}
    sent = circulars.send_circular(by=w.house.actor("renske"), form_key=uuid4(), **ROUND)
    return {"public_id": sent.public_id}


THINGS: dict[str, Thing] = {
    "call_note": _note,
    "call_note_close": _note,
    "call_attempt": _attempt,
    "circular": _circular,
    "circular_recall": _circular,
}


def form_for(name: str) -> dict[str, object]:
    """What is filled in there; nothing at an address of another area."""
    if name == "call_note_new":
        return {**FORM, "form_key": str(uuid4())}
    if name == "circular_new":
        return {**ROUND, "form_key": str(uuid4()), "step": "send"}
    return {"outcome": "spoken"} if name == "call_attempt" else {}
