"""Taking in: whatever arrives is receipted before anybody tries to understand it."""

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction

from naober.kit import dates
from naober.post import files
from naober.post.models import Receipt, StoredFile

NOT_LEASED: dict[str, Any] = {"lease_until": None, "lease_by": "", "last_error": ""}


def receive(
    source: str, content: bytes, *, key: str = "", due_at: datetime | None = None, message_id: str = ""
) -> tuple[Receipt, bool]:
    """Keep `content` as it came and give its receipt, and whether it is new.

    `key` tells two arrivals from `source` apart; without one the content itself does, so the same text
    pasted twice is one receipt. From `due_at` the worker reads it; without, whoever received it does.
    """
    key = key or hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        known = Receipt.objects.filter(source=source, key=key, file__erased_at=None).first()
        if known:
            return known, False
        file = files.store(content, StoredFile.Kind.RAW_INTAKE)
        return Receipt.objects.get_or_create(
            source=source,
            key=key,
            defaults={
                "file": file,
                "received_at": dates.now(),
                "due_at": due_at,
                "message_id": message_id,
            },
        )


def mark_read(receipt: Receipt, *, area: str, subject_id: int | None) -> None:
    """Say what became of a receipt: the thing it was read into, if any."""
    Receipt.objects.filter(pk=receipt.pk).update(
        state=Receipt.State.READ, area=area, subject_id=subject_id, note="", **NOT_LEASED
    )


def mark_refused(receipt: Receipt, why: str) -> None:
    """Say that a receipt can not be read, and why in words for people. It is kept all the same."""
    Receipt.objects.filter(pk=receipt.pk).update(state=Receipt.State.REFUSED, note=why[:300], **NOT_LEASED)


def set_aside(receipt: Receipt, why: str, **values: str) -> None:
    """Put a receipt among what a person must look at ("even nakijken"), and say why."""
    Receipt.objects.filter(pk=receipt.pk).update(
        state=Receipt.State.ASIDE, note=why[:300], **NOT_LEASED, **values
    )


def mark_copy(receipt: Receipt, original: Receipt) -> None:
    """Say that this came in before ("ook ontvangen"); it belongs to what the first became."""
    Receipt.objects.filter(pk=receipt.pk).update(
        state=Receipt.State.READ,
        copy_of=original,
        area=original.area,
        subject_id=original.subject_id,
        **NOT_LEASED,
    )
