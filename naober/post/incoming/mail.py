"""A mail as it was understood: what the child process tells, and what handlers get."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Bounce:
    """That a mail of ours did not arrive: the status (5.1.1), whether for good, and which mail it was."""

    status: str = ""
    recipient: str = ""
    permanent: bool = False
    token: str = ""


@dataclass(frozen=True)
class Mail:
    """What a mail says. `text` is what its sender wrote; quotes, signature and disclaimers are gone."""

    kind: str
    sender: str = ""
    subject: str = ""
    text: str = ""
    forwarded_text: str = ""
    author_hint: str = ""
    answer: str = ""
    reply_token: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    dmarc: str = ""
    may_auto_reply: bool = False
    bounce: Bounce | None = None
    attachments: tuple[Mapping[str, str], ...] = field(default=())


_TEXTS = (
    "kind",
    "sender",
    "subject",
    "text",
    "forwarded_text",
    "author_hint",
    "answer",
    "reply_token",
    "message_id",
    "in_reply_to",
    "dmarc",
)


def mail_from(told: Mapping[str, Any]) -> Mail:
    """The mail out of what a child process told. Raises KeyError, TypeError or AttributeError when that is
    not what it should be."""
    bounce = told["bounce"]
    return Mail(
        **{name: str(told.get(name) or "").replace("\x00", "") for name in _TEXTS},
        may_auto_reply=told.get("may_auto_reply") is True,
        bounce=_bounce_from(bounce) if bounce else None,
        attachments=tuple(dict(attachment) for attachment in told.get("attachments") or ()),
    )


def _bounce_from(told: Mapping[str, Any]) -> Bounce:
    return Bounce(
        status=str(told.get("status") or ""),
        recipient=str(told.get("recipient") or ""),
        permanent=told.get("permanent") is True,
        token=str(told.get("token") or ""),
    )
