"""Looking: who is who, on screen and on paper, and who sees what."""

from django.http import HttpResponse
from django.shortcuts import render

from naober.kit import dates
from naober.people.may import anybody, may
from naober.people.models import Association
from naober.people.web import Request
from naober.register.book import queries, rules, table
from naober.register.book.forms import SearchForm
from naober.register.book.rules import Held


@may(anybody)
def who_is_who(request: Request) -> HttpResponse:
    """All boards with who sits in them, as this reader sees them."""
    form = SearchForm(request.GET)
    search = form.cleaned_data["zoek"] if form.is_valid() else ""
    shown = queries.boards(request.actor, search)
    page, after = queries.page_of(shown, request.GET.get("na", ""))
    context = {"boards": page, "after": after, "search": search, "form": SearchForm({"zoek": search})}
    return render(request, "register/book/who_is_who.html", context)


@may(anybody)
def on_paper(request: Request) -> HttpResponse:
    """The same as a list on A4, whole."""
    return render(
        request,
        "register/book/on_paper.html",
        {"boards": queries.boards(request.actor), "today": dates.today()},
    )


@may(anybody)
def who_sees_what(request: Request) -> HttpResponse:
    """The table of who sees what, as the rules have it."""
    return render(request, "register/book/who_sees_what.html", {"table": table.as_words()})


@may(anybody, find=queries.association_by_id)
def association(request: Request, association: Association) -> HttpResponse:
    """One association: what it is, its places, its board."""
    page = queries.association_page(request.actor, association)
    return render(request, "register/book/association.html", {"page": page, "association": association})


@may(rules.may_see_person, find=queries.held_by_key)
def person(request: Request, held: Held) -> HttpResponse:
    """One person."""
    return render(request, "register/book/person.html", {"page": queries.person_page(request.actor, held)})
