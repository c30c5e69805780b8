"""The header block of a mail: names, values, encoded words, parameters. Every step is linear in its input."""

import binascii
import re
from dataclasses import dataclass

from .charsets import decode_bytes, decode_known

Field = tuple[str, bytes]

_FOLD = re.compile(rb"\r?\n(?=[ \t])")
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*)", re.DOTALL)
_ENCODED = re.compile(rb"=\?([!->@-~]{1,60})\?([bBqQ])\?([^?\r\n]*)\?=")
_PARAMETER = re.compile(rb';\s*([!#-\'*-.0-9A-Z^-~]{1,60})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_CONTINUED = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_BREAKS = re.compile(r"[\r\n\u2028\u2029\x0b\x0c\x85]+")
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True)
class Headers:
    """The fields of one header block, in their order, names in lower case."""

    fields: tuple[Field, ...] = ()

    def raw(self, name: str) -> bytes:
        """The first field of this name, unfolded; empty when there is none."""
        return next((value for key, value in self.fields if key == name), b"")

    def all_raw(self, name: str) -> list[bytes]:
        """Every field of this name, from top to bottom."""
        return [value for key, value in self.fields if key == name]

    def has(self, name: str) -> bool:
        """Whether there is a field of this name."""
        return any(key == name for key, _ in self.fields)

    def text(self, name: str) -> str:
        """The first field of this name as readable text on one line."""
        return one_line(decode_words(self.raw(name)))

    def all_text(self, name: str) -> list[str]:
        """Every field of this name as readable text."""
        return [one_line(decode_words(value)) for value in self.all_raw(name)]


def parse_headers(block: bytes) -> Headers:
    """The fields of a header block. A line that is no field is left out."""
    fields = []
    for line in re.split(rb"\r?\n", _FOLD.sub(b"", block)):
        match = _FIELD.fullmatch(line)
        if match:
            fields.append((match[1].decode("ascii").lower(), match[2].strip(b" \t\r\n")))
    return Headers(tuple(fields))


def decode_words(value: bytes) -> str:
    """RFC 2047: encoded words as text. Neighbours are joined as bytes: a letter may be cut in two."""
    out: list[str] = []
    held: tuple[str, list[bytes]] | None = None
    at = 0
    for match in _ENCODED.finditer(value):
        between = value[at : match.start()]
        charset = match[1].partition(b"*")[0].decode("ascii").lower()
        data = _word_bytes(match[2], match[3])
        at = match.end()
        if held and not between.strip() and held[0] == charset:
            held[1].append(data)
            continue
        if held:
            out.append(decode_known(b"".join(held[1]), held[0]))
        if between.strip() or not held:
            out.append(decode_bytes(between))
        held = (charset, [data])
    if held:
        out.append(decode_known(b"".join(held[1]), held[0]))
    out.append(decode_bytes(value[at:]))
    return "".join(out)


def _word_bytes(encoding: bytes, text: bytes) -> bytes:
    if encoding in b"qQ":
        return binascii.a2b_qp(text.replace(b"_", b" "))
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", text)
    return binascii.a2b_base64(clean[: len(clean) - (len(clean) % 4 == 1)] + b"=" * (-len(clean) % 4))


def one_line(text: str) -> str:
    """Text without line breaks, control and direction characters, white space collapsed."""
    return re.sub(r"\s+", " ", _CONTROL.sub("", _BREAKS.sub(" ", text))).strip()


def has_hidden_break(value: bytes) -> bool:
    """Whether a break hides in an encoded word or as a bare return: a header that wants to become two."""
    if b"\r" in value:
        return True
    words = [_word_bytes(match[2], match[3]) for match in _ENCODED.finditer(value)]
    return any(mark in word for word in words for mark in (b"\r", b"\n"))


def value_and_parameters(value: bytes) -> tuple[str, dict[str, str]]:
    """`text/plain; charset=x` taken apart, with RFC 2231 pieces joined; names in lower case."""
    head = value.partition(b";")[0].strip().decode("ascii", "replace").lower()
    pieces: dict[str, dict[int, tuple[bool, bytes]]] = {}
    for match in _PARAMETER.finditer(value):
        name = _CONTINUED.fullmatch(match[1].decode("ascii").lower())
        if name:
            number = int(name[2]) if name[2] else 0
            pieces.setdefault(name[1], {}).setdefault(number, (bool(name[3]), _unquoted(match[2])))
    return head, {name: _joined(parts) for name, parts in pieces.items()}


def _unquoted(raw: bytes) -> bytes:
    raw = raw.strip()
    if raw.startswith(b'"'):
        raw = raw[1:-1] if raw.endswith(b'"') and len(raw) > 1 else raw[1:]
        # A real escape is only before a quote or a backslash; "..\folder" is a name.
        return re.sub(rb'\\(["\\])', rb"\1", raw)
    return raw


def _joined(parts: dict[int, tuple[bool, bytes]]) -> str:
    ordered = [parts[number] for number in sorted(parts)]
    if not any(extended for extended, _ in ordered):
        return decode_words(b"".join(raw for _, raw in ordered))
    charset = ""
    data = b""
    for index, (extended, raw) in enumerate(ordered):
        if extended and index == 0 and raw.count(b"'") >= 2:
            declared, _, raw = raw.split(b"'", 2)
            charset = declared.decode("ascii", "replace").lower()
        data += _percent(raw) if extended else raw
    return decode_known(data, charset or "utf-8")


def _percent(raw: bytes) -> bytes:
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), raw)
