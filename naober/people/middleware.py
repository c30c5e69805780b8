"""The session of a request, and the actor it stands for: loaded only when a view asks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.contrib.sessions import middleware as django
from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from naober.kit import dates
from naober.people import queries
from naober.people.actor import Actor
from naober.people.models import Person
from naober.people.web import Request

SESSION_PERSON = "person_id"
SESSION_SECOND_FACTOR = "second_factor_at"
"""The moment at which the second lock was opened in this session, in ISO form."""
OPEN_FOR = timedelta(hours=12)


class SessionMiddleware(django.SessionMiddleware):
    """Django's, but who is signed out while a page is made, as by ending their own function, goes on as a
    visitor and reads no error."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except SessionInterrupted:
            leads_on = isinstance(response, HttpResponseRedirect)
            away = response if leads_on else redirect("home")
            away.delete_cookie(settings.SESSION_COOKIE_NAME, samesite="Lax")
            return away


def actor_of(request: Request) -> Actor:
    """Who is behind a request: the person that the session says sits behind the signed-in address, as
    long as that address is theirs."""
    person_id = request.session.get(SESSION_PERSON)
    if person_id is None or not request.user.is_authenticated or not request.user.is_active:
        return Actor.visitor()
    try:
        actor = queries.actor_for(person_id, address=request.user.address)
        return replace(actor, second_factor=_has_second_factor(request))
    except Person.DoesNotExist:
        return Actor.visitor()


def _has_second_factor(request: Request) -> bool:
    opened = request.session.get(SESSION_SECOND_FACTOR)
    return opened is not None and dates.now() - datetime.fromisoformat(opened) < OPEN_FOR


def actor_middleware(get_response: Callable[[Request], HttpResponse]) -> Callable[..., HttpResponse]:
    """Put the actor on each request, and keep what somebody with a session sees out of every cache."""

    def middleware(request: Request) -> HttpResponse:
        request.actor = cast(Actor, SimpleLazyObject(lambda: actor_of(request)))
        response = get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or not request.session.is_empty():
            response.headers["Cache-Control"] = "private, no-store"
        return response

    return middleware
