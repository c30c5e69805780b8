"""A filled database of any size, always the same: for the bench and for the tests of the query plans.

Forty invented villages with the shapes that hurt: one that everything is about, one that hardly anything
is about, one whose newest entries a visitor may not see; points about all villages, entries written long
after they happened, entries taken back. Actions make the register; the journal and the decisions are
written in bulk, in seconds where actions would take an hour.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from bench.ground import Ground, make_register
from naober.decisions.models import Concern, Decided, Document, Item, ItemText, Outcome, Sitting
from naober.journal.models import Audience, Entry, Line, Notice, Reader
from naober.kit import dates, guard
from naober.people.models import Person, Village
from naober.post.models import OutboxMessage

TEN_YEARS = timedelta(days=3652)

BIG_SHARE, HIDDEN_SHARE = 0.30, 0.05  # of the entries
HIDDEN_SINCE = 0.70  # of the time; later entries of the hidden village are for its board
SMALL_ENTRIES = 3
EVERYWHERE, BACKDATED, SECOND_VILLAGE = 0.05, 0.05, 0.10
ONE_TAKEN_BACK_IN = 100
NOTICED_SINCE, OPEN_NOTICES = 0.90, 20
AUDIENCES = {
    Audience.PUBLIC: 850,
    Audience.MEMBERS: 70,
    Audience.TABLE: 30,
    Audience.VILLAGE: 25,
    Audience.BOARD: 20,
    Audience.NAMED: 5,
}
POINTS = 25  # of one sitting
PROPOSALS = 9  # of the sitting to come
BATCH = 2000
WORDS = (
    *("verkeer", "weg", "fietspad", "brug", "school", "dorpshuis", "speeltuin", "lantaarn", "bomen"),
    *("sloot", "internet", "bus", "halte", "woning", "jongeren", "ouderen", "zorg", "subsidie"),
    *("gemeente", "raad", "besluit", "plan", "overlast", "snelheid"),
)


@dataclass(frozen=True)
class Seeded:
    """What a bench or a test needs to know of the database."""

    big: Village
    usual: Village
    small: Village
    hidden: Village
    sitting: Sitting
    secretary: Person
    officer: Person
    coordinator: Person
    resident: Person
    reader: Person


@dataclass(frozen=True)
class Point:
    """One point of a sitting and the entry about it, to be written."""

    share: float  # of the time, where 1 is now
    happened_at: datetime
    recorded_at: datetime
    villages: list[Village]
    everywhere: bool
    audience: Audience
    title: str
    text: str


def seed(entries: int) -> Seeded:
    """Fill an empty database with a register and with `entries` entries about points of sittings."""
    now = dates.now()
    with dates.as_if(now - TEN_YEARS - timedelta(days=1)):
        ground = make_register()
    rng = random.Random(1)  # noqa: S311  the same database each time
    with transaction.atomic(), guard.opened("bench"):
        outbox = _write_old_mail(now)
        for first in range(0, entries, BATCH):
            numbers = range(first, min(first + BATCH, entries))
            sitting = _write_batch(ground, _points(ground, rng, now, numbers, entries), outbox)
        _open_last_notices()
        _propose(ground)
    return Seeded(
        big=ground.big,
        usual=ground.usual[2],
        small=ground.small,
        hidden=ground.hidden,
        sitting=sitting,
        secretary=ground.secretaries[ground.big.pk],
        officer=ground.officer,
        coordinator=ground.coordinator,
        resident=ground.residents[0],
        reader=ground.residents[1],
    )


# --- what happened, in numbers ------------------------------------------------------------------------


def _points(ground: Ground, rng: random.Random, now: datetime, numbers: range, entries: int) -> list[Point]:
    """The points of one batch, spread over ten years up to `now`."""
    small_at = {entries * part // (SMALL_ENTRIES + 1) for part in range(1, SMALL_ENTRIES + 1)}
    return [_point(ground, rng, now, (number + 1) / entries, number in small_at) for number in numbers]


def _point(ground: Ground, rng: random.Random, now: datetime, share: float, about_small: bool) -> Point:
    recorded_at = now - TEN_YEARS * (1 - share)
    late = timedelta(days=rng.randrange(1, 400)) if rng.random() < BACKDATED else timedelta(minutes=5)
    hides = share > HIDDEN_SINCE
    villages, everywhere = ([ground.small], False) if about_small else _concerned(ground, rng, hides)
    audience = rng.choices(list(AUDIENCES), list(AUDIENCES.values()))[0]
    if about_small:
        audience = Audience.PUBLIC
    if hides and ground.hidden in villages:
        audience = Audience.VILLAGE
    return Point(
        share=share,
        happened_at=recorded_at - late,
        recorded_at=recorded_at,
        villages=villages,
        everywhere=everywhere,
        audience=audience,
        title=" ".join(rng.choices(WORDS, k=6)).capitalize(),
        text=" ".join(rng.choices(WORDS, k=60)).capitalize(),
    )


def _concerned(ground: Ground, rng: random.Random, hides: bool) -> tuple[list[Village], bool]:
    """The villages of one point, and whether it is about all. While the hidden village hides, an entry
    for all villages leaves it out, as after "niet over ons"."""
    if rng.random() < EVERYWHERE:
        return [v for v in ground.villages[:-1] if not (hides and v == ground.hidden)], True
    draw = rng.random()
    if draw < BIG_SHARE:
        first = ground.big
    elif draw < BIG_SHARE + HIDDEN_SHARE:
        return [ground.hidden], False
    else:
        first = rng.choice(ground.usual)
    second = {rng.choice(ground.usual)} if rng.random() < SECOND_VILLAGE else set()
    return [first, *(second - {first})], False


# --- written in bulk ------------------------------------------------------------------------------------


def _write_batch(ground: Ground, points: list[Point], outbox: OutboxMessage) -> Sitting:
    """Write the entries of one batch with everything around them; the last sitting."""
    taken_back = len(points) // ONE_TAKEN_BACK_IN
    told, late = points[: len(points) - taken_back], points[len(points) - taken_back :]
    items = _write_items(ground, told)
    entries = Entry.objects.bulk_create(map(_entry, told, items))
    _write_around(ground, told, items, entries, outbox, without=set(range(taken_back)))
    corrections = Entry.objects.bulk_create(
        _entry(point, item, kind="item_called_back", withdraws=entry)
        for point, item, entry in zip(late, items, entries, strict=False)
    )
    again = [_as_at(told[number], point) for number, point in enumerate(late)]
    _write_lines(again, corrections)
    return items[-1].sitting


def _as_at(taken: Point, late: Point) -> Point:
    """The correction of a point stands at the same villages, for the same readers."""
    return Point(
        late.share, late.happened_at, late.recorded_at, taken.villages, taken.everywhere, taken.audience,
        taken.title, taken.text,
    )  # fmt: skip


def _write_items(ground: Ground, points: list[Point]) -> list[Item]:
    """Sittings of `POINTS` points each, with their document and texts; the points in order."""
    days = [points[first].recorded_at for first in range(0, len(points), POINTS)]
    before = Sitting.objects.count()
    sittings = Sitting.objects.bulk_create(
        Sitting(body=ground.body, on=day.date(), sequence=before + n, slug=f"raad-{before + n}")
        for n, day in enumerate(days)
    )
    documents = Document.objects.bulk_create(
        Document(sitting=sitting, kind="decisions", version=1, text_hash=f"{sitting.pk:064}", read_at=day)
        for sitting, day in zip(sittings, days, strict=True)
    )
    items = Item.objects.bulk_create(
        Item(
            sitting=sittings[n // POINTS], stable_key=str(n % POINTS), position=n % POINTS, title=point.title,
            number=str(n % POINTS + 1), everywhere="confirmed" if point.everywhere else "no",
            everywhere_at=point.recorded_at if point.everywhere else None,
        )
        for n, point in enumerate(points)
    )  # fmt: skip
    ItemText.objects.bulk_create(
        ItemText(
            item=item, document=documents[n // POINTS], text=point.text, decision=point.text[:200],
            outcome=Outcome.ACCEPTED,
        )
        for n, (item, point) in enumerate(zip(items, points, strict=True))
    )  # fmt: skip
    return items


def _entry(point: Point, item: Item, kind: str = "", withdraws: Entry | None = None) -> Entry:
    return Entry(
        happened_at=point.happened_at,
        recorded_at=point.recorded_at,
        release_at=point.recorded_at,
        kind=kind or ("item_confirmed_everywhere" if point.everywhere else "item_confirmed"),
        line=f"{point.title}: aangenomen",
        area="decisions",
        subject_id=item.pk,
        audience=point.audience,
        channel="web",
        withdraws=withdraws,
    )


def _write_around(
    ground: Ground,
    points: list[Point],
    items: list[Item],
    entries: list[Entry],
    outbox: OutboxMessage,
    without: set[int],
) -> None:
    """Lines, concerns, readers and notices; those of the numbers in `without` have no lines."""
    standing = [n for n in range(len(points)) if n not in without]
    _write_lines([points[n] for n in standing], [entries[n] for n in standing])
    Concern.objects.bulk_create(
        Concern(
            item=item, village=village, state=Decided.CONFIRMED, quote=f"bij {village}", entry=entry,
            found_by="everywhere" if point.everywhere else "reader", decided_at=point.recorded_at,
        )
        for point, item, entry in zip(points, items, entries, strict=True)
        for village in point.villages
    )  # fmt: skip
    Reader.objects.bulk_create(
        Reader(entry=entry, person=ground.residents[1])
        for point, entry in zip(points, entries, strict=True)
        if point.audience == Audience.NAMED
    )
    Notice.objects.bulk_create(
        Notice(
            person=person, entry=entry, reason="Omdat u daar zit.", due_at=point.recorded_at, outbox=outbox
        )
        for point, entry in zip(points, entries, strict=True)
        if point.share > NOTICED_SINCE and point.audience != Audience.NAMED
        for person in {ground.secretaries[v.pk] for v in point.villages if v.pk in ground.secretaries}
    )


def _write_lines(points: list[Point], entries: list[Entry]) -> None:
    Line.objects.bulk_create(
        Line(
            entry=entry, village=village, audience=point.audience, shown_at=point.happened_at,
            reason=f"Omdat bij dit punt van de gemeenteraad staat: “{point.text[:80]} bij {village}”.",
        )
        for point, entry in zip(points, entries, strict=True)
        for village in point.villages
    )  # fmt: skip


def _write_old_mail(now: datetime) -> OutboxMessage:
    return OutboxMessage.objects.create(
        state="done", due_at=now, to="iemand@proefland.example", subject="Nieuws", text="Nieuws",
        area="journal", created_at=now, sent_at=now,
    )  # fmt: skip


def _open_last_notices() -> None:
    last = Notice.objects.order_by("-id").values_list("id", flat=True)[:OPEN_NOTICES]
    Notice.objects.filter(pk__in=list(last)).update(outbox=None)


def _propose(ground: Ground) -> None:
    """A sitting of tomorrow that nobody looked at yet: the first points may be about the big village."""
    on = dates.today() + timedelta(days=1)
    sitting = Sitting.objects.create(body=ground.body, on=on, sequence=1, slug="raad-morgen")
    items = Item.objects.bulk_create(
        Item(
            sitting=sitting, stable_key=str(n), position=n, number=str(n + 1), title=f"Voorstel {n}",
            everywhere="proposed" if n == 0 else "no",
        )
        for n in range(POINTS)
    )  # fmt: skip
    Concern.objects.bulk_create(
        Concern(item=item, village=ground.big, quote=f"bij {ground.big}", found_by="reader", confidence=0.8)
        for item in items[:PROPOSALS]
    )
