"""Until when a point matters, what waits for a person, and what may go out before anybody looked."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from naober.decisions.models import Concern, Decided, Item, ItemText
from naober.journal.models import Entry
from naober.kit import dates
from naober.kit.area import Queue, Waiting
from naober.people.models import Seat, Village

SURE_ENOUGH = 0.9
"""What the reader calls nearly sure: of those, 97 of 100 are right (`models.HOW_SURE`)."""
BEFORE_DEADLINE = timedelta(hours=48)
WAIT = timedelta(hours=20)


def deadline(item: Item, text: ItemText | None) -> datetime | None:
    """Until when something can be done about a point: to ask to speak, else until the sitting begins. None
    when that is over."""
    now = dates.now()
    begins = item.sitting.starts_at or dates.local_moment(item.sitting.on, datetime.min.time())
    moments = (text.speak_until if text else None, begins)
    return next((moment for moment in moments if moment and moment > now), None)


def waiting(now: datetime) -> Iterable[Waiting]:
    """The points that wait for a person, for the queue."""
    for item in open_items():
        texts = list(item.texts.all())
        keys = [f"gaat-over-{concern.pk}" for concern in item.concerns.all()]
        if item.everywhere == Item.Everywhere.PROPOSED:
            keys.append(f"alle-dorpen-{item.pk}")
        yield Waiting(
            keys=tuple(keys),
            title=item.title,
            since=min((text.document.read_at for text in texts), default=now),
            due=deadline(item, texts[0] if texts else None),
            url=reverse("item", kwargs={"item_id": item.pk}),
        )


QUEUE = Queue(
    name="council_points",
    title="punten van de gemeente nakijken",
    first=Seat.Role.RURAL_OFFICER,
    second=Seat.Role.SECRETARY,
    wait=WAIT,
    waiting=waiting,
)


def open_items() -> QuerySet[Item]:
    """Points with something to look at, each with its open concerns and its texts, the newest first."""
    proposed = Concern.objects.filter(state=Decided.PROPOSED)
    ids = set(proposed.values_list("item_id", flat=True))
    ids |= set(Item.objects.filter(everywhere=Item.Everywhere.PROPOSED).values_list("pk", flat=True))
    return (
        Item.objects.filter(pk__in=ids)
        .select_related("sitting__body")
        .prefetch_related(
            Prefetch("concerns", queryset=proposed.select_related("village").order_by("village__name")),
            Prefetch(
                "texts", queryset=ItemText.objects.select_related("document").order_by("-document__version")
            ),
        )
        .order_by("sitting__on", "position")
    )


def open_for(village: Village) -> list[tuple[Item, datetime]]:
    """Points that wait for the board of a village and can still be acted on, with until when."""
    proposed = Concern.objects.filter(
        village=village, state=Decided.PROPOSED, early_entry=None, item__sitting__on__gte=dates.today()
    )
    texts = ItemText.objects.filter(item__in=proposed.values("item")).select_related(
        "document", "item__sitting"
    )
    found = {text.item: text for text in sorted(texts, key=lambda text: text.document.version)}
    until = ((item, deadline(item, text)) for item, text in found.items())
    return [(item, moment) for item, moment in until if moment]


def sure_and_soon(now: datetime) -> list[tuple[Item, list[Concern]]]:
    """Points within 48 hours of a deadline, with the villages that the reader is nearly sure of and that
    nobody looked at. What somebody called back is for people alone from then on."""
    found = []
    for item in open_items():
        texts = list(item.texts.all())
        until = deadline(item, texts[0] if texts else None)
        sure = [c for c in item.concerns.all() if c.confidence >= SURE_ENOUGH and c.early_entry_id is None]
        if until and until - now <= BEFORE_DEADLINE and sure and not was_called_back(item):
            found.append((item, sure))
    return found


def was_called_back(item: Item) -> bool:
    """Whether somebody took back what was told about a point."""
    return Entry.objects.filter(area="decisions", subject_id=item.pk, kind="item_called_back").exists()
