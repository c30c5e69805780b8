"""Village pages and sign-in."""

from allauth.account import views as allauth
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from naober.journal import follows
from naober.people.may import anybody, may, not_here
from naober.people.middleware import SESSION_PERSON
from naober.people.models import Village
from naober.people.web import Request
from naober.register import queries, rules
from naober.register.forms import WhoAreYouForm


@may(anybody)
def village_list(request: Request) -> HttpResponse:
    """All places by name; `?dorp=` comes from the choice on the home page and leads on."""
    chosen = queries.village_by_slug(request.GET.get("dorp", ""))
    if chosen:
        return redirect("village", slug=chosen.slug)
    return render(request, "register/villages.html", {"villages": queries.villages_by_name()})


@may(anybody, find=queries.village_by_slug)
def village_detail(request: Request, village: Village) -> HttpResponse:
    """One place: what goes on there, what the municipality decides about it, who to ask."""
    page = queries.village_page(request.actor, village, request.GET.get("voor", ""))
    return render(request, "register/village.html", {"page": page})


def may_follow_village(actor: object, village: Village) -> bool:
    return rules.may_follow(actor)  # type: ignore[arg-type]


@may(may_follow_village, find=queries.village_by_slug, methods=("POST",))
def village_follow(request: Request, village: Village) -> HttpResponse:
    """Keep me informed about this village."""
    if request.actor.person:
        follows.follow_village(request.actor.person, village)
    return redirect("village", slug=village.slug)


@may(may_follow_village, find=queries.village_by_slug, methods=("POST",))
def village_unfollow(request: Request, village: Village) -> HttpResponse:
    """No longer keep me informed about this village."""
    if request.actor.person:
        follows.unfollow_village(request.actor.person, village)
    return redirect("village", slug=village.slug)


@may(anybody, methods=("GET", "POST"))
def sign_in(request: Request) -> HttpResponse:
    """Ask for a code by mail."""
    return allauth.RequestLoginCodeView.as_view(template_name="register/sign_in.html")(request)


@may(anybody, methods=("GET", "POST"))
def sign_in_code(request: Request) -> HttpResponse:
    """Fill in the code that came by mail."""
    return allauth.ConfirmLoginCodeView.as_view(template_name="register/sign_in_code.html")(request)


@may(rules.may_say_who, methods=("GET", "POST"))
def who_are_you(request: Request) -> HttpResponse:
    """After the code: who sits behind this address? Asked only when there are several."""
    if not request.user.is_authenticated:
        return redirect("account_request_login_code")
    holders = queries.holders_of(request.user.address)
    if len(holders) == 1:
        return _enter(request, holders[0].pk)
    form = WhoAreYouForm(request.POST or None, holders=holders)
    if request.method == "POST" and form.is_valid():
        return _enter(request, form.cleaned_data["person"].pk)
    status = 422 if form.errors else 200
    return render(request, "register/who_are_you.html", {"form": form, "holders": holders}, status=status)


def _enter(request: Request, person_id: int) -> HttpResponse:
    request.session.cycle_key()
    request.session[SESSION_PERSON] = person_id
    return redirect(reverse("after_sign_in"))


@may(rules.may_follow)
def after_sign_in(request: Request) -> HttpResponse:
    """Where somebody comes in: the workplace, the own village, or the home page."""
    if request.actor.works_for_umbrella:
        return redirect("portal_today")
    own = queries.first_own_village(request.actor)
    return redirect("village", slug=own.slug) if own else redirect("home")


@may(anybody, methods=("POST",))
def sign_out(request: Request) -> HttpResponse:
    """Sign out; everything of this session goes."""
    logout(request)
    return redirect("home")


@may(anybody, methods=("GET", "POST"))
def nowhere(request: Request) -> HttpResponse:
    """Addresses that allauth names but that this product does not have."""
    return not_here(request)
