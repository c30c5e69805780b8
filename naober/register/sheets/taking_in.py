"""A list comes in: receipted first, then read. What is wrong with it is said in Dutch, with what to do."""

from collections.abc import Mapping

from django.db.models import QuerySet

from naober.kit import dates, guard
from naober.people.actor import Actor
from naober.post import receipts
from naober.register.sheets import queries
from naober.register.sheets.models import Sheet
from naober.register.sheets.reading.cells import MESSAGES, MOST_BYTES, Refusal

SOURCE = "lijst"


class RefusedError(Exception):
    """The list can not be used; the message says what to do, and where it was kept."""


def take_in(*, by: Actor, content: bytes) -> Sheet:
    """Keep a list as it came, read it, and open it beside the register. Raises RefusedError.

    What is opened here is a draft: no action, since nothing of the register changes (design, 1).
    """
    if len(content) > MOST_BYTES:
        raise RefusedError(MESSAGES["too_large"])
    now = dates.now()
    receipt, _ = receipts.receive(
        SOURCE, content, key=f"{now.isoformat()} {by.person.pk if by.person else 0}"
    )
    try:
        rows = queries.cells_of(receipt)
    except Refusal as refusal:
        kept = f"{refusal.message} Wij hebben het bewaard onder nummer {receipt.reference}."
        receipts.mark_refused(receipt, kept)
        raise RefusedError(kept) from refusal
    with guard.opened("draft"):
        sheet = Sheet.objects.create(
            receipt=receipt, columns=queries.first_columns(rows), made_at=now, made_by=by.person
        )
    receipts.mark_read(receipt, area="register", subject_id=sheet.pk)
    return sheet


def choose_columns(sheet: Sheet, columns: Mapping[str, str]) -> None:
    """Say what each column holds. Answers about rows are asked anew: they were about other words."""
    with guard.opened("draft"):
        _open(sheet).update(columns=dict(columns), choices={})


def choose(sheet: Sheet, choices: Mapping[str, str]) -> None:
    """Answer questions about rows, and say who stops; other answers stay."""
    with guard.opened("draft"):
        _open(sheet).update(choices={**sheet.choices, **choices})


def _open(sheet: Sheet) -> QuerySet[Sheet]:
    return Sheet.objects.filter(pk=sheet.pk, state=Sheet.State.OPEN)
