"""What "Vandaag" shows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from naober.decisions import queries as decisions
from naober.decisions.models import Sitting
from naober.journal import queries as journal
from naober.kit import dates
from naober.kit.area import Task, areas, queues
from naober.kit.words import day_near, join_with_en
from naober.people.actor import Actor
from naober.people.models import Association
from naober.post.models import OutboxMessage
from naober.register.own_village import queries as own_village
from naober.register.standing_in import queries as standing_in
from naober.register.standing_in.models import Absence

SOON_DAYS = 14
MOST_SOON = 10


@dataclass(frozen=True)
class ShownTask:
    """A task with until when it matters, and who can do it besides its reader."""

    task: Task
    until: datetime | None
    others: str


@dataclass(frozen=True)
class TodayPage:
    """What waits for this person, what is coming, what happened."""

    first_name: str
    today: date
    tasks: tuple[ShownTask, ...]
    minutes: int
    soon: tuple[Sitting, ...]
    entries: tuple[journal.ShownEntry, ...]
    absence: Absence | None = None
    away: tuple[Absence, ...] = ()
    silent: tuple[Association, ...] = ()
    """Whom we can help: not heard from for a long time, by name."""


def today_page(actor: Actor) -> TodayPage:
    """The workplace of `actor` today; tasks that run out first come first."""
    today = dates.today()
    tasks = [task for area in areas() if area.tasks for task in area.tasks(actor)]
    shown = [ShownTask(task, _until(task), _others(task, actor)) for task in tasks]
    shown.sort(key=lambda one: (one.until is None, one.until or dates.now()))
    soon = [s for s in decisions.coming_sittings(MOST_SOON) if s.on <= today + timedelta(days=SOON_DAYS)]
    return TodayPage(
        first_name=actor.person.call_name if actor.person else "",
        today=today,
        tasks=tuple(shown),
        minutes=sum(task.minutes for task in tasks),
        soon=tuple(soon),
        silent=tuple(own_village.not_heard_from()),
        absence=standing_in.absence_of(actor.person) if actor.person else None,
        away=tuple(a for a in standing_in.away_today() if a.person != actor.person),
        entries=journal.recent(actor, limit=12).entries,
    )


def _until(task: Task) -> datetime | None:
    """The moment until which a task matters; of a day its end, so that both can stand in one order."""
    if task.due is None or isinstance(task.due, datetime):
        return task.due
    return dates.local_moment(task.due, time.max)


def _others(task: Task, actor: Actor) -> str:
    """Who else can do it, and who does it while its usual one is away; "" for what is in no queue."""
    queue = next((queue for queue in queues() if queue.name == task.queue), None)
    if queue is None:
        return ""
    hands = standing_in.hands_of(queue)
    others = [p.call_name for p in dict.fromkeys((hands.now, hands.then)) if p and p != actor.person]
    can = f"{join_with_en(others)} {'kan' if len(others) == 1 else 'kunnen'} dit ook." if others else ""
    if hands.back_on is None or hands.usual is None or hands.usual == actor.person:
        return can
    away = f"{hands.usual.call_name} is er weer op {day_near(hands.back_on, dates.today())}."
    return f"{away} {can}".strip()


def sent_mail(limit: int = 50) -> list[OutboxMessage]:
    """The newest mails, in the demo only: what would have been sent."""
    return list(OutboxMessage.objects.order_by("-id")[:limit])


def mail_by_public_id(public_id: str) -> OutboxMessage | None:
    return OutboxMessage.objects.filter(public_id=public_id).first()
