"""The way back: the token in the address that a mail was sent to, never out of its words."""

import re

from .addresses import addresses_in
from .context import Context
from .headers import Headers

_SENT_TO = (
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-delivered-to",
    "to",
    "cc",
    "resent-to",
)


def reply_token(headers: Headers, context: Context) -> str | None:
    """The token of the question that this mail answers; None without a well-formed one."""
    return _token(headers, context.reply_address)


def bounce_token(headers: Headers, context: Context) -> str | None:
    """The token of the mail that came back; None without a well-formed one."""
    return _token(headers, context.bounce_address)


def _token(headers: Headers, form: re.Pattern[str]) -> str | None:
    for address in addresses_in(headers, *_SENT_TO):
        match = form.fullmatch(address)
        if match:
            return match[1]
    return None


def sent_to_reply_address(headers: Headers, context: Context) -> bool:
    """Whether the mail came to a reply address, even with a token that nobody can use."""
    before = context.reply_prefix
    if not before:
        return False
    return any(
        address.startswith(before) and context.in_own_domain(address)
        for address in addresses_in(headers, *_SENT_TO)
    )
