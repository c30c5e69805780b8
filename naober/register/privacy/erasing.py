"""A person is forgotten. What happened stays, and so does how much of it there was; who it was goes.

What becomes of a row that names them is said by the table itself: where the person is `CASCADE` the row
goes, where `SET_NULL` its link goes, where `PROTECT` it stays with the person, of whom nothing is left.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import CASCADE, SET_NULL, CharField, Field, JSONField, Q, TextField

from naober.journal.action import action, require
from naober.journal.models import Notice
from naober.kit import dates, scrub
from naober.kit.retention import ACTED, FACT, RAW_INTAKE
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Account, MailAddress, Person, Seat, new_key
from naober.post.forgetting import forget_addresses, forget_files, forget_mail
from naober.post.models import OutboxMessage
from naober.register.actions import end_once, note, note_seat
from naober.register.models import BrowserSession
from naober.register.privacy import rules
from naober.register.privacy.held import Classed, mails_to, own_addresses, tables
from naober.register.privacy.traces import Traces, traces_of
from naober.register.sign_in.store import SessionStore

ERASED_NAME = "iemand die wij vergeten zijn"


class StillNeededError(Exception):
    """Every page names this person as the one to call; somebody else must be named first."""


@dataclass(frozen=True)
class Erased:
    """What was erased, in figures, without a name."""

    mails: int
    came_in: int
    files: int
    texts: int
    published: int


def erase(*, by: Actor, person: Person) -> Erased:
    """Forget a person, and leave no trace of them on the disk. Raises StillNeededError, and
    scrub.StillReadError when the database could not be written anew; the person is forgotten then."""
    erased = erase_person(by=by, person=person)
    scrub.leave_no_trace()
    return erased


@action
def erase_person(*, by: Actor, person: Person) -> Erased:
    """Forget a person: everything of theirs in the database and in the files. `erase` also writes the
    database anew. Raises StillNeededError."""
    require(rules.may_erase(by, person))
    if rules.is_the_contact(person, people.umbrella()):
        raise StillNeededError
    traces = traces_of(person)
    _end_functions(by, person)
    note(by, "person_erased", "Iemand is op verzoek of na afloop van de termijn vergeten", person.pk)
    erased = Erased(
        mails=forget_mail(OutboxMessage.objects.filter(mails_to(person))),
        came_in=forget_addresses(own_addresses(person)),
        files=forget_files(traces.are_in),
        texts=0,
        published=_published(traces),
    )
    _sign_out_for_ever(person, traces)
    _let_go_of_rows(person)
    _blank(person)
    return replace(erased, texts=sum(_sweep(traces)))


def _end_functions(by: Actor, person: Person) -> None:
    today = dates.today()
    for seat in Seat.objects.filter(person=person, until_on=None).select_related("association", "body"):
        end_once(seat, max(today, seat.from_on))
        note_seat(by, seat, "seat_ended", f"Gestopt: {seat}")
    Seat.objects.filter(person=person).update(shown_public=False)


def _sign_out_for_ever(person: Person, traces: Traces) -> None:
    addresses = own_addresses(person)
    MailAddress.objects.filter(person=person).delete()
    Account.objects.filter(address__in=addresses).exclude(
        address__in=MailAddress.objects.values("address")
    ).delete()
    # A browser that waits for a code holds the address that was typed in.
    for waiting in BrowserSession.objects.filter(account=None):
        if traces.pattern.search(json.dumps(SessionStore().decode(waiting.session_data))):
            waiting.delete()


def _let_go_of_rows(person: Person) -> None:
    Notice.objects.filter(person=person, outbox=None).delete()
    for table in tables():
        for field in table.pointing_at(Person):
            _let_go(table, field, Q(**{field.name: person}), person)
        for field in table.pointing_at(Seat):
            if table.classes[field.name] in (ACTED, RAW_INTAKE):
                _let_go(table, field, Q(**{f"{field.name}__person": person}), person)


def _let_go(table: Classed, field: Field, about: Q, person: Person) -> None:
    on_delete = field.remote_field.on_delete  # type: ignore[union-attr]
    retention = table.classes[field.name]
    rows = table.model._default_manager.filter(about)
    if on_delete is SET_NULL:
        of_their_own = {} if retention == ACTED or table.model is Person else _blank_fields(table, retention)
        table.model._default_manager.filter(pk__in=list(rows.values_list("pk", flat=True))).update(
            **{field.name: None}, **of_their_own
        )
    elif on_delete is CASCADE and retention != ACTED and table.model is not Notice:
        rows.delete()


def _blank_fields(table: Classed, retention: object) -> dict[str, str]:
    """The texts of the same class in a row that was theirs, empty."""
    texts = (field for field in table.fields() if isinstance(field, CharField | TextField))
    return {field.name: "" for field in texts if table.classes[field.name] == retention}


def _blank(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(
        public_id=new_key(),
        name=ERASED_NAME,
        call_name="",
        phone="",
        way_back=Person.WayBack.MAIL,
        through=None,
        street="",
        postal_code="",
        town="",
        erased_at=dates.now(),
        version=person.version + 1,
    )


def _sweep(traces: Traces) -> Iterator[int]:
    """Take the traces out of every text of ours that is no published fact; the number of rows changed."""
    for table in tables():
        for field in table.fields(personal=False):
            if table.classes[field.name] == FACT or field.choices or field.unique:
                continue
            if isinstance(field, JSONField):
                yield _sweep_json(table, field, traces)
            elif isinstance(field, CharField | TextField):
                yield _sweep_text(table, field, traces)


def _sweep_text(table: Classed, field: Field, traces: Traces) -> int:
    found = _named_in(table, field, traces)
    for key, text in found:
        fits = traces.erased_from(text)[: field.max_length]
        table.model._default_manager.filter(pk=key).update(**{field.name: fits})
    return len(found)


def _named_in(table: Classed, field: Field, traces: Traces) -> list[tuple[Any, str]]:
    """The rows in which a field names somebody, with the text."""
    hinted = Q()
    for hint in traces.hints:
        hinted |= Q(**{f"{field.name}__icontains": hint})
    if not hinted:
        return []
    rows = table.model._default_manager.filter(hinted).values_list("pk", field.name)
    return [(key, text) for key, text in rows if traces.pattern.search(text)]


def _published(traces: Traces) -> int:
    """How many published facts still name somebody: a decision, a text of a village. What was published is
    not ours to rewrite; whoever erases reads how much there is and can ask its author."""
    return sum(
        len(_named_in(table, field, traces))
        for table in tables()
        for field in table.fields(personal=False)
        if table.classes[field.name] == FACT
        and not field.choices
        and isinstance(field, CharField | TextField)
    )


def _sweep_json(table: Classed, field: Field, traces: Traces) -> int:
    changed = 0
    for key, value in table.model._default_manager.values_list("pk", field.name):
        text = json.dumps(value, ensure_ascii=False)
        erased = traces.erased_from(text)
        if erased != text:
            table.model._default_manager.filter(pk=key).update(**{field.name: json.loads(erased)})
            changed += 1
    return changed
