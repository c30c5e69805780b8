"""The action that turns a read paper into a sitting with points and proposals."""

import hashlib
import re
from datetime import date, datetime

from django.db.models import Max
from django.utils.text import slugify

from naober.decisions import queries, rules, wording
from naober.decisions.models import Commitment, Concern, Document, Item, ItemText, Outcome, Sitting
from naober.decisions.reader import alike, members_among, stable_key, words_of
from naober.decisions.reading import ReadDocument, ReadItem
from naober.journal.action import action, require
from naober.journal.record import record
from naober.kit import dates
from naober.kit.text import shorten
from naober.language.person_names import without_names
from naober.people.actor import Actor
from naober.people.models import Body, Village
from naober.post.models import Receipt


@action
def take_in_document(
    *,
    by: Actor,
    body: Body,
    on: date,
    starts_at: datetime | None,
    read: ReadDocument,
    receipt: Receipt | None = None,
) -> Sitting:
    """Take in a paper of the sitting of `body` on `on` as its next version.

    Points keep their identity by number; a village that a person decided on is not proposed again. Names of
    people stay outside: what was said matters, not who said it.
    """
    require(rules.may_take_in(by))
    sitting = queries.sitting_of(body, on) or _new_sitting(body, on)
    if starts_at:
        Sitting.objects.filter(pk=sitting.pk).update(starts_at=starts_at)
    document = _new_document(sitting, read, receipt)
    members = members_among(name for item in read.items for name in item.villages)
    for position, item in enumerate(read.items):
        _take_in_item(document, position, item, members)
    record(
        by=by,
        kind="document_taken_in",
        line=f"{document.get_kind_display().capitalize()} gelezen: {wording.sitting_name(sitting)}",
        area="decisions:sitting",
        subject_id=sitting.pk,
        happened_at=document.read_at,
    )
    return sitting


def _new_sitting(body: Body, on: date) -> Sitting:
    return Sitting.objects.create(body=body, on=on, slug=f"{slugify(body.name)}-{on.isoformat()}")


def _new_document(sitting: Sitting, read: ReadDocument, receipt: Receipt | None) -> Document:
    last = sitting.documents.aggregate(last=Max("version"))["last"] or 0
    whole = "\n".join(" ".join(item.text.split()) for item in read.items)
    return Document.objects.create(
        sitting=sitting,
        kind=Document.Kind.DECISIONS if read.header.phase == "decisions" else Document.Kind.AGENDA,
        version=last + 1,
        text_hash=hashlib.sha256(whole.encode()).hexdigest(),
        receipt=receipt,
        read_at=dates.now(),
    )


def _take_in_item(document: Document, position: int, read: ReadItem, members: dict[str, Village]) -> None:
    item = _same_point(document, read) or Item(
        sitting=document.sitting, stable_key=_free_key(document, read, position)
    )
    item.position = position
    item.number = (read.number or "")[:20]
    item.title = _title(read)
    item.save()
    ItemText.objects.create(
        item=item,
        document=document,
        text=without_names(read.clean_text),
        proposed=without_names(read.proposed),
        decision=without_names(read.decision),
        outcome=read.outcome if read.outcome in Outcome.values else Outcome.NONE,
        votes=read.votes,
        themes=list(read.themes),
        speak_until=dates.as_local(read.speak_until),
    )
    _propose(item, read, members)
    _note_commitments(document, item, read)


def _title(read: ReadItem) -> str:
    return shorten(without_names(read.title or read.clean_text), 300)


def _same_point(document: Document, read: ReadItem) -> Item | None:
    """The point of an earlier paper that this is: by its title, else by its number where titles are alike.

    A number alone proves nothing: a point put in between moves all numbers after it.
    """
    left = (
        Item.objects.filter(sitting=document.sitting).exclude(texts__document=document).order_by("position")
    )
    title, number = _title(read), (read.number or "")[:20]
    same_title = [item for item in left if words_of(item.title) == words_of(title)]
    same_number = [item for item in left if number and item.number == number and alike(item.title, title)]
    of_both = [item for item in same_title if item.number == number]
    return next(iter([*of_both, *same_title, *same_number]), None)


def _free_key(document: Document, read: ReadItem, position: int) -> str:
    """A key that no point of this sitting has; numbers may repeat, within one paper and over papers."""
    key = stable_key(read.number, read.title or "", position)
    taken = set(Item.objects.filter(sitting=document.sitting).values_list("stable_key", flat=True))
    return next(k for k in (key, *(f"{key} ({n})" for n in range(2, 1000))) if k not in taken)


def _propose(item: Item, read: ReadItem, members: dict[str, Village]) -> None:
    quotes = {reason.village: without_names(reason.quote) for reason in reversed(read.reasons)}
    Concern.objects.bulk_create(
        [
            Concern(
                item=item,
                village=members[name],
                quote=quotes.get(name, "")[:300],
                found_by=Concern.FoundBy.READER,
                confidence=read.confidence.get(name, 0.5),
            )
            for name in read.villages
            if name in members
        ],
        ignore_conflicts=True,
    )
    if read.all_villages and item.everywhere == Item.Everywhere.NO:
        Item.objects.filter(pk=item.pk).update(
            everywhere=Item.Everywhere.PROPOSED, everywhere_quote=read.all_villages_quote[:300]
        )


def _note_commitments(document: Document, item: Item, read: ReadItem) -> None:
    """Keep what was promised; a promise that an earlier paper held is seen again, with its new term."""
    for promise in read.commitments:
        text = without_names(promise.text)
        words = " ".join(re.findall(r"\w+", text.lower()))
        Commitment.objects.update_or_create(
            body=document.sitting.body,
            key=hashlib.sha256(words.encode()).hexdigest(),
            defaults={"due_on": promise.due, "last_seen_in": document},
            create_defaults={
                "item": item,
                "text": shorten(text, 500),
                "who": without_names(promise.who or "").replace("…", "").strip()[:60],
                "due_on": promise.due,
                "last_seen_in": document,
            },
        )
