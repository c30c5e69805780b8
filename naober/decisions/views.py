"""The pages about what the municipality decides."""

from collections.abc import Callable
from datetime import date, datetime

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from naober.decisions import actions, intake, queries, rules, wording
from naober.decisions.forms import AlsoAboutForm, PasteForm, VillagesForm
from naober.decisions.models import Concern, Item, Sitting
from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.people.actor import Actor
from naober.people.may import anybody, may, not_here
from naober.people.models import Body, Person
from naober.people.web import Request


def may_see_item(actor: Actor, item: Item) -> bool:
    """Whoever may decide on at least one village of a point may open its forms."""
    return actor.works_for_umbrella or any(c.village_id in actor.villages for c in item.concerns.all())


def may_decide_on(actor: Actor, concern: Concern) -> bool:
    return rules.may_confirm(actor, {concern.village_id})


def may_call_back(actor: Actor, entry: Entry) -> bool:
    return rules.may_call_back(actor, entry, {line.village_id for line in entry.lines.all()})


@may(anybody)
def sitting_list(request: Request) -> HttpResponse:
    """The meetings of the municipality that were read, newest first."""
    context = {"sittings": queries.sittings(), "may_paste": rules.may_take_in(request.actor)}
    return render(request, "decisions/sittings.html", context)


@may(anybody, find=queries.sitting_by_slug)
def sitting_detail(request: Request, sitting: Sitting) -> HttpResponse:
    """One meeting: what it decides and which village that concerns."""
    return render(request, "decisions/sitting.html", {"page": queries.sitting_page(request.actor, sitting)})


@may(anybody, find=queries.sitting_by_id)
def sitting_by_number(request: Request, sitting: Sitting) -> HttpResponse:
    """The address by which the journal names a meeting: it leads to its page."""
    return redirect("sitting", slug=sitting.slug)


@may(anybody, find=queries.item_by_id)
def item_detail(request: Request, item: Item) -> HttpResponse:
    """The address of one point: its place on the page of the meeting."""
    return redirect(_item_url(item))


@may(rules.may_take_in, methods=("GET", "POST"))
def paste(request: Request) -> HttpResponse:
    """Paste the text of an agenda or a list of decisions."""
    sent = request.method == "POST"
    form = PasteForm(request.POST if sent else None, request.FILES if sent else None)
    if not form.is_valid():
        return render(request, "decisions/paste.html", {"form": form}, status=422 if form.errors else 200)
    fields = form.cleaned_data
    try:
        taken = _take_in(request.actor, **fields)
    except intake.RefusedError as refused:
        form.add_error("file" if fields["file"] else "text", str(refused))
    except intake.NeedsMoreError as missing:
        return _ask_for_more(request, form, missing)
    else:
        _thank(request, taken)
        return redirect("sitting", slug=taken.sitting.slug)
    return render(request, "decisions/paste.html", {"form": form}, status=422)


def _take_in(
    actor: Actor, text: str, file: UploadedFile | None, body: Body | None, on: date | None
) -> intake.TakenIn:
    """A file goes before a text: whoever chose one meant it."""
    if file is None:
        return intake.take_in_paste(by=actor, text=text, body=body, on=on)
    return intake.take_in_file(by=actor, name=file.name or "", content=file.read(), body=body, on=on)


def _ask_for_more(request: Request, form: PasteForm, missing: intake.NeedsMoreError) -> HttpResponse:
    """Ask who met, or on what day, where the text says neither; what it does say is filled in."""
    data = request.POST.copy()
    data["text"] = missing.text
    for field, found in (("body", missing.body and missing.body.pk), ("on", missing.on)):
        if found is None:
            form.add_error(field, "Dit staat niet in de tekst. Vul het hier in.")
        else:
            data[field] = str(found)
    form.data = data
    return render(request, "decisions/paste.html", {"form": form, "ask_more": True}, status=422)


def _thank(request: Request, taken: intake.TakenIn) -> None:
    if taken.new:
        messages.success(request, f"Gelezen en bewaard onder nummer {taken.receipt.reference}.")
    else:
        messages.info(
            request, f"Deze tekst hadden wij al, onder nummer {taken.receipt.reference}. Hieronder staat hij."
        )


@may(may_see_item, find=queries.item_by_id, methods=("POST",))
def item_confirm(request: Request, item: Item) -> HttpResponse:
    """Yes, this point concerns these villages: tell them."""
    return _decide(
        request,
        item,
        actions.confirm_item,
        f"Gaat {wording.leaves_in()} mee. Tot dan kunt u het terugroepen.",
    )


@may(may_see_item, find=queries.item_by_id, methods=("POST",))
def item_dismiss(request: Request, item: Item) -> HttpResponse:
    """No, this point does not concern these villages."""
    return _decide(request, item, actions.dismiss_item, "Onthouden: niet over ons.")


@may(may_see_item, find=queries.item_by_id, methods=("POST",))
def item_confirm_everywhere(request: Request, item: Item) -> HttpResponse:
    """Yes, this point concerns all villages: tell them."""
    return _decide_everywhere(
        request, item, actions.confirm_everywhere, f"Alle dorpen krijgen {wording.leaves_in()} bericht."
    )


@may(may_see_item, find=queries.item_by_id, methods=("POST",))
def item_dismiss_everywhere(request: Request, item: Item) -> HttpResponse:
    """No, this point does not concern all villages."""
    return _decide_everywhere(request, item, actions.dismiss_everywhere, "Onthouden: niet over alle dorpen.")


@may(rules.may_tell_outcome, find=queries.item_by_id, methods=("POST",))
def item_tell_outcome(request: Request, item: Item) -> HttpResponse:
    """Tell the villages that heard of this point what was decided."""
    try:
        actions.tell_outcome(by=request.actor, item=item)
    except actions.AlreadyDecidedError:
        return _too_late(request, item, None, None, "de dorpen weten al wat er besloten is")
    messages.success(request, f"De dorpen horen {wording.leaves_in()} wat er besloten is.")
    return redirect(_item_url(item))


@may(rules.may_point_out, find=queries.item_by_id, methods=("GET", "POST"))
def item_also_about(request: Request, item: Item) -> HttpResponse:
    """This point also concerns a village that the reader did not find."""
    data = request.POST if request.method == "POST" else None
    form = AlsoAboutForm(data, item=item, villages=queries.villages_to_point_out(request.actor))
    if not form.is_valid():
        context = {"form": form, "item": item, "back": _item_url(item), "leaves_in": wording.leaves_in()}
        return render(request, "decisions/also_about.html", context, status=422 if form.errors else 200)
    village = form.cleaned_data["village"]
    try:
        actions.add_village_to_item(by=request.actor, item=item, **form.cleaned_data)
    except NotAllowedError:
        return not_here(request)
    except actions.AlreadyDecidedError as late:
        return _already_decided(request, item, late)
    messages.success(request, f"{village} krijgt {wording.leaves_in()} bericht.")
    return redirect(_item_url(item))


@may(may_decide_on, find=queries.concern_by_id, methods=("POST",))
def concern_reopen(request: Request, concern: Concern) -> HttpResponse:
    """Perhaps it concerns this village after all."""
    try:
        actions.reopen_concern(by=request.actor, concern=concern)
    except actions.AlreadyDecidedError as late:
        return _already_decided(request, concern.item, late)
    messages.success(request, f"{concern.village} staat weer bij wat u nog nakijkt.")
    return redirect(_item_url(concern.item))


@may(may_call_back, find=queries.announcement_by_id, methods=("POST",))
def announcement_call_back(request: Request, entry: Entry) -> HttpResponse:
    """Call back what was told; before the release nothing leaves."""
    item = queries.item_by_id(entry.subject_id or 0)
    if item is None:
        return not_here(request)
    try:
        actions.call_back(by=request.actor, entry=entry)
    except actions.AlreadyDecidedError:
        first = queries.withdrawal_of(entry)
        who, when = (first.person, first.recorded_at) if first else (None, None)
        return _too_late(request, item, who, when, "teruggeroepen")
    if entry.is_released:
        messages.success(
            request, "Teruggeroepen. Wie er mail over kreeg, leest in de volgende mail: rechtgezet."
        )
    else:
        messages.success(request, "Teruggeroepen. Er is niets verstuurd.")
    return redirect(_item_url(item))


def _decide(request: Request, item: Item, act: Callable[..., Entry], done: str) -> HttpResponse:
    form = VillagesForm(request.POST)
    if not form.is_valid():
        return not_here(request)
    villages = list(form.cleaned_data["village"]) or None
    try:
        act(by=request.actor, item=item, villages=villages)
    except NotAllowedError:
        return not_here(request)
    except actions.AlreadyDecidedError as late:
        return _already_decided(request, item, late)
    messages.success(request, done)
    return redirect(_item_url(item))


def _decide_everywhere(request: Request, item: Item, act: Callable[..., Entry], done: str) -> HttpResponse:
    try:
        act(by=request.actor, item=item)
    except NotAllowedError:
        return not_here(request)
    except actions.AlreadyDecidedError as late:
        return _already_decided(request, item, late)
    messages.success(request, done)
    return redirect(_item_url(item))


def _already_decided(request: Request, item: Item, late: actions.AlreadyDecidedError) -> HttpResponse:
    decided = late.decided
    if isinstance(decided, Concern):
        who, when, what = decided.decided_by, decided.decided_at, decided.get_state_display()
    else:
        who, when, what = decided.everywhere_by, decided.everywhere_at, decided.get_everywhere_display()
    return _too_late(request, item, who, when, what if when else "")


def _too_late(
    request: Request, item: Item, who: Person | None, when: datetime | None, what: str
) -> HttpResponse:
    """Somebody was first: say who, when and what, and lead back to the point."""
    context = {"item": item, "back": _item_url(item), "done_by": who, "done_at": when, "done_what": what}
    return render(request, "decisions/already_done.html", context, status=409)


def _item_url(item: Item) -> str:
    return f"{reverse('sitting', kwargs={'slug': item.sitting.slug})}#punt-{item.pk}"
