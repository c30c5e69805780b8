"""Forgets a person: the mail to them, what came in from them, and what we know of their addresses."""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from naober.kit import dates
from naober.post import expiry, files
from naober.post.models import AddressState, OutboxMessage, Queued, Receipt, StoredFile


def forget_mail(messages: QuerySet[OutboxMessage]) -> int:
    """Blank mails to somebody who is forgotten; what had not left yet never leaves. The number of mails."""
    keys = list(messages.values_list("pk", flat=True))
    rows = OutboxMessage.objects.filter(pk__in=keys)
    rows.filter(state=Queued.State.WAITING).update(state=Queued.State.FAILED, last_error="gewist")
    return expiry.blank_mail(rows)


def forget_addresses(addresses: list[str]) -> int:
    """Forget what these addresses gave back, and what came in from them: the number of things that came."""
    AddressState.objects.filter(address__in=addresses).delete()
    from_them = Receipt.objects.filter(sender__in=addresses)
    for stored in StoredFile.objects.filter(receipts__in=from_them, erased_at=None).distinct():
        _erase(stored)
    return from_them.update(sender="", message_id="", answers_to="", note="")


def forget_files(are_theirs: Callable[[bytes], bool]) -> int:
    """Erase what came in and was kept as it was, where somebody stands in it; the number of files. What was
    read from it is elsewhere."""
    kept = StoredFile.objects.filter(kind=StoredFile.Kind.RAW_INTAKE, erased_at=None)
    theirs = [s for s in kept if files.path_of(s).exists() and are_theirs(files.path_of(s).read_bytes())]
    for stored in theirs:
        _erase(stored)
    return len(theirs)


def _erase(stored: StoredFile) -> None:
    """Remove the bytes once the row says so for good."""
    StoredFile.objects.filter(pk=stored.pk).update(erased_at=dates.now())
    transaction.on_commit(partial(files.path_of(stored).unlink, missing_ok=True))
