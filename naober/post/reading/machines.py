"""Marks by which a machine gives itself away: in its headers, its subject, its words, its address."""

import re

from .context import Context
from .headers import Headers, one_line
from .mime import Part, decoded_body
from .words import pattern

_BULK_PRECEDENCE = ("bulk", "list", "junk")


def auto_submitted(headers: Headers) -> bool:
    """RFC 3834: anything but `no` was not written by a person."""
    value = re.sub(r"\(.*?\)", "", headers.text("auto-submitted")).partition(";")[0].strip().lower()
    return bool(value) and value != "no"


def suppresses_replies(headers: Headers) -> bool:
    """Whether the sending system asks that no machine answers (Exchange)."""
    value = headers.text("x-auto-response-suppress").lower()
    return bool(value) and value != "none"


def has_auto_mark(headers: Headers) -> bool:
    """Whether a header says outright that a machine answers."""
    precedence = headers.text("precedence").lower().replace("-", "_")
    loops = headers.text("x-postmaster-msgtype") or headers.text("x-autoreply-type")
    marked = any(
        pattern("auto", "header").fullmatch(name) and headers.text(name).lower() not in ("no", "false", "0")
        for name, _ in headers.fields
    )
    return auto_submitted(headers) or precedence in ("auto_reply", "autoreply") or marked or bool(loops)


def is_list(headers: Headers) -> bool:
    """Whether a list server or a mailing program left its fields."""
    return any(pattern("auto", "bulk_header").fullmatch(name) for name, _ in headers.fields)


def is_list_or_bulk(headers: Headers) -> bool:
    """Whether a list server or a mailing program sent this."""
    return headers.text("precedence").lower() in _BULK_PRECEDENCE or is_list(headers)


def is_newsletter(words: str, html: bool) -> bool:
    """Whether the words offer to unsubscribe, at their end, as only a newsletter does."""
    tail = words[-1500:]
    found = set(
        match[0].lower() for match in pattern("auto", "newsletter").finditer(f"{words[:400]}\n{tail}")
    )
    offered = any("schrijven" in word or "subscribe" in word for word in found)
    return len(found) >= 2 or (html and offered and len(words) > 400)


def is_noreply(address: str) -> bool:
    """Whether nobody reads what is sent to this address."""
    return bool(pattern("auto", "noreply").fullmatch(address.partition("@")[0]))


def is_daemon(address: str) -> bool:
    """Whether this is the address of a mail server or a program."""
    return bool(pattern("auto", "daemon").fullmatch(address.partition("@")[0]))


def is_report(root: Part) -> bool:
    """Whether this is a report of a machine that is no bounce: read receipt, abuse, TLS."""
    types = {part.content_type for part in root.walk()}
    return root.content_type == "multipart/report" or bool(
        types & {"message/disposition-notification", "message/feedback-report"}
    )


def is_dmarc_report(root: Part, sender: str, subject: str) -> bool:
    """Whether this is the daily report of a mail provider on the use of our domain."""
    packed = any(
        re.search(r"!.+!\d{9,}.*\.(?:xml|zip|gz|json)", part.file_name)
        for part in root.walk()
        if part.file_name
    )
    named = "dmarc" in sender.partition("@")[0] or bool(
        re.search(r"report[ -]?id\s*:", subject, re.IGNORECASE)
    )
    return packed or (named and bool(re.search(r"report|dmarc", subject, re.IGNORECASE)))


def is_calendar_answer(root: Part) -> bool:
    """Whether somebody's calendar answers an invitation."""
    for part in root.walk():
        if part.content_type not in ("text/calendar", "application/ics"):
            continue
        method = part.parameters.get("method", "").upper()
        if not method:
            found = re.search(rb"(?im)^METHOD:\s*(\w+)", decoded_body(part)[:4000])
            method = found[1].decode("ascii", "replace").upper() if found else ""
        if method in ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"):
            return True
    return False


def speaks_like_machine(headers: Headers, subject: str, words: str, *, answers_us: bool) -> bool:
    """Whether subject and words together are those of a machine: absence, receipt, confirmation."""
    if tells_of_absence(headers, subject, words, answers_us=answers_us):
        return True
    words = _plain_words(words)
    says_so = bool(pattern("auto", "says_machine").search(words))
    confirms = len(set(match[0].lower()[:12] for match in pattern("auto", "confirms").finditer(words)))
    weak, marked = _weak_subject(subject), suppresses_replies(headers)
    if says_so and (confirms or weak or marked or len(words) < 400):
        return True
    return confirms >= 2 and (weak or marked)


def tells_of_absence(headers: Headers, subject: str, words: str, *, answers_us: bool = False) -> bool:
    """Whether this is an absence notice or a receipt, by a subject that no person writes or by its words."""
    if pattern("auto", "subject").match(subject):
        return True
    words = _plain_words(words)
    if pattern("auto", "receipt_subject").match(subject):
        return len(words) < 40 or bool(pattern("auto", "receipt_words").search(words))
    if not pattern("auto", "absence").search(words[:600]):
        return False
    groups = sum(bool(pattern("auto", name).search(words)) for name in ("meanwhile", "return"))
    hinted = _weak_subject(subject) or suppresses_replies(headers)
    if groups == 2 or (groups == 1 and hinted):
        return True
    # "Dank voor uw bericht, ik ben afwezig": it answers what it has not read.
    return groups == 1 and not answers_us and bool(pattern("auto", "your_mail").search(words))


def _plain_words(words: str) -> str:
    """The words on one line; the dot of "12. November" ends no sentence."""
    return re.sub(r"(?<=\d)\.", "", one_line(words[:5000])[:3000])


def _weak_subject(subject: str) -> bool:
    return bool(pattern("auto", "subject_weak").match(re.sub(r"(?i)^(?:re|antw|aw)\s*:\s*", "", subject)))


def empty_envelope(headers: Headers) -> bool:
    """Whether the mail was sent so that nothing can come back: no program sends a person's mail like that."""
    return headers.has("return-path") and headers.raw("return-path").strip() in (b"<>", b"")


def comes_back_to_us(headers: Headers, sender: str, context: Context) -> bool:
    """Whether this is a mail of our own machine that went round."""
    if any(context.is_ours(address.lower()) for address in headers.all_text("x-loop")):
        return True
    own_id = headers.text("message-id").rstrip(">").lower().endswith("@" + context.own_domain)
    return context.is_ours(sender) and own_id and (has_auto_mark(headers) or suppresses_replies(headers))
