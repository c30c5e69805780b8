"""Reply tokens: unguessable, personal, expiring. Whoever reads the database can not make one."""

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from naober.kit import dates
from naober.people.models import Person, Seat
from naober.post.models import ReplyToken

VALID_FOR = timedelta(days=180)


def new_token(
    *,
    area: str,
    subject_id: int,
    person: Person | None = None,
    seat: Seat | None = None,
    valid_for: timedelta = VALID_FOR,
) -> ReplyToken:
    """A token with which `person`, or the holder of `seat`, answers the thing that `area` and `subject_id`
    name softly. It ends with the seat."""
    now = dates.now()
    token = ReplyToken(
        person=person, seat=seat, area=area, subject_id=subject_id, created_at=now, expires_at=now + valid_for
    )
    token.hashed = _hash(secret_of(token))
    token.save()
    return token


def secret_of(token: ReplyToken) -> str:
    """The 32 hexadecimal digits that stand in a mail; made from the key of this installation."""
    return _keyed(f"reply:{token.salt}")[:32]


def reply_address(token: ReplyToken) -> str:
    """The address that an answer goes to."""
    return f"antwoord+{secret_of(token)}@{settings.NAOBER_MAIL_DOMAIN}"


def find(secret: str) -> ReplyToken | None:
    """The token that these digits are, when it is valid now: not expired, not ended, its seat still held."""
    now, today = dates.now(), dates.today()
    held = Q(seat=None) | Q(seat__until_on=None) | Q(seat__until_on__gt=today)
    valid = ReplyToken.objects.filter(held, hashed=_hash(secret), expires_at__gt=now, ended_at=None)
    return valid.select_related("person", "seat").first()


def end(*, area: str, subject_id: int) -> int:
    """Let no answer to this thing come in any more; the number of tokens that ended."""
    ended = ReplyToken.objects.filter(area=area, subject_id=subject_id, ended_at=None)
    return ended.update(ended_at=dates.now())


def bounce_token(message_pk: int) -> str:
    """The 32 digits of the return address of one mail: its number and a check that only we can make."""
    number = f"{message_pk:016x}"
    return number + _keyed(f"bounce:{number}")[:16]


def message_of_bounce(token: str) -> int | None:
    """The number of the mail that a return address belongs to; None when we did not make it."""
    number = token[:16]
    good = len(token) == 32 and hmac.compare_digest(token[16:], _keyed(f"bounce:{number}")[:16])
    return int(number, 16) if good else None


def bounce_address(message_pk: int) -> str:
    """The envelope sender of one mail of ours."""
    return f"retour+{bounce_token(message_pk)}@{settings.NAOBER_MAIL_DOMAIN}"


def _keyed(what: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), what.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.lower().encode("utf-8", "replace")).hexdigest()
