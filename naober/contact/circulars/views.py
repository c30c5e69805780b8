"""Sending something round: write, look at it as each will get it, send, and see who got it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from naober.contact import rules
from naober.contact.circulars import actions, queries
from naober.contact.circulars.forms import AsWhomForm, CircularForm
from naober.contact.models import Circular
from naober.contact.sent_twice import once
from naober.people.may import may
from naober.people.web import Request

NOBODY = "Hier is niemand om het aan te sturen. Kies iemand anders."


@may(rules.may_send_round)
def circular_list(request: Request) -> HttpResponse:
    """What was sent round, the newest first."""
    before = request.GET.get("voor", "")
    circulars = queries.newest(int(before) if before.isdecimal() and len(before) < 19 else None)
    context = {"circulars": circulars, "older": queries.older_than(circulars)}
    return render(request, "contact/circulars.html", context)


@may(rules.may_send_round, methods=("GET", "POST"))
def circular_new(request: Request) -> HttpResponse:
    """Write it; after the first button one sees who gets what, and nothing has left."""
    form = CircularForm(request.POST if request.method == "POST" else None)
    step = request.POST.get("step", "")
    if step == "change" or not form.is_valid():
        status = 422 if form.errors and step != "change" else 200
        return render(request, "contact/circular_new.html", {"form": form}, status=status)
    recipients = queries.recipients(**form.choice)
    if not recipients:
        form.add_error("reach", NOBODY)
        return render(request, "contact/circular_new.html", {"form": form}, status=422)
    if step != "send":
        return _preview(request, form, recipients)
    fields = form.cleaned_data
    circular = once(
        lambda: queries.circular_of_form(fields["form_key"]),
        lambda: actions.send_circular(by=request.actor, **fields),
    )
    return redirect("circular", public_id=circular.public_id)


def _preview(request: Request, form: CircularForm, recipients: list[queries.Recipient]) -> HttpResponse:
    choice = AsWhomForm(request.POST, recipients=recipients)
    person = choice.cleaned_data["as_whom"] if choice.is_valid() else None
    shown = next((r for r in recipients if r.person == person), recipients[0])
    context = {
        "form": form,
        "choice": AsWhomForm(initial={"as_whom": shown.person}, recipients=recipients),
        "recipients": recipients,
        "shown": shown,
        "mail": queries.mail_context(
            shown, form.cleaned_data["subject"], form.cleaned_data["text"], request.actor
        ),
        "reply_to": queries.reply_address(request.actor),
    }
    return render(request, "contact/circular_preview.html", context)


@may(rules.may_send_round, find=queries.circular_by_id)
def circular_detail(request: Request, circular: Circular) -> HttpResponse:
    """What was sent round, and who got it."""
    copies = queries.proof(circular)
    context = {"circular": circular, "copies": copies, "summary": queries.summary(copies)}
    return render(request, "contact/circular.html", context)


@may(rules.may_send_round, find=queries.circular_by_id, methods=("POST",))
def circular_recall(request: Request, circular: Circular) -> HttpResponse:
    """Call it back: nothing leaves."""
    try:
        actions.recall_circular(by=request.actor, circular=circular)
        messages.success(request, "Teruggeroepen. Er is niets verstuurd.")
    except actions.AlreadyLeftError:
        messages.error(request, "Dit is al weg, of al teruggeroepen. Stuur zo nodig een verbetering rond.")
    return redirect("circular", public_id=circular.public_id)
