"""What an area tells the rest of the house about itself.

Imports go down only, so what must flow *up* (the kinds of entry that an area writes, the panel it
shows on a village page, the job that the worker runs) is plugged in: each area describes itself in
`area.py` with one frozen `Area`, `config/wiring.py` lists them, and lower areas read that list here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from django.conf import settings

from naober.kit.retention import Retention


@dataclass(frozen=True)
class EntryKind:
    """A kind of journal entry: the code that is stored and the Dutch word that people read.

    `everywhere` kinds are about all villages at once: they get one sign and light no single window.
    """

    code: str
    word: str
    everywhere: bool = False


@dataclass(frozen=True)
class Job:
    """Work that the worker does again and again: `run(now)` at most once per `every`. With a `title` people
    are shown, on "Vandaag", when it does not work."""

    name: str
    every: timedelta
    run: Callable[[Any], None]
    title: str = ""


@dataclass(frozen=True)
class Panel:
    """A part of a page that belongs to a lower area, such as a village page.

    `build(actor, noun)` gives what the template needs, or None when there is nothing to show.
    """

    page: str
    template: str
    build: Callable[[Any, Any], Any]
    order: int = 100


@dataclass(frozen=True)
class Task:
    """One thing to do on "Vandaag": what, why, the link that does it, how long it takes."""

    title: str
    text: str
    url: str
    verb: str
    minutes: int
    due: Any = None
    queue: str = ""
    """The queue that it stands for, so that the page can say who else can do it."""


@dataclass(frozen=True)
class Waiting:
    """One thing in a queue. `keys` name for ever what is to be decided about it; `since` is when it came,
    `due` until when it matters."""

    keys: tuple[str, ...]
    title: str
    since: Any
    due: Any
    url: str


@dataclass(frozen=True)
class Queue:
    """Work that waits for somebody of the umbrella, and never for one person alone (design, 2).

    `first` and `second` are functions (`Seat.Role`); what nobody did after `wait` is put to the second by
    one mail. `waiting(now)` gives what waits.
    """

    name: str
    title: str
    first: str
    second: str
    wait: timedelta
    waiting: Callable[[Any], Iterable[Waiting]]


@dataclass(frozen=True)
class IntakeHandler:
    """Who knows what to do with mail of some kinds (`post.Receipt.Kind`).

    `take(receipt, mail)` runs in the transaction of the receipt and gives the id of what the mail became, or
    None when it is not for this area; the next area is then asked.
    """

    kinds: frozenset[str]
    take: Callable[[Any, Any], int | None]


@dataclass(frozen=True)
class Clock:
    """When data of a class has been kept long enough. `due(now)` says how much would go, `run(now)` lets it
    go and says how much went; neither names anybody. `what` is what goes, in Dutch, for the board."""

    retention: Retention
    what: str
    due: Callable[[Any], int]
    run: Callable[[Any], int]


@dataclass(frozen=True)
class Check:
    """One thing that `naober verify` looks after: its Dutch name, and a sentence per hole that it finds."""

    name: str
    holes: Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Area:
    """Everything an area plugs into the house. Model fields are classed as
    `{"Model": {RETENTION: "field field"}}`, every field exactly once."""

    name: str
    title: str
    entry_kinds: tuple[EntryKind, ...] = ()
    subject_url: Callable[[int], str] | None = None
    part_urls: Mapping[str, Callable[[int], str]] = field(default_factory=dict)
    """The addresses of its other subjects: what an entry names as "decisions:sitting" is "sitting" here."""
    jobs: tuple[Job, ...] = ()
    panels: tuple[Panel, ...] = ()
    tasks: Callable[[Any], Iterable[Task]] | None = None
    queues: tuple[Queue, ...] = ()
    village_tasks: Callable[[Any, Any], Iterable[Task]] | None = None
    """What asks something of a village, for its own board: `village_tasks(actor, village)`."""
    intake: tuple[IntakeHandler, ...] = ()
    take_answer: Callable[[Any, Any, Any], int | None] | None = None
    """What an answer by reply token means: `take_answer(token, receipt, mail)`, as `IntakeHandler.take`."""
    hold_mail: Callable[[Any], Any] | None = None
    """Until when a mail that can wait is held for who asked so ("even niet"); None sends it."""
    checks: tuple[Check, ...] = ()
    clocks: tuple[Clock, ...] = ()
    subjects: Mapping[str, Callable[[set[int]], set[int]]] = field(default_factory=dict)
    """Which of some numbers stand for something that is there: under "" and the names of `part_urls` what an
    entry names softly, under "receipt" what a receipt was read into. `naober verify` asks; what is not listed
    is not asked."""
    machines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retention: Mapping[str, Mapping[Retention, str]] = field(default_factory=dict)


@cache
def areas() -> tuple[Area, ...]:
    """All areas of this installation, the highest first, as `config/wiring.py` lists them."""
    return tuple(import_module(f"naober.{name}.area").AREA for name in settings.NAOBER_AREAS)


def area_named(name: str) -> Area:
    """The area of that name. Raises LookupError when there is none."""
    for area in areas():
        if area.name == name:
            return area
    raise LookupError(f"no area is named {name!r}")


@cache
def entry_kind_words() -> dict[str, str]:
    """The Dutch word of each kind of entry that any area writes, by its code."""
    return {kind.code: kind.word for area in areas() for kind in area.entry_kinds}


@cache
def everywhere_kinds() -> frozenset[str]:
    """The codes of the kinds of entry that are about all villages at once."""
    return frozenset(kind.code for area in areas() for kind in area.entry_kinds if kind.everywhere)


@lru_cache(maxsize=4096)
def subject_url(area: str, subject_id: int) -> str:
    """The address of the page about a subject that an entry names softly; "" when it has none. Kept, since
    a page asks for dozens and none of them ever changes."""
    name, _, part = area.partition(":")
    build = area_named(name).part_urls.get(part) if part else area_named(name).subject_url
    return build(subject_id) if build else ""


def queues() -> tuple[Queue, ...]:
    """Every queue of the house."""
    return tuple(queue for area in areas() for queue in area.queues)


def panels_for(page: str) -> list[Panel]:
    """The panels that areas hang on `page`, in the order to show them."""
    return sorted((p for area in areas() for p in area.panels if p.page == page), key=lambda p: p.order)


def machine_may(machine: str, action_name: str) -> bool:
    """Whether a machine has an action ("area.verb_noun") on one of its lists."""
    return any(action_name in area.machines.get(machine, ()) for area in areas())
