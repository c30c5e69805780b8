"""The pages on which a board keeps its own village."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from naober.journal.models import Entry
from naober.people.actor import Actor
from naober.people.may import may, not_here
from naober.people.models import Village
from naober.people.web import Request
from naober.post import files
from naober.register import queries as register
from naober.register.own_village import actions, picture, queries, rules, wording
from naober.register.own_village.forms import DateForm, PhotoForm, TextForm
from naober.register.own_village.models import VillageDate, VillagePhoto, VillageText


def may_keep_date(actor: Actor, village_date: VillageDate) -> bool:
    return rules.may_keep_village(actor, village_date.village)


def may_keep_text(actor: Actor, text: VillageText) -> bool:
    return rules.may_keep_village(actor, text.village)


def may_share(actor: Actor, shared: queries.SharedLine) -> bool:
    return rules.may_keep_village(actor, shared.village)


def may_take_back(actor: Actor, entry: Entry) -> bool:
    return rules.may_take_back_quiet(actor, entry, {line.village_id for line in entry.lines.all()})


@may(rules.may_see_as_others, find=register.village_by_slug)
def as_others_see_it(request: Request, village: Village) -> HttpResponse:
    """The page of a village exactly as a visitor gets it."""
    page = register.village_page(Actor.visitor(), village)
    return render(request, "register/village.html", {"page": page, "as_visitor": True})


@may(rules.may_keep_village, find=register.village_by_slug, methods=("GET", "POST"))
def village_dates(request: Request, village: Village) -> HttpResponse:
    """The agenda of a village: put a day in."""
    form = DateForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.add_date(by=request.actor, village=village, **form.cleaned_data)
        messages.success(request, f"Staat erin: {form.cleaned_data['title']}.")
        return redirect("village_dates", slug=village.slug)
    context = {"form": form, "village": village, "dates": queries.dates_of(request.actor, village)}
    return render(request, "register/own_village/dates.html", context, status=422 if form.errors else 200)


@may(may_keep_date, find=queries.date_by_id, methods=("POST",))
def village_date_remove(request: Request, village_date: VillageDate) -> HttpResponse:
    """Take a day out of the agenda."""
    actions.remove_date(by=request.actor, village_date=village_date)
    messages.success(request, f"Weggehaald: {village_date.title}.")
    return redirect("village_dates", slug=village_date.village.slug)


@may(rules.may_keep_village, find=register.village_by_slug, methods=("GET", "POST"))
def village_text(request: Request, village: Village) -> HttpResponse:
    """What a village says about itself, with every earlier version."""
    newest = queries.newest_text(village)
    start = {"text": village.about, "after": newest.number if newest else 0}
    form = TextForm(request.POST if request.method == "POST" else None, initial=start)
    theirs = None
    if form.is_valid():
        try:
            actions.write_text(by=request.actor, village=village, **form.cleaned_data)
        except actions.ChangedMeanwhileError as late:
            theirs = late.newest
            form.add_error("text", "Iemand anders was net eerder. Hieronder staan beide teksten.")
            form.data = {"text": request.POST["text"], "after": str(theirs.number)}
        else:
            messages.success(request, "Uw tekst staat op de bladzijde van het dorp.")
            return redirect("village", slug=village.slug)
    context = {"form": form, "village": village, "texts": queries.texts_of(village), "theirs": theirs}
    return render(request, "register/own_village/text.html", context, status=422 if form.errors else 200)


@may(may_keep_text, find=queries.text_by_id, methods=("POST",))
def village_text_back(request: Request, text: VillageText) -> HttpResponse:
    """Go back to an earlier text; that is a new version too."""
    newest = queries.newest_text(text.village)
    actions.write_text(
        by=request.actor, village=text.village, text=text.text, after=newest.number if newest else 0
    )
    messages.success(request, f"De tekst is weer zoals versie {text.number}.")
    return redirect("village_text", slug=text.village.slug)


@may(rules.may_keep_village, find=register.village_by_slug, methods=("GET", "POST"))
def village_photo(request: Request, village: Village) -> HttpResponse:
    """Put a photo on the page of a village."""
    sent = request.method == "POST"
    form = PhotoForm(request.POST if sent else None, request.FILES if sent else None)
    if form.is_valid():
        actions.set_photo(
            by=request.actor,
            village=village,
            picture=form.picture,
            alt=form.cleaned_data["alt"],
            people_agreed=form.cleaned_data["people"],
        )
        messages.success(request, "De foto staat op de bladzijde van het dorp.")
        return redirect("village", slug=village.slug)
    context = {
        "form": form,
        "village": village,
        "photo": queries.photo_of(village),
        "earlier": queries.earlier_photo_of(village),
    }
    return render(request, "register/own_village/photo.html", context, status=422 if form.errors else 200)


@may(rules.may_see_photo, find=queries.photo_by_key)
def village_photo_file(request: Request, photo: VillagePhoto) -> HttpResponse:
    """The photo itself."""
    try:
        content = files.path_of(photo.file).read_bytes()
    except FileNotFoundError:
        return not_here(request)
    return HttpResponse(content, content_type=picture.CONTENT_TYPE)


def may_keep_photo(actor: Actor, photo: VillagePhoto) -> bool:
    return rules.may_keep_village(actor, photo.village)


@may(may_keep_photo, find=queries.photo_by_key, methods=("POST",))
def village_photo_away(request: Request, photo: VillagePhoto) -> HttpResponse:
    """Take the photo off the page."""
    actions.show_photo(by=request.actor, photo=photo, shown=False)
    messages.success(request, "De foto staat er niet meer. U kunt hem nog terugzetten.")
    return redirect("village_photo", slug=photo.village.slug)


@may(may_keep_photo, find=queries.photo_by_key, methods=("POST",))
def village_photo_back(request: Request, photo: VillagePhoto) -> HttpResponse:
    """Put the photo back."""
    actions.show_photo(by=request.actor, photo=photo, shown=True)
    messages.success(request, "De foto staat er weer.")
    return redirect("village_photo", slug=photo.village.slug)


@may(rules.may_keep_village, find=register.village_by_slug, methods=("POST",))
def village_quiet(request: Request, village: Village) -> HttpResponse:
    """All is quiet here."""
    actions.say_quiet(by=request.actor, village=village)
    messages.success(request, f"Genoteerd: alles rustig in {village}. Dat telt als gehoord.")
    return redirect("village", slug=village.slug)


@may(may_take_back, find=queries.quiet_by_id, methods=("POST",))
def village_quiet_back(request: Request, entry: Entry) -> HttpResponse:
    """All is not so quiet after all."""
    line = next(iter(entry.lines.all()))
    actions.take_back_quiet(by=request.actor, entry=entry)
    messages.success(request, "Teruggenomen.")
    return redirect("village", slug=line.village.slug)


@may(may_share, find=queries.shared_line)
def village_share(request: Request, shared: queries.SharedLine) -> HttpResponse:
    """One line of the village's page, ready for the group of neighbours."""
    village = shared.village
    url = wording.share_url(shared.shown, reverse("village", kwargs={"slug": village.slug}))
    context = {"village": village, "text": wording.share_text(village, shared.shown), "url": url}
    return render(request, "register/own_village/share.html", context)


@may(rules.may_keep_village, find=register.village_by_slug)
def village_rondvraag(request: Request, village: Village) -> HttpResponse:
    """Three sentences to read aloud at a meeting."""
    context = {"village": village, "lines": queries.rondvraag(request.actor, village)}
    return render(request, "register/own_village/rondvraag.html", context)
