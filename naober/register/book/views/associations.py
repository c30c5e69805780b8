"""Associations: what they are, and for which places they speak."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from naober.kit import dates
from naober.kit.words import day_long
from naober.people.actor import Actor
from naober.people.may import may
from naober.people.models import Association, Membership, Village
from naober.people.web import Request
from naober.register import actions as register
from naober.register import rules as register_rules
from naober.register.book import actions, queries, rules, table
from naober.register.book.forms import AddressForm, AssociationForm, EndForm, PlaceForm, ResidentsForm
from naober.register.book.views.pages import form_page, posted


@may(register_rules.may_keep_register, methods=("GET", "POST"))
def association_new(request: Request) -> HttpResponse:
    """An association that was not in the register."""
    form = AssociationForm(posted(request), initial={"kind": Association.Kind.MEMBER})
    if form.is_valid():
        fields = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        new = register.add_association(by=request.actor, **fields)
        messages.success(request, f"{new} staat in het register.")
        return redirect("association", association_id=new.pk)
    context = {"title": "Een vereniging erbij", "back": reverse("who_is_who"), "verb": "Zet in het register"}
    return form_page(request, "simple_form", form, context)


@may(rules.may_keep_association, find=queries.association_by_id, methods=("GET", "POST"))
def association_change(request: Request, association: Association) -> HttpResponse:
    """What an association is."""
    names = ("version", "name", "short_name", "kind", "legal_form")
    first = {name: getattr(association, name) for name in names}
    form = AssociationForm(posted(request), own_id=association.pk, initial=first)
    if form.is_valid():
        fields = form.cleaned_data | {"version": form.cleaned_data["version"] or 0}
        try:
            actions.change_association(by=request.actor, association=association, **fields)
        except actions.StaleError:
            messages.error(request, "Iemand anders veranderde dit intussen. Hieronder staat hoe het nu is.")
        else:
            messages.success(request, "Bewaard.")
        return redirect("association", association_id=association.pk)
    back = reverse("association", kwargs={"association_id": association.pk})
    context = {"title": association.name, "back": back, "verb": "Bewaar dit"}
    return form_page(request, "simple_form", form, context)


@may(rules.may_keep_association, find=queries.association_by_id, methods=("GET", "POST"))
def association_place(request: Request, association: Association) -> HttpResponse:
    """A place that an association speaks for from now on."""
    form = PlaceForm(posted(request), initial={"from_on": dates.today()})
    if form.is_valid() and _add_place(request, association, form):
        messages.success(request, f"{association.short_name} spreekt voor {form.cleaned_data['village']}.")
        return redirect("association", association_id=association.pk)
    back = reverse("association", kwargs={"association_id": association.pk})
    context = {"title": f"Een dorp bij {association.short_name}", "back": back, "verb": "Zet het erbij"}
    return form_page(request, "simple_form", form, context)


def _add_place(request: Request, association: Association, form: PlaceForm) -> bool:
    fields = form.cleaned_data
    spoken_for = fields["village"].memberships.filter(until_on=None).select_related("association").first()
    if spoken_for:
        form.add_error(
            "village", f"Voor dit dorp spreekt al {spoken_for.association}. Laat dat eerst stoppen."
        )
        return False
    try:
        register.add_membership(
            by=request.actor,
            association=association,
            village=fields["village"],
            from_on=fields["from_on"],
            agreed_on=fields["from_on"] if fields["agreed"] else None,
        )
    except register.TooLargeError:
        form.add_error("agreed", table.too_large(fields["village"]))
        return False
    return True


@may(rules.may_keep_membership, find=queries.membership_by_id, methods=("GET", "POST"))
def membership_end(request: Request, membership: Membership) -> HttpResponse:
    """An association no longer speaks for a place."""
    form = EndForm(posted(request), from_on=membership.from_on, initial={"until_on": dates.today()})
    back = reverse("association", kwargs={"association_id": membership.association_id})
    if form.is_valid():
        try:
            register.end_membership(by=request.actor, membership=membership, **form.cleaned_data)
        except register.AlreadyEndedError as late:
            messages.error(request, f"Dit was al gestopt, vanaf {day_long(late.until_on)}.")
        return redirect(back)
    title = f"{membership.association.short_name} en {membership.village}"
    return form_page(request, "simple_form", form, {"title": title, "back": back, "verb": "Dit stopt"})


@may(rules.may_keep_membership, find=queries.membership_by_id, methods=("POST",))
def membership_agree(request: Request, membership: Membership) -> HttpResponse:
    """The board agreed that this large place counts."""
    try:
        actions.agree_large_place(by=request.actor, membership=membership)
    except actions.StaleError:
        messages.info(request, "Dat stond er al.")
    else:
        messages.success(request, f"Genoteerd: {membership.village} hoort erbij.")
    return redirect("association", association_id=membership.association_id)


def may_count(actor: Actor, village: Village) -> bool:
    return register_rules.may_keep_register(actor)


@may(may_count, find=queries.village_by_slug, methods=("GET", "POST"))
def village_residents(request: Request, village: Village) -> HttpResponse:
    """How many residents a place has, with year and source."""
    first = {
        "residents": village.residents,
        "year": village.residents_year,
        "source": village.residents_source,
    }
    form = ResidentsForm(posted(request), initial=first)
    back = reverse("village", kwargs={"slug": village.slug})
    if form.is_valid():
        actions.count_residents(by=request.actor, village=village, **form.cleaned_data)
        messages.success(request, "Bewaard.")
        return redirect(back)
    context = {"title": f"Inwoners van {village}", "back": back, "verb": "Bewaar dit"}
    return form_page(request, "simple_form", form, context)


@may(rules.may_keep_association, find=queries.association_by_id, methods=("GET", "POST"))
def association_address(request: Request, association: Association) -> HttpResponse:
    """A shared mail address of a board."""
    form = AddressForm(posted(request))
    back = reverse("association", kwargs={"association_id": association.pk})
    if form.is_valid():
        register.add_address(by=request.actor, association=association, **form.cleaned_data)
        messages.success(request, "Het mailadres staat erbij.")
        return redirect(back)
    title = f"Een gedeeld mailadres van {association.short_name}"
    return form_page(request, "simple_form", form, {"title": title, "back": back, "verb": "Zet het erbij"})
