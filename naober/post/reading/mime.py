"""A mail taken apart into its parts: headers, bodies, parts in parts. The caps (caps.py) are tried first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .caps import header_block
from .coding import undo_coding
from .context import Limits
from .headers import Headers, parse_headers, value_and_parameters

_PLAIN_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")


class TooMuch(Exception):
    """The structure is over a cap; the message says which."""


@dataclass
class Part:
    """One part: a leaf with a body, or a holder of other parts."""

    headers: Headers
    body: bytes
    content_type: str
    parameters: dict[str, str]
    children: list["Part"] = field(default_factory=list)
    boundary_missing: bool = False

    @property
    def disposition(self) -> str:
        """`inline`, `attachment` or empty."""
        return value_and_parameters(self.headers.raw("content-disposition"))[0]

    @property
    def file_name(self) -> str:
        """The name the sender gave, as it was sent; empty when there is none."""
        parameters = value_and_parameters(self.headers.raw("content-disposition"))[1]
        return parameters.get("filename") or self.parameters.get("name") or ""

    @property
    def content_id(self) -> str:
        """The Content-ID without its brackets."""
        return self.headers.text("content-id").strip("<> ")

    def walk(self) -> Iterator["Part"]:
        """This part and all below it, but not what lies inside an attached mail."""
        yield self
        if not self.content_type.startswith("message/"):
            for child in self.children:
                yield from child.walk()


def split_mail(data: bytes, limits: Limits) -> Part:
    """The mail as a tree of parts. Raises TooMuch when it has too many parts or too deep ones."""
    return _Splitter(limits).part(_with_line_feeds(data), "text/plain", 0)


def _with_line_feeds(data: bytes) -> bytes:
    """Mail of which every line ends in a bare return, made readable."""
    return data if b"\n" in data else data.replace(b"\r", b"\n")


class _Splitter:
    def __init__(self, limits: Limits):
        self.limits = limits
        self.count = 0

    def part(self, data: bytes, default_type: str, depth: int) -> Part:
        self.count += 1
        if depth > self.limits.nesting_depth:
            raise TooMuch("depth")
        if self.count > self.limits.parts + 1:
            raise TooMuch("parts")
        block = header_block(data)
        if len(block) > self.limits.header_block_bytes:
            raise TooMuch("header_block")
        headers = parse_headers(block)
        body = re.sub(rb"\A\r?\n\r?\n|\A\r?\n", b"", data[len(block) :], count=1)
        content_type, parameters = value_and_parameters(headers.raw("content-type"))
        if not _PLAIN_TYPE.fullmatch(content_type):
            content_type = default_type
        part = Part(headers, body, content_type, parameters)
        if content_type.startswith("multipart/"):
            self._split_multipart(part, depth)
        elif content_type in ("message/rfc822", "message/global"):
            part.children = [self.part(_without_coding(part), "text/plain", depth + 1)]
        return part

    def _split_multipart(self, part: Part, depth: int) -> None:
        pieces = pieces_between(part.body, part.parameters.get("boundary", ""))
        if pieces is None:
            part.boundary_missing = True
            return
        inner = "message/rfc822" if part.content_type == "multipart/digest" else "text/plain"
        part.children = [self.part(piece, inner, depth + 1) for piece in pieces]


def pieces_between(body: bytes, boundary: str) -> list[bytes] | None:
    """The bytes between the delimiters; None when the declared boundary never occurs."""
    if not boundary.strip():
        return None
    mark = re.escape(boundary.rstrip().encode("utf-8", "replace"))
    delimiters = list(re.finditer(rb"(?m)^--" + mark + rb"(--)?[ \t]*\r?$\n?", body))
    if not delimiters:
        return None
    pieces = []
    for index, delimiter in enumerate(delimiters):
        if delimiter[1]:
            break
        end = delimiters[index + 1].start() if index + 1 < len(delimiters) else len(body)
        # The line break before a delimiter belongs to the delimiter.
        pieces.append(body[delimiter.end() : end].removesuffix(b"\n").removesuffix(b"\r"))
    return pieces


def _without_coding(part: Part) -> bytes:
    """An attached mail is sent as it is; some programs encode it all the same."""
    if part.headers.text("content-transfer-encoding").lower() not in ("base64", "quoted-printable"):
        return part.body
    return decoded_body(part)


def decoded_body(part: Part) -> bytes:
    """The bytes of a leaf with its transfer coding undone, faults forgiven."""
    return undo_coding(part.body, part.headers.text("content-transfer-encoding"))
