"""The mail that tells people what matters to them: one at a time, with the reason, grouped by village.

When one notice of a person falls due, everything that may leave goes along in the same mail; audience
and withdrawal are looked at once more. Mail and notices are written in one transaction, so a worker
that is killed loses nothing and sends nothing twice.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from naober.journal import queries, rules
from naober.journal.models import Follow, Line, Notice, Reader
from naober.kit import dates
from naober.kit.area import subject_url
from naober.kit.words import counted, join_with_en
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Person
from naober.post.models import OutboxMessage
from naober.post.outbox import write_mail


@dataclass(frozen=True)
class MailItem:
    """One thing in the mail: what, when, why, where to read on, what it asks, and whom it concerns."""

    entry_id: int
    title: str
    when: datetime
    reason: str
    url: str
    asks: str
    villages: tuple[str, ...]


@dataclass(frozen=True)
class MailGroup:
    """The things about one village, or about villages that one board speaks for together."""

    village: str
    items: tuple[MailItem, ...]


def send_due(now: datetime) -> None:
    """Write the mail of everybody for whom something has fallen due."""
    for person_id in queries.people_to_mail(now):
        mail_person(person_id, now)


def mail_person(person_id: int, now: datetime) -> OutboxMessage | None:
    """Write one person's mail with everything that may leave by `now`; None when there is nothing left.

    Somebody without a mail address keeps the notices, marked for the telephone.
    """
    with transaction.atomic():
        notices = list(queries.open_notices(person_id, now).select_for_update(of=("self",)))
        person = Person.objects.get(pk=person_id)
        actor = people.actor_for(person_id, day=dates.today())
        lines = queries.lines_of(notice.entry_id for notice in notices)
        allowed = _drop_what_may_not_be_seen(notices, actor, lines)
        if not allowed:
            return None
        address = people.mail_address_of(person_id, dates.today())
        if not address:
            _drop(allowed, Notice.Dropped.NO_ADDRESS)
            return None
        message = _write(actor, person, address, allowed, lines)
        Notice.objects.filter(pk__in=[notice.pk for notice in allowed]).update(outbox=message)
        return message


def _drop_what_may_not_be_seen(
    notices: list[Notice], actor: Actor, lines: dict[int, list[Line]]
) -> list[Notice]:
    named = set(Reader.objects.filter(person=actor.person).values_list("entry_id", flat=True))

    def allowed(notice: Notice) -> bool:
        village_ids = {line.village_id for line in lines.get(notice.entry_id, ())}
        return rules.may_see(actor, notice.entry.audience, village_ids, named=notice.entry_id in named)

    _drop([n for n in notices if not allowed(n)], Notice.Dropped.NOT_ALLOWED)
    return [n for n in notices if allowed(n)]


def _drop(notices: list[Notice], reason: Notice.Dropped) -> None:
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(dropped_reason=reason)


def _write(
    actor: Actor, person: Person, address: str, notices: list[Notice], lines: dict[int, list[Line]]
) -> OutboxMessage:
    context = _context(actor, person, notices, lines)
    return write_mail(
        to=address,
        subject=context["subject"],
        text=render_to_string("journal/mail/digest.txt", context),
        html=render_to_string("journal/mail/digest.html", context),
        area="journal",
        subject_id=person.pk,
        # Who asked to be left alone gets it later, unless something in it runs out.
        can_wait=not any(notice.asks for notice in notices),
    )


def _context(
    actor: Actor, person: Person, notices: list[Notice], lines: dict[int, list[Line]]
) -> dict[str, Any]:
    corrections = [n for n in notices if n.entry.withdraws_id]
    news = [n for n in notices if not n.entry.withdraws_id]
    everywhere = set(people.member_villages(dates.today()).values_list("pk", flat=True))
    own = _own_villages(actor, person)
    for_all = [n for n in news if everywhere and everywhere <= _village_ids(n, lines)]
    groups = _groups([n for n in news if n not in for_all], own, lines)
    return {
        "subject": _subject(groups, for_all, notices),
        "opening": _opening(len(news), sum(1 for n in news if n.asks)),
        "person_first_name": person.call_name,
        "umbrella": people.umbrella(),
        "groups": groups,
        "all_villages_items": [_item(n, lines, own) for n in for_all],
        "corrections": [_item(n, lines, own) for n in corrections],
        "why_you_get_this": sorted({n.reason for n in notices}),
        "demo": settings.NAOBER_DEMO,
        "site_url": settings.NAOBER_SITE_URL,
        "stop_url": f"{settings.NAOBER_SITE_URL}{reverse('follows')}",
    }


def _own_villages(actor: Actor, person: Person) -> set[int]:
    followed = Follow.objects.filter(person=person).exclude(village=None)
    return set(actor.villages) | set(followed.values_list("village_id", flat=True))


def _groups(notices: list[Notice], own: set[int], lines: dict[int, list[Line]]) -> list[MailGroup]:
    """Notices by the villages they concern that are this person's own, else by all they concern."""
    grouped: dict[str, list[MailItem]] = {}
    for notice in notices:
        concerned = [line.village for line in lines.get(notice.entry_id, ())]
        names = [v.name for v in concerned if v.pk in own] or [v.name for v in concerned]
        grouped.setdefault(join_with_en(names), []).append(_item(notice, lines, own))
    return [MailGroup(village, tuple(items)) for village, items in sorted(grouped.items())]


def _item(notice: Notice, lines: dict[int, list[Line]], own: set[int]) -> MailItem:
    entry = notice.entry
    with_reason = [line for line in lines.get(entry.pk, ()) if line.reason]
    reasons = [line.reason for line in sorted(with_reason, key=lambda line: line.village_id not in own)]
    path = subject_url(entry.area, entry.subject_id) if entry.subject_id else ""
    return MailItem(
        entry_id=entry.pk,
        title=entry.line,
        when=entry.happened_at,
        reason=reasons[0] if reasons else "",
        url=f"{settings.NAOBER_SITE_URL}{path}" if path else "",
        asks=notice.asks,
        villages=tuple(line.village.name for line in lines.get(entry.pk, ())),
    )


def _village_ids(notice: Notice, lines: dict[int, list[Line]]) -> set[int]:
    return {line.village_id for line in lines.get(notice.entry_id, ())}


def _subject(groups: list[MailGroup], for_all: list[Notice], notices: list[Notice]) -> str:
    """What the mail is about, and what it asks first; a mail of corrections alone says so."""
    names = [group.village for group in groups if group.village]
    asks = next((notice.asks for notice in notices if notice.asks), "")
    about = f"Nieuws over {join_with_en(names)}" if names else "Nieuws voor alle dorpen"
    if not groups and not for_all:
        about = "Rechtgezet"
    return f"{about}: {asks}" if asks else about


def _opening(news: int, asking: int) -> str:
    """A sentence that counts: what asks something, and what is only to know."""
    if not news:
        return "in een eerdere mail klopte iets niet. Hieronder leest u wat."
    if not asking:
        return f"hieronder {counted(news, 'ding', 'dingen')} om te weten. U hoeft niets te doen."
    asks = f"{counted(asking, 'ding vraagt', 'dingen vragen')} iets van u"
    return f"{asks}." if asking == news else f"{asks}, de rest is om te weten."
