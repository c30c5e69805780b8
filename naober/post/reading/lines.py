"""A body as lines: line ends, stray characters, soft breaks of format=flowed, how deep a line is quoted."""

import re
from typing import NamedTuple

MAX_LINES = 4_000
MAX_LINE = 10_000
MAX_CHARACTERS = 400_000

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
# Stands before a `>` that is a letter and no mark of a quote (html_text.py).
NO_MARK = "\ue000"
_MARKS = re.compile(r"\s?(?:>|\|(?=\s?[|>]))")


class Line(NamedTuple):
    """One line of a body: its words, and how many marks of a quote stood before them."""

    text: str
    depth: int = 0

    @property
    def empty(self) -> bool:
        """Whether there are no words."""
        return not self.text.strip()


def clean_text(text: str) -> str:
    """Text with plain line feeds, without NUL, control, zero-width and direction characters."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return _INVISIBLE.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")


def lines_of(text: str, *, flowed: bool = False, drop_space: bool = False) -> list[Line]:
    """The lines of a cleaned text; a soft break of format=flowed joins two lines (RFC 3676)."""
    lines = [_line(raw[:MAX_LINE]) for raw in text[:MAX_CHARACTERS].split("\n")[:MAX_LINES]]
    return (
        _unflowed(lines, drop_space) if flowed else [Line(line.text.rstrip(), line.depth) for line in lines]
    )


def _line(raw: str) -> Line:
    depth, at = 0, 0
    while depth < 50 and (match := _MARKS.match(raw, at)):
        depth, at = depth + 1, match.end()
    text = raw[at:].removeprefix(" ") if depth else raw
    return Line(text.replace(NO_MARK, ""), depth)


def _unflowed(lines: list[Line], drop_space: bool) -> list[Line]:
    out: list[Line] = []
    soft = False
    for line in lines:
        text = line.text.removeprefix(" ") if not line.depth else line.text
        if soft and out and out[-1].depth == line.depth and text.rstrip() != "--":
            out[-1] = Line(out[-1].text + text, line.depth)
        else:
            out.append(Line(text, line.depth))
        # "-- " ends no line softly: it is the mark of a signature.
        soft = text.endswith(" ") and text != "-- "
        if soft and drop_space:
            out[-1] = Line(out[-1].text[:-1], line.depth)
    return [Line(line.text.rstrip(), line.depth) for line in out]


def unquoted(lines: list[Line], depth: int) -> list[Line]:
    """The lines with so many marks taken off."""
    return [Line(line.text, max(0, line.depth - depth)) for line in lines]


def as_written(line: Line) -> str:
    """The line with its marks, as its writer put it."""
    return ">" * line.depth + (" " if line.depth else "") + line.text


def joined(lines: list[str]) -> str:
    """Lines as one text: no space at line ends, at most one empty line in a row, none at the ends."""
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
