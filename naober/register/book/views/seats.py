"""Functions: who holds them, until when, and who takes over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from naober.kit import dates
from naober.kit.words import day_long
from naober.people.actor import Actor
from naober.people.may import may
from naober.people.models import Association, Seat
from naober.people.web import Request
from naober.register import actions as register
from naober.register import rules as register_rules
from naober.register.book import actions, queries, rules
from naober.register.book.forms import AddressForm, EndForm, HandOverForm, NewSeatForm, TermForm
from naober.register.book.views.pages import board_url, form_page, posted


@may(rules.may_fill_board, find=queries.association_by_id, methods=("GET", "POST"))
def seat_new(request: Request, association: Association) -> HttpResponse:
    """Somebody comes into a board."""
    persons = queries.persons_to_choose(request.actor, association)
    has_address = association.addresses.exists()
    first = {"from_on": dates.today()}
    form = NewSeatForm(posted(request), persons=persons, has_address=has_address, initial=first)
    if form.is_valid():
        names = ("role", "from_on", "term_ends_on", "shown_public")
        fields = {name: form.cleaned_data[name] for name in names}
        seat = actions.seat_somebody(
            by=request.actor, association=association, somebody=form.somebody, **fields
        )
        messages.success(request, f"{seat.person.name} is {seat}.")
        return redirect(board_url(seat))
    title = f"Iemand erbij in het bestuur van {association.short_name}"
    back = reverse("association", kwargs={"association_id": association.pk})
    context = {"title": title, "back": back, "verb": "Zet in het bestuur"}
    return form_page(request, "somebody", form, context)


@may(rules.may_keep_seat, find=queries.seat_by_id, methods=("GET", "POST"))
def seat_hand_over(request: Request, seat: Seat) -> HttpResponse:
    """Another person takes over a function."""
    persons = queries.persons_to_choose(request.actor, seat.association)
    has_address = seat.addresses.exists() or bool(seat.association and seat.association.addresses.exists())
    form = HandOverForm(
        posted(request),
        seat=seat,
        persons=persons,
        has_address=has_address,
        initial={"on": dates.today(), "shown_public": seat.shown_public},
    )
    if form.is_valid():
        names = ("on", "term_ends_on", "shown_public")
        fields = {name: form.cleaned_data[name] for name in names}
        try:
            new = actions.hand_over_seat(by=request.actor, seat=seat, successor=form.somebody, **fields)
        except register.AlreadyEndedError as late:
            return _ended_before(request, seat, late)
        messages.success(request, f"{new.person.name} is voortaan {new}. {seat.person.name} niet meer.")
        return redirect(_after(request, seat))
    title = f"Een ander wordt {seat.get_role_display()}"
    context = {"title": title, "seat": seat, "back": board_url(seat), "verb": "Draag de functie over"}
    return form_page(request, "somebody", form, context)


def _after(request: Request, seat: Seat) -> str:
    """Who handed over their own function no longer sees the page of the board as its own."""
    own = request.actor.person is not None and request.actor.person.pk == seat.person_id
    return reverse("home") if own else board_url(seat)


def _ended_before(request: Request, seat: Seat, late: register.AlreadyEndedError) -> HttpResponse:
    messages.error(request, f"Dit was al gestopt, vanaf {day_long(late.until_on)}. Er is niets veranderd.")
    return redirect(board_url(seat))


@may(rules.may_keep_seat, find=queries.seat_by_id, methods=("GET", "POST"))
def seat_end(request: Request, seat: Seat) -> HttpResponse:
    """A function ends and nobody takes over yet."""
    form = EndForm(posted(request), from_on=seat.from_on, initial={"until_on": dates.today()})
    if form.is_valid():
        try:
            register.end_seat(by=request.actor, seat=seat, **form.cleaned_data)
        except register.AlreadyEndedError as late:
            return _ended_before(request, seat, late)
        day = day_long(form.cleaned_data["until_on"])
        messages.success(request, f"{seat.person.name} is geen {seat} meer, vanaf {day}.")
        return redirect(_after(request, seat))
    title = f"{seat.person.name} stopt als {seat.get_role_display()}"
    context = {"title": title, "back": board_url(seat), "verb": "Deze functie stopt"}
    return form_page(request, "simple_form", form, context)


@may(rules.may_keep_seat, find=queries.seat_by_id, methods=("GET", "POST"))
def seat_term(request: Request, seat: Seat) -> HttpResponse:
    """Until when a term runs, and whether it may stand on the website."""
    first = {"term_ends_on": seat.term_ends_on, "shown_public": seat.shown_public}
    form = TermForm(posted(request), from_on=seat.from_on, initial=first)
    if form.is_valid():
        try:
            actions.change_seat(by=request.actor, seat=seat, **form.cleaned_data)
        except actions.StaleError:
            messages.error(request, "Deze functie is intussen gestopt. Er is niets veranderd.")
        else:
            messages.success(request, "Bewaard.")
        return redirect(board_url(seat))
    title = f"{seat.person.name}, {seat.get_role_display()}"
    return form_page(
        request, "simple_form", form, {"title": title, "back": board_url(seat), "verb": "Bewaar dit"}
    )


def may_share(actor: Actor, seat: Seat) -> bool:
    return register_rules.may_keep_register(actor)


@may(may_share, find=queries.seat_by_id, methods=("GET", "POST"))
def seat_address(request: Request, seat: Seat) -> HttpResponse:
    """A mail address that goes with a function to whoever holds it."""
    form = AddressForm(posted(request))
    if form.is_valid():
        register.add_address(by=request.actor, seat=seat, **form.cleaned_data)
        messages.success(request, "Het mailadres staat erbij.")
        return redirect(board_url(seat))
    title = f"Een mailadres van de {seat.get_role_display()}"
    context = {"title": title, "back": board_url(seat), "verb": "Zet het erbij"}
    return form_page(request, "simple_form", form, context)
