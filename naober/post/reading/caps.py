"""The caps on the raw bytes, tried before anything is taken apart: a small mail can be a bomb.

Why: the parser of the standard library grew to 2.4 GB on one subject of 224 KB, and stops on 3,000 nested
parts. A mail over a cap is not refused: it is kept, and a human looks at it.
"""

import re

from .context import Limits

_BLANK = re.compile(rb"\r?\n\r?\n")
_BOUNDARY = re.compile(rb"boundary\*?0?\*?\s*=\s*(?:\"([^\"\r\n]{1,200})|([^\s;\"]{1,200}))", re.IGNORECASE)
_MESSAGE = re.compile(rb"(?im)^content-type:\s*message/(?:rfc822|global)\b")


def over_cap(data: bytes, limits: Limits) -> str | None:
    """Which cap this mail is over: `size`, `header_block`, `parts` or `depth`; None when it is over none."""
    if len(data) > limits.bytes:
        return "size"
    if len(header_block(data)) > limits.header_block_bytes:
        return "header_block"
    return _over_in_structure(data, limits)


def header_block(data: bytes) -> bytes:
    """The bytes up to the first empty line."""
    if data.startswith((b"\r\n", b"\n")):
        return b""
    blank = _BLANK.search(data)
    return data[: blank.start()] if blank else data


def _over_in_structure(data: bytes, limits: Limits) -> str | None:
    """Count the delimiters and how deep they lie in each other, on the lines alone."""
    declared = {(quoted or bare).rstrip() for quoted, bare in _BOUNDARY.findall(data)}
    open_boundaries: list[bytes] = []
    parts = 0
    # A mail in a mail opens no boundary, so those count for depth by themselves.
    if len(_MESSAGE.findall(data)) > limits.parts:
        return "parts"
    for match in re.finditer(rb"(?m)^--([^\r\n]{1,210})", data):
        line = match[1].rstrip()
        closes = line.endswith(b"--") and line[:-2] in declared
        boundary = line[:-2] if closes else line
        if boundary not in declared:
            continue
        if boundary in open_boundaries:
            del open_boundaries[open_boundaries.index(boundary) + (0 if closes else 1) :]
        elif not closes:
            open_boundaries.append(boundary)
        parts += not closes
        if len(open_boundaries) > limits.nesting_depth:
            return "depth"
        if parts > limits.parts:
            return "parts"
    return None
