"""A view says who may see it; what is not there and what is not theirs look the same."""

import pytest
from django.http import Http404, HttpResponse
from django.urls import include, path

from naober.people.actor import Actor
from naober.people.may import UnguardedViewError, anybody, may, require_may
from naober.people.models import Person

VISITOR = Actor()
KNOWN = Actor(person=Person(name="Bert Oosting", call_name="Bert"))
THINGS = {1: "of Bert", 2: "of somebody else"}


def is_known(actor):
    return actor.is_known


def is_theirs(actor, thing):
    return actor.is_known and thing == "of Bert"


@may(is_known, methods=("GET", "POST"))
def page(request):
    return HttpResponse("the page")


@may(is_theirs, find=lambda number: THINGS.get(number))
def thing(request, found):
    return HttpResponse(found)


@may(anybody, find=lambda number: THINGS.get(number))
def public_thing(request, found):
    return HttpResponse(found)


def ask(rf, view, actor, method="GET", **arguments):
    request = rf.generic(method, "/bij-ons/?bladzijde=2")
    request.actor = actor
    try:
        response = view(request, **arguments)
    except Http404:
        return 404
    return response.get("Location") or response.content.decode() or response.status_code


def test_who_may_sees_it(rf):
    assert ask(rf, page, KNOWN) == "the page"
    assert ask(rf, page, KNOWN, "POST") == "the page"
    assert ask(rf, thing, KNOWN, number=1) == "of Bert"


def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_back(rf):
    assert ask(rf, page, VISITOR) == "/inloggen/?next=%2Fbij-ons%2F%3Fbladzijde%3D2"
    assert ask(rf, page, VISITOR, "POST") == "/inloggen/"


def test_what_is_not_theirs_and_what_is_not_there_are_the_same(rf):
    assert [ask(rf, thing, KNOWN, number=number) for number in (2, 3)] == [404, 404]
    answers = {ask(rf, thing, VISITOR, number=number) for number in (1, 2, 3)}
    assert len(answers) == 1


def test_what_is_public_and_not_there_is_not_there_for_a_visitor_too(rf):
    assert [ask(rf, public_thing, VISITOR, number=number) for number in (2, 3)] == ["of somebody else", 404]


@pytest.mark.parametrize("actor", [VISITOR, KNOWN])
def test_another_method_is_refused_to_everybody(rf, actor):
    assert ask(rf, thing, actor, "POST", number=1) == 405
    assert ask(rf, page, actor, "DELETE") == 405


def test_head_goes_with_get(rf):
    assert ask(rf, page, KNOWN, "HEAD") == "the page"


def test_an_address_without_a_guard_is_named():
    inner = [path("open/", lambda request: None)]
    with pytest.raises(UnguardedViewError, match="/dorp/open/ leads to a view without @may"):
        require_may([path("pagina/", page), path("dorp/", include(inner))])
    require_may([path("pagina/", page)])
