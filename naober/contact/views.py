"""The telephone: note what was said, call back, write to who has neither mail nor telephone."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from naober.contact import actions, queries, rules
from naober.contact.forms import AttemptForm, CallNoteForm
from naober.contact.models import Attempt, CallNote
from naober.contact.sent_twice import once
from naober.kit import dates
from naober.people.may import may
from naober.people.web import Request

MEANWHILE = "Dit is al gedaan, door u of door iemand anders. De lijst hieronder is bijgewerkt."


@dataclass(frozen=True)
class Subject:
    """What an address of the terugbellijst names."""

    about: str
    subject_id: int


def find_subject(about: str, subject_id: int) -> Subject | None:
    known = about in Attempt.About.values and queries.subject_exists(about, subject_id)
    return Subject(about, subject_id) if known else None


@may(rules.may_note_calls)
def callback_list(request: Request) -> HttpResponse:
    """Who is to be called, with the sentence to read aloud."""
    return render(request, "contact/callback_list.html", {"rows": queries.callback_list()})


@may(rules.may_note_calls, methods=("GET", "POST"))
def call_note_new(request: Request) -> HttpResponse:
    """Note a telephone call."""
    form = CallNoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        note = once(
            lambda: queries.note_of_form(form.cleaned_data["form_key"]),
            lambda: actions.note_call(by=request.actor, **form.cleaned_data),
        )
        messages.success(request, f"Genoteerd onder nummer {note.reference}.")
        return redirect("callback_list" if note.closed_at is None else "call_notes")
    context = {"form": form, "names": queries.names_to_choose()}
    return render(request, "contact/call_note_new.html", context, status=422 if form.errors else 200)


@may(rules.may_note_calls)
def call_note_list(request: Request) -> HttpResponse:
    """What was noted, the newest first."""
    before = request.GET.get("voor", "")
    notes = queries.newest_notes(int(before) if before.isdecimal() and len(before) < 19 else None)
    return render(request, "contact/call_notes.html", {"notes": notes, "older": queries.older_than(notes)})


@may(rules.may_note_calls, find=queries.call_note_by_id)
def call_note_detail(request: Request, note: CallNote) -> HttpResponse:
    """One note, with what was done about it."""
    context = {"note": note, "attempts": queries.attempts_about(note)}
    return render(request, "contact/call_note.html", context)


@may(rules.may_note_calls, find=queries.call_note_by_id, methods=("POST",))
def call_note_close(request: Request, note: CallNote) -> HttpResponse:
    """This note needs nothing more."""
    try:
        actions.close_note(by=request.actor, note=note)
        messages.success(request, f"{note.reference} is klaar.")
    except actions.AlreadyCalledError:
        messages.info(request, MEANWHILE)
    return redirect("call_note", note_id=note.pk)


@may(rules.may_note_calls, find=find_subject, methods=("POST",))
def attempt(request: Request, subject: Subject) -> HttpResponse:
    """Somebody was called: spoken to, not at home, or gets a letter."""
    form = AttemptForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies hoe het ging: gesproken, niet thuis, of een brief.")
        return redirect("callback_list")
    outcome = Attempt.Outcome(form.cleaned_data["outcome"])
    try:
        actions.log_attempt(
            by=request.actor, about=subject.about, subject_id=subject.subject_id, outcome=outcome
        )
        messages.success(request, f"Onthouden: {outcome.label.lower()}.")
    except actions.AlreadyCalledError:
        messages.info(request, MEANWHILE)
    return redirect("callback_list")


@may(rules.may_note_calls)
def letters(request: Request) -> HttpResponse:
    """The letters for who is reached by post, a sheet of A4 each."""
    return render(request, "contact/letters.html", {"letters": queries.letters(), "today": dates.today()})
