"""A forwarded mail: what the sender adds, what the author wrote, and who the author is."""

from dataclasses import dataclass

from .lines import Line, as_written, unquoted
from .openers import Opener, next_opener
from .quotes import own_words
from .sender_names import Writer
from .signatures import words_without_ending
from .subjects import forwards as subject_forwards

MAX_LAYERS = 12


@dataclass(frozen=True)
class Forward:
    """What a forwarded mail holds: the pieces the sender wrote around it, the author's words, the author."""

    pieces: list[list[str]]
    text: str
    author: str
    writers: tuple[str, ...]


def read_forward(lines: list[Line], opener: Opener | None) -> Forward | None:
    """The innermost forwarded message in these lines, of which `opener` is the first announcement; None when
    nothing is forwarded in them."""
    if opener is None:
        return _marked_alone(lines)
    content, after = _content(lines, opener)
    pieces = [[as_written(line) for line in lines[: opener.start]], after]
    writers = [opener.author]
    inner = next_opener(content)
    while inner is not None and len(writers) < MAX_LAYERS and _descends(opener, inner):
        content, _below = _content(content, inner)
        opener = inner
        writers.append(inner.author)
        inner = next_opener(content)
    author = opener.author or next((name for name in reversed(writers) if name), "")
    words = own_words(content, inner, answering=True)
    text = words_without_ending(words.pieces, Writer(opener.who, author), [])
    return Forward(pieces, text, author, tuple(writers))


def _descends(outer: Opener, inner: Opener) -> bool:
    """Whether the inner message was forwarded by the writer of the outer one, and not quoted in an answer."""
    if inner.forwards:
        return True
    if outer.subject is None:
        return False
    return inner.block and subject_forwards(outer.subject)


def _content(lines: list[Line], opener: Opener) -> tuple[list[Line], list[str]]:
    """The forwarded lines behind an announcement, and the sender's words below them."""
    rest = lines[opener.end :]
    first = next((line for line in rest if not line.empty), None)
    depth = max(opener.depth, first.depth if first else 0)
    if not depth:
        return rest, []
    last = max((index for index, line in enumerate(rest) if line.depth >= depth), default=-1)
    below = [line.text for line in rest[last + 1 :]]
    return unquoted([line for line in rest[: last + 1] if line.depth >= depth or line.empty], depth), below


def _marked_alone(lines: list[Line]) -> Forward | None:
    """A forward without an announcement: everything that is marked as a quote."""
    marked = [line for line in lines if line.depth]
    if not marked:
        return None
    inner = unquoted(marked, 1)
    words = own_words(inner, next_opener(inner), answering=True)
    pieces = [[line.text for line in lines if not line.depth]]
    return Forward(pieces, words_without_ending(words.pieces, Writer(), []), "", ())
