"""What both back ends share: the guard on every statement, open while tables are made or emptied."""

from contextlib import AbstractContextManager
from typing import Any

from django.conf import settings

from naober.kit import failpoints, guard

BEFORE_COMMIT = failpoints.point("database.before_commit")
AFTER_COMMIT = failpoints.point("database.after_commit")


class GuardedWrapper:
    """A connection that refuses writes outside an action when settings ask so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if settings.NAOBER_GUARD_WRITES:
            self.execute_wrappers: list[Any]
            self.execute_wrappers.append(guard.refuse_write_outside_action)

    def _commit(self) -> None:
        BEFORE_COMMIT()
        super()._commit()  # type: ignore[misc]
        AFTER_COMMIT()


class GuardedOperations:
    """Emptying the test database between tests is no change that anybody made."""

    def execute_sql_flush(self, sql_list: Any) -> None:
        with guard.opened("flush"):
            super().execute_sql_flush(sql_list)  # type: ignore[misc]


class GuardedSchemaEditor:
    """A migration may write any table; its own test on the filled demo watches it."""

    _migration: AbstractContextManager[None]

    def __enter__(self) -> Any:
        self._migration = guard.opened("migration")
        self._migration.__enter__()
        return super().__enter__()  # type: ignore[misc]

    def __exit__(self, *exception: Any) -> None:
        try:
            super().__exit__(*exception)  # type: ignore[misc]
        finally:
            self._migration.__exit__(None, None, None)
