"""The public pages."""

from django.http import HttpResponse
from django.shortcuts import render

from naober.people.may import anybody, may
from naober.people.web import Request
from naober.website import queries


@may(anybody)
def home(request: Request) -> HttpResponse:
    """The home page: in which villages a light is on, and what happened last."""
    page = queries.home_page(request.actor, request.GET.get("voor", ""))
    return render(request, "website/home.html", {"page": page})
