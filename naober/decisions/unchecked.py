"""What the clock tells a village's board before a person looked: so that no term passes unseen.

It is marked "nog niet nagekeken" wherever it stands, only the board of the village reads it, and what a
person says afterwards takes its place (design, 2: nobody is alone).
"""

from datetime import datetime

from naober.decisions import deadlines, rules, wording
from naober.decisions.models import Concern, Decided, Item, ItemText
from naober.journal.action import action, require
from naober.journal.models import Audience, Entry
from naober.journal.record import record, stand_for, withdraw
from naober.people.actor import Actor

CLOCK = Actor.machine("clock")
MARK = "Nog niet nagekeken"


def tell_what_cannot_wait(now: datetime) -> None:
    """The job: tell every board what its village may miss within 48 hours."""
    for item, sure in deadlines.sure_and_soon(now):
        tell_unchecked(by=CLOCK, item=item, concerns=sure)


@action
def tell_unchecked(*, by: Actor, item: Item, concerns: list[Concern]) -> list[Entry]:
    """Tell the boards of these villages about a point that nobody looked at, marked so; one entry per
    village, since a person decides on each apart. Whoever was told before is not told again."""
    require(rules.may_tell_unchecked(by))
    list(Item.objects.select_for_update().filter(pk=item.pk))
    still = Concern.objects.filter(
        pk__in=[concern.pk for concern in concerns], state=Decided.PROPOSED, early_entry=None
    )
    text = ItemText.objects.filter(item=item).order_by("-document__version").first()
    return [_tell(by, item, text, concern) for concern in still.select_related("village")]


def _tell(by: Actor, item: Item, text: ItemText | None, concern: Concern) -> Entry:
    entry = record(
        by=by,
        kind="item_unchecked",
        line=f"{MARK}: {wording.item_line(item, text)}",
        area="decisions",
        subject_id=item.pk,
        audience=Audience.VILLAGE,
        villages={concern.village_id: wording.reason(item, concern.quote, "de computer")},
        tell=True,
        asks=wording.what_it_asks(text),
    )
    Concern.objects.filter(pk=concern.pk).update(early_entry=entry)
    return entry


def confirmed_after_all(concerns: list[Concern], entry: Entry) -> None:
    """Let what a person confirmed take the place of what the clock told, inside the action that confirms."""
    for concern in concerns:
        if concern.early_entry:
            stand_for(concern.early_entry, entry)


def dismissed_after_all(by: Actor, concerns: list[Concern]) -> None:
    """Put right what the clock told about villages that a person says it does not concern, inside the
    action that dismisses."""
    for concern in concerns:
        if concern.early_entry:
            title = concern.early_entry.line.removeprefix(f"{MARK}: ")
            withdraw(
                by=by,
                entry=concern.early_entry,
                kind="item_called_back",
                line=f"Rechtgezet, niet over {concern.village}: {title}",
            )
    Concern.objects.filter(pk__in=[concern.pk for concern in concerns]).update(early_entry=None)
