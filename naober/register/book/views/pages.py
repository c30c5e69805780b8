"""What the pages of who is who share."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from naober.people.models import Seat
from naober.people.web import Request


def form_page(request: Request, template: str, form: forms.Form, context: dict[str, Any]) -> HttpResponse:
    """A page with a form; the status says, too, that it comes back to be mended."""
    status = 422 if form.errors else 200
    return render(request, f"register/book/{template}.html", {"form": form, **context}, status=status)


def posted(request: Request) -> Any:
    """What was sent, or None when somebody only looks."""
    return request.POST if request.method == "POST" else None


def board_url(seat: Seat) -> str:
    """Where somebody goes on after a change of a function."""
    if seat.association_id:
        return reverse("association", kwargs={"association_id": seat.association_id})
    return reverse("who_is_who")
