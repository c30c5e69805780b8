"""Addresses out of header fields and out of lines of text."""

import re

from .charsets import decode_bytes
from .headers import Headers, decode_words, one_line

ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}")
_ENCODED_WORD = re.compile(rb"=\?[^?\s]{1,60}\?[bBqQ]\?[^?\r\n]*\?=")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.){0,300}"')
_COMMENT = re.compile(r"\([^()]*\)")


def addresses_in(headers: Headers, *names: str) -> list[str]:
    """Every address in these fields, in lower case, in their order."""
    found = []
    for name in names:
        for raw in headers.all_raw(name):
            # What is encoded is a name; an address in it counts only where there is no other.
            bare = _ENCODED_WORD.sub(b" ", raw)
            found += _addresses(decode_bytes(bare)) or _addresses(decode_words(raw))
    return found


def first_address(headers: Headers, name: str) -> str:
    """The first address of a field, in lower case; empty when there is none."""
    return next(iter(addresses_in(headers, name)), "")


def _addresses(text: str) -> list[str]:
    # An address in a display name ("jan@x" <piet@y>) is bait, so names go first where there is a bracket.
    text = _COMMENT.sub(" ", _QUOTED.sub(_keep_local_part, one_line(text)))
    bracketed = re.findall(r"<\s*([^<>\s]{1,320})\s*>", text)
    good = [address for raw in bracketed for address in ADDRESS.findall(raw)]
    return [address.strip(".'").lower() for address in good or ADDRESS.findall(text)]


def _keep_local_part(match: re.Match[str]) -> str:
    """A quoted string is a name, unless it is the local part of an address ("a b"@example.org)."""
    follows = match.string[match.end() : match.end() + 1]
    return match[0].strip('"').replace(" ", "") if follows == "@" else " "


def display_name(headers: Headers, name: str) -> str:
    """The name beside the first address of a field; empty when there is none."""
    text = headers.text(name)
    before, bracket, _ = text.partition("<")
    if bracket:
        return before.strip().strip("\"'").strip()
    comment = re.search(r"\(([^()]+)\)", text)
    return comment[1].strip() if comment else ""


def address_in_line(line: str) -> str:
    """The address that a line names its writer by: after "namens" the one on whose behalf it was sent."""
    line = re.split(r"\b(?:namens|on behalf of|im Auftrag von)\b", line, flags=re.IGNORECASE)[-1]
    found = ADDRESS.search(re.sub(r"mailto:", " ", line, flags=re.IGNORECASE))
    return found[0].strip(".'").lower() if found else ""
