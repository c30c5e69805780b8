"""The one way to take work from a table: a conditional update with a lease."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q

from naober.post.models import Queued

LEASE = timedelta(minutes=2)
MOST_TRIES = 48


def claim(model: type[Queued], *, worker: str, now: datetime, limit: int = 20) -> list[Any]:
    """Rows of `model` that are due, now leased to `worker` and to nobody else.

    A row whose lease ran out is claimed again: its worker was killed. So all work must bear being done
    twice.
    """
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    due = model._default_manager.filter(free, state=Queued.State.WAITING, due_at__lte=now).order_by("due_at")[
        :limit
    ]
    return [row for row in due if _lease(model, row, worker, now)]


def finish(row: Any, **values: Any) -> None:
    """Mark a row done and give up its lease."""
    type(row).objects.filter(pk=row.pk).update(
        state=Queued.State.DONE, lease_until=None, lease_by="", last_error="", **values
    )


def try_again(
    row: Any,
    error: str,
    *,
    now: datetime,
    final: bool = False,
    for_ever: bool = False,
    when_failed: Mapping[str, str] | None = None,
) -> None:
    """Give up a row's lease after a failure and wait longer each time; after 48 tries a person must look,
    unless it is work that is tried `for_ever`. `when_failed` is written too when it failed for good."""
    failed = final or row.attempts >= MOST_TRIES and not for_ever
    type(row).objects.filter(pk=row.pk).update(
        state=Queued.State.FAILED if failed else Queued.State.WAITING,
        due_at=now + timedelta(minutes=min(5 * row.attempts, 60)),
        lease_until=None,
        lease_by="",
        last_error=error[:300],
        **(when_failed or {} if failed else {}),
    )


def keep(row: Any, *, now: datetime) -> bool:
    """Lease a claimed row anew just before the work; False when its lease ran out and another took it."""
    mine = type(row).objects.filter(pk=row.pk, state=Queued.State.WAITING, attempts=row.attempts)
    return bool(mine.update(lease_until=now + LEASE))


def _lease(model: type[Queued], row: Any, worker: str, now: datetime) -> bool:
    same = model._default_manager.filter(
        pk=row.pk, state=Queued.State.WAITING, attempts=row.attempts, due_at=row.due_at
    )
    taken = same.update(lease_by=worker, lease_until=now + LEASE, attempts=F("attempts") + 1)
    row.attempts += 1
    return bool(taken)
