"""Named points where a test may let the process die, or fail: between two steps that must hold together.

A module names its points once (`BEFORE = point("files.before_write")`) and calls them where they are. Nobody
listens in production, so a point is then one comparison with None.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

Listener = Callable[[str], None]
_listener: Listener | None = None
_names: list[str] = []


@dataclass(frozen=True, slots=True)
class Point:
    """One place in the code that a test can hear of."""

    name: str

    def __call__(self) -> None:
        if _listener is not None:
            _listener(self.name)


def point(name: str) -> Point:
    """Name a point. Raises ValueError for a name that is there already."""
    if name in _names:
        raise ValueError(f"two points are named {name}")
    _names.append(name)
    return Point(name)


def names() -> tuple[str, ...]:
    """All points of the modules that are loaded, in the order in which they were named."""
    return tuple(_names)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Call `listener` with the name of every point that is passed inside; for tests alone."""
    global _listener  # noqa: PLW0603  a test listens to the whole process
    before, _listener = _listener, listener
    try:
        yield
    finally:
        _listener = before
