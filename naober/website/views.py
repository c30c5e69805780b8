"""The public pages, and the feeds beside them."""

import hashlib
from datetime import datetime
from typing import cast

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from naober.decisions import queries as decisions
from naober.journal import follows
from naober.journal import queries as journal
from naober.journal.models import Theme
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.may import anybody, may
from naober.people.models import Village
from naober.people.web import Request
from naober.register import queries as register
from naober.register import rules
from naober.website import queries
from naober.website.agenda import calendar
from naober.website.feeds import Feed, atom
from naober.website.style import style_page

MOST_IN_CALENDAR = 50


@may(anybody)
def home(request: Request) -> HttpResponse:
    """The home page: in which villages a light is on, and what happened last."""
    page = queries.home_page(request.actor, request.GET.get("voor", ""))
    return render(request, "website/home.html", {"page": page})


@may(anybody)
def style(request: Request) -> HttpResponse:
    """Every component of the look in every state, for whoever builds along."""
    return render(request, "website/style.html", style_page())


@may(rules.may_follow)
def follow_list(request: Request) -> HttpResponse:
    """What we mail somebody about, and how to stop it: where every mail leads."""
    villages, themes = journal.followed_by(request.actor.person) if request.actor.person else ([], [])
    boards = [seat.association.short_name for seat in request.actor.seats if seat.association]
    context = {"villages": villages, "themes": themes, "boards": list(dict.fromkeys(boards))}
    return render(request, "website/follows.html", context)


@may(anybody)
def theme_list(request: Request) -> HttpResponse:
    """All themes by name."""
    return render(request, "website/themes.html", {"themes": queries.listed_themes()})


@may(anybody, find=journal.theme_by_code)
def theme_detail(request: Request, theme: Theme) -> HttpResponse:
    """One theme: what happened, over all villages, and what is coming."""
    page = queries.theme_page(request.actor, theme, request.GET.get("voor", ""))
    return render(request, "website/theme.html", {"page": page})


def may_follow_theme(actor: Actor, theme: Theme) -> bool:
    return rules.may_follow(actor)


@may(may_follow_theme, find=journal.theme_by_code, methods=("POST",))
def theme_follow(request: Request, theme: Theme) -> HttpResponse:
    """Keep me informed about this theme."""
    if request.actor.person:
        follows.follow_theme(request.actor.person, theme)
    return redirect("theme", code=theme.code)


@may(may_follow_theme, find=journal.theme_by_code, methods=("POST",))
def theme_unfollow(request: Request, theme: Theme) -> HttpResponse:
    """No longer keep me informed about this theme."""
    if request.actor.person:
        follows.unfollow_theme(request.actor.person, theme)
    return redirect("theme", code=theme.code)


# --- what other programs read: the same for everybody, whoever is signed in -------------------------------


@may(anybody)
def home_feed(request: Request) -> HttpResponse:
    """What anybody may read, for a feed reader."""
    return _feed(request, queries.home_feed())


@may(anybody, find=register.village_by_slug)
def village_feed(request: Request, village: Village) -> HttpResponse:
    """The same of one village."""
    return _feed(request, queries.village_feed(village))


@may(anybody, find=journal.theme_by_code)
def theme_feed(request: Request, theme: Theme) -> HttpResponse:
    """The same of one theme."""
    return _feed(request, queries.theme_feed(theme))


@may(anybody)
def sittings_calendar(request: Request) -> HttpResponse:
    """The meetings of the municipality that are to come, for the calendar on somebody's own device."""
    sittings = list(decisions.coming_for_a_calendar(MOST_IN_CALENDAR))
    title = f"Vergaderingen, {people.umbrella() or 'Naober'}"
    return _unless_known(request, calendar(title, sittings), "text/calendar", None)


def _feed(request: Request, feed: Feed) -> HttpResponse:
    return _unless_known(request, atom(feed), "application/atom+xml", feed.changed_at)


def _unless_known(request: Request, body: bytes, kind: str, changed_at: datetime | None) -> HttpResponse:
    """What was asked for, or that it is what the reader has already (304).

    `changed_at` is for readers that go by a date alone; what also changes because a day passes has none.
    """
    response = HttpResponse(body, content_type=f"{kind}; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"  # ask each time, so that what was called back goes at once
    response.headers["ETag"] = etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    last_modified = int(changed_at.timestamp()) if changed_at else None
    if last_modified:
        response.headers["Last-Modified"] = http_date(last_modified)
    known = get_conditional_response(request, etag=etag, last_modified=last_modified, response=response)
    return cast(HttpResponse, known)  # a response is given, so one comes back
