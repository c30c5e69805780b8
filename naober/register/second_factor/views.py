"""The second lock: to open it, to put it on, and to take it off."""

from allauth.account.models import Login
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.internal import flows
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from naober.kit import dates
from naober.people.may import anybody, may
from naober.people.middleware import SESSION_SECOND_FACTOR
from naober.people.web import Request
from naober.register import rules as register
from naober.register.second_factor import locks
from naober.register.second_factor.forms import (
    TOO_OFTEN,
    WRONG_APP_CODE,
    WRONG_CODE,
    CodeForm,
    CredentialForm,
    NewAppForm,
)
from naober.register.sign_in import devices
from naober.register.sign_in.adapter import is_here, on_the_way

NOT_KNOWN = "Met deze passkey kunnen wij u niet inloggen. Vraag een code per mail."


def mark_opened(request: Request) -> None:
    """Remember that the second lock was opened in this session."""
    request.session[SESSION_SECOND_FACTOR] = dates.now().isoformat()


@may(register.may_follow, methods=("GET", "POST"))
def second_factor(request: Request) -> HttpResponse:
    """Open the second lock; whoever has none reads how to put it on."""
    shared = devices.is_shared(request.user.address)
    has = locks.locks_of(request.user)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.actor.second_factor:
        return _onward(request)
    if not shared and has and form.is_valid() and _opens(request, form):
        mark_opened(request)
        return _onward(request)
    context = {"form": form, "locks": has, "shared": shared, "next": request.GET.get("next", "")}
    status = 422 if form.errors else 200
    return render(request, "register/second_factor/open.html", context, status=status)


def _onward(request: Request) -> HttpResponse:
    wanted = request.GET.get("next", "")
    return redirect(wanted if is_here(wanted) else reverse("my_sign_in"))


def _opens(request: Request, form: CodeForm) -> bool:
    try:
        opened = locks.opens(request.user, form.cleaned_data["code"])
    except locks.TooOftenError:
        form.add_error("code", TOO_OFTEN)
        return False
    if not opened:
        form.add_error("code", WRONG_CODE)
    return opened


def _may_change(request: Request) -> bool:
    """Who has a lock opens it before changing it; at an address of several people there is none."""
    if devices.is_shared(request.user.address):
        return False
    return request.actor.second_factor or not locks.locks_of(request.user)


@may(register.may_follow, methods=("GET", "POST"))
def app_new(request: Request) -> HttpResponse:
    """Put an app with codes on the door."""
    if not _may_change(request):
        return redirect(on_the_way("second_factor", request.get_full_path()))
    form = NewAppForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if locks.add_app(request.user, form.cleaned_data["code"]):
            mark_opened(request)
            messages.success(request, "Het tweede slot zit erop.")
            return _onward(request)
        form.add_error("code", WRONG_APP_CODE)
    secret, picture = locks.new_app(request.user)
    context = {"form": form, "secret": secret, "picture": picture}
    status = 422 if form.errors else 200
    return render(request, "register/second_factor/app.html", context, status=status)


@may(register.may_follow)
def card(request: Request) -> HttpResponse:
    """The card with ten codes, to print."""
    if not request.actor.second_factor:
        return redirect(on_the_way("second_factor", request.get_full_path()))
    wanted = request.GET.get("next", "")
    context = {
        "codes": locks.codes_on_card(request.user),
        "address": request.user.address,
        "next": wanted if is_here(wanted) else "",
    }
    return render(request, "register/second_factor/card.html", context)


@may(register.may_follow, methods=("POST",))
def card_new(request: Request) -> HttpResponse:
    """Make ten new codes; the old ones end."""
    if not _may_change(request):
        return redirect("second_factor")
    locks.new_card(request.user)
    mark_opened(request)
    return redirect(on_the_way("card", request.GET.get("next")))


@may(register.may_follow, methods=("POST",))
def locks_remove(request: Request) -> HttpResponse:
    """Take the second lock off, by who can open it."""
    if not request.actor.second_factor:
        return redirect("second_factor")
    locks.remove_all(request.user)
    request.session.pop(SESSION_SECOND_FACTOR, None)
    messages.success(request, "Het tweede slot is eraf. U logt weer in met alleen een code per mail.")
    return redirect("my_sign_in")


@may(register.may_follow, methods=("POST",))
def passkey_begin(request: Request) -> HttpResponse:
    """What the browser needs to make a passkey for this sign-in."""
    if not _may_change(request):
        return JsonResponse({"url": reverse("second_factor")}, status=403)
    return JsonResponse(webauthn.begin_registration(request.user, passwordless=True))


@may(register.may_follow, methods=("POST",))
def passkey_new(request: Request) -> HttpResponse:
    """Keep the passkey that the browser made."""
    form = CredentialForm(request.POST)
    if not _may_change(request):
        return redirect("second_factor")
    name = devices.coarse_name(request.headers.get("User-Agent", ""))
    try:
        credential = form.cleaned_data["credential"] if form.is_valid() else {}
        locks.add_passkey(request.user, name, credential)
    except locks.NoPasskeyError:
        messages.error(request, "Dat lukte niet. Probeer het nog eens, of neem een app of een kaart.")
    else:
        mark_opened(request)
        messages.success(request, "De passkey is klaar. Hiermee logt u voortaan in zonder code.")
    return _onward(request)


@may(anybody, methods=("POST",))
def passkey_ask(request: Request) -> HttpResponse:
    """What the browser needs to look for a passkey of this site."""
    return JsonResponse(webauthn.begin_authentication(user=None))


@may(anybody, methods=("POST",))
def passkey_enter(request: Request) -> HttpResponse:
    """Sign in by a passkey; where several people read the mail, a passkey proves nothing."""
    try:
        passkey = locks.passkey_signed_with(request.POST.get("credential", ""))
    except locks.NoPasskeyError:
        passkey = None
    if passkey is None or devices.is_shared(passkey.user.address):
        messages.error(request, NOT_KNOWN)
        return redirect("account_request_login_code")
    wanted = request.GET.get("next", "")
    login = Login(user=passkey.user, redirect_url=wanted if is_here(wanted) else None)
    response = flows.perform_passwordless_login(request, passkey, login)
    if request.user.is_authenticated:
        mark_opened(request)
    return response
