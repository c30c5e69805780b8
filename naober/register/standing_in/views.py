"""The page "Even niet"."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from naober.kit import dates
from naober.kit.words import day_near
from naober.people.may import may
from naober.people.web import Request
from naober.register.standing_in import actions, queries, rules
from naober.register.standing_in.forms import AwayForm


@may(rules.may_be_away, methods=("GET", "POST"))
def away(request: Request) -> HttpResponse:
    """Say until when you are away, and who takes over."""
    form = AwayForm(
        request.POST if request.method == "POST" else None, colleagues=queries.colleagues_of(request.actor)
    )
    if form.is_valid():
        back_on = form.cleaned_data["back_on"]
        actions.go_away(by=request.actor, back_on=back_on, deputy=form.cleaned_data.get("deputy"))
        messages.success(
            request, f"Goed. Tot {day_near(back_on, dates.today())} hoort u alleen wat niet kan wachten."
        )
        return redirect("away")
    person = request.actor.person
    context = {"form": form, "absence": queries.absence_of(person) if person else None}
    return render(request, "register/standing_in/away.html", context, status=422 if form.errors else 200)


@may(rules.may_be_away, methods=("POST",))
def back(request: Request) -> HttpResponse:
    """There again."""
    actions.come_back(by=request.actor)
    messages.success(request, "Welkom terug. Alles gaat weer zoals eerst.")
    return redirect("away")
