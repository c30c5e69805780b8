"""The one door for raw mail. Behind it a mail is safe: only then may it be acknowledged or removed."""

from collections.abc import Callable

from naober.kit import dates, failpoints
from naober.post import receipts
from naober.post.incoming.identity import identity_of
from naober.post.models import Receipt

MAIL = "mail"
MOST_BYTES = 50 * 1024 * 1024
"""What is larger stays at its source: it could fill the disk. The reader's own cap is lower, and what is
between the two is kept for a person to look at."""

BEFORE_RECEIPT = failpoints.point("intake.before_receipt")
RECEIPTED = failpoints.point("intake.receipted")
REMOVED = failpoints.point("intake.removed_at_source")


class TooLargeError(ValueError):
    """A mail of more than MOST_BYTES."""


def take_in(content: bytes, *, remove: Callable[[], None]) -> tuple[Receipt, bool]:
    """Keep a raw mail, then let its source forget it by `remove`; the receipt, and whether it is new.

    Being killed anywhere loses nothing and doubles nothing: what was not removed comes in again, with the
    same key. Raises TooLargeError, and OSError or DatabaseError when it could not be kept; then `remove` was
    not called.
    """
    if len(content) > MOST_BYTES:
        raise TooLargeError(len(content))
    identity = identity_of(content)
    BEFORE_RECEIPT()
    receipt, new = receipts.receive(
        MAIL, content, key=identity.key, due_at=dates.now(), message_id=identity.message_id
    )
    RECEIPTED()
    remove()
    REMOVED()
    return receipt, new
