"""The words of a person without what stands under them: closing formula, names, device lines, footers."""

import re

from .closings import before_closing
from .footers import before_footer, before_mark, is_device_line, without_banner, without_marked
from .lines import joined
from .sender_names import Writer, without_trailing_names


def words_without_ending(pieces: list[list[str]], writer: Writer, marked: list[str]) -> str:
    """The own words of a mail as one text. `marked`: lines that the HTML calls a signature."""
    kept: list[str] = []
    for index, piece in enumerate(pieces):
        lines = without_marked(without_banner(piece), marked)
        lines = _without_ending(lines, writer, edge=index in (0, len(pieces) - 1), goes_on=bool(kept))
        text = joined(lines)
        if text:
            kept.append(text)
    return "\n\n".join(kept)


def _without_ending(lines: list[str], writer: Writer, *, edge: bool, goes_on: bool) -> list[str]:
    """One piece without its ending. `edge`: first or last, where a name alone may sign; `goes_on`: there were
    words before it, so that it may be a signature as a whole."""
    lines = before_footer(before_mark(lines))
    lines = [line for line in lines if not is_device_line(line)]
    lines = before_closing(lines, writer, goes_on=goes_on)
    lines = without_trailing_names(lines, writer, goes_on=goes_on) if edge else lines
    while lines and not re.search(r"[^\s_=*~—–-]", lines[-1]):
        lines = lines[:-1]
    return lines
