"""What makes a mail itself, from its raw bytes, before anything is taken apart."""

import hashlib
import re
from dataclasses import dataclass

from naober.post.reading.caps import header_block

MOST_HEADER_BYTES = 65_536
_MESSAGE_ID = re.compile(rb"(?im)^message-id[ \t]*:[ \t]*(?:\r?\n[ \t]+)?(\S[^\r\n]{0,998})")
# With these a mail without a Message-ID is known again; what servers on its way add is not among them.
_OWN_FIELDS = re.compile(rb"(?im)^((?:from|to|date|subject)[ \t]*:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)")


@dataclass(frozen=True)
class Identity:
    """`key` is the same for the same mail by whatever road; `message_id` is a hash, "" without one."""

    key: str
    message_id: str


def identity_of(content: bytes) -> Identity:
    """Who this mail is. Two mails that share a Message-ID and differ in their text are two: the one must not
    hide the other."""
    head = header_block(content[: MOST_HEADER_BYTES + 4])
    body = content[len(head) :].strip().replace(b"\r\n", b"\n")
    found = _MESSAGE_ID.search(head)
    if found:
        named = found[1].strip()
        return Identity(_hash(named + b"\n" + body), hash_of_message_id(named.decode("utf-8", "replace")))
    own = b"\n".join(sorted(b" ".join(field.split()) for field in _OWN_FIELDS.findall(head)))
    return Identity(_hash(own + b"\n\n" + body), "")


def hash_of_message_id(message_id: str) -> str:
    """A Message-ID as we keep it: it may hold an address, so only its hash stays."""
    bare = message_id.strip().strip("<>").strip()
    return _hash(bare.encode("utf-8", "replace")) if bare else ""


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
