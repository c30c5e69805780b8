"""`@action`: every change is one action, in one transaction, and leaves at least one entry.

    @action
    def confirm_item(*, by: Actor, item: Item) -> Entry: ...

An action that leaves no entry is rolled back: nobody would ever know of it. A compound action calls
others and leaves theirs. Nothing outside an action can write a domain table (`kit.guard`).
"""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from django.db import transaction

from naober.kit import guard
from naober.kit.area import machine_may
from naober.people.actor import Actor

Result = TypeVar("Result")
_entries: ContextVar[list[int] | None] = ContextVar("entries_of_action", default=None)
ACTIONS: dict[str, Callable[..., Any]] = {}


class NotAllowedError(PermissionError):
    """The actor may not do this. Pages check the same rule first, so people rarely meet it."""


class ActionWithoutEntryError(RuntimeError):
    """An action changed something and told the journal nothing."""


class NoActionOpenError(RuntimeError):
    """The journal was written outside an action."""


def action(function: Callable[..., Result]) -> Callable[..., Result]:
    """Make `function(*, by, ...)` an action. Raises NotAllowedError for a machine without it on its list."""
    name = f"{function.__module__.split('.')[1]}.{function.__name__}"

    @wraps(function)
    def run(*, by: Actor, **arguments: Any) -> Result:
        if by.machine_name and not machine_may(by.machine_name, name):
            raise NotAllowedError(f"{by.machine_name} may not {name}")
        with transaction.atomic(), guard.opened(name):
            outer, entries = _entries.get(), list[int]()
            token = _entries.set(entries)
            try:
                result = function(by=by, **arguments)
            finally:
                _entries.reset(token)
            if not entries:
                raise ActionWithoutEntryError(name)
            if outer is not None:
                outer.extend(entries)
            return result

    ACTIONS[name] = run
    return run


def note_entry(entry_id: int) -> None:
    """Tell the open action that it left an entry. Raises NoActionOpenError when none is open."""
    entries = _entries.get()
    if entries is None:
        raise NoActionOpenError("an entry is written inside an action only")
    entries.append(entry_id)


def require(allowed: bool) -> None:
    """Raise NotAllowedError unless `allowed`: the first line of an action, with a rule."""
    if not allowed:
        raise NotAllowedError
