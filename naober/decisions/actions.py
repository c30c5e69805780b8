"""What people decide about points of a sitting: this concerns that village, or it does not.

Confirming tells the villages; the mail about it leaves after the release time and can be called back
before (design, 2: mail can be called back).
"""

from collections.abc import Iterable

from django.conf import settings

from naober.decisions import queries, rules, wording
from naober.decisions.models import Concern, Decided, Item, ItemText
from naober.decisions.unchecked import confirmed_after_all, dismissed_after_all
from naober.journal.action import action, require
from naober.journal.models import Audience, Entry, Theme
from naober.journal.record import narrow, postpone_release, record, withdraw
from naober.kit import dates
from naober.language.sentences import first_sentence
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Person, PlaceName, Village
from naober.register import actions as register

AREA = "decisions"


class AlreadyDecidedError(Exception):
    """Somebody else was first. `decided` is the concern or item as it stands: who, and when."""

    def __init__(self, decided: Concern | Item) -> None:
        super().__init__(str(decided))
        self.decided = decided


@action
def confirm_item(*, by: Actor, item: Item, villages: Iterable[Village] | None = None) -> Entry:
    """Say that a point concerns the proposed villages (those given, or all `by` may confirm), and tell
    them. One entry, with a line per village.

    Raises AlreadyDecidedError when somebody decided first.
    """
    _hold(item)
    proposed = _proposed(by, item, villages)
    require(rules.may_confirm(by, {concern.village_id for concern in proposed}))
    won = [concern for concern in proposed if _decide(by, concern, Decided.CONFIRMED)]
    if not won:
        raise AlreadyDecidedError(_fresh(proposed[0]))
    return _announce(by, item, {c.village_id: wording.reason(item, c.quote, _who(by)) for c in won})


@action
def confirm_everywhere(*, by: Actor, item: Item) -> Entry:
    """Say that a point concerns all villages, and tell those that were not told of it before.

    Villages for which somebody said "niet over ons" are left alone. Raises AlreadyDecidedError.
    """
    require(rules.may_confirm_everywhere(by))
    _hold(item)
    if not _decide_everywhere(by, item, Item.Everywhere.CONFIRMED):
        raise AlreadyDecidedError(_fresh(item))
    decided = Concern.objects.filter(item=item).exclude(state=Decided.PROPOSED)
    villages = people.member_villages(dates.today()).exclude(pk__in=decided.values("village_id"))
    reason = wording.reason(item, item.everywhere_quote, _who(by))
    reasons = {village.pk: reason for village in villages}
    _expand(by, item, list(villages))
    entry = _announce(by, item, reasons, kind="item_confirmed_everywhere")
    Item.objects.filter(pk=item.pk).update(everywhere_entry=entry)
    return entry


@action
def add_village_to_item(*, by: Actor, item: Item, village: Village, phrase: str = "") -> Entry:
    """Say that a point also concerns a village that the reader did not find, and tell it.

    `phrase` are the words of the paper that mean the village: they become the reason, and the reader knows
    them from now on. Raises AlreadyDecidedError when the village was told already.
    """
    require(rules.may_confirm(by, {village.pk}))
    _learn(by, village, phrase)
    _hold(item)
    concern, _ = Concern.objects.get_or_create(
        item=item, village=village, defaults={"found_by": Concern.FoundBy.PERSON}
    )
    if not _decide(by, concern, Decided.CONFIRMED, also_from=Decided.DISMISSED):
        raise AlreadyDecidedError(_fresh(concern))
    quote = wording.sentence_with(item, phrase) if phrase else concern.quote
    Concern.objects.filter(pk=concern.pk).update(quote=quote)
    return _announce(by, item, {village.pk: wording.reason(item, quote, _who(by))})


@action
def tell_outcome(*, by: Actor, item: Item) -> Entry:
    """Tell the villages that heard of a point what was decided about it, once for each paper.

    Raises AlreadyDecidedError when somebody told it, or when there is nothing to tell.
    """
    require(rules.may_tell_outcome(by))
    _hold(item)
    text = ItemText.objects.filter(item=item).order_by("-document__version").first()
    confirmed = Concern.objects.filter(item=item, state=Decided.CONFIRMED)
    untold = Item.objects.filter(pk=item.pk).exclude(outcome_told=text.document_id if text else None)
    if text is None or not text.decision or not untold.update(outcome_told=text.document_id):
        raise AlreadyDecidedError(_fresh(item))
    reason = wording.quote_reason(item, first_sentence(text.decision))
    everywhere = item.everywhere == Item.Everywhere.CONFIRMED
    kind = "item_outcome_everywhere" if everywhere else "item_outcome"
    return _record(by, item, text, {c.village_id: reason for c in confirmed}, kind)


@action
def dismiss_item(*, by: Actor, item: Item, villages: Iterable[Village] | None = None) -> Entry:
    """Say that a point does not concern the proposed villages (those given, or all `by` may decide on).

    No later reading proposes them again. Raises AlreadyDecidedError when somebody decided first.
    """
    _hold(item)
    proposed = _proposed(by, item, villages)
    require(rules.may_confirm(by, {concern.village_id for concern in proposed}))
    won = [concern for concern in proposed if _decide(by, concern, Decided.DISMISSED)]
    if not won:
        raise AlreadyDecidedError(_fresh(proposed[0]))
    dismissed_after_all(by, won)
    names = wording.names([concern.village for concern in won])
    return _note_dismissal(by, item, f"{wording.point(item)} gaat niet over {names}: {item.title}")


@action
def dismiss_everywhere(*, by: Actor, item: Item) -> Entry:
    """Say that a point does not concern all villages. Raises AlreadyDecidedError."""
    require(rules.may_confirm_everywhere(by))
    _hold(item)
    if not _decide_everywhere(by, item, Item.Everywhere.DISMISSED):
        raise AlreadyDecidedError(_fresh(item))
    return _note_dismissal(by, item, f"{wording.point(item)} gaat niet over alle dorpen: {item.title}")


@action
def reopen_concern(*, by: Actor, concern: Concern) -> Entry:
    """Take "niet over ons" back ("toch wel"): the village is proposed again, for a person to confirm.

    Raises AlreadyDecidedError when it is not dismissed any more.
    """
    require(rules.may_confirm(by, {concern.village_id}))
    dismissed = Concern.objects.filter(pk=concern.pk, state=Decided.DISMISSED)
    if not dismissed.update(state=Decided.PROPOSED, decided_by=None, decided_at=None):
        raise AlreadyDecidedError(_fresh(concern))
    item = concern.item
    line = f"{wording.point(item)} gaat misschien toch over {concern.village}: {item.title}"
    return record(
        by=by, kind="concern_reopened", line=line, area=AREA, subject_id=item.pk, audience=Audience.BOARD
    )


@action
def call_back(*, by: Actor, entry: Entry) -> Entry:
    """Take back what was told about a point. Before its release nothing leaves; after it, page and
    journal are corrected and those mailed read "Rechtgezet" in their next mail.

    Raises AlreadyDecidedError when it was called back before.
    """
    require(rules.may_call_back(by, entry, queries.concerned_village_ids(entry)))
    entry = _standing(entry)
    _propose_again(entry)
    return withdraw(by=by, entry=entry, kind="item_called_back", line=f"Rechtgezet: {entry.line}")


@action
def narrow_announcement(
    *, by: Actor, entry: Entry, audience: Audience, readers: Iterable[Person] = ()
) -> Entry:
    """Keep what was told about a point to fewer readers; says how many had mail of it already.

    `readers` are those who may still read it when the audience is "named". Raises AlreadyDecidedError when
    it was called back, NotNarrowerError when somebody would see it who may not now.
    """
    require(rules.may_narrow(by))
    mailed = narrow(_standing(entry), audience, readers)
    line = f"Alleen nog voor {audience.label} (al gemaild: {mailed}): {entry.line}"
    return record(
        by=by,
        kind="item_narrowed",
        line=line,
        area=AREA,
        subject_id=entry.subject_id,
        audience=Audience.BOARD,
    )


def _standing(entry: Entry) -> Entry:
    """The entry as it is now, with its point held. Raises AlreadyDecidedError when it was called back."""
    item = queries.item_by_id(entry.subject_id or 0) or Item()
    _hold(item)
    if Entry.objects.filter(withdraws=entry).exists():
        raise AlreadyDecidedError(item)
    return Entry.objects.get(pk=entry.pk)


def _hold(item: Item) -> None:
    """Let nobody else decide about this point until this action is done, so that none is told twice."""
    list(Item.objects.select_for_update().filter(pk=item.pk))


def _learn(by: Actor, village: Village, phrase: str) -> None:
    """Let the reader know these words from now on; words that it knew already need no second entry."""
    known = PlaceName.objects.filter(village=village, text=phrase).exists()
    if phrase and phrase != village.name and not known:
        register.add_place_name(by=by, village=village, kind=PlaceName.Kind.LANDMARK, text=phrase)


def _announce(by: Actor, item: Item, reasons: dict[int, str], kind: str = "item_confirmed") -> Entry:
    text = ItemText.objects.filter(item=item).order_by("-document__version").first()
    entry = _record(by, item, text, reasons, kind)
    told = Concern.objects.filter(item=item, village_id__in=reasons, state=Decided.CONFIRMED)
    confirmed_after_all(list(told.exclude(early_entry=None).select_related("early_entry")), entry)
    told.update(entry=entry, early_entry=None)
    return entry


def _record(by: Actor, item: Item, text: ItemText | None, reasons: dict[int, str], kind: str) -> Entry:
    release_at = dates.now() + settings.NAOBER_RELEASE_AFTER
    same_sitting = Item.objects.filter(sitting=item.sitting_id).values_list("pk", flat=True)
    postpone_release(AREA, same_sitting, release_at)
    return record(
        by=by,
        kind=kind,
        line=wording.item_line(item, text),
        area=AREA,
        subject_id=item.pk,
        villages=reasons,
        theme=Theme.objects.filter(code__in=text.themes[:1]).first() if text else None,
        happened_at=item.sitting.starts_at,
        release_after=settings.NAOBER_RELEASE_AFTER,
        tell=True,
        asks=wording.what_it_asks(text),
    )


def _proposed(by: Actor, item: Item, villages: Iterable[Village] | None) -> list[Concern]:
    """The concerns that a decision is about, whatever their state: who is too late must read by whom."""
    found = Concern.objects.filter(item=item).select_related("village", "early_entry")
    if villages is not None:
        found = found.filter(village__in=villages)
    elif not by.works_for_umbrella:
        found = found.filter(village_id__in=by.villages)
    concerns = sorted(found, key=lambda c: (c.state != Decided.PROPOSED, c.village.name))
    require(bool(concerns))
    return concerns


def _decide(by: Actor, concern: Concern, state: Decided, *, also_from: Decided | None = None) -> bool:
    """Decide on a concern unless somebody did: one conditional update, so that one of two wins."""
    open_states = [Decided.PROPOSED, *([also_from] if also_from else [])]
    return bool(
        Concern.objects.filter(pk=concern.pk, state__in=open_states).update(
            state=state, decided_by=by.person, decided_at=dates.now()
        )
    )


def _decide_everywhere(by: Actor, item: Item, state: Item.Everywhere) -> bool:
    return bool(
        Item.objects.filter(pk=item.pk, everywhere=Item.Everywhere.PROPOSED).update(
            everywhere=state, everywhere_by=by.person, everywhere_at=dates.now()
        )
    )


def _expand(by: Actor, item: Item, villages: list[Village]) -> None:
    decided = {"state": Decided.CONFIRMED, "decided_by": by.person, "decided_at": dates.now()}
    Concern.objects.filter(item=item, village__in=villages, state=Decided.PROPOSED).update(**decided)
    known = set(Concern.objects.filter(item=item).values_list("village_id", flat=True))
    Concern.objects.bulk_create(
        Concern(item=item, village=v, found_by=Concern.FoundBy.EVERYWHERE, **decided)
        for v in villages
        if v.pk not in known
    )


def _propose_again(entry: Entry) -> None:
    """Undo the decisions that an entry told of; villages that only stood there as "alle dorpen" go."""
    if entry.kind in rules.OUTCOMES:
        Item.objects.filter(pk=entry.subject_id or 0).update(outcome_told=None)
    told = Concern.objects.filter(entry=entry)
    told.filter(found_by=Concern.FoundBy.EVERYWHERE).delete()
    told.update(state=Decided.PROPOSED, decided_by=None, decided_at=None, entry=None)
    Item.objects.filter(everywhere_entry=entry).update(
        everywhere=Item.Everywhere.PROPOSED, everywhere_entry=None, everywhere_by=None, everywhere_at=None
    )


def _note_dismissal(by: Actor, item: Item, line: str) -> Entry:
    return record(
        by=by, kind="item_dismissed", line=line, area=AREA, subject_id=item.pk, audience=Audience.BOARD
    )


def _who(by: Actor) -> str:
    return f"de {by.seat.get_role_display()}" if by.seat else "iemand"


def _fresh(decided: Concern | Item) -> Concern | Item:
    decided.refresh_from_db()
    return decided
