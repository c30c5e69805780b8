"""The page behind the button in the mail, and that of who asks."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from naober.kit.words import counted
from naober.people import queries as people
from naober.people.actor import Actor, Channel
from naober.people.may import anybody, may
from naober.people.web import Request
from naober.register.checks import actions, queries, rules
from naober.register.checks.forms import ChangedForm, MonthForm
from naober.register.checks.models import DataCheck

LATE = "Iemand anders was u voor. Er is niets veranderd."


def _answering(check: DataCheck) -> Actor:
    """Whoever has the link answers as the person whom it was mailed to, and can do nothing else with it."""
    return people.actor_for(check.person_id, channel=Channel.MAIL)


def _form(request: Request, check: DataCheck) -> ChangedForm:
    person = check.person
    first = {name: getattr(person, name) for name in actions.NUMBERS}
    return ChangedForm(
        request.POST if request.method == "POST" else None, initial=first, way_back=person.way_back
    )


@may(anybody, find=queries.check_by_secret)
def check(request: Request, check: DataCheck) -> HttpResponse:
    """What we keep of somebody, and two answers."""
    return _asked(request, check, _form(request, check))


def _asked(request: Request, check: DataCheck, form: ChangedForm) -> HttpResponse:
    """The page of one question; whoever has the link has no session, and no cache may keep it."""
    context = {"own": queries.own_data(check.person), "form": form, "secret": _secret(request)}
    status = 422 if form.errors else 200
    response = render(request, "register/checks/check.html", context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _secret(request: Request) -> str:
    return str(request.resolver_match.kwargs["secret"]) if request.resolver_match else ""


@may(anybody, find=queries.check_by_secret, methods=("POST",))
def check_right(request: Request, check: DataCheck) -> HttpResponse:
    """Yes, it is still right."""
    with suppress(actions.AlreadyAnsweredError):  # pressed twice: it was heard
        actions.say_right(by=_answering(check), check=check)
    return redirect("check_thanks")


@may(anybody, find=queries.check_by_secret, methods=("POST",))
def check_changed(request: Request, check: DataCheck) -> HttpResponse:
    """Something changed."""
    form = _form(request, check)
    if not form.is_valid():
        return _asked(request, check, form)
    with suppress(actions.AlreadyAnsweredError):  # pressed twice: it was heard
        actions.say_changed(by=_answering(check), check=check, **form.cleaned_data)
    return redirect("check_thanks")


@may(anybody)
def check_thanks(request: Request) -> HttpResponse:
    """It was heard."""
    return render(request, "register/checks/thanks.html")


@may(rules.may_see_checks)
def checks(request: Request) -> HttpResponse:
    """Who is to be called, who gave a change, who is silent."""
    page = queries.check_page()
    context = {"page": page, "form": MonthForm(initial={"month": page.month or ""})}
    return render(request, "register/checks/checks.html", context)


@may(rules.may_see_checks, methods=("POST",))
def checks_ask(request: Request) -> HttpResponse:
    """Ask everybody now."""
    asked = actions.ask_people(by=request.actor)
    messages.success(request, f"Gevraagd: {counted(asked, 'mens', 'mensen')}.")
    return redirect("checks")


@may(rules.may_see_checks, methods=("POST",))
def checks_month(request: Request) -> HttpResponse:
    """In which month it goes out by itself."""
    form = MonthForm(request.POST)
    if not form.is_valid():
        context = {"page": queries.check_page(), "form": form}
        return render(request, "register/checks/checks.html", context, status=422)
    actions.choose_month(by=request.actor, month=form.cleaned_data["month"])
    messages.success(request, "Bewaard.")
    return redirect("checks")


@may(rules.may_handle, find=queries.check_by_id, methods=("POST",))
def check_called(request: Request, check: DataCheck) -> HttpResponse:
    """Somebody was called, and said that it is right."""
    try:
        actions.say_right(by=request.actor.by(Channel.PHONE), check=check)
    except actions.AlreadyAnsweredError:
        messages.info(request, LATE)
    else:
        messages.success(request, f"Genoteerd: het klopt, zegt {check.person.name}.")
    return redirect("checks")


@may(rules.may_handle, find=queries.check_by_id, methods=("POST",))
def check_handled(request: Request, check: DataCheck) -> HttpResponse:
    """A change that somebody gave is in the register now."""
    try:
        actions.handle_change(by=request.actor, check=check)
    except actions.AlreadyAnsweredError:
        messages.info(request, LATE)
    else:
        messages.success(request, "Verwerkt.")
    return redirect("checks")
