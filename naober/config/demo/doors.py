"""The doors of the demo, as the home page shows them."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from naober.config.demo import cast


@dataclass(frozen=True)
class Door:
    """Who you look along with: `url` takes the one POST that signs in."""

    name: str
    role: str
    what: str
    url: str


@cache
def doors() -> tuple[Door, ...]:
    """All doors; that of the visitor signs out."""
    players = [
        Door(name, role, what, reverse("demo_door", kwargs={"door": key}))
        for key, name, role, what in cast.DOORS
    ]
    return (*players, Door(*cast.VISITOR, reverse("account_logout")))
