"""Mail that came back: which address, for good or for now, and which of our mails it was."""

import re
from dataclasses import dataclass

from .addresses import ADDRESS, addresses_in, first_address
from .charsets import decode_bytes
from .context import Context
from .headers import Headers, parse_headers
from .mime import Part, decoded_body
from .tokens import bounce_token
from .words import pattern

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)")
_CODE = re.compile(r"(?<![\d.:-])([45]\d\d)(?=[ :-]\s?[\w<#])")


@dataclass(frozen=True)
class Bounce:
    """What came back. `permanent`: nobody has the address (status 5.1.x); not a full box or a refusal."""

    status: str | None
    recipient: str | None
    permanent: bool
    token: str | None

    def row(self) -> dict[str, object]:
        """The four fields as the verb prints them."""
        return {
            "status": self.status,
            "recipient": self.recipient,
            "permanent": self.permanent,
            "token": self.token,
        }


def read_bounce(root: Part, words: str, context: Context) -> Bounce | None:
    """What this mail says did not arrive; None when it is no delivery report."""
    token = bounce_token(root.headers, context)
    report = next((part for part in root.walk() if part.content_type.endswith("/delivery-status")), None)
    if report is None:
        report = next(
            (part for part in root.walk() if part.content_type == "message/global-delivery-status"), None
        )
    if report is not None:
        return _from_report(decoded_body(report), words, token)
    if not _speaks_of_failure(root.headers, words):
        return None
    return _from_words(root, words, token, context)


# ---------------------------------------------------------------- RFC 3464
def _from_report(body: bytes, words: str, token: str | None) -> Bounce:
    groups = [parse_headers(block) for block in re.split(rb"\r?\n[ \t]*\r?\n", body.strip())]
    told = [group for group in groups if group.has("final-recipient") or group.has("original-recipient")]
    # A report on several receivers is about the one that failed.
    told.sort(key=lambda group: _ACTIONS.get(group.text("action").lower(), 2))
    group = told[0] if told else groups[-1]
    recipient = _typed_address(group, "original-recipient") or _typed_address(group, "final-recipient")
    status = _best_status(group.text("status"), group.text("diagnostic-code"))
    if status is None:
        status = _status_in_words(f"{group.text('diagnostic-code')} {words}")
    delayed = group.text("action").lower() in ("delayed", "delivered", "relayed", "expanded")
    return Bounce(status, recipient or None, _is_permanent(status) and not delayed, token)


_ACTIONS = {"failed": 0, "delayed": 1, "expanded": 3, "relayed": 3, "delivered": 4}


def _typed_address(group: Headers, name: str) -> str:
    """`rfc822; jan@example.org` without its type; some servers leave the type out, or use xtext."""
    value = group.text(name).rpartition(";")[2].strip(' <>"')
    value = (
        re.sub(r"\+([0-9A-F]{2})", lambda match: chr(int(match[1], 16)), value) if "+40" in value else value
    )
    found = ADDRESS.search(value)
    return found[0].lower() if found else ""


def _best_status(status: str, diagnostic: str) -> str | None:
    """The status; where it only says "failed" and the answer of the other server says more, that."""
    own = _STATUS.search(status)
    other = _STATUS.search(diagnostic)
    if own and other and own[0].endswith(".0.0") and own[1] == other[1]:
        return other[0]
    if own and other and own[0].endswith(".0.0") and other[1] == "5":
        return other[0]
    found = own or other
    return found[0] if found else None


def _is_permanent(status: str | None) -> bool:
    return bool(status and status.startswith("5.1."))


# ---------------------------------------------------------------- what does not keep to the standard
def _speaks_of_failure(headers: Headers, words: str) -> bool:
    if headers.has("x-failed-recipients"):
        return True
    sender = first_address(headers, "from").partition("@")[0]
    daemon = bool(pattern("auto", "daemon").fullmatch(sender)) or _is_system_name(headers.text("from"))
    empty = headers.raw("return-path").strip() in (b"<>", b"") and headers.has("return-path")
    subject = bool(pattern("bounces", "subject").search(headers.text("subject")))
    failure = bool(
        _STATUS.search(words)
        or _CODE.search(words)
        or pattern("bounces", "unknown").search(words)
        or pattern("bounces", "full").search(words)
        or pattern("bounces", "delayed").search(words)
    )
    return (daemon and (subject or failure)) or (empty and subject and failure)


def _is_system_name(text: str) -> bool:
    return bool(
        re.search(
            r"mail(?:er)?[ -]?(?:delivery|daemon)|postmaster|mail system|delivery subsystem",
            text,
            re.IGNORECASE,
        )
    )


def _from_words(root: Part, words: str, token: str | None, context: Context) -> Bounce:
    told = _above_original(words)
    status = _status_in_words(told) or _status_in_words(words)
    recipient = first_address(root.headers, "x-failed-recipients") or _recipient_in(told, context)
    return Bounce(
        status, recipient or _receiver_of_original(root, words, context), _is_permanent(status), token
    )


def _above_original(words: str) -> str:
    """What the server says, without the copy of our mail below it."""
    return pattern("bounces", "copy_below").split(words, maxsplit=1)[0]


def _status_in_words(words: str) -> str | None:
    """The status that is printed, else the one that the words amount to."""
    printed = [match[0] for match in _STATUS.finditer(words) if match[1] != "2"]
    specific = [status for status in printed if not status.endswith(".0.0")]
    if specific or printed:
        return (specific or printed)[0]
    code = _CODE.search(words)
    temporary = bool(pattern("bounces", "delayed").search(words)) and not (code and code[1][0] == "5")
    first = "4" if temporary or (code and code[1][0] == "4") else "5"
    for group, detail in _MEANINGS:
        if pattern("bounces", group).search(words):
            return f"{first}.{detail}"
    return f"{first}.0.0" if code or temporary else None


_MEANINGS = (
    ("full", "2.2"),
    ("bad_host", "1.2"),
    ("unknown", "1.1"),
    ("size", "3.4"),
    ("policy", "7.1"),
    ("delayed", "4.1"),
)


def _recipient_in(words: str, context: Context) -> str:
    """The first address that is not ours and no server's, those behind "delivery to" first."""
    named = re.compile(
        f"(?:{pattern('bounces', 'failed_recipient').pattern})[^\\n]{{0,40}}?({ADDRESS.pattern})",
        re.IGNORECASE,
    )
    candidates = [match[0] for match in re.finditer(r"(?m)^\s*<?" + ADDRESS.pattern + r">?:?", words)]
    candidates += [match[1] for match in named.finditer(words)] + ADDRESS.findall(words)
    for candidate in candidates:
        address = ADDRESS.search(candidate)
        if address and _may_be_receiver(address[0].lower(), context):
            return address[0].lower().strip(".'")
    return ""


def _may_be_receiver(address: str, context: Context) -> bool:
    local = address.partition("@")[0]
    return not (context.is_ours(address) or pattern("auto", "daemon").fullmatch(local))


def _receiver_of_original(root: Part, words: str, context: Context) -> str | None:
    """Out of the copy of our own mail that came back with it: the one it was for."""
    for part in root.walk():
        if part.children and part.content_type.startswith("message/"):
            found = addresses_in(part.children[0].headers, "to")
        elif part.content_type == "text/rfc822-headers":
            found = addresses_in(parse_headers(decoded_body(part)), "to")
        else:
            continue
        if found:
            return found[0]
    copied = re.search(r"(?im)^>?\s*(?:to|aan|an):\s*(.+)$", words)
    found = ADDRESS.findall(decode_bytes(copied[1].encode())) if copied else []
    return next((address.lower() for address in found if _may_be_receiver(address.lower(), context)), None)
