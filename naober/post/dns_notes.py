"""Looks up the notes of a mail domain: one small question at a time, to the name server of this machine."""

import secrets
import socket
import struct
from pathlib import Path

from naober.post.domain_advice import Notes

RESOLVERS = Path("/etc/resolv.conf")
TIMEOUT_SECONDS = 5.0
TEXT, ON_THE_NET = 16, 1
# What providers call their keys; the DNS can not be asked for all of them.
SELECTORS = (
    "selector1",
    "selector2",
    "google",
    "mail",
    "default",
    "dkim",
    "s1",
    "k1",
    "transip1",
    "protonmail",
)


class NoAnswerError(OSError):
    """The name server did not answer, or not in a way that can be read."""


def notes_of(
    domain: str, selectors: tuple[str, ...] = SELECTORS, server: tuple[str, int] | None = None
) -> Notes:
    """Everything that the DNS says about mail of `domain`. Raises NoAnswerError."""
    place = server or (first_server(), 53)
    found = {name: texts_at(f"{name}._domainkey.{domain}", place) for name in selectors}
    return Notes(
        domain=domain,
        at_domain=tuple(texts_at(domain, place)),
        at_dmarc=tuple(texts_at(f"_dmarc.{domain}", place)),
        at_selectors={name: texts for name, texts in found.items() if texts},
    )


def first_server() -> str:
    """The name server that this machine uses. Raises NoAnswerError when it names none."""
    lines = RESOLVERS.read_text("utf-8").split("\n") if RESOLVERS.exists() else []
    words = [line.split() for line in lines]
    found = next((word[1] for word in words if word[:1] == ["nameserver"] and len(word) > 1), "")
    if not found:
        raise NoAnswerError("no name server")
    return found


def texts_at(name: str, server: tuple[str, int]) -> list[str]:
    """The TXT notes at a name; none when there are none. Raises NoAnswerError."""
    number = secrets.token_bytes(2)
    labels = b"".join(bytes([len(label)]) + label for label in name.encode("idna").split(b"."))
    # One question, and room for an answer of 4096 bytes.
    question = number + struct.pack(">5H", 0x0100, 1, 0, 0, 1) + labels + b"\0"
    question += struct.pack(">2H", TEXT, ON_THE_NET) + b"\0" + struct.pack(">HHIH", 41, 4096, 0, 0)
    family = socket.AF_INET6 if ":" in server[0] else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as line:
        line.settimeout(TIMEOUT_SECONDS)
        try:
            line.connect(server)
            line.send(question)
            answer = line.recv(4096)
        except OSError as error:
            raise NoAnswerError(str(error)) from error
    if answer[:2] != number:
        raise NoAnswerError("an answer to another question")
    try:
        return _texts_in(answer)
    except (IndexError, struct.error) as error:
        raise NoAnswerError("an answer that can not be read") from error


def _texts_in(answer: bytes) -> list[str]:
    questions, answers = struct.unpack(">2H", answer[4:8])
    at = 12
    for _ in range(questions):
        at = _after_name(answer, at) + 4
    found = []
    for _ in range(answers):
        at = _after_name(answer, at)
        kind, _, _, length = struct.unpack(">HHIH", answer[at : at + 10])
        at += 10
        if kind == TEXT:
            found.append(_joined(answer[at : at + length]))
        at += length
    return found


def _after_name(answer: bytes, at: int) -> int:
    while answer[at]:
        if answer[at] >= 0xC0:  # the rest of the name stands elsewhere
            return at + 2
        at += answer[at] + 1
    return at + 1


def _joined(data: bytes) -> str:
    """A long note comes in pieces of at most 255 bytes."""
    pieces, at = [], 0
    while at < len(data):
        pieces.append(data[at + 1 : at + 1 + data[at]])
        at += data[at] + 1
    return b"".join(pieces).decode("utf-8", "replace")
