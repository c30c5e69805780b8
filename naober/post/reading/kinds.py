"""What kind of mail this is: the first rule that fits counts."""

import re
from dataclasses import dataclass

from . import machines
from .addresses import addresses_in, first_address
from .attachments import Attachment
from .bounces import Bounce
from .context import Context
from .headers import Headers, has_hidden_break
from .mime import Part
from .subjects import answers, forwards
from .tokens import sent_to_reply_address

_CHECKED = ("subject", "from", "to", "cc", "reply-to", "sender", "message-id", "in-reply-to")
_CAPPED = (
    "subject",
    "from",
    "sender",
    "reply-to",
    "message-id",
    "in-reply-to",
    "return-path",
    "content-type",
)


@dataclass(frozen=True)
class Seen:
    """What was read of a mail before its kind is decided."""

    root: Part
    sender: str
    subject: str
    words: str
    writers: tuple[str, ...]
    is_forward: bool
    attachments: tuple[Attachment, ...]
    bounce: Bounce | None


def kind_of_mail(seen: Seen, context: Context) -> str:
    """quarantine, bounce, auto, bulk, spam_suspect, reply or new."""
    headers = seen.root.headers
    if needs_human(seen, context):
        return "quarantine"
    if seen.bounce:
        return "bounce"
    reply = is_reply(seen, context)
    if _is_auto(seen, context, reply):
        return "auto"
    html = any(part.content_type == "text/html" for part in seen.root.walk())
    if machines.is_list_or_bulk(headers):
        return "bulk"
    if not reply and not seen.is_forward and machines.is_newsletter(seen.words, html):
        return "bulk"
    if is_marked_spam(headers, seen.subject):
        return "spam_suspect"
    return "reply" if reply else "new"


def needs_human(seen: Seen, context: Context) -> bool:
    """Whether a person must look first: forged, tampered with, broken, or a program."""
    headers = seen.root.headers
    return (
        fails_dmarc(headers, context)
        or any(has_hidden_break(value) for name in _CHECKED for value in headers.all_raw(name))
        or any(
            len(text.encode()) > context.limits.decoded_header_bytes
            for name in _CAPPED
            for text in headers.all_text(name)
        )
        or any(part.boundary_missing for part in seen.root.walk())
        or any(attachment.kind == "dangerous" for attachment in seen.attachments)
        or len(headers.all_raw("from")) > 1
    )


def fails_dmarc(headers: Headers, context: Context) -> bool:
    """Whether our own mail server says that this is not from whom it claims. Only the topmost result with
    our server's name counts: any sender can write one below it."""
    for raw in headers.all_text("authentication-results"):
        name, _, results = raw.partition(";")
        if name.split(" ")[0].strip().lower() != context.trusted_authserv_id:
            continue
        results = re.sub(r"\([^()]*\)", " ", results)
        return bool(re.search(r"(?:^|[;\s])dmarc\s*=\s*fail\b", results, re.IGNORECASE))
    return False


def is_reply(seen: Seen, context: Context) -> bool:
    """Whether it answers a mail of ours: by its address, its reference, or by quoting us."""
    headers = seen.root.headers
    if seen.is_forward:
        # Our own question passed back to its reply address is an answer all the same.
        ours = bool(seen.writers) and context.is_ours(seen.writers[0].lower())
        return ours and sent_to_reply_address(headers, context)
    if sent_to_reply_address(headers, context) or refers_to_us(headers, context):
        return True
    return answers(seen.subject) and any(_names_us(writer, context) for writer in seen.writers)


def refers_to_us(headers: Headers, context: Context) -> bool:
    """Whether In-Reply-To names a mail of ours; References only where there is no In-Reply-To."""
    named = headers.text("in-reply-to") or headers.text("references").rpartition("<")[2]
    ids = re.findall(r"[^\s<>]+@([^\s<>]+)", named)
    return any(domain.lower() == context.own_domain for domain in ids)


def _names_us(writer: str, context: Context) -> bool:
    writer = writer.lower()
    if "@" in writer:
        return context.is_ours(writer) or context.in_own_domain(writer)
    label = context.own_domain.partition(".")[0]
    return len(label) > 3 and label in re.sub(r"\W", "", writer)


def _is_auto(seen: Seen, context: Context, reply: bool) -> bool:
    headers = seen.root.headers
    if machines.has_auto_mark(headers) or machines.comes_back_to_us(headers, seen.sender, context):
        return True
    if machines.empty_envelope(headers) or machines.is_report(seen.root):
        return True
    if machines.is_calendar_answer(seen.root):
        return True
    if machines.is_dmarc_report(seen.root, seen.sender, seen.subject):
        return True
    if seen.is_forward or forwards(seen.subject) or machines.is_list(headers):
        return False
    if machines.is_list_or_bulk(headers):
        # Old programs send an absence notice as bulk; a letter in bulk that asks not to answer is a letter.
        return machines.tells_of_absence(headers, seen.subject, seen.words)
    return machines.speaks_like_machine(headers, seen.subject, seen.words, answers_us=reply)


def is_marked_spam(headers: Headers, subject: str) -> bool:
    """Whether the mail server before us marked it."""
    flagged = headers.text("x-spam-flag").lower().startswith(("yes", "true")) or headers.text(
        "x-spam"
    ).lower().startswith("yes")
    status = headers.text("x-spam-status").lower().startswith("yes")
    forefront = "sfv:spm" in headers.text("x-forefront-antispam-report").lower()
    level = re.match(r"[5-9]", headers.text("x-ms-exchange-organization-scl"))
    action = headers.text("x-rspamd-action").lower() in ("add header", "rewrite subject", "reject")
    tagged = re.match(
        r"\W{0,6}\b(?:spam|probable spam|mogelijk spam|possible spam|spamverdacht|suspected spam)\b\W{2,}",
        subject,
        re.IGNORECASE,
    )
    return bool(flagged or status or forefront or level or action or tagged)


# ---------------------------------------------------------------- may a machine answer
def may_auto_reply(kind: str, seen: Seen, context: Context) -> bool:
    """Whether an automatic answer can do no harm: only to a person, and never where a machine may read it."""
    headers = seen.root.headers
    if kind not in ("new", "reply") or not seen.sender:
        return False
    if (
        machines.suppresses_replies(headers)
        or headers.has("precedence")
        and _held(headers.text("precedence"))
    ):
        return False
    goes_to = addresses_in(headers, "reply-to") or [seen.sender]
    involved = {seen.sender, *goes_to, *addresses_in(headers, "return-path", "sender")}
    if any(machines.is_noreply(address) or machines.is_daemon(address) for address in involved):
        return False
    return not any(
        context.is_ours(address) or context.in_own_domain(address) for address in {seen.sender, *goes_to}
    )


def _held(precedence: str) -> bool:
    return precedence.lower() not in ("", "normal", "first-class", "special-delivery")


def sender_of(headers: Headers) -> str:
    """The address in From; where that has none, in Sender, Reply-To or the envelope."""
    for name in ("from", "sender", "reply-to", "return-path"):
        address = first_address(headers, name)
        if address:
            return address
    return ""
