"""The seam to the reader of mails: bytes and context in, a plain table out. Runs in the child alone."""

import re
from typing import Any

from naober.post.reading.caps import header_block
from naober.post.reading.context import Context, context_of
from naober.post.reading.headers import Headers, parse_headers
from naober.post.reading.read import read_mail

_DMARC = re.compile(r"(?:^|[;\s])dmarc\s*=\s*(pass|fail)\b", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")


def read(content: bytes, table: dict[str, Any]) -> dict[str, Any]:
    """What this mail says, in the words of `read-mail`, and what hangs it under others: its Message-ID, what
    it answers, and whether our own server says that the sender is who they say."""
    context = context_of(table)
    row = read_mail(content, context).row()
    headers = parse_headers(header_block(content[: context.limits.header_block_bytes]))
    return row | {
        "sender": row["from"],
        "message_id": headers.text("message-id")[:998],
        "in_reply_to": headers.text("in-reply-to")[:998],
        "dmarc": dmarc_result(headers, context),
    }


def dmarc_result(headers: Headers, context: Context) -> str:
    """`pass` or `fail` as our own server found; "" when it says neither. What another server claims, or a
    sender wrote, does not count: ours stands on top."""
    if not context.trusted_authserv_id:
        return ""
    for result in headers.all_text("authentication-results"):
        server, _, results = result.lower().partition(";")
        if server.split()[:1] == [context.trusted_authserv_id]:
            found = _DMARC.search(_COMMENT.sub(" ", results))
            return found[1].lower() if found else ""
    return ""
