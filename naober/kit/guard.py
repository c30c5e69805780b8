"""Refuses any write to a domain table that happens outside an action.

"Every change is one action and leaves an entry" is only true when nothing can slip past it. The
database back ends of this kit ask `refuse_write_outside_action` before each statement; an action
opens the guard for its own time (design, chapter 4).
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings

_WRITE = re.compile(
    r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO|TRUNCATE)\s+"?(\w+)"?',
    re.IGNORECASE,
)
_open: ContextVar[str] = ContextVar("open_action", default="")


class WriteOutsideActionError(RuntimeError):
    """A domain table was written without an action, so nobody would ever know."""


@contextmanager
def opened(reason: str) -> Iterator[None]:
    """Let the statements inside write domain tables; `reason` names the action that does."""
    token = _open.set(reason)
    try:
        yield
    finally:
        _open.reset(token)


def open_reason() -> str:
    """The name of the action that is open, or "" when none is."""
    return _open.get()


@cache
def guarded_tables() -> frozenset[str]:
    """The tables of all areas whose writes must be actions."""
    labels = set(settings.NAOBER_GUARDED_AREAS)
    models = (
        model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in labels
    )
    return frozenset(model._meta.db_table for model in models)


def refuse_write_outside_action(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """A database execute wrapper. Raises WriteOutsideActionError instead of writing unseen."""
    if not _open.get():
        write = _WRITE.match(sql)
        if write and write.group(1) in guarded_tables():
            raise WriteOutsideActionError(f"{write.group(1)} is written outside an action: {sql[:120]}")
    return execute(sql, params, many, context)
