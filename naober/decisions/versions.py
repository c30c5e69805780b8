"""What a later paper of the same meeting changed in a point: the agenda before, the decisions after."""

from collections.abc import Sequence
from datetime import datetime

from naober.decisions.models import ItemText


def news_of(texts: Sequence[ItemText], newest_version: int) -> str:
    """What the newest paper of the sitting changed in a point, in a few Dutch words; "" when nothing did.

    `texts` are those of the point, the newest first, each with its document.
    """
    if not texts or newest_version <= 1:
        return ""
    newest = texts[0]
    if newest.document.version < newest_version:
        return "Staat niet meer op de lijst"
    if len(texts) == 1:
        return "Nieuw op de lijst"
    before = texts[1]
    if newest.decision and not before.decision:
        return "Nu met besluit"
    if _words(newest) != _words(before):
        return "Tekst veranderd"
    return ""


def is_decided_since(
    texts: Sequence[ItemText], told_at: datetime | None, told_document_id: int | None
) -> bool:
    """Whether a paper that was read after the villages heard of a point decides it, untold as yet.

    `told_at` is when they heard last, `told_document_id` the paper whose outcome they heard.
    """
    if not texts or told_at is None:
        return False
    newest = texts[0]
    unknown = newest.document_id != told_document_id and newest.document.read_at > told_at
    return bool(newest.decision) and newest.document.version > 1 and unknown


def _words(text: ItemText) -> list[str]:
    return text.text.lower().split()
