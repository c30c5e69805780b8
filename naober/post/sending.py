"""Carries out the mail that is due: by lease, by one line to the server, with a note of what went wrong."""

import logging
import smtplib
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F

from naober.kit import dates
from naober.kit.area import areas
from naober.post import bounces, queue, smtp
from naober.post.models import OutboxMessage, Queued

log = logging.getLogger("naober.worker")

STOPPED = "dit adres gaf eerder post terug"
EXPIRED = "verlopen"


def send_mail(worker: str) -> int:
    """Carry out the mail that is due; the number of mails that were looked at."""
    messages = queue.claim(OutboxMessage, worker=worker, now=dates.now())
    line = smtp.Line()
    try:
        for message in messages:
            now = dates.now()
            if queue.keep(message, now=now):
                _send(message, line, now)
    finally:
        line.close()
    return len(messages)


def look_for_server(now: datetime) -> None:
    """When mail waits because the server was away, and it is back: let all of that leave now. A job, so that
    the wait after a long night is minutes and costs no mail one of its tries."""
    waiting = OutboxMessage.objects.filter(
        state=Queued.State.WAITING, last_error__startswith=smtp.AWAY, due_at__gt=now, lease_until=None
    )
    if waiting.exists() and smtp.can_reach_server():
        waiting.update(due_at=now)


def _send(message: OutboxMessage, line: smtp.Line, now: datetime) -> None:
    if _may_not_leave(message, now):
        return
    if message.attempts > 1 and message.lease_by and message.lease_until:
        # The lease ran out under another worker: it was killed, perhaps after the server took the mail.
        _count_unclear(message)
    try:
        line.deliver(message)
    except (smtplib.SMTPException, smtp.ServerAwayError, smtp.UnclearError, OSError, ValueError) as error:
        _note_failure(message, error, now)
    else:
        queue.finish(message, sent_at=now, **smtp.without_secret(message))


def _may_not_leave(message: OutboxMessage, now: datetime) -> bool:
    """Whether this mail must not go now: too late, to an address that gave mail back, or held."""
    if message.expires_at and message.expires_at <= now:
        _give_up(message, EXPIRED, text="", html="")
    elif not message.secret and bounces.is_stopped(message.to):
        _give_up(message, STOPPED)
    elif until := _held_until(message, now):
        queue.put_off(message, until=until)
    else:
        return False
    return True


def _give_up(message: OutboxMessage, why: str, **values: str) -> None:
    OutboxMessage.objects.filter(pk=message.pk).update(
        state=Queued.State.FAILED, last_error=why, lease_until=None, lease_by="", **values
    )


def _held_until(message: OutboxMessage, now: datetime) -> datetime | None:
    """The latest moment until which anybody holds this mail; only what can wait is held."""
    if not message.can_wait:
        return None
    asked = [area.hold_mail(message) for area in areas() if area.hold_mail]
    wanted = [until for until in (*asked, quiet_until(now)) if until and until > now]
    return max(wanted, default=None)


def quiet_until(now: datetime) -> datetime | None:
    """In the evening and the night: the moment of the morning; by day None."""
    begins, ends = settings.NAOBER_QUIET_HOURS
    local = now.astimezone(dates.LOCAL)
    if local.time() >= begins:
        return dates.local_moment(local.date() + timedelta(days=1), ends)
    return dates.local_moment(local.date(), ends) if local.time() < ends else None


def _note_failure(message: OutboxMessage, error: Exception, now: datetime) -> None:
    what, final = smtp.describe(error), smtp.is_final(error)
    log.warning("mail %s not taken: %s", message.pk, what)
    if isinstance(error, smtp.UnclearError):
        _count_unclear(message)
    if final and isinstance(error, smtplib.SMTPRecipientsRefused):
        bounces.note_for(message, hard=True, at=now)
    # A ValueError is an address that can not be written in a mail: that never gets better.
    queue.try_again(message, what, now=now, final=final, when_failed=smtp.without_secret(message))


def _count_unclear(message: OutboxMessage) -> None:
    OutboxMessage.objects.filter(pk=message.pk).update(unclear=F("unclear") + 1)
