"""Persons: what we keep of them, and their mail addresses."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from naober.people.actor import Actor
from naober.people.may import may
from naober.people.models import MailAddress, Person
from naober.people.web import Request
from naober.register import actions as register
from naober.register import rules as register_rules
from naober.register.book import actions, queries, rules
from naober.register.book.forms import AddressForm, PersonForm, say_what_is_there
from naober.register.book.rules import Held
from naober.register.book.views.pages import board_url, form_page, posted


@may(rules.may_change_person, find=queries.held_by_key, methods=("GET", "POST"))
def person_change(request: Request, held: Held) -> HttpResponse:
    """Change what we keep of a person."""
    person, seats = held
    association = seats[0].association if seats else None
    persons = queries.persons_to_choose(request.actor, association).exclude(pk=person.pk)
    form = PersonForm.of(person, posted(request), persons)
    if form.is_valid():
        try:
            actions.change_person(by=request.actor, person=person, **form.cleaned_data)
        except actions.StaleError:
            person.refresh_from_db()
            say_what_is_there(form, person)
        else:
            messages.success(request, "Bewaard.")
            return redirect("person", public_id=person.public_id)
    return form_page(request, "person_change", form, {"person": person})


@may(register_rules.may_keep_register, methods=("GET", "POST"))
def person_new(request: Request) -> HttpResponse:
    """Somebody who is not in the register yet, and may stay without mail."""
    first = Person(way_back=Person.WayBack.MAIL)
    form = PersonForm.of(first, posted(request), queries.persons_to_choose(request.actor, None))
    if form.is_valid():
        fields = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        person = register.add_person(by=request.actor, **fields)
        messages.success(request, f"{person.name} staat in het register.")
        return redirect("person", public_id=person.public_id)
    return form_page(request, "person_change", form, {"person": None})


def may_add_address(actor: Actor, held: Held) -> bool:
    return register_rules.may_keep_register(actor)


@may(may_add_address, find=queries.held_by_key, methods=("GET", "POST"))
def person_address(request: Request, held: Held) -> HttpResponse:
    """One more mail address of a person; it signs in from now on."""
    person, _ = held
    form = AddressForm(posted(request))
    if form.is_valid():
        register.add_address(by=request.actor, person=person, **form.cleaned_data)
        messages.success(request, "Het mailadres staat erbij.")
        return redirect("person", public_id=person.public_id)
    context = {"title": f"Een mailadres van {person.name}", "back": _person_url(person)}
    return form_page(request, "simple_form", form, context | {"verb": "Zet het erbij"})


def _person_url(person: Person) -> str:
    return reverse("person", kwargs={"public_id": person.public_id})


def may_remove(actor: Actor, address: MailAddress) -> bool:
    return register_rules.may_keep_register(actor)


@may(may_remove, find=queries.address_by_id, methods=("POST",))
def address_remove(request: Request, address: MailAddress) -> HttpResponse:
    """This mail address is nobody's any more."""
    back = _person_url(address.person) if address.person else _holder_url(address)
    actions.remove_address(by=request.actor, address=address)
    messages.success(request, f"{address.address} is weg en logt niet meer in.")
    return redirect(back)


def _holder_url(address: MailAddress) -> str:
    if address.association_id:
        return reverse("association", kwargs={"association_id": address.association_id})
    return board_url(address.seat) if address.seat else reverse("who_is_who")
