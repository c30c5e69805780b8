"""The order of the house, read from the one place where it stands: the layers in `.importlinter`."""

from configparser import ConfigParser
from functools import cache
from pathlib import Path

PACKAGE = "naober"
CONTRACT = "importlinter:contract:house"


def layers() -> list[frozenset[str]]:
    """The areas from top to bottom; those of one layer do not know each other."""
    config = ConfigParser()
    config.read_string(Path(".importlinter").read_text("utf-8"))
    lines = config[CONTRACT]["layers"].split("\n")
    return [frozenset(name.strip() for name in line.split("|")) for line in lines if line.strip()]


def level(area: str) -> int:
    """How high an area stands: 0 is the lowest layer. Raises ValueError for an unknown area."""
    from_below = layers()[::-1]
    for number, layer in enumerate(from_below):
        if area in layer:
            return number
    raise ValueError(f"{area} is not in the layers of .importlinter")


@cache
def set_up_django() -> None:
    """Load the models of the tree in the working folder."""
    import django  # noqa: PLC0415  the guards that only read files must not need the settings

    django.setup(set_prefix=False)
