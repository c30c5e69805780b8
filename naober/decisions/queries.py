"""Reads of sittings, points and the villages they concern."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Max, Prefetch, Q, QuerySet

from naober.decisions import rules
from naober.decisions.five_lines import FiveLines, five_lines
from naober.decisions.models import Commitment, Concern, Decided, Document, Item, ItemText, Sitting
from naober.decisions.versions import is_decided_since, news_of
from naober.journal import queries as journal
from naober.journal.models import Entry, Theme
from naober.kit import dates
from naober.kit.words import join_with_en
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Body, Municipality, Village

DOUBT_BELOW = 0.7


@dataclass(frozen=True)
class ItemView:
    """One point as one reader sees it."""

    item: Item
    text: ItemText | None
    proposals: tuple[Concern, ...]
    dismissed: tuple[Concern, ...]
    told: tuple[journal.ShownEntry, ...]
    everywhere_open: bool
    themes: tuple[str, ...] = ()
    may_recall: frozenset[int] = frozenset()
    """The ids of the announcements that this reader may call back."""
    news: str = ""
    """What the newest paper changed."""
    corrected: tuple[journal.ShownEntry, ...] = ()
    """What was called back after it had left."""
    outcome_open: bool = False
    """The villages heard of it before it was decided, and do not know the outcome yet."""

    @property
    def five_lines(self) -> FiveLines:
        """The point in five plain lines, for the villages it was told to."""
        names = dict.fromkeys(str(sign) for told in self.told for sign in told.signs)
        return five_lines(self.item, self.text, list(names))

    @property
    def told_early(self) -> list[Village]:
        """The villages whose board was told before anybody looked."""
        return [concern.village for concern in self.proposals if concern.early_entry_id]

    @property
    def to_check(self) -> bool:
        return bool(self.proposals) or self.everywhere_open or self.outcome_open

    @property
    def has_history(self) -> bool:
        """Whether anything was told, said or put right about it that this reader may see."""
        return bool(self.told or self.dismissed or self.corrected)

    @property
    def doubt(self) -> str:
        """A sentence that says we are not sure, when the reader was not."""
        unsure = [str(c.village) for c in self.proposals if c.confidence < DOUBT_BELOW]
        return f"Wij twijfelen of dit over {join_with_en(unsure)} gaat. Kijk goed." if unsure else ""

    @property
    def confidence(self) -> float:
        return max((c.confidence for c in self.proposals), default=1.0)


@dataclass(frozen=True)
class SittingPage:
    """A sitting with its points in three groups: to check, checked or told, and the rest."""

    sitting: Sitting
    to_check: tuple[ItemView, ...] = ()
    checked: tuple[ItemView, ...] = ()
    rest: tuple[ItemView, ...] = ()
    entries: tuple[journal.ShownEntry, ...] = field(default=(), repr=False)
    may_check: bool = False
    read_at: datetime | None = None

    @property
    def speak_until(self) -> datetime | None:
        """Until when one can still ask to speak about one of its points; the first such moment to come."""
        texts = (view.text for view in (*self.to_check, *self.checked, *self.rest) if view.text)
        moments = [text.speak_until for text in texts if text.speak_until]
        return min((moment for moment in moments if moment > dates.now()), default=None)

    @property
    def counted(self) -> int:
        return len(self.to_check) + len(self.checked)


def sittings(limit: int = 50) -> QuerySet[Sitting]:
    """The newest sittings first."""
    return Sitting.objects.select_related("body").order_by("-on", "-id")[:limit]


def coming_sittings(limit: int) -> QuerySet[Sitting]:
    """The sittings that are still to come, the first one first."""
    return Sitting.objects.filter(on__gte=dates.today()).select_related("body").order_by("on", "id")[:limit]


def coming_for_a_calendar(limit: int) -> QuerySet[Sitting]:
    """The same for a calendar: each with `.version` and `.read_at` of its newest paper, which may be none."""
    return coming_sittings(limit).annotate(
        version=Max("documents__version"), read_at=Max("documents__read_at")
    )


def coming_about(theme: Theme) -> list[tuple[Sitting, list[Item]]]:
    """The sittings to come with the points that their newest paper puts under a theme, in order of day."""
    texts = (
        ItemText.objects.filter(item__sitting__on__gte=dates.today())
        .select_related("item__sitting__body")
        .defer("text", "proposed", "decision")
        .order_by("item__sitting__on", "item__sitting_id", "item__position", "document__version")
    )
    newest = {text.item_id: text for text in texts}
    found: dict[Sitting, list[Item]] = {}
    for text in newest.values():
        if theme.code in text.themes:
            found.setdefault(text.item.sitting, []).append(text.item)
    return list(found.items())


def last_read_at() -> datetime | None:
    """When a paper of the municipality was read last."""
    newest = Document.objects.order_by("-id").first()
    return newest.read_at if newest else None


def sitting_by_slug(slug: str) -> Sitting | None:
    return Sitting.objects.select_related("body__municipality").filter(slug=slug).first()


def sitting_by_id(sitting_id: int) -> Sitting | None:
    return Sitting.objects.filter(pk=sitting_id).first()


def sitting_of(body: Body, on: date) -> Sitting | None:
    return Sitting.objects.filter(body=body, on=on).order_by("sequence").last()


def item_by_id(item_id: int) -> Item | None:
    """A point with its sitting and all its concerns, each with its village, already read."""
    return _with_concerns(Item.objects.filter(pk=item_id).select_related("sitting__body")).first()


def concern_by_id(concern_id: int) -> Concern | None:
    found = Concern.objects.select_related("item__sitting__body", "village", "decided_by")
    return found.filter(pk=concern_id).first()


def announcement_by_id(entry_id: int) -> Entry | None:
    """An entry by which a point was told to villages, with the lines it still stands at already read."""
    announcements = Entry.objects.filter(pk=entry_id, area="decisions", kind__in=rules.ANNOUNCEMENTS)
    return announcements.prefetch_related("lines").first()


def withdrawal_of(entry: Entry) -> Entry | None:
    """The entry that called this one back, with who did; None while it stands."""
    return Entry.objects.filter(withdraws=entry).select_related("person").first()


def concerned_village_ids(entry: Entry) -> set[int]:
    """The villages that an announcement was told to and still stands at."""
    return set(entry.lines.values_list("village_id", flat=True))


def sitting_page(actor: Actor, sitting: Sitting) -> SittingPage:
    """A sitting as `actor` may see it: proposals only for those who may decide on them."""
    items = list(_with_concerns(sitting.items.order_by("position")))
    for item in items:
        item.sitting = sitting
    entries = journal.of_subjects(actor, "decisions", [item.pk for item in items])
    newest = sitting.documents.order_by("-version").first()
    theme_names = dict(Theme.objects.values_list("code", "name"))
    views = [_item_view(actor, item, entries, theme_names, newest.version if newest else 0) for item in items]
    to_check = sorted((v for v in views if v.to_check), key=lambda v: (-v.confidence, v.item.position))
    checked = [v for v in views if not v.to_check and v.has_history]
    rest = [v for v in views if not v.to_check and not v.has_history]
    return SittingPage(
        sitting,
        tuple(to_check),
        tuple(checked),
        tuple(rest),
        tuple(entries),
        may_check=actor.works_for_umbrella or bool(actor.villages),
        read_at=newest.read_at if newest else None,
    )


def open_proposals_for(village: Village) -> list[Concern]:
    """What may concern this village and nobody looked at yet: "misschien over ons"."""
    return list(
        Concern.objects.filter(village=village, state=Decided.PROPOSED)
        .select_related("item__sitting__body", "village")
        .order_by("-confidence", "-id")[:20]
    )


def to_speak_about(village: Village) -> list[tuple[Item, ItemText]]:
    """Points that a person confirmed for this village, or that the clock told it of, and that one can still
    ask to speak about; the first to run out comes first."""
    told = Q(state=Decided.CONFIRMED) | Q(state=Decided.PROPOSED, early_entry__isnull=False)
    # From the few sittings to come: a village may have thousands of points behind it.
    coming = list(Item.objects.filter(sitting__on__gte=dates.today()).values_list("pk", flat=True))
    if not coming:
        return []
    concerned = Concern.objects.filter(told, village=village, item__in=coming)
    texts = ItemText.objects.filter(item__in=concerned.values("item"))
    with_papers = texts.select_related("document", "item__sitting__body")
    by_version = sorted(with_papers, key=lambda text: text.document.version)
    newest = {text.item_id: text for text in by_version}
    open_ones = [t for t in newest.values() if t.speak_until and t.speak_until > dates.now()]
    return [(text.item, text) for text in sorted(open_ones, key=lambda text: text.speak_until or dates.now())]


def overdue_promises() -> list[Commitment]:
    """What was promised for a day that went by, the last two months, the oldest first. What no paper shows
    as done is not called broken: the page asks."""
    today = dates.today()
    found = Commitment.objects.filter(
        state=Commitment.State.OPEN, due_on__lt=today, due_on__gte=today - timedelta(days=60)
    )
    return list(found.exclude(item=None).order_by("due_on", "pk")[:5])


def villages_to_point_out(actor: Actor) -> QuerySet[Village]:
    """The villages that `actor` may say a point concerns: all that a member speaks for, or the own ones."""
    members = people.member_villages(dates.today())
    return members if actor.works_for_umbrella else members.filter(pk__in=actor.villages)


def own_municipality() -> Municipality | None:
    """The municipality across the table: the first of the register."""
    return Municipality.objects.order_by("id").first()


def bodies() -> QuerySet[Body]:
    """The bodies that meet, for a choice."""
    return Body.objects.order_by("kind", "name")


def _with_concerns(items: QuerySet[Item]) -> QuerySet[Item]:
    concerns = Concern.objects.select_related("village", "decided_by").order_by(
        "-confidence", "village__name"
    )
    texts = ItemText.objects.select_related("document").order_by("-document__version")
    promised = Commitment.objects.order_by("due_on", "id")
    return items.select_related("everywhere_by").prefetch_related(
        Prefetch("commitments", queryset=promised),
        Prefetch("concerns", queryset=concerns),
        Prefetch("texts", queryset=texts),
    )


def _item_view(
    actor: Actor,
    item: Item,
    entries: Iterable[journal.ShownEntry],
    theme_names: dict[str, str],
    newest_version: int,
) -> ItemView:
    texts = list(item.texts.all())
    text = texts[0] if texts else None
    mine = [c for c in item.concerns.all() if actor.works_for_umbrella or c.village_id in actor.villages]
    open_everywhere = item.everywhere == Item.Everywhere.PROPOSED and actor.works_for_umbrella
    told = tuple(e for e in entries if e.entry.subject_id == item.pk and e.entry.kind in rules.ANNOUNCEMENTS)
    return ItemView(
        item=item,
        text=text,
        proposals=tuple(c for c in mine if c.state == Decided.PROPOSED),
        dismissed=tuple(c for c in mine if c.state == Decided.DISMISSED),
        told=told,
        everywhere_open=open_everywhere,
        themes=tuple(theme_names[code] for code in (text.themes if text else ()) if code in theme_names),
        may_recall=frozenset(
            e.entry.pk for e in told if rules.may_call_back(actor, e.entry, {v.pk for v in e.villages})
        ),
        corrected=tuple(
            e for e in entries if e.entry.subject_id == item.pk and e.entry.withdraws_id and e.villages
        ),
        news=news_of(texts, newest_version),
        outcome_open=rules.may_tell_outcome(actor)
        and is_decided_since(
            texts, max((e.entry.recorded_at for e in told), default=None), item.outcome_told_id
        ),
    )


def items_among(ids: set[int]) -> set[int]:
    """Which of these numbers are points of a meeting."""
    return set(Item.objects.filter(pk__in=ids).values_list("pk", flat=True))


def sittings_among(ids: set[int]) -> set[int]:
    """Which of these numbers are meetings."""
    return set(Sitting.objects.filter(pk__in=ids).values_list("pk", flat=True))
