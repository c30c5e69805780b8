"""What "Vandaag" shows."""

from dataclasses import dataclass
from datetime import date, timedelta

from naober.decisions import queries as decisions
from naober.decisions.models import Sitting
from naober.journal import queries as journal
from naober.kit import dates
from naober.kit.area import Task, areas
from naober.people.actor import Actor
from naober.post.models import OutboxMessage

SOON_DAYS = 14
MOST_SOON = 10


@dataclass(frozen=True)
class TodayPage:
    """What waits for this person, what is coming, what happened."""

    first_name: str
    today: date
    tasks: tuple[Task, ...]
    minutes: int
    soon: tuple[Sitting, ...]
    entries: tuple[journal.ShownEntry, ...]


def today_page(actor: Actor) -> TodayPage:
    """The workplace of `actor` today; tasks that run out first come first."""
    today = dates.today()
    tasks = [task for area in areas() if area.tasks for task in area.tasks(actor)]
    tasks.sort(key=lambda task: (task.due is None, task.due))
    soon = [s for s in decisions.coming_sittings(MOST_SOON) if s.on <= today + timedelta(days=SOON_DAYS)]
    return TodayPage(
        first_name=actor.person.call_name if actor.person else "",
        today=today,
        tasks=tuple(tasks),
        minutes=sum(task.minutes for task in tasks),
        soon=tuple(soon),
        entries=journal.newest(actor, limit=12).entries,
    )


def sent_mail(limit: int = 50) -> list[OutboxMessage]:
    """The newest mails, in the demo only: what would have been sent."""
    return list(OutboxMessage.objects.order_by("-id")[:limit])


def mail_by_public_id(public_id: str) -> OutboxMessage | None:
    return OutboxMessage.objects.filter(public_id=public_id).first()
