"""Going away for a while, coming back, and asking the next person by mail."""

from datetime import date

from django.conf import settings
from django.template.loader import render_to_string

from naober.journal.action import action, require
from naober.journal.models import Audience, Entry
from naober.journal.record import record
from naober.kit import dates
from naober.kit.area import Queue, Waiting
from naober.kit.words import capital, counted, day_near
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Person
from naober.post.outbox import write_mail
from naober.register.standing_in import queries, rules
from naober.register.standing_in.models import Absence, Asked

MOST_SHOWN = 12


class NobodyToAskError(RuntimeError):
    """Something waits too long and nobody who can do it has a mail address: a person must look."""


@action
def go_away(*, by: Actor, back_on: date, deputy: Person | None = None) -> Absence:
    """Be away ("even niet"): until `back_on` `by` is mailed only what cannot wait, and `deputy` takes over.

    Raises NotAllowedError for a deputy who does not sit at the same table.
    """
    require(rules.may_be_away(by) and by.person is not None)
    require(deputy is None or rules.may_take_over(deputy, queries.colleagues_of(by)))
    absence, _ = Absence.objects.update_or_create(
        person=by.person, defaults={"from_on": dates.today(), "back_on": back_on, "deputy": deputy}
    )
    _note(
        by, "absence_began", f"{capital(_who(by))} is er even niet, terug {day_near(back_on, dates.today())}"
    )
    return absence


@action
def come_back(*, by: Actor) -> Entry:
    """There again: mail and queues are as before."""
    require(rules.may_be_away(by) and by.person is not None)
    Absence.objects.filter(person=by.person).delete()
    return _note(by, "absence_ended", f"{capital(_who(by))} is er weer")


@action
def ask_to_look(*, by: Actor, queue: Queue, person: Person, waiting: list[Waiting], why: str) -> Entry:
    """Ask a person by one mail to look at what waits. Each thing is asked of each person once.

    Raises NobodyToAskError when that person has no mail address.
    """
    require(rules.may_ask(by))
    address = people.mail_address_of(person.pk, dates.today())
    if not address:
        raise NobodyToAskError(queue.name)
    Asked.objects.bulk_create(
        [
            Asked(queue=queue.name, key=key, person=person, asked_at=dates.now())
            for thing in waiting
            for key in thing.keys
        ],
        ignore_conflicts=True,
    )
    how_many = counted(len(waiting), "ding wacht", "dingen wachten")
    subject = f"{capital(how_many)}: {queue.title}"
    context = {
        "subject": subject,
        "person_first_name": person.call_name,
        "why": why,
        "waiting": sorted(waiting, key=lambda thing: (thing.due is None, thing.due))[:MOST_SHOWN],
        "more": max(0, len(waiting) - MOST_SHOWN),
        "umbrella": people.umbrella(),
        "site_url": settings.NAOBER_SITE_URL,
        "demo": settings.NAOBER_DEMO,
    }
    write_mail(
        to=address,
        subject=subject,
        text=render_to_string("register/standing_in/mail.txt", context),
        html=render_to_string("register/standing_in/mail.html", context),
        area="register",
        subject_id=person.pk,
    )
    return record(
        by=by,
        kind="next_person_asked",
        line=f"{capital(how_many)}: de volgende is gevraagd",
        area="register",
        audience=Audience.BOARD,
    )


def _who(by: Actor) -> str:
    return f"de {by.seat.get_role_display()}" if by.seat else "een lezer"


def _note(by: Actor, kind: str, line: str) -> Entry:
    """The table of whoever goes reads that they do; who sits at none tells nobody."""
    if by.works_for_umbrella:
        return record(by=by, kind=kind, line=line, area="register", audience=Audience.BOARD)
    if by.villages:
        reasons = dict.fromkeys(by.villages, "")
        return record(
            by=by, kind=kind, line=line, area="register", audience=Audience.VILLAGE, villages=reasons
        )
    readers = [by.person] if by.person else []
    return record(by=by, kind=kind, line=line, area="register", audience=Audience.NAMED, readers=readers)
