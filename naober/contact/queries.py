"""Who waits to be called, and what was noted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from naober.contact.models import Attempt, CallNote, CircularCopy
from naober.journal.models import Notice
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.kit.text import shorten
from naober.kit.words import capital, day_near
from naober.people.models import Person, Village
from naober.post.models import OutboxMessage

MOST_ROWS = 100
MOST_SAID = 160


@dataclass(frozen=True)
class CallRow:
    """One call to make: whom, by which number, and what to read aloud. `subject_id` names what `about` says;
    for notices it is the person, who hears all of them in one call: `ids`."""

    about: Attempt.About
    subject_id: int
    ids: tuple[int, ...]
    name: str
    phone: str
    why: str
    sentences: tuple[str, ...]
    since: datetime
    postal: tuple[str, ...] = ()
    through: str = ""
    tries: int = 0
    tried_at: datetime | None = None

    @property
    def greeting(self) -> str:
        """How the text to read aloud begins."""
        return f"Dag {self.name}," if self.name else "Goedendag,"


def callback_list() -> list[CallRow]:
    """Everybody who is to be called, the longest waiting first, at most MOST_ROWS of each kind."""
    rows = [*_promised(), *_without_mail(), *_came_back(), *_sent_round()]
    return _with_tries(sorted(rows, key=lambda row: row.since))


def call_note_by_id(note_id: int) -> CallNote | None:
    return CallNote.objects.select_related("caller", "village", "noted_by").filter(pk=note_id).first()


def newest_notes(before: int | None = None, limit: int = 25) -> list[CallNote]:
    """Phone notes, the newest first; `before` is the id that the page before ended with."""
    notes = CallNote.objects.select_related("caller", "village", "noted_by").order_by("-id")
    return list((notes.filter(pk__lt=before) if before else notes)[:limit])


def older_than(notes: list[CallNote]) -> str:
    """The key of the page after these notes; "" when there is none."""
    last = notes[-1].pk if notes else 0
    return str(last) if CallNote.objects.filter(pk__lt=last).exists() else ""


def attempts_about(note: CallNote) -> QuerySet[Attempt]:
    """The calls that were made because of a note."""
    attempts = Attempt.objects.filter(about=Attempt.About.CALL_NOTE, subject_id=note.pk)
    return attempts.select_related("by").order_by("id")


def subject_exists(about: str, subject_id: int) -> bool:
    """Whether there is such a note, person or mail, waiting or not."""
    tables = {
        Attempt.About.CALL_NOTE: CallNote.objects,
        Attempt.About.NOTICE: Person.objects,
        Attempt.About.MAIL: OutboxMessage.objects,
        Attempt.About.COPY: CircularCopy.objects,
    }
    return tables[Attempt.About(about)].filter(pk=subject_id).exists()


def note_of_form(form_key: UUID) -> CallNote | None:
    """The note that this form made already."""
    return CallNote.objects.filter(form_key=form_key).first()


def villages() -> QuerySet[Village]:
    return Village.objects.order_by("name")


def people_named(name: str) -> list[Person]:
    """The persons in the register whose name is exactly this, whatever the capitals."""
    return list(Person.objects.filter(name__iexact=name.strip())[:2]) if name.strip() else []


def names_to_choose() -> Iterable[str]:
    """The names in the register, for a field that completes what one types."""
    return Person.objects.order_by("name").values_list("name", flat=True)[:500]


def subject_ids(about: str, subject_id: int) -> list[int]:
    """What one call is about: the thing itself, or every notice that waits for a person."""
    if about != Attempt.About.NOTICE:
        return [subject_id]
    waiting = _waiting_notices().filter(person_id=subject_id)
    return list(waiting.order_by("id").values_list("pk", flat=True))


def has_ended(about: str, subject_id: int) -> bool:
    """Whether somebody spoke or wrote to them about it already."""
    ended = Attempt.objects.filter(about=about, subject_id=subject_id)
    return ended.exclude(outcome=Attempt.Outcome.NOT_HOME).exists()


def letters() -> list[CallRow]:
    """Who gets a letter: chosen on the terugbellijst, or how this person wants to be reached."""
    return [row for row in callback_list() if row.postal]


def _open(about: Attempt.About) -> Combinable:
    """That nobody spoke or wrote to them about it yet."""
    ended = Attempt.objects.filter(about=about, subject_id=OuterRef("pk"))
    return ~Exists(ended.exclude(outcome=Attempt.Outcome.NOT_HOME))


def _promised() -> list[CallRow]:
    notes = CallNote.objects.filter(closed_at=None).select_related("caller__through")
    return [_row_of_note(note) for note in notes.order_by("noted_at")[:MOST_ROWS]]


def _row_of_note(note: CallNote) -> CallRow:
    said_on = day_near(note.noted_at.astimezone(LOCAL).date(), dates.today())
    promise = f" Wij beloofden u: {note.promise}" if note.promise else ""
    return CallRow(
        about=Attempt.About.CALL_NOTE,
        subject_id=note.pk,
        ids=(note.pk,),
        name=note.caller.name if note.caller else note.caller_name,
        phone=note.caller_phone or (note.caller.phone if note.caller else ""),
        why=f"Belde {said_on}. {note.reference}",
        sentences=(f"u belde ons {said_on}. U zei: {shorten(note.said, MOST_SAID)}{promise}",),
        since=note.noted_at,
        postal=_postal(note.caller) if note.result == CallNote.Result.WRITE else (),
    )


def _waiting_notices() -> QuerySet[Notice]:
    return Notice.objects.filter(_open(Attempt.About.NOTICE), dropped_reason=Notice.Dropped.NO_ADDRESS)


def _without_mail() -> list[CallRow]:
    waiting = _waiting_notices().select_related("entry", "person__through").order_by("id")
    grouped: dict[int, list[Notice]] = {}
    for notice in waiting[: MOST_ROWS * 5]:
        grouped.setdefault(notice.person_id, []).append(notice)
    return [_row_of_notices(notices) for notices in grouped.values()]


def _row_of_notices(notices: list[Notice]) -> CallRow:
    person = notices[0].person
    return CallRow(
        about=Attempt.About.NOTICE,
        subject_id=person.pk,
        ids=tuple(notice.pk for notice in notices),
        name=person.name,
        phone=person.phone,
        why="Heeft geen mail",
        sentences=tuple(_read_aloud(notice) for notice in notices),
        since=min(notice.due_at for notice in notices),
        postal=_postal(person) if person.way_back == Person.WayBack.LETTER else (),
        through=_through(person),
    )


def _read_aloud(notice: Notice) -> str:
    asks = f" {notice.asks}." if notice.asks else ""
    return f"{capital(notice.entry.line)}.{asks}"


def _came_back() -> list[CallRow]:
    """Mail to somebody we know that could not be delivered."""
    failed = OutboxMessage.objects.filter(
        _open(Attempt.About.MAIL), state=OutboxMessage.State.FAILED, secret=False
    )
    rows = []
    for mail in failed.order_by("id")[:MOST_ROWS]:
        person = _person_at(mail.to)
        rows.append(
            CallRow(
                about=Attempt.About.MAIL,
                subject_id=mail.pk,
                ids=(mail.pk,),
                name=person.name if person else "",
                phone=person.phone if person else "",
                why=f"De mail aan {mail.to} kwam niet aan",
                sentences=(f"onze mail “{mail.subject}” kwam niet bij u aan. Klopt uw mailadres nog?",),
                since=mail.due_at,
                through=_through(person) if person else "",
            )
        )
    return rows


def _sent_round() -> list[CallRow]:
    """Copies of what was sent round, for who has no mail address; from when the mail of the others left."""
    copies = CircularCopy.objects.filter(
        _open(Attempt.About.COPY),
        outbox=None,
        person__isnull=False,
        circular__recalled_at=None,
        circular__release_at__lte=dates.now(),
    ).select_related("circular", "person__through")
    return [
        CallRow(
            about=Attempt.About.COPY,
            subject_id=copy.pk,
            ids=(copy.pk,),
            name=copy.person.name,
            phone=copy.person.phone,
            why="Heeft geen mail",
            sentences=(f"wij stuurden iets rond: {copy.circular.subject}.", copy.circular.text),
            since=copy.circular.release_at,
            postal=_postal(copy.person) if copy.person.way_back == Person.WayBack.LETTER else (),
            through=_through(copy.person),
        )
        for copy in copies.order_by("id")[:MOST_ROWS]
        if copy.person
    ]


def _person_at(address: str) -> Person | None:
    today = dates.today()
    holds = Q(seats__from_on__lte=today) & (Q(seats__until_on=None) | Q(seats__until_on__gt=today))
    own = Person.objects.select_related("through").filter(addresses__address=address).order_by("pk").first()
    return own or (
        Person.objects.select_related("through")
        .filter(holds, seats__addresses__address=address)
        .order_by("pk")
        .first()
    )


def _through(person: Person) -> str:
    if person.way_back != Person.WayBack.THROUGH or person.through is None:
        return ""
    return f"{person.through.name} {person.through.phone}".strip()


def _postal(person: Person | None) -> tuple[str, ...]:
    if person is None or not person.street:
        return ()
    return (person.name, person.street, f"{person.postal_code}  {person.town}".strip())


def _with_tries(rows: list[CallRow]) -> list[CallRow]:
    """Each row with how often nobody was at home, and when last."""
    wanted = Q(pk=None)
    for row in rows:
        wanted |= Q(about=row.about, subject_id__in=row.ids)
    tried: dict[tuple[str, int], list[datetime]] = {}
    for attempt in Attempt.objects.filter(wanted, outcome=Attempt.Outcome.NOT_HOME):
        tried.setdefault((attempt.about, attempt.subject_id), []).append(attempt.at)
    return [_with_moments(row, [tried.get((row.about, pk), []) for pk in row.ids]) for row in rows]


def _with_moments(row: CallRow, moments: list[list[datetime]]) -> CallRow:
    """One call is an attempt about each notice of a person, so the fullest list counts the calls."""
    calls = max(moments, key=len)
    return replace(row, tries=len(calls), tried_at=max(calls, default=None))
