"""From a receipt to what it is: read in a child, judged, and handed to the area that knows what to do.

What an area does with a mail and the new state of the receipt are one transaction, taken only by who still
holds the lease: so nothing is handled twice, wherever it is killed.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db import transaction

from naober.kit import dates, failpoints
from naober.kit.area import area_named, areas
from naober.post import bounces, files, queue, receipts, tokens
from naober.post.incoming.apart import Reader, UnreadableError
from naober.post.incoming.identity import hash_of_message_id
from naober.post.incoming.mail import Mail
from naober.post.models import Receipt

log = logging.getLogger("naober.worker")

FLOOD_PER_HOUR = 50
# What people write twice. Machines use the same words for different things, such as two mails that came back.
COPIED = (Receipt.Kind.NEW, Receipt.Kind.REPLY, Receipt.Kind.BULK)
COPY_WITHIN = timedelta(days=14)

READ = failpoints.point("reading.read")
HANDLED = failpoints.point("reading.handled")

NOBODY_KNOWS = "Wij weten niet bij wie dit hoort. Kijkt u even mee?"
NOT_WHO_IT_SAYS = "De afzender klopt misschien niet. Bel even voordat u iets doet."
TOO_MANY = f"Meer dan {FLOOD_PER_HOUR} mails in een uur van één afzender. Kijk of dat klopt."
TOKEN_IS_OVER = "Dit is een antwoord op een mail die niet meer geldt."  # noqa: S105  no password
SUSPECT = "Dit lijkt ongewenste post."
GONE = "De mail zelf is niet meer te vinden."
NOT_SAFE = "Deze mail kunnen wij niet veilig lezen."


def read_receipts(worker: str, reader: Reader) -> int:
    """Read and handle the mails that wait; the number done."""
    claimed = queue.claim(Receipt, worker=worker, now=dates.now())
    for receipt in claimed:
        now = dates.now()
        if queue.keep(receipt, now=now):
            _read(receipt, reader, now)
    return len(claimed)


def _read(receipt: Receipt, reader: Reader, now: datetime) -> None:
    try:
        mail = reader.read(raw_of(receipt))
    except UnreadableError as error:
        receipts.set_aside(receipt, str(error), kind=Receipt.Kind.QUARANTINE)
        return
    except FileNotFoundError:  # `verify` says so too; here it may not stop the next mail
        receipts.set_aside(receipt, GONE)
        return
    READ()
    try:
        handle(receipt, mail, read_again=lambda other: reader.read(raw_of(other)))
    except Exception as error:
        # A broken handler may not stop the next mail; it is logged, counted and tried again.
        log.exception("receipt %s was not handled", receipt.pk)
        queue.try_again(receipt, type(error).__name__, now=now)
    else:
        HANDLED()


def handle(receipt: Receipt, mail: Mail, *, read_again: Callable[[Receipt], Mail]) -> None:
    """Do with a read mail what its kind asks, once; nothing when somebody else did since. `read_again` reads
    an earlier mail, to compare."""
    with transaction.atomic():
        if not _note_what_it_is(receipt, mail):
            return
        if why := _reason_to_look(receipt, mail):
            receipts.set_aside(receipt, why)
        elif receipt.kind in COPIED and (original := _original(receipt, mail, read_again)):
            receipts.mark_copy(receipt, original)
        else:
            _hand_over(receipt, mail)


def _note_what_it_is(receipt: Receipt, mail: Mail) -> bool:
    """Write what is known of the mail on its receipt; False when another worker took it over or is done."""
    receipt.kind = mail.kind if mail.kind in Receipt.Kind.values else Receipt.Kind.QUARANTINE
    receipt.sender = mail.sender.lower()[:254]
    receipt.dmarc = mail.dmarc if mail.dmarc in Receipt.Dmarc.values else ""
    receipt.answers_to = hash_of_message_id(mail.in_reply_to)
    receipt.text_hash = text_hash(mail)
    mine = Receipt.objects.filter(pk=receipt.pk, state=Receipt.WAITS, attempts=receipt.attempts)
    return bool(
        mine.update(
            kind=receipt.kind,
            sender=receipt.sender,
            dmarc=receipt.dmarc,
            answers_to=receipt.answers_to,
            text_hash=receipt.text_hash,
        )
    )


def text_hash(mail: Mail) -> str:
    """Equal for the same words of the same sender to the same question, by whatever road they came; "" for
    a mail without words."""
    words = " ".join((mail.text + " " + mail.forwarded_text).lower().split())
    if not words:
        return ""
    whole = "\n".join((mail.sender.lower(), mail.reply_token, words))
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()


def _reason_to_look(receipt: Receipt, mail: Mail) -> str:
    """Why a person must look at this mail before anything is done with it; "" when nothing is wrong."""
    if receipt.kind in (Receipt.Kind.BOUNCE, Receipt.Kind.AUTO):
        return ""
    if receipt.dmarc == Receipt.Dmarc.FAIL:
        return NOT_WHO_IT_SAYS
    if receipt.kind == Receipt.Kind.QUARANTINE:
        return NOT_SAFE
    if receipt.kind == Receipt.Kind.SPAM_SUSPECT:
        return SUSPECT
    return TOO_MANY if _is_flood(receipt) else ""


def _is_flood(receipt: Receipt) -> bool:
    if not receipt.sender:
        return False
    hour = receipt.received_at - timedelta(hours=1)
    lately = Receipt.objects.filter(sender=receipt.sender, received_at__gt=hour, state=Receipt.State.READ)
    return lately.count() >= FLOOD_PER_HOUR


def _original(receipt: Receipt, mail: Mail, read_again: Callable[[Receipt], Mail]) -> Receipt | None:
    """The receipt that this one is a copy of: the same words of the same sender a short while ago, or the
    same mail by a list that put its own words below."""
    around = (receipt.received_at - COPY_WITHIN, receipt.received_at + COPY_WITHIN)
    earlier = Receipt.objects.filter(
        state__in=(Receipt.State.READ, Receipt.State.ASIDE),
        sender=receipt.sender,
        copy_of=None,
        received_at__range=around,
    ).exclude(pk=receipt.pk)
    earlier = earlier.exclude(dmarc=Receipt.Dmarc.FAIL).order_by("pk")
    same_words = earlier.filter(text_hash=receipt.text_hash) if receipt.text_hash else earlier.none()
    if found := same_words.first():
        return found
    same_number = earlier.filter(message_id=receipt.message_id) if receipt.message_id else earlier.none()
    return next((other for other in same_number[:5] if _is_longer(mail, read_again(other))), None)


def _is_longer(mail: Mail, other: Mail) -> bool:
    """Whether one of two texts holds all of the other."""
    one, two = (" ".join(each.text.lower().split()) for each in (mail, other))
    return bool(one and two) and (one in two or two in one)


def _hand_over(receipt: Receipt, mail: Mail) -> None:
    if receipt.kind == Receipt.Kind.BOUNCE and mail.bounce:
        message = bounces.note(mail.bounce, receipt.received_at)
        receipts.mark_read(receipt, area="post", subject_id=message)
        return
    for name, subject_id in _offers(receipt, mail):
        if subject_id is not None:
            receipts.mark_read(receipt, area=name, subject_id=subject_id)
            return
    if receipt.kind == Receipt.Kind.AUTO:  # a machine that says something is nobody's work
        receipts.mark_read(receipt, area="post", subject_id=None)
    else:
        receipts.set_aside(receipt, TOKEN_IS_OVER if mail.reply_token else NOBODY_KNOWS)


def _offers(receipt: Receipt, mail: Mail) -> Iterable[tuple[str, int | None]]:
    """What each area that could take this mail made of it, asked one by one."""
    token = tokens.find(mail.reply_token) if mail.reply_token else None
    if token:
        answer = area_named(token.area).take_answer
        yield token.area, answer(token, receipt, mail) if answer else None
        return
    if mail.reply_token:
        return
    for area in areas():
        for handler in area.intake:
            if receipt.kind in handler.kinds:
                yield area.name, handler.take(receipt, mail)


def raw_of(receipt: Receipt) -> bytes:
    """The mail as it came. Raises FileNotFoundError when it was erased."""
    return files.path_of(receipt.file).read_bytes()
