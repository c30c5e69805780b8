"""Village pages."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from naober.journal import follows
from naober.people.actor import Actor
from naober.people.may import anybody, may
from naober.people.models import PlaceName, Village
from naober.people.web import Request
from naober.register import actions, queries, rules
from naober.register.forms import PlaceNameForm, VillageChoiceForm


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
