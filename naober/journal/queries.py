"""Every read of the journal. Audience is applied here and nowhere else.

A page over several audiences or villages takes one page of each and merges them: each part is one walk
along an index, whatever the size of the journal (ADR 2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from heapq import merge
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from naober.journal import rules
from naober.journal.models import Audience, Entry, Follow, Line, Notice, Reader, Theme
from naober.kit import dates
from naober.kit.area import entry_kind_words, everywhere_kinds, subject_url
from naober.people.actor import Actor
from naober.people.models import Person, Village

PAGE = 25
RECENT_DAYS = 42
EVERYWHERE = "Alle dorpen"
LARGEST_ID = 2**63


@dataclass(frozen=True)
class ShownEntry:
    """An entry as a page shows it: with the villages it stands at and the reason."""

    entry: Entry
    villages: tuple[Village, ...]
    reason: str

    @property
    def title(self) -> str:
        return self.entry.line

    @property
    def happened_at(self) -> datetime:
        return self.entry.happened_at

    @property
    def everywhere(self) -> bool:
        return self.entry.kind in everywhere_kinds()

    @property
    def signs(self) -> tuple[object, ...]:
        """What stands beside it: the sign of each village, or one for all of them."""
        return (EVERYWHERE,) if self.everywhere and self.villages else self.villages

    @cached_property
    def kind_word(self) -> str:
        return entry_kind_words().get(self.entry.kind, "")

    @cached_property
    def url(self) -> str:
        if self.entry.subject_id is None:
            return ""
        return subject_url(self.entry.area, self.entry.subject_id)


@dataclass(frozen=True)
class Page:
    """Some entries, and the key to ask for the older ones; "" when there are none."""

    entries: tuple[ShownEntry, ...]
    older: str


def newest(actor: Actor, *, theme: Theme | None = None, before: int | None = None, limit: int = PAGE) -> Page:
    """What happened, newest first by entry, over all villages: the home page, and with a `theme` its page."""
    general = sorted(rules.audiences(actor))
    of_theme = {"theme": theme} if theme else {}
    standing = _before(_standing().filter(**of_theme), before)
    parts = [list(standing.filter(audience=audience)[: limit + 1]) for audience in general]
    if Audience.VILLAGE not in general:
        parts += [
            _kept_to_boards_of(village_id, theme, before, limit + 1) for village_id in sorted(actor.villages)
        ]
    if actor.person:
        parts.append(_for_named(actor, theme, before, limit + 1))
    entries = _merge_newest(parts, limit + 1)
    shown = _show(entries[:limit])
    return Page(tuple(shown), str(entries[limit - 1].pk) if len(entries) > limit else "")


def recent(actor: Actor, limit: int = PAGE) -> Page:
    """The newest of the last weeks: a page that opens with what is long ago would be no news. What is older
    stands on the next page."""
    page = newest(actor, limit=limit)
    since = dates.now() - timedelta(days=RECENT_DAYS)
    fresh = tuple(shown for shown in page.entries if shown.entry.recorded_at >= since)
    if len(fresh) == len(page.entries):
        return page
    return Page(fresh, str(page.entries[len(fresh)].entry.pk + 1))


def public_of_village(village: Village, limit: int = PAGE) -> tuple[ShownEntry, ...]:
    """What anybody may read of one village, newest first by entry: what its feed holds."""
    lines = Line.objects.filter(village=village, audience=Audience.PUBLIC).order_by("-entry")
    return tuple(_show([line.entry for line in lines.select_related("entry")[:limit]]))


def of_village(
    actor: Actor, village: Village, *, before: tuple[datetime, int] | None = None, limit: int = PAGE
) -> Page:
    """What happened at one village, newest first by the moment it is shown under."""
    seen = Q(audience__in=sorted(rules.audiences(actor, village.pk)))
    if actor.person:
        named = Reader.objects.filter(entry=OuterRef("entry"), person=actor.person)
        seen |= Q(Exists(named), audience=Audience.NAMED)
    lines = Line.objects.filter(seen, village=village).select_related("entry").order_by("-shown_at", "-entry")
    if before:
        shown_at, entry_id = before
        lines = lines.filter(shown_at__lte=shown_at).exclude(shown_at=shown_at, entry__gte=entry_id)
    found = list(lines[: limit + 1])
    shown = tuple(ShownEntry(line.entry, (village,), line.reason) for line in found[:limit])
    older = (
        f"{found[limit - 1].shown_at.isoformat()}_{found[limit - 1].entry_id}" if len(found) > limit else ""
    )
    return Page(shown, older)


def of_subjects(actor: Actor, area: str, subject_ids: Iterable[int]) -> list[ShownEntry]:
    """What happened to some subjects of an area, newest first: for the page about them."""
    entries = list(_standing().filter(area=area, subject_id__in=list(subject_ids)).order_by("-id"))
    named = _named_entry_ids(actor, entries)
    return [
        shown
        for shown in _show(entries)
        if rules.may_see(
            actor, shown.entry.audience, {v.pk for v in shown.villages}, named=shown.entry.pk in named
        )
    ]


def open_notices(person_id: int, now: datetime) -> QuerySet[Notice]:
    """What a person is still to be told and may be mailed by now."""
    return (
        Notice.objects.filter(
            person_id=person_id, outbox=None, dropped_reason=None, entry__release_at__lte=now
        )
        .select_related("entry")
        .order_by("-entry_id")
    )


def people_to_mail(now: datetime, limit: int = 500) -> list[int]:
    """The ids of people for whom a notice has fallen due."""
    due = Notice.objects.filter(outbox=None, dropped_reason=None, due_at__lte=now).order_by(
        "due_at", "person"
    )
    return list(dict.fromkeys(due.values_list("person_id", flat=True)[:limit]))


def lines_of(entry_ids: Iterable[int]) -> dict[int, list[Line]]:
    """The lines of entries, by entry, each with its village, in the order of their names."""
    found: dict[int, list[Line]] = {}
    lines = Line.objects.filter(entry__in=list(entry_ids)).select_related("village")
    for line in sorted(lines, key=lambda line: line.village.name):
        found.setdefault(line.entry_id, []).append(line)
    return found


def follows_village(actor: Actor, village: Village) -> bool:
    """Whether the person asked to hear about this village."""
    return bool(actor.person) and Follow.objects.filter(person=actor.person, village=village).exists()


def follows_theme(actor: Actor, theme: Theme) -> bool:
    """Whether the person asked to hear about this theme."""
    return bool(actor.person) and Follow.objects.filter(person=actor.person, theme=theme).exists()


def followed_by(person: Person) -> tuple[list[Village], list[Theme]]:
    """The villages and the themes that somebody asked to hear of, by name."""
    follows = Follow.objects.filter(person=person).select_related("village", "theme")
    villages = [follow.village for follow in follows if follow.village]
    themes = [follow.theme for follow in follows if follow.theme]
    return sorted(villages, key=str), sorted(themes, key=str)


def theme_by_code(code: str) -> Theme | None:
    return Theme.objects.filter(code=code).first()


def themes_by_name() -> list[tuple[Theme, datetime | None]]:
    """All themes, each with when the newest that anybody may read of it happened, if ever."""
    newest_public = _standing().filter(theme=OuterRef("pk"), audience=Audience.PUBLIC)
    dated = Theme.objects.annotate(last_at=Subquery(newest_public.values("happened_at")[:1]))
    return [(theme, theme.last_at) for theme in dated.order_by("name")]


def changed_at() -> datetime | None:
    """When anything last happened: a reading made after it, of whatever part, is still true."""
    newest_entry = Entry.objects.order_by("-id").first()
    return newest_entry.recorded_at if newest_entry else None


def _standing() -> QuerySet[Entry]:
    """Entries that nobody took back."""
    return Entry.objects.filter(withdrawn_by=None).order_by("-id")


def _before(entries: QuerySet[Entry], before: int | None) -> QuerySet[Entry]:
    return entries.filter(pk__lt=before) if before else entries


def _kept_to_boards_of(village_id: int, theme: Theme | None, before: int | None, limit: int) -> list[Entry]:
    lines = Line.objects.filter(village_id=village_id, audience=Audience.VILLAGE).order_by("-entry")
    lines = lines.filter(entry__lt=before) if before else lines
    lines = lines.filter(entry__theme=theme) if theme else lines
    return [line.entry for line in lines.select_related("entry")[:limit]]


def _for_named(actor: Actor, theme: Theme | None, before: int | None, limit: int) -> list[Entry]:
    readers = Reader.objects.filter(person=actor.person).order_by("-entry")
    readers = readers.filter(entry__lt=before) if before else readers
    readers = readers.filter(entry__theme=theme) if theme else readers
    named = readers.filter(entry__audience=Audience.NAMED, entry__withdrawn_by=None)
    return [reader.entry for reader in named.select_related("entry")[:limit]]


def _merge_newest(parts: list[list[Entry]], limit: int) -> list[Entry]:
    newest_first = merge(*parts, key=lambda entry: -entry.pk)
    unique = dict.fromkeys(entry for entry in newest_first)
    return list(islice(unique, limit))


def _show(entries: list[Entry]) -> list[ShownEntry]:
    lines = lines_of(entry.pk for entry in entries)
    return [
        ShownEntry(
            entry,
            tuple(line.village for line in lines.get(entry.pk, ())),
            next((line.reason for line in lines.get(entry.pk, ())), ""),
        )
        for entry in entries
    ]


def _named_entry_ids(actor: Actor, entries: list[Entry]) -> set[int]:
    if actor.person is None or all(entry.audience != Audience.NAMED for entry in entries):
        return set()
    named = Reader.objects.filter(person=actor.person, entry__in=entries)
    return set(named.values_list("entry_id", flat=True))


def parse_key(key: str) -> tuple[datetime, int] | None:
    """The key of an older page of a village, as `Page.older` gives it; None when it is no key."""
    moment, _, entry_id = key.rpartition("_")
    try:
        when, number = datetime.fromisoformat(moment), int(entry_id)
        return (when.astimezone(UTC), number) if when.tzinfo and number < LARGEST_ID else None
    except (ValueError, OverflowError):
        return None
