"""Nothing lost, nothing twice: looked after every night, and said in one line.

Each area brings its own checks; those of the post are here. A check gives a sentence per hole, without an
address, a name or a text of anybody.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMinute

from naober.kit import dates, words
from naober.kit.area import areas
from naober.post import files
from naober.post.models import OutboxMessage, Queued, Receipt, StoredFile, Verification

MOST_SHOWN = 20
# The last of 48 tries is two days after the first; what still waits then was forgotten.
FORGOTTEN = timedelta(days=3)
ORPHAN = timedelta(days=1)
LATE = timedelta(days=2)


@dataclass(frozen=True)
class Result:
    """What one check found."""

    name: str
    holes: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One line for the page of the board."""

    good: bool
    text: str


def verify() -> list[Result]:
    """Run every check of every area."""
    return [Result(check.name, tuple(check.holes())) for area in areas() for check in area.checks]


def verify_nightly(now: datetime) -> None:
    """Run every check and keep what they found; a job."""
    keep(verify(), now)


def keep(results: Iterable[Result], now: datetime) -> Verification:
    """Keep what the checks found."""
    holes = [f"{result.name}: {hole}" for result in results for hole in result.holes]
    return Verification.objects.create(
        checked_at=now, holes=len(holes), said="\n".join(islice(holes, MOST_SHOWN))
    )


def last_line(now: datetime) -> Line:
    """What the last look found, for who is responsible; an old look is no good look."""
    last = Verification.objects.order_by("-checked_at").first()
    if last is None:
        return Line(False, "Er is nog niet nagekeken of alles er is.")
    when = words.moment_near(last.checked_at.astimezone(dates.LOCAL), dates.today())
    if last.checked_at < now - LATE:
        return Line(False, f"Er is voor het laatst {when} nagekeken of alles er is. Dat is te lang geleden.")
    if last.holes:
        return Line(
            False, f"Nagekeken {when}: {words.counted(last.holes, 'ding klopt', 'dingen kloppen')} niet."
        )
    return Line(True, f"Nagekeken {when}: niets kwijt, niets dubbel.")


def lost() -> Iterator[str]:
    """What came in, or must go out, and is not where it should be."""
    yield from _files_that_are_gone()
    yield from _files_of_nobody()
    yield from _forgotten(Receipt, "Ontvangst")
    yield from _forgotten(OutboxMessage, "Mail")
    ended = Receipt.objects.filter(state=Receipt.State.READ, source="mail", area="", copy_of=None)
    for pk in ended.values_list("pk", flat=True):
        yield f"Ontvangst {pk} is gelezen, en niemand weet waar zij bleef."


def _files_that_are_gone() -> Iterator[str]:
    for stored in StoredFile.objects.filter(erased_at=None).iterator():
        path = files.path_of(stored)
        if not path.exists():
            yield f"Bestand {stored.pk} is weg."
        elif _checksum(path) != stored.sha256:
            yield f"Bestand {stored.pk} is veranderd."


def _files_of_nobody() -> Iterator[str]:
    before = dates.now().timestamp() - ORPHAN.total_seconds()
    for kind in StoredFile.Kind.values:
        known = set(StoredFile.objects.filter(kind=kind).values_list("sha256", flat=True))
        for path in (Path(settings.NAOBER_FILES) / kind).glob("*/*"):
            whole = not path.name.endswith(files.HALF)
            if whole and path.name not in known and path.stat().st_mtime < before:
                yield f"Een bestand van {path.stat().st_size} bytes hoort bij niets."


def _forgotten(model: type[Receipt] | type[OutboxMessage], name: str) -> Iterator[str]:
    before = dates.now() - FORGOTTEN
    waiting = model._default_manager.filter(state=model.WAITS, due_at__lt=before)
    for pk in waiting.values_list("pk", flat=True):
        yield f"{name} {pk} wacht al langer dan drie dagen."


def twice() -> Iterator[str]:
    """What was taken in or written more than once."""
    originals = Receipt.objects.filter(copy_of=None, state=Receipt.State.READ).exclude(text_hash="")
    people = originals.filter(kind__in=(Receipt.Kind.NEW, Receipt.Kind.REPLY)).exclude(message_id="")
    for row in _more_than_one(people, "message_id", "text_hash"):
        yield f"Dezelfde mail is {row['times']} keer verwerkt."
    mails = OutboxMessage.objects.filter(secret=False, subject_id__isnull=False).exclude(text="")
    mails = mails.annotate(minute=TruncMinute("created_at"))
    for row in _more_than_one(mails, "to", "area", "subject_id", "subject", "text", "minute"):
        yield f"Dezelfde mail is {row['times']} keer geschreven (om {row['area']} {row['subject_id']})."
    sent_again = OutboxMessage.objects.filter(state=Queued.State.WAITING, sent_at__isnull=False)
    for pk in sent_again.values_list("pk", flat=True):
        yield f"Mail {pk} is verstuurd en wacht weer."


def _more_than_one(rows: Any, *fields: str) -> Iterable[dict[str, Any]]:
    return rows.values(*fields).annotate(times=Count("pk")).filter(times__gt=1).order_by(*fields)


def links() -> Iterator[str]:
    """What names something that is not there."""
    known = {area.name: area.subjects for area in areas()}
    for name in Receipt.objects.exclude(area="").values_list("area", flat=True).distinct().order_by("area"):
        if name not in known:
            yield f"Een ontvangst hoort bij {name}, en dat is er niet."
        elif "receipt" in known[name]:
            yield from missing(Receipt.objects.filter(area=name), "Ontvangst", known[name]["receipt"])


def missing(rows: QuerySet, name: str, existing: Callable[[set[int]], set[int]]) -> Iterator[str]:
    """A sentence per row whose `subject_id` stands for nothing; `name` is what such a row is called."""
    named = dict(rows.exclude(subject_id=None).values_list("pk", "subject_id"))
    there = existing(set(named.values()))
    for pk, subject_id in named.items():
        if subject_id not in there:
            yield f"{name} {pk} wijst naar nummer {subject_id}, en dat is er niet."


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
