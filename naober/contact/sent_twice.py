"""A form that is sent twice, be it at the same moment, makes one thing: it carries a key of our making."""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError

Made = TypeVar("Made")


def once(find: Callable[[], Made | None], make: Callable[[], Made]) -> Made:
    """What the form made before, else what it makes now; when somebody is quicker by a moment, theirs."""
    if found := find():
        return found
    try:
        return make()
    except IntegrityError:
        if found := find():
            return found
        raise
