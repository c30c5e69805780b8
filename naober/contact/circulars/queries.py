"""Who gets a circular, and what became of each copy."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string

from naober.contact.models import Attempt, Circular, CircularCopy
from naober.journal.models import Follow, Theme
from naober.kit import dates
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Association, Person, Seat
from naober.post.models import OutboxMessage

# Who of a board hears it when only one of them is to: the first of these that there is.
SPOKESMEN = (Seat.Role.SECRETARY, Seat.Role.CHAIR, Seat.Role.TREASURER, Seat.Role.BOARD_MEMBER)
WAITS, LEFT, FAILED, TO_CALL, CALLED, RECALLED = (
    "Gaat zo mee", "Verstuurd", "Kwam niet aan", "Wordt gebeld", "Gebeld of brief", "Teruggeroepen",
)  # fmt: skip


@dataclass(frozen=True)
class Recipient:
    """Somebody who will get it: where it goes, and why they get it."""

    person: Person
    association: Association | None
    address: str
    why: str

    @property
    def way(self) -> str:
        """How it reaches them, in words."""
        return self.address or ("telefoon of brief" if self.person.phone else "brief")


@dataclass(frozen=True)
class ShownCopy:
    """One line of the proof."""

    name: str
    association: str
    way: str
    state: str


def member_associations() -> QuerySet[Association]:
    return Association.objects.filter(kind=Association.Kind.MEMBER).order_by("short_name")


def themes() -> QuerySet[Theme]:
    return Theme.objects.order_by("name")


def recipients(
    reach: str, associations: Iterable[Association], theme: Theme | None, whole_board: bool
) -> list[Recipient]:
    """Everybody who would get it, each once, by board. `associations` count for Reach.SOME, `theme` for
    Reach.THEME; without `whole_board` one of each board."""
    if reach == Circular.Reach.THEME:
        return _followers(theme)
    wanted = member_associations() if reach == Circular.Reach.ALL else associations
    found: dict[int, Recipient] = {}
    for association in wanted:
        for seat in _of_board(association, whole_board):
            found.setdefault(seat.person_id, _holder(seat))
    return list(found.values())


def _of_board(association: Association, whole_board: bool) -> list[Seat]:
    seats = Seat.objects.on(dates.today()).filter(association=association, role__in=SPOKESMEN)
    order = {role: place for place, role in enumerate(SPOKESMEN)}
    ranked = sorted(
        seats.select_related("person", "association"), key=lambda seat: (order[Seat.Role(seat.role)], seat.pk)
    )
    return ranked if whole_board else ranked[:1]


def _holder(seat: Seat) -> Recipient:
    return Recipient(
        person=seat.person,
        association=seat.association,
        address=people.mail_address_of(seat.person_id, dates.today()),
        why=f"U krijgt dit omdat u {seat.get_role_display()} bent van {seat.association}.",
    )


def _followers(theme: Theme | None) -> list[Recipient]:
    follows = Follow.objects.filter(theme=theme).select_related("person").order_by("person__name")
    why = f"U krijgt dit omdat u {theme} volgt."
    return [
        Recipient(follow.person, None, people.mail_address_of(follow.person_id, dates.today()), why)
        for follow in (follows if theme else ())
    ]


def mail_context(recipient: Recipient, subject: str, text: str, sender: Actor) -> dict[str, Any]:
    """What a recipient reads: `call_name`, `paragraphs`, `sender`, `why`, and what every mail needs."""
    return {
        "subject": subject,
        "paragraphs": [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()],
        "call_name": recipient.person.call_name,
        "sender": sender.label,
        "why": recipient.why,
        "umbrella": people.umbrella(),
        "demo": settings.NAOBER_DEMO,
    }


def mail_for(recipient: Recipient, subject: str, text: str, sender: Actor) -> dict[str, str]:
    """The mail that a recipient gets, as `subject`, `text` and `html`."""
    context = mail_context(recipient, subject, text, sender)
    return {
        "subject": subject,
        "text": render_to_string("contact/mail/circular.txt", context),
        "html": render_to_string("contact/mail/circular.html", context),
    }


def reply_address(sender: Actor) -> str:
    """Where answers go: to who sent it and to nobody else."""
    own = people.mail_address_of(sender.person.pk, dates.today()) if sender.person else ""
    umbrella = people.umbrella()
    return own or (umbrella.contact_mail if umbrella else "")


def circular_by_id(public_id: str) -> Circular | None:
    return Circular.objects.select_related("sent_by", "theme").filter(public_id=public_id).first()


def circular_of_form(form_key: UUID) -> Circular | None:
    """The circular that this form sent already."""
    return Circular.objects.filter(form_key=form_key).first()


def newest(before: int | None = None, limit: int = 25) -> list[Circular]:
    """Circulars, the newest first; `before` is the id that the page before ended with."""
    found = Circular.objects.select_related("sent_by", "theme").order_by("-id")
    return list((found.filter(pk__lt=before) if before else found)[:limit])


def older_than(circulars: list[Circular]) -> str:
    """The key of the page after these; "" when there is none."""
    last = circulars[-1].pk if circulars else 0
    return str(last) if Circular.objects.filter(pk__lt=last).exists() else ""


def proof(circular: Circular) -> list[ShownCopy]:
    """Who got it, how, and how that stands."""
    copies = list(
        circular.copies.select_related("person", "association", "outbox").order_by(
            "association__short_name", "person__name", "id"
        )
    )
    ended = Attempt.objects.exclude(outcome=Attempt.Outcome.NOT_HOME)
    about_copy = Attempt.About.COPY, [copy.pk for copy in copies]
    about_mail = Attempt.About.MAIL, [copy.outbox_id for copy in copies if copy.outbox_id]
    called = {
        (about, pk)
        for about, ids in (about_copy, about_mail)
        for pk in ended.filter(about=about, subject_id__in=ids).values_list("subject_id", flat=True)
    }
    return [_shown(circular, copy, called) for copy in copies]


def _shown(circular: Circular, copy: CircularCopy, called: set[tuple[Attempt.About, int]]) -> ShownCopy:
    return ShownCopy(
        name=copy.person.name if copy.person else "Iemand die er niet meer bij is",
        association=copy.association.short_name if copy.association else "",
        way=copy.outbox.to if copy.outbox else "telefoon of brief",
        state=_state(circular, copy, called),
    )


def _state(circular: Circular, copy: CircularCopy, called: set[tuple[Attempt.About, int]]) -> str:
    if circular.recalled_at:
        return RECALLED
    if (Attempt.About.COPY, copy.pk) in called or (Attempt.About.MAIL, copy.outbox_id) in called:
        return CALLED
    if copy.outbox is None:
        return TO_CALL
    by_state = {OutboxMessage.State.DONE: LEFT, OutboxMessage.State.FAILED: FAILED}
    return by_state.get(OutboxMessage.State(copy.outbox.state), WAITS)


def summary(copies: list[ShownCopy]) -> str:
    """The proof in one line: "Verstuurd: 20, wordt gebeld: 2"."""
    counts = Counter(copy.state for copy in copies)
    return ", ".join(f"{state[:1].lower()}{state[1:]}: {count}" for state, count in counts.items())
