"""What every page's frame needs: the umbrella, the menu, who is signed in."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from naober.people import queries as people
from naober.people.web import Request


@dataclass(frozen=True)
class NavItem:
    label: str
    url: str
    current: bool


PUBLIC_MENU = (("Nieuws", "home"), ("Dorpen", "villages"), ("Besluiten", "sittings"))
PORTAL_MENU = (("Vandaag", "portal_today"), ("Besluiten", "sittings"), ("Dorpen", "villages"))


def frame(request: Request) -> dict[str, object]:
    """The context of `kit/base.html` and `kit/portal.html`."""
    known = request.actor.is_known
    return {
        "umbrella": people.umbrella(),
        "nav": _menu(PUBLIC_MENU, request.path),
        "portal_nav": _menu(PORTAL_MENU, request.path),
        "actor": request.actor,
        "actor_label": request.actor.label if known else "",
        "demo": settings.NAOBER_DEMO,
    }


def _menu(items: tuple[tuple[str, str], ...], path: str) -> list[NavItem]:
    urls = [(label, reverse(name)) for label, name in items]
    best = max((url for _, url in urls if path.startswith(url)), key=len, default="")
    return [NavItem(label, url, url == best) for label, url in urls]
