"""The words of this person, apart from what the mail quotes."""

from dataclasses import dataclass, field

from .lines import Line, as_written
from .openers import Opener, next_opener


@dataclass
class OwnWords:
    """What stands outside quotes, in the pieces between them, and what was quoted."""

    pieces: list[list[str]] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)


def own_words(lines: list[Line], opener: Opener | None, *, answering: bool) -> OwnWords:
    """Tell the words of the writer from the quotes. `opener`: the first announcement in these lines;
    `answering`: the headers say that this is a reply, so
    marked lines are quotes even where nothing announces them."""
    words = OwnWords()
    piece: list[str] = []
    marks_quote = answering or opener is not None
    at = 0
    while at < len(lines):
        line = lines[at]
        if opener and at == opener.start:
            words.writers.append(opener.author)
            piece = _end_piece(words, piece)
            at = _after_quote(lines, opener, words)
            opener = next_opener(lines, at)
        elif marks_quote and (line.depth or _lost_its_mark(lines, at)):
            piece = _end_piece(words, piece)
            words.quoted.append(line.text)
            at += 1
        else:
            piece.append(as_written(line))
            at += 1
    _end_piece(words, piece)
    return words


def _lost_its_mark(lines: list[Line], at: int) -> bool:
    """Whether a line is the broken-off rest of the quoted line above: old programs break and do not mark."""
    if not 0 < at < len(lines) - 1 or lines[at].empty:
        return False
    above, line, below = lines[at - 1 : at + 2]
    between = above.depth > 0 and below.depth > 0 and not above.empty
    return between and len(above.text) > 55 and len(line.text) < 40 and line.text[:1].islower()


def _end_piece(words: OwnWords, piece: list[str]) -> list[str]:
    if any(line.strip() for line in piece):
        words.pieces.append(piece)
    return []


def _after_quote(lines: list[Line], opener: Opener, words: OwnWords) -> int:
    """The line behind what this announcement announces: its marked lines, or all that follows."""
    at = opener.end
    while at < len(lines) and lines[at].empty:
        at += 1
    if opener.depth or (at < len(lines) and lines[at].depth > opener.depth):
        return at
    words.quoted += [line.text for line in lines[at:]]
    return len(lines)
