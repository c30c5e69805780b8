"""Asking whether it is still right, and what people answer."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from naober.journal.action import action, require
from naober.kit import dates
from naober.kit.words import counted
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Person, Umbrella
from naober.post import tokens
from naober.post.models import OutboxMessage, ReplyToken
from naober.post.outbox import write_mail
from naober.register.actions import note
from naober.register.checks import queries, rules
from naober.register.checks.models import DataCheck

SUBJECT = "Klopt dit nog?"
SUBJECT_AGAIN = "Nog even: klopt dit nog?"
NUMBERS = ("phone", "street", "postal_code", "town")


class AlreadyAnsweredError(Exception):
    """The question was answered before; that answer stays."""


@action
def ask_people(*, by: Actor) -> int:
    """Ask everybody in a board whom nobody asked this year: by mail, or else they stand on the list to
    call. The number asked."""
    require(rules.may_ask(by))
    now = dates.now()
    persons = list(queries.to_ask(now))
    for person in persons:
        _ask(person, now, can_wait=bool(by.machine_name))
    line = f"Gevraagd of het nog klopt: {counted(len(persons), 'mens', 'mensen')}"
    note(by, "check_asked", line, 0)
    return len(persons)


def _ask(person: Person, now: datetime, *, can_wait: bool) -> None:
    """Who presses the button sees the mail leave; what the clock asks waits for the morning."""
    check = DataCheck.objects.create(person=person, asked_at=now)
    address = people.mail_address_of(person.pk, dates.today())
    if not address:
        return
    token = tokens.new_token(
        area="register",
        subject_id=check.pk,
        person=person,
        seat=queries.seat_behind(person, address),
        valid_for=queries.KEPT_OPEN,
    )
    DataCheck.objects.filter(pk=check.pk).update(token=token)
    _mail(check, token, address, SUBJECT, can_wait=can_wait)


def _mail(
    check: DataCheck, token: ReplyToken, address: str, subject: str, *, can_wait: bool
) -> OutboxMessage:
    link = reverse("check", kwargs={"secret": tokens.secret_of(token)})
    context = {
        "subject": subject,
        "own": queries.own_data(check.person),
        "url": f"{settings.NAOBER_SITE_URL}{link}",
        "umbrella": people.umbrella(),
        "demo": settings.NAOBER_DEMO,
    }
    return write_mail(
        to=address,
        subject=subject,
        text=render_to_string("register/checks/mail/check.txt", context),
        html=render_to_string("register/checks/mail/check.html", context),
        area="register",
        subject_id=check.pk,
        expires_at=token.expires_at,
        can_wait=can_wait,
        secret=True,
    )


@action
def remind_people(*, by: Actor) -> int:
    """Remind, once, who was mailed two weeks ago and gave no answer. The number reminded."""
    require(rules.may_ask(by))
    now = dates.now()
    reminded = 0
    for check in queries.to_remind(now):
        rows = DataCheck.objects.filter(pk=check.pk, reminded_at=None, answered_at=None)
        address = people.mail_address_of(check.person_id, dates.today())
        if check.token and address and rows.update(reminded_at=now):
            _mail(check, check.token, address, SUBJECT_AGAIN, can_wait=True)
            reminded += 1
    note(
        by,
        "check_asked",
        f"Herinnerd aan de vraag of het nog klopt: {counted(reminded, 'mens', 'mensen')}",
        0,
    )
    return reminded


@action
def say_right(*, by: Actor, check: DataCheck) -> None:
    """It is still right. Raises AlreadyAnsweredError."""
    require(rules.may_answer(by, check))
    _answer(check, answer=DataCheck.Answer.RIGHT)
    check.person.addresses.update(verified_at=dates.now())
    note(by, "check_right", "Iemand liet weten dat alles nog klopt", check.pk)


@action
def say_changed(*, by: Actor, check: DataCheck, remark: str, **numbers: str) -> None:
    """Something changed: a remark for who keeps the register, and telephone and postal address (`NUMBERS`)
    at once, since those are one's own to say. Raises AlreadyAnsweredError."""
    require(rules.may_answer(by, check))
    handled = None if remark else dates.now()
    _answer(check, answer=DataCheck.Answer.CHANGED, remark=remark, handled_at=handled)
    own = {name: numbers[name] for name in NUMBERS if name in numbers}
    changed = {name: said for name, said in own.items() if getattr(check.person, name) != said}
    if changed:
        Person.objects.filter(pk=check.person_id).update(version=F("version") + 1, **changed)
    note(by, "check_changed", "Iemand gaf door wat er veranderd is", check.pk)


def _answer(check: DataCheck, **fields: Any) -> None:
    now = dates.now()
    rows = DataCheck.objects.filter(pk=check.pk, answered_at=None)
    if not rows.update(answered_at=now, **fields):
        raise AlreadyAnsweredError
    if check.token:
        ReplyToken.objects.filter(pk=check.token.pk).update(ended_at=now)


@action
def handle_change(*, by: Actor, check: DataCheck) -> None:
    """What somebody gave is in the register now. Raises AlreadyAnsweredError when a colleague was first."""
    require(rules.may_handle(by, check))
    rows = DataCheck.objects.filter(pk=check.pk, handled_at=None, answered_at__isnull=False)
    if not rows.update(handled_at=dates.now(), remark=""):
        raise AlreadyAnsweredError
    note(by, "check_handled", "Een doorgegeven verandering is verwerkt", check.pk)


@action
def choose_month(*, by: Actor, month: int | None) -> None:
    """In which month the clock asks; None is not by itself."""
    require(rules.may_see_checks(by))
    Umbrella.objects.update(check_month=month)
    note(by, "check_month_chosen", "Gekozen in welke maand wij vragen of het nog klopt", 0)
