"""What we keep of somebody: for themselves, and for who keeps the register."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from naober.kit import dates
from naober.kit.words import counted
from naober.people.actor import Actor, Channel
from naober.people.may import may
from naober.people.models import Person
from naober.people.web import Request
from naober.register import rules as register
from naober.register.privacy import agreeing, asking, clocks, erasing, held, queries, rules, taking_along
from naober.register.privacy.forms import HeardForm
from naober.register.sign_in.rules import person_of

NEWEST = 3
STILL_NEEDED = "Dit is wie op elke bladzijde te bellen is. Kies eerst een ander om te bellen."


@may(register.may_follow)
def my_data(request: Request) -> HttpResponse:
    """Everything we hold of me, what I agreed to, and the way out."""
    person = person_of(request.actor)
    context = {
        "person": person,
        "agreements": queries.agreements_of(person),
        "kinds": taking_along.all_of(person, most=NEWEST),
        "asked": asking.asked_by(person),
    }
    return render(request, "register/privacy/my_data.html", context)


def may_agree(actor: Actor, what: str) -> bool:
    return register.may_follow(actor)


@may(may_agree, find=queries.what_to_agree_to, methods=("POST",))
def consent_give(request: Request, what: str) -> HttpResponse:
    """I agree."""
    agreeing.agree(by=request.actor, person=person_of(request.actor), what=what)
    messages.success(request, "Genoteerd. Het staat meteen aan.")
    return redirect("my_data")


@may(may_agree, find=queries.what_to_agree_to, methods=("POST",))
def consent_take_back(request: Request, what: str) -> HttpResponse:
    """I no longer agree."""
    agreeing.take_back(by=request.actor, person=person_of(request.actor), what=what)
    messages.success(request, "Genoteerd. Het staat meteen overal uit.")
    return redirect("my_data")


@may(register.may_follow)
def my_data_download(request: Request) -> HttpResponse:
    """The same to take along."""
    return _zip(person_of(request.actor))


def _zip(person: Person) -> HttpResponse:
    answer = HttpResponse(taking_along.as_zip(person), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="mijn-gegevens.zip"'
    return answer


@may(register.may_follow, methods=("POST",))
def forget_ask(request: Request) -> HttpResponse:
    """I ask to be forgotten."""
    asking.ask_to_be_forgotten(by=request.actor, person=person_of(request.actor))
    messages.success(request, "Uw vraag is aangekomen. Binnen een maand hoort u van ons.")
    return redirect("my_data")


@may(rules.may_keep, find=queries.person_here, second_factor=True)
def person_held(request: Request, person: Person) -> HttpResponse:
    """What we keep of somebody, in figures, and what can be done with it."""
    return _held_page(request, person, HeardForm())


def _held_page(request: Request, person: Person, form: HeardForm) -> HttpResponse:
    context = {
        "person": person,
        "form": form,
        "agreements": queries.agreements_of(person),
        "counts": held.counts(person).items(),
        "asked": asking.asked_by(person),
    }
    status = 422 if form.errors else 200
    return render(request, "register/privacy/person_held.html", context, status=status)


@may(rules.may_keep, find=queries.person_here, methods=("POST",), second_factor=True)
def person_heard(request: Request, person: Person) -> HttpResponse:
    """Write down what somebody said about what may be shown."""
    form = HeardForm(request.POST)
    if not form.is_valid():
        return _held_page(request, person, form)
    said = agreeing.agree if form.cleaned_data["agreed"] == "ja" else agreeing.take_back
    by = request.actor.by(Channel(form.cleaned_data["channel"]))
    said(by=by, person=person, what=form.cleaned_data["what"])
    messages.success(request, "Genoteerd. Het geldt meteen overal.")
    return redirect("person_held", public_id=person.public_id)


@may(rules.may_keep, find=queries.person_here, second_factor=True)
def person_taken_along(request: Request, person: Person) -> HttpResponse:
    """Everything of somebody in a zip, for who asks for it without signing in."""
    return _zip(person)


@may(rules.may_keep, find=queries.person_here, methods=("POST",), second_factor=True)
def person_erase(request: Request, person: Person) -> HttpResponse:
    """Forget somebody."""
    name = person.name
    try:
        erased = erasing.erase(by=request.actor, person=person)
    except erasing.StillNeededError:
        messages.error(request, STILL_NEEDED)
        return redirect("person_held", public_id=person.public_id)
    messages.success(request, f"{name} is vergeten. Wat er gebeurde staat er nog, de naam niet.")
    if erased.published:
        pieces = counted(erased.published, "openbaar stuk", "openbare stukken")
        messages.info(request, f"De naam staat nog in {pieces}. Die veranderen wij niet.")
    return redirect("who_is_who")


@may(register.may_keep_register, methods=("GET", "POST"), second_factor=True)
def terms(request: Request) -> HttpResponse:
    """What has been kept long enough: first how much, then it goes."""
    if request.method == "POST":
        gone = sum(each.count for each in clocks.run(dates.now()))
        messages.success(request, f"{counted(gone, 'ding is', 'dingen zijn')} weg, zoals de termijn zegt.")
        return redirect("terms")
    return render(request, "register/privacy/terms.html", {"due": clocks.due(dates.now())})
