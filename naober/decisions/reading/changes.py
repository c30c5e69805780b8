"""What changed between two versions of the paper of one meeting, item by item."""

import re
from dataclasses import dataclass

from .document import ReadDocument, ReadItem
from .lines import ATTACHMENT, ATTACHMENTS, DECISION, EXPLANATION
from .sections import INTRO, split_sections, without_speakers

ITEM_ADDED, ITEM_REMOVED, TITLE, EXPLAINED, ATTACHED, RESULT, DECIDED, VILLAGES = (
    "item_added", "item_removed", "title_changed", "explanation_changed", "attachment_added",
    "result_text_added", "decision_added", "villages_changed",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """What changed in one item of a meeting."""

    number: str | None
    kinds: tuple[str, ...]


def changes_between(before: ReadDocument, after: ReadDocument) -> tuple[Change, ...]:
    """The changes from one version to the next, in the order of the newer one."""
    pairs, gone = _pair(before.items, after.items)
    found = []
    for old, new in pairs:
        kinds = (ITEM_ADDED,) if old is None else _kinds(old, new)
        if kinds:
            found.append(Change(new.number, kinds))
    return tuple(found + [Change(item.number, (ITEM_REMOVED,)) for item in gone])


def same_item(old: ReadItem, new: ReadItem) -> bool:
    """True when two items of versions of one paper are the same item: by title, else by number."""
    if old.title and new.title:
        a, b = _words(old.title), _words(new.title)
        alike = len(a & b) / max(1, min(len(a), len(b)))
        return alike >= 0.8 or (old.number == new.number and alike >= 0.3)
    return old.number == new.number and (old.number is not None or old.text[:40] == new.text[:40])


def _pair(
    old_items: tuple[ReadItem, ...], new_items: tuple[ReadItem, ...]
) -> tuple[list[tuple[ReadItem | None, ReadItem]], list[ReadItem]]:
    left = list(old_items)
    matched: dict[int, ReadItem] = {}
    for by_number in (True, False):
        for at, new in enumerate(new_items):
            if at in matched:
                continue
            for old in left:
                if (old.number == new.number) == by_number and same_item(old, new):
                    matched[at] = old
                    left.remove(old)
                    break
    return [(matched.get(at), new) for at, new in enumerate(new_items)], left


def _kinds(old: ReadItem, new: ReadItem) -> tuple[str, ...]:
    kinds = []
    if _words(old.title) != _words(new.title):
        kinds.append(TITLE)
    if new.has_decision and not old.has_decision:
        kinds.append(DECIDED)
    if _part(new, DECISION) and not _part(old, DECISION):
        kinds.append(RESULT)
    if _attachments(new) - _attachments(old):
        kinds.append(ATTACHED)
    if _explanation(old) != _explanation(new):
        kinds.append(EXPLAINED)
    if set(old.villages) != set(new.villages) or old.all_villages != new.all_villages:
        kinds.append(VILLAGES)
    return tuple(kinds)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _part(item: ReadItem, *kinds: str) -> str:
    body = item.text.find(item.title) + len(item.title) if item.title else 0
    return " ".join(without_speakers(split_sections(item.text, body).of(*kinds)).split())


def _explanation(item: ReadItem) -> str:
    return _part(item, INTRO, EXPLANATION)


def _attachments(item: ReadItem) -> set[str]:
    text = _part(item, ATTACHMENTS)
    return {name.lower() for name in re.findall(r"[\w()][^.]*\.\w{3,4}\b", text) if ATTACHMENT.search(name)}
