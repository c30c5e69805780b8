"""Reading a text that a stranger made: in a child process, so that no text holds up the pages of others."""

import multiprocessing
import resource
from collections.abc import Callable
from datetime import date
from multiprocessing.connection import Connection

from naober.language.places import Gazetteer

from .document import ReadDocument
from .files import Part, Refusal
from .verb import read_parts

SECONDS = 6.0
MEMORY = 2 * 1024 * 1024 * 1024


def read_apart(
    parts: list[Part],
    gazetteer: Gazetteer,
    *,
    municipality: str | None,
    today: date | None,
    seconds: float = SECONDS,
) -> ReadDocument:
    """`read_parts` in a child of its own. Raises Refusal when it takes too long or too much memory, or
    breaks; what broke stands in the log."""

    def read() -> ReadDocument:
        return read_parts(parts, gazetteer, municipality=municipality, today=today)

    ours, theirs = multiprocessing.Pipe(duplex=False)
    # A fork has the names of all places already; nothing need be sent to it.
    child = multiprocessing.get_context("fork").Process(target=_answer, args=(theirs, read), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise Refusal("too_slow")
        answer = ours.recv()
    except EOFError as broke:
        raise Refusal("unreadable") from broke
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(answer, ReadDocument):
        return answer
    raise Refusal("too_heavy")


def _answer(theirs: Connection, read: Callable[[], ReadDocument]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        theirs.send(read())
    except (MemoryError, RecursionError):
        theirs.send(None)
