"""Village pages and sign-in."""

from allauth.account import views as allauth
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from naober.journal import follows
from naober.people.actor import Actor
from naober.people.may import anybody, may, not_here
from naober.people.middleware import SESSION_PERSON
from naober.people.models import PlaceName, Village
from naober.people.web import Request
from naober.register import actions, queries, rules
from naober.register.forms import PlaceNameForm, SignInCodeForm, SignInForm, VillageChoiceForm, WhoAreYouForm
from naober.register.sign_in import is_here, on_the_way

CODE_ENDED = (
    "Deze code werkt niet meer. Hij is ouder dan een kwartier, of vijf keer verkeerd ingevuld. "
    "Vraag hieronder een nieuwe."
)
NOBODY_HERE = "Bij dit mailadres hoort nu niemand. Log in met een ander adres, of bel ons."


@may(anybody)
def village_list(request: Request) -> HttpResponse:
    """All places by name; `?dorp=` comes from the choice on the home page and leads on."""
    choice = VillageChoiceForm(request.GET)
    chosen = queries.village_by_slug(choice.cleaned_data["dorp"]) if choice.is_valid() else None
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


def may_name(actor: Actor, village: Village) -> bool:
    return rules.may_name_places(actor, village.pk)


def may_take_back(actor: Actor, place_name: PlaceName) -> bool:
    return rules.may_name_places(actor, place_name.village_id)


@may(may_name, find=queries.village_by_slug, methods=("GET", "POST"))
def village_names(request: Request, village: Village) -> HttpResponse:
    """The words by which a village is known in the papers; its board adds what only a villager knows."""
    form = PlaceNameForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.add_place_name(by=request.actor, village=village, **form.cleaned_data)
        except actions.AlreadyNamedError:
            form.add_error("text", f"Dit woord hoort al bij {village}.")
        else:
            messages.success(request, f"Onthouden: “{form.cleaned_data['text']}” hoort bij {village}.")
            return redirect("village_names", slug=village.slug)
    context = {"form": form, "village": village, "names": queries.names_of(village)}
    return render(request, "register/names.html", context, status=422 if form.errors else 200)


@may(may_take_back, find=queries.place_name_by_id, methods=("POST",))
def place_name_remove(request: Request, place_name: PlaceName) -> HttpResponse:
    """This word does not mean the village after all."""
    actions.remove_place_name(by=request.actor, place_name=place_name)
    messages.success(request, f"“{place_name.text}” hoort niet meer bij {place_name.village}.")
    return redirect("village_names", slug=place_name.village.slug)


@may(anybody, methods=("GET", "POST"))
def sign_in(request: Request) -> HttpResponse:
    """Ask for a code by mail."""
    if request.user.is_authenticated:
        return redirect(on_the_way("who_are_you", request.GET.get("next")))
    view = allauth.RequestLoginCodeView.as_view(template_name="register/sign_in.html", form_class=SignInForm)
    return _with_status(view(request))


@may(anybody, methods=("GET", "POST"))
def sign_in_code(request: Request) -> HttpResponse:
    """Fill in the code that came by mail."""
    if request.user.is_authenticated:
        return redirect(on_the_way("who_are_you", request.GET.get("next")))
    waited = LOGIN_SESSION_KEY in request.session
    view = allauth.ConfirmLoginCodeView.as_view(
        template_name="register/sign_in_code.html",
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


@may(rules.may_say_who, methods=("GET", "POST"))
def who_are_you(request: Request) -> HttpResponse:
    """After the code: who sits behind this address? Asked only when there are several."""
    if not request.user.is_authenticated:
        return redirect("account_request_login_code")
    holders = queries.holders_of(request.user.address)
    if not holders:
        logout(request)
        messages.error(request, NOBODY_HERE)
        return redirect("account_request_login_code")
    if len(holders) == 1:
        return _enter(request, holders[0].pk)
    form = WhoAreYouForm(request.POST if request.method == "POST" else None, holders=holders)
    if form.is_valid():
        return _enter(request, form.cleaned_data["person"].pk)
    status = 422 if form.errors else 200
    return render(request, "register/who_are_you.html", {"form": form, "holders": holders}, status=status)


def _enter(request: Request, person_id: int) -> HttpResponse:
    request.session.cycle_key()
    request.session[SESSION_PERSON] = person_id
    wanted = request.GET.get("next", "")
    return redirect(wanted if is_here(wanted) else reverse("after_sign_in"))


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
