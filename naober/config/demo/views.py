"""The doors of the demo: one press and you look along with somebody; and the story in six stops. Mounted
in demo mode only."""

from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import render

from naober.config.demo import cast, story
from naober.kit import dates
from naober.people import queries as people
from naober.people.may import anybody, may
from naober.people.web import Request
from naober.register.second_factor.views import mark_opened
from naober.register.sign_in.views import enter


@may(anybody, methods=("POST",))
def open_door(request: Request, door: str) -> HttpResponse:
    """Look along with the person behind `door`."""
    mail = cast.mail_behind(door)
    account = people.account_for(mail)
    person = people.holders_of(mail, dates.today()).first()
    if account is None or person is None:
        raise Http404
    login(request, account, backend="allauth.account.auth_backends.AuthenticationBackend")
    mark_opened(request)
    return enter(request, person.pk)


@may(anybody, find=story.stop_by_number)
def story_stop(request: Request, stop: story.Stop) -> HttpResponse:
    """One stop of the story: what happens, who sees it, and what stands on phone and paper."""
    return render(request, "demo/story.html", {"stop": stop, "stops": story.stops()})
