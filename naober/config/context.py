"""What every page's frame needs: the umbrella, the menu, who is signed in."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import reverse

from naober.config.demo.doors import doors
from naober.people import queries as people
from naober.people.web import Request


@dataclass(frozen=True)
class NavItem:
    label: str
    url: str
    current: bool


PUBLIC_MENU = (
    ("Nieuws", "home"),
    ("Dorpen", "villages"),
    ("Thema's", "themes"),
    ("Besluiten", "sittings"),
    ("Wie is wie", "who_is_who"),
)
PORTAL_MENU = (
    ("Vandaag", "portal_today"),
    ("Bellen", "callback_list"),
    ("Rondsturen", "circulars"),
    ("Besluiten", "sittings"),
    ("Dorpen", "villages"),
    ("Wie is wie", "who_is_who"),
)


def frame(request: Request) -> dict[str, object]:
    """The context of `kit/base.html` and `kit/portal.html`."""
    known = request.actor.is_known
    return {
        "umbrella": people.umbrella(),
        "nav": _menu(PUBLIC_MENU, request.path),
        "portal_nav": _menu(PORTAL_MENU, request.path),
        "actor": request.actor,
        "actor_label": request.actor.label if known else "",
        "own_page": _own_page(request) if known else None,
        "demo": settings.NAOBER_DEMO,
        "doors": doors() if settings.NAOBER_DEMO else (),
    }


def _own_page(request: Request) -> NavItem:
    """Where somebody who is signed in works: the workplace, or the page of their own village."""
    if request.actor.works_for_umbrella:
        return NavItem("Naar Vandaag", reverse("portal_today"), current=False)
    return NavItem(
        "Naar uw dorp" if request.actor.villages else "Naar het nieuws", reverse("after_sign_in"), False
    )


def _menu(items: tuple[tuple[str, str], ...], path: str) -> list[NavItem]:
    urls = _with_urls(items)
    # Every address starts with that of the home page, but only the home page is it.
    best = next((url for _, url in urls if path == url or (url != "/" and path.startswith(url))), "")
    return [NavItem(label, url, url == best) for label, url in urls]


@cache
def _with_urls(items: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, reverse(name)) for label, name in items)
