"""Mail of ours that came back: which one, whether for good, and when we stop mailing an address."""

from datetime import datetime, timedelta

from naober.kit import dates
from naober.post import queue, smtp, tokens
from naober.post.incoming.mail import Bounce
from naober.post.models import AddressState, OutboxMessage

COUNTED_DAYS = 30
HARD_STOPS = 1
SOFT_STOPS = 3
# Permanent by its number, but nothing wrong with the address: a full mailbox, a filter, a route.
NOT_THE_ADDRESS = ("5.2.2", "5.3.", "5.4.", "5.7.")


def note(bounce: Bounce, at: datetime) -> int | None:
    """Count a bounce of the mail that its token names; the number of that mail, None when it is none of ours.
    The same bounce twice, or before we know that the mail left, changes nothing."""
    pk = tokens.message_of_bounce(bounce.token)
    message = OutboxMessage.objects.filter(pk=pk).first() if pk else None
    if not message:
        return None
    _note_that_it_left(message, at)
    note_for(message, hard=is_hard(bounce), at=at)
    return message.pk


def _note_that_it_left(message: OutboxMessage, at: datetime) -> None:
    """What comes back has left, also when we were killed before we could write that down."""
    if message.state == message.WAITS:
        queue.finish(message, sent_at=at, **smtp.without_secret(message))


def is_hard(bounce: Bounce) -> bool:
    """Whether the address itself is wrong, for good."""
    return bounce.permanent and not bounce.status.startswith(NOT_THE_ADDRESS)


def note_for(message: OutboxMessage, *, hard: bool, at: datetime) -> None:
    """Keep the worst that happened to a mail, and count anew for its address."""
    kind = OutboxMessage.Bounced.HARD if hard else OutboxMessage.Bounced.SOFT
    bounced = OutboxMessage.objects.filter(pk=message.pk)
    bounced.filter(bounced="").update(bounced=kind, bounced_at=at)
    if hard:
        bounced.update(bounced=kind)
    _count(message.to.lower(), at)


def _count(address: str, at: datetime) -> None:
    state, _ = AddressState.objects.get_or_create(address=address, defaults={"last_bounced_at": at})
    since = max(at - timedelta(days=COUNTED_DAYS), state.lifted_at or at - timedelta(days=COUNTED_DAYS))
    lately = OutboxMessage.objects.filter(to__iexact=address, bounced_at__gte=since)
    state.soft = lately.filter(bounced=OutboxMessage.Bounced.SOFT).count()
    state.hard = lately.filter(bounced=OutboxMessage.Bounced.HARD).count()
    state.last_bounced_at = max(at, state.last_bounced_at)
    if state.hard >= HARD_STOPS or state.soft >= SOFT_STOPS:
        state.stopped_at = state.stopped_at or at
    state.save()


def is_stopped(address: str) -> bool:
    """Whether we do not mail this address any more."""
    return AddressState.objects.filter(address=address.lower(), stopped_at__isnull=False).exists()


def lift(address: str) -> None:
    """Mail this address again: a person heard that it works."""
    AddressState.objects.filter(address=address.lower()).update(
        stopped_at=None, soft=0, hard=0, lifted_at=dates.now()
    )
