"""Writing the journal, inside an action: what happened, at which villages, and who is told when."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from naober.journal import rules
from naober.journal.action import note_entry
from naober.journal.models import Audience, Entry, Follow, Line, Notice, Reader, Theme, Thread
from naober.kit import dates
from naober.kit.text import shorten
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Person, Seat

MOST_WAIT = timedelta(hours=1)


class NotNarrowerError(ValueError):
    """An entry was to be kept to fewer readers, and somebody would have seen it who may not now."""


def record(
    *,
    by: Actor,
    kind: str,
    line: str,
    area: str,
    subject_id: int | None = None,
    audience: Audience = Audience.PUBLIC,
    villages: Mapping[int, str] | None = None,
    readers: Iterable[Person] = (),
    theme: Theme | None = None,
    thread: Thread | None = None,
    happened_at: datetime | None = None,
    release_after: timedelta = timedelta(0),
    tell: bool = False,
    asks: str = "",
    withdraws: Entry | None = None,
) -> Entry:
    """Write that something happened.

    `line` is one Dutch line of at most 160 characters without the name of a person; longer is cut at a
    word. `villages` maps the id of each village it concerns to the reason, a full sentence. With `tell`,
    those who sit for these villages and those who follow them get a Notice, which leaves `release_after`
    from now at the earliest; `asks` is what it asks of them.
    """
    now = dates.now()
    entry = Entry.objects.create(
        happened_at=min(happened_at or now, now),
        recorded_at=now,
        release_at=now + release_after,
        kind=kind,
        line=shorten(line, 160),
        area=area,
        subject_id=subject_id,
        theme=theme,
        thread=thread,
        audience=audience,
        person=by.person,
        seat=by.seat,
        behalf_of=by.on_behalf_of,
        channel=by.channel,
        withdraws=withdraws,
    )
    note_entry(entry.pk)
    _write_lines(entry, villages or {})
    Reader.objects.bulk_create(Reader(entry=entry, person=person) for person in readers)
    if tell:
        _write_notices(entry, set(villages or {}), asks)
    return entry


def withdraw(*, by: Actor, entry: Entry, kind: str, line: str) -> Entry:
    """Take an entry back with a new one. Its lines and unsent notices go.

    Before its release nothing left, and the new entry is for the board alone, without lines. After it, the
    new entry takes the place of the old one at the same villages, and who was mailed is told with their
    next mail.
    """
    released = entry.release_at <= dates.now()
    reasons = dict(entry.lines.values_list("village_id", "reason")) if released else {}
    entry.lines.all().delete()
    _open_notices().filter(entry=entry).delete()
    told = list(entry.notices.exclude(outbox=None))  # after it: mail that left meanwhile counts
    new = record(
        by=by,
        kind=kind,
        line=line,
        area=entry.area,
        subject_id=entry.subject_id,
        audience=Audience(entry.audience) if released else Audience.BOARD,
        villages=reasons,
        readers=[reader.person for reader in entry.readers.select_related("person")],
        theme=entry.theme,
        thread=entry.thread,
        withdraws=entry,
    )
    next_mail = weekly_moment(new.recorded_at)
    Notice.objects.bulk_create(
        Notice(person_id=old.person_id, entry=new, reason=old.reason, due_at=next_mail) for old in told
    )
    return new


def stand_for(old: Entry, new: Entry) -> None:
    """Let `new` tell what `old` told before it was sure, inside an action: the lines and unsent notices of
    the old one go, and who had mail of the old one has none of the new one."""
    old.lines.all().delete()
    _open_notices().filter(entry=old).delete()
    mailed = old.notices.exclude(outbox=None).values("person")
    _open_notices().filter(entry=new, person__in=mailed).delete()


def narrow(entry: Entry, audience: Audience, readers: Iterable[Person] = ()) -> int:
    """Keep an entry to a smaller audience, with its lines and unsent notices; `readers` are those named.

    Returns how many people had been mailed before; the calling action says so in its own entry. Raises
    NotNarrowerError when somebody would see it who may not now, or when nobody would.
    """
    readers = list(readers)
    village_ids = set(entry.lines.values_list("village_id", flat=True))
    _require_narrower(entry, audience, readers, village_ids)
    Entry.objects.filter(pk=entry.pk).update(audience=audience)
    entry.lines.update(audience=audience)
    entry.readers.exclude(person__in=readers).delete()
    Reader.objects.bulk_create(
        [Reader(entry=entry, person=person) for person in readers], ignore_conflicts=True
    )
    entry.audience = audience
    for notice in _open_notices().filter(entry=entry):
        if not _may_be_told(entry, notice.person_id, village_ids):
            _open_notices().filter(pk=notice.pk).update(dropped_reason=Notice.Dropped.NOT_ALLOWED)
    return entry.notices.exclude(outbox=None).count()


def _require_narrower(entry: Entry, audience: Audience, readers: list[Person], village_ids: set[int]) -> None:
    names = bool(readers) == (audience == Audience.NAMED)
    if not names or not rules.is_narrower(audience, Audience(entry.audience)):
        raise NotNarrowerError(f"{entry.audience} to {audience}")
    for reader in readers:
        if not _may_be_told(entry, reader.pk, village_ids):
            raise NotNarrowerError(f"{reader.pk} does not see entry {entry.pk}")


def postpone_release(area: str, subject_ids: Iterable[int], release_at: datetime) -> None:
    """Let mail about entries on these subjects that has not left yet wait for `release_at`, at most an
    hour after each was written: who confirms ten items of one meeting sends one mail."""
    waiting = Entry.objects.filter(
        area=area, subject_id__in=list(subject_ids), release_at__gt=dates.now(), withdrawn_by=None
    )
    for entry in waiting.filter(release_at__lt=release_at).order_by("id"):
        moved = max(entry.release_at, min(release_at, entry.recorded_at + MOST_WAIT))
        Entry.objects.filter(pk=entry.pk).update(release_at=moved)
        notices = _open_notices().filter(entry=entry)
        notices.filter(due_at__gt=entry.release_at, due_at__lte=moved).update(due_at=weekly_moment(moved))
        notices.filter(due_at=entry.release_at).update(due_at=moved)


def weekly_moment(after: datetime) -> datetime:
    """The next moment that the weekly mail leaves."""
    weekday, at = settings.NAOBER_WEEKLY_MAIL
    return dates.next_weekly_moment(after, weekday, at)


def _write_lines(entry: Entry, villages: Mapping[int, str]) -> None:
    Line.objects.bulk_create(
        Line(
            entry=entry,
            village_id=village_id,
            audience=entry.audience,
            shown_at=entry.happened_at,
            reason=shorten(reason, 300),
        )
        for village_id, reason in villages.items()
    )


def _write_notices(entry: Entry, village_ids: set[int], asks: str) -> None:
    notices = {**_follower_notices(entry, village_ids), **_seat_notices(entry, village_ids)}
    Notice.objects.bulk_create(
        Notice(person_id=person_id, entry=entry, reason=shorten(reason, 160), asks=asks, due_at=due_at)
        for person_id, (reason, due_at) in notices.items()
        if _may_be_told(entry, person_id, village_ids)
    )


def _seat_notices(entry: Entry, village_ids: set[int]) -> dict[int, tuple[str, datetime]]:
    seats = people.seated_for(village_ids, dates.today()) if village_ids else ()
    # Who sits twice hears it by the newest function, whatever the order of the database.
    in_order = sorted(seats, key=lambda seat: seat.pk)
    return {seat.person_id: (_reason_of(seat), entry.release_at) for seat in in_order}


def _reason_of(seat: Seat) -> str:
    return shorten(f"U krijgt dit omdat u {seat.get_role_display()} bent van {seat.association}.", 160)


def hand_over_notices(seat: Seat, successor: Person | None) -> None:
    """What still waits to be told to the holder of a function goes to who has it now, or to nobody."""
    waiting = _open_notices().filter(person_id=seat.person_id, reason=_reason_of(seat))
    if successor:
        known = Notice.objects.filter(person=successor).values("entry")
        waiting.exclude(entry__in=known).update(person=successor)
    waiting.delete()


def _follower_notices(entry: Entry, village_ids: set[int]) -> dict[int, tuple[str, datetime]]:
    follows = list(Follow.objects.filter(village__in=village_ids).select_related("village"))
    if entry.theme:
        follows += Follow.objects.filter(theme=entry.theme).select_related("theme")
    if entry.thread:
        follows += Follow.objects.filter(thread=entry.thread)
    due_at = weekly_moment(entry.release_at)
    return {
        follow.person_id: (
            f"U krijgt dit omdat u {follow.village or follow.theme or 'dit onderwerp'} volgt.",
            due_at,
        )
        for follow in follows
    }


def _may_be_told(entry: Entry, person_id: int, village_ids: set[int]) -> bool:
    if entry.audience == Audience.PUBLIC:
        return True
    named = Reader.objects.filter(entry=entry, person_id=person_id).exists()
    return rules.may_see(people.actor_for(person_id), entry.audience, village_ids, named=named)


def _open_notices() -> QuerySet[Notice]:
    return Notice.objects.filter(outbox=None, dropped_reason=None)
