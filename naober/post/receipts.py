"""Taking in: whatever arrives is receipted before anybody tries to understand it."""

import hashlib

from django.db import transaction

from naober.kit import dates
from naober.post import files
from naober.post.models import Receipt, StoredFile


def receive(source: str, content: bytes, *, key: str = "") -> tuple[Receipt, bool]:
    """Keep `content` as it came and give its receipt, and whether it is new.

    `key` tells two arrivals from `source` apart; without one the content itself does, so the same text
    pasted twice is one receipt.
    """
    with transaction.atomic():
        file = files.store(content, StoredFile.Kind.RAW_INTAKE)
        return Receipt.objects.get_or_create(
            source=source,
            key=key or hashlib.sha256(content).hexdigest(),
            defaults={"file": file, "received_at": dates.now()},
        )


def mark_read(receipt: Receipt, *, area: str, subject_id: int) -> None:
    """Say what became of a receipt: the thing it was read into."""
    Receipt.objects.filter(pk=receipt.pk).update(
        state=Receipt.State.READ, area=area, subject_id=subject_id, note=""
    )


def mark_refused(receipt: Receipt, why: str) -> None:
    """Say that a receipt can not be read, and why in words for people. It is kept all the same."""
    Receipt.objects.filter(pk=receipt.pk).update(state=Receipt.State.REFUSED, note=why[:300])
