"""The order of the house, made from the one list of areas in naober/config/wiring.py."""

import os
from collections.abc import Iterator
from functools import cache

from naober.config import wiring

PACKAGE = "naober"
# What the list of areas does not name: config wires all of them, language and kit know none.
ABOVE = (("config",),)
BELOW = (("language",), ("kit",))


def layers() -> tuple[tuple[str, ...], ...]:
    """Every folder of the product from top to bottom; those of one layer do not know each other."""
    return ABOVE + wiring.LAYERS + BELOW


def folders() -> Iterator[str]:
    """Every folder that the layers name, the highest first."""
    return (folder for layer in layers() for folder in layer)


def level(folder: str) -> int:
    """How high a folder stands: 0 is the lowest layer. Raises ValueError for one that has no place."""
    for number, layer in enumerate(reversed(layers())):
        if folder in layer:
            return number
    raise ValueError(f"{folder} has no place in naober/config/wiring.py")


@cache
def set_up_django() -> None:
    """Load the models of the tree in the working folder."""
    import django  # noqa: PLC0415  the guards that only read files must not need the settings

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naober.config.settings")
    django.setup(set_prefix=False)
