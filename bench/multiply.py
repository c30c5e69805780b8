"""Makes a seeded journal many times as large, in a minute or so: for `bench.growth` alone.

Each entry is copied with its lines and its named readers, at the same moment and about the same point, with
ids that rise. Indexes are dropped and made anew, since rows that come in bulk are sorted in one go. SQLite
only: what is measured is whether a page grows with the journal, and both databases walk the same indexes.
"""

import time

from django.db import connection, transaction

COPIED = ("journal_entry", "journal_line", "journal_reader")
SHIFTED = ("id", "entry_id", "withdraws_id")


def multiply(times: int) -> float:
    """Copy the journal until it is `times` as large; the seconds it took."""
    began = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        indexes = _drop_indexes(cursor)
        step = max(_largest(cursor, table) for table in COPIED)
        for table in COPIED:
            columns = _columns(cursor, table)
            copied = [f'"{name}" + n * {step}' if name in SHIFTED else f'"{name}"' for name in columns]
            names = ", ".join(f'"{name}"' for name in columns)
            numbers = f"SELECT 1 AS n UNION ALL SELECT n + 1 FROM copies WHERE n < {times - 1}"  # noqa: S608  the same
            cursor.execute(
                f"WITH RECURSIVE copies(n) AS ({numbers})"  # noqa: S608  our own tables and numbers
                f' INSERT INTO "{table}" ({names}) SELECT {", ".join(copied)} FROM copies, "{table}"'
                f' WHERE "{table}".id <= {step} ORDER BY n, "{table}".id'
            )
        for statement in indexes:
            cursor.execute(statement)
    return time.perf_counter() - began


def _drop_indexes(cursor) -> list[str]:  # type: ignore[no-untyped-def]  # Django's cursor carries no type
    cursor.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    found = [(name, sql) for name, sql, table in cursor.fetchall() if table in COPIED]
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [sql for _, sql in found]


def _largest(cursor, table: str) -> int:  # type: ignore[no-untyped-def]  # the same
    cursor.execute(f'SELECT max(id) FROM "{table}"')  # noqa: S608  our own tables
    return int(cursor.fetchone()[0] or 0)


def _columns(cursor, table: str) -> list[str]:  # type: ignore[no-untyped-def]  # the same
    return [column.name for column in connection.introspection.get_table_description(cursor, table)]
