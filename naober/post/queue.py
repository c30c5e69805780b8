"""The one way to take work from a table: a conditional update with a lease."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q

from naober.kit import failpoints
from naober.post.models import Leased, OutboxMessage, Queued, Receipt

LEASE = timedelta(minutes=2)
# How long to wait after the first try, the second, and so on: 48 tries in about two days.
SCHEDULE: tuple[timedelta, ...] = tuple(timedelta(minutes=min(5 * tried, 60)) for tried in range(1, 49))
MOST_TRIES = len(SCHEDULE)

CLAIMED = failpoints.point("queue.claimed")
FINISHED = failpoints.point("queue.finished")


def claim(model: type[Leased], *, worker: str, now: datetime, limit: int = 20) -> list[Any]:
    """Rows of `model` that are due, now leased to `worker` and to nobody else.

    A row whose lease ran out is claimed again: its worker was killed. So all work must bear being done
    twice. A row without `due_at` is not for the worker.
    """
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    due = model._default_manager.filter(free, state=model.WAITS, due_at__lte=now).order_by("due_at", "pk")
    claimed = [row for row in due[:limit] if _lease(model, row, worker, now)]
    if claimed:
        CLAIMED()
    return claimed


def reap(model: type[Leased], *, now: datetime) -> int:
    """Give up rows that took their worker with them as often as there are tries; the number given up.

    Others whose lease ran out need nothing: `claim` takes them over.
    """
    gone = model._default_manager.filter(
        state=model.WAITS, lease_until__lt=now, attempts__gte=MOST_TRIES, due_at__lte=now
    )
    return gone.update(
        state=model.GIVEN_UP, lease_until=None, lease_by="", last_error="de postbode viel hierbij steeds uit"
    )


def reap_all(now: datetime) -> None:
    """Give up mail, in and out, that took its worker with it every time; a job."""
    for model in (Receipt, OutboxMessage):
        reap(model, now=now)


def finish(row: Any, **values: Any) -> None:
    """Mark a row done and give up its lease."""
    type(row).objects.filter(pk=row.pk).update(
        **{"state": Queued.State.DONE, "lease_until": None, "lease_by": "", "last_error": "", **values}
    )
    FINISHED()


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
        state=row.GIVEN_UP if failed else row.WAITS,
        due_at=now + SCHEDULE[min(max(row.attempts, 1), MOST_TRIES) - 1],
        lease_until=None,
        lease_by="",
        last_error=error[:300],
        **(when_failed or {} if failed else {}),
    )


def put_off(row: Any, *, until: datetime) -> None:
    """Give up a row's lease until a moment; that was no try."""
    type(row).objects.filter(pk=row.pk).update(
        due_at=until, attempts=F("attempts") - 1, lease_until=None, lease_by=""
    )


def keep(row: Any, *, now: datetime) -> bool:
    """Lease a claimed row anew just before the work; False when its lease ran out and another took it."""
    mine = type(row).objects.filter(pk=row.pk, state=row.WAITS, attempts=row.attempts)
    return bool(mine.update(lease_until=now + LEASE))


def oldest_wait(model: type[Leased], *, now: datetime) -> timedelta:
    """How long the row that is longest overdue has waited; nothing when none is overdue."""
    late = model._default_manager.filter(state=model.WAITS, due_at__lte=now).order_by("due_at").first()
    return now - late.due_at if late and late.due_at else timedelta(0)


def _lease(model: type[Leased], row: Any, worker: str, now: datetime) -> bool:
    same = model._default_manager.filter(
        pk=row.pk, state=model.WAITS, attempts=row.attempts, due_at=row.due_at
    )
    taken = same.update(lease_by=worker, lease_until=now + LEASE, attempts=F("attempts") + 1)
    row.attempts += 1
    return bool(taken)
