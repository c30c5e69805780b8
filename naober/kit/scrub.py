"""Leaves no trace on disk of what was erased from the database."""

import time

from django.db import connection

PATIENCE_SECONDS = 20


class StillReadError(RuntimeError):
    """Somebody read from the database all the time, so its log could not be emptied. Nothing is lost; what
    was erased may still be found on the disk until it is tried again."""


def leave_no_trace() -> None:
    """Write the database anew, so that what was erased stands in no free page and in no log.

    To be called outside a transaction. On PostgreSQL every table is written anew; its log of changes is
    the server's own, and is overwritten as the server goes on. Raises StillReadError.
    """
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute("VACUUM (FULL)")
            return
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("VACUUM")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while _is_busy(cursor):
            if time.monotonic() > deadline:
                raise StillReadError
            time.sleep(0.1)


def _is_busy(cursor: object) -> bool:
    """Empty the log of SQLite; whether a reader kept us from it."""
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[attr-defined]
    return bool(cursor.fetchone()[0])  # type: ignore[attr-defined]
