"""Signing in and out, who sits behind an address, and which devices stay signed in."""

from allauth.account import views as allauth
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from naober.kit import dates
from naober.people.may import anybody, may, not_here
from naober.people.middleware import SESSION_PERSON, SESSION_SECOND_FACTOR
from naober.people.web import Request
from naober.register import queries
from naober.register import rules as register
from naober.register.models import BrowserSession
from naober.register.second_factor.locks import locks_of
from naober.register.sign_in import devices, keys, rules
from naober.register.sign_in.adapter import is_here, on_the_way
from naober.register.sign_in.forms import SignInCodeForm, SignInForm, WhoAreYouForm
from naober.register.sign_in.store import checksum

CODE_ENDED = (
    "Deze code werkt niet meer. Hij is ouder dan een kwartier, of vijf keer verkeerd ingevuld. "
    "Vraag hieronder een nieuwe."
)
NOBODY_HERE = "Bij dit mailadres hoort nu niemand. Log in met een ander adres, of bel ons."


@may(anybody, methods=("GET", "POST"))
def sign_in(request: Request) -> HttpResponse:
    """Ask for a code by mail."""
    if request.user.is_authenticated:
        return redirect(on_the_way("who_are_you", request.GET.get("next")))
    view = allauth.RequestLoginCodeView.as_view(
        template_name="register/sign_in/ask_code.html", form_class=SignInForm
    )
    return _with_status(view(request))


@may(anybody, methods=("GET", "POST"))
def sign_in_code(request: Request) -> HttpResponse:
    """Fill in the code that came by mail, and say whether this device is one's own."""
    if request.user.is_authenticated:
        return redirect(on_the_way("who_are_you", request.GET.get("next")))
    waited = LOGIN_SESSION_KEY in request.session
    if waited and request.method == "POST":
        request.session[keys.OWN_DEVICE] = "own_device" in request.POST
    view = allauth.ConfirmLoginCodeView.as_view(
        template_name="register/sign_in/code.html",
        form_class=SignInCodeForm,
        extra_context={"outbox_url": reverse("sent_mail") if settings.NAOBER_DEMO else ""},
    )
    response = view(request)
    if waited and LOGIN_SESSION_KEY not in request.session and not request.user.is_authenticated:
        messages.error(request, CODE_ENDED)
    return _with_status(response)


def _with_status(response: HttpResponse) -> HttpResponse:
    """Say in the status, too, that a form comes back to be mended."""
    form = (getattr(response, "context_data", None) or {}).get("form")
    if form is not None and form.errors:
        too_often = form.has_error("email", "too_many_login_attempts")
        response.status_code = 429 if too_often else 422
    return response


@may(register.may_say_who, methods=("GET", "POST"))
def who_are_you(request: Request) -> HttpResponse:
    """After the code: who sits behind this address? Asked each time at an address that several use."""
    if not request.user.is_authenticated:
        return redirect("account_request_login_code")
    holders = queries.holders_of(request.user.address)
    if not holders:
        logout(request)
        messages.error(request, NOBODY_HERE)
        return redirect("account_request_login_code")
    if len(holders) == 1 and not devices.is_shared(request.user.address):
        return enter(request, holders[0].pk)
    form = WhoAreYouForm(request.POST if request.method == "POST" else None, holders=holders)
    if form.is_valid():
        return enter(request, form.cleaned_data["person"].pk)
    status = 422 if form.errors else 200
    return render(
        request, "register/sign_in/who_are_you.html", {"form": form, "holders": holders}, status=status
    )


def enter(request: Request, person_id: int) -> HttpResponse:
    """Let the person in whom this browser is now known to belong to, for as long as the device allows."""
    request.session.cycle_key()
    if request.session.get(SESSION_PERSON, person_id) != person_id:
        request.session.pop(SESSION_SECOND_FACTOR, None)  # what another proved proves nothing of this one
    request.session[SESSION_PERSON] = person_id
    request.session[keys.DEVICE] = devices.coarse_name(request.headers.get("User-Agent", ""))
    request.session[keys.SINCE] = dates.today().isoformat()
    if request.session.get(keys.OWN_DEVICE):
        request.session.set_expiry(settings.NAOBER_TRUST_DEVICE)
    wanted = request.GET.get("next", "")
    return redirect(wanted if is_here(wanted) else reverse("after_sign_in"))


@may(register.may_follow)
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


@may(anybody, methods=("POST",))
def close_here(request: Request) -> HttpResponse:
    """Leave nothing on this computer: signed out, no longer trusted, and what the browser kept is gone."""
    logout(request)
    response = redirect("closed_here")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@may(anybody)
def closed_here(request: Request) -> HttpResponse:
    """Everything on this computer is closed; somebody may walk away."""
    return render(request, "register/sign_in/closed.html")


@may(register.may_follow)
def my_sign_in(request: Request) -> HttpResponse:
    """Where I am signed in."""
    person = rules.person_of(request.actor)
    context = {
        "devices": devices.devices_of(person.pk),
        "this_device": checksum(request.session.session_key or ""),
        "address": request.user.address,
        "shared": devices.is_shared(request.user.address),
        "locks": locks_of(request.user),
    }
    return render(request, "register/sign_in/my_sign_in.html", context)


@may(rules.is_own_device, find=devices.device_by_checksum, methods=("POST",))
def device_end(request: Request, device: BrowserSession) -> HttpResponse:
    """This device must sign in anew."""
    if device.session_key == checksum(request.session.session_key or ""):
        logout(request)
        return redirect("home")
    devices.end_device(device)
    messages.success(request, f"{device.device or 'Dat apparaat'} is uitgelogd.")
    return redirect("my_sign_in")


@may(register.may_follow, methods=("POST",))
def sign_out_everywhere(request: Request) -> HttpResponse:
    """Every device must sign in anew, this one too."""
    devices.end_everywhere(rules.person_of(request.actor).pk)
    logout(request)
    messages.success(request, "U bent op al uw apparaten uitgelogd.")
    return redirect("account_request_login_code")


@may(anybody, methods=("GET", "POST"))
def nowhere(request: Request) -> HttpResponse:
    """Addresses that allauth names but that this product does not have."""
    return not_here(request)
