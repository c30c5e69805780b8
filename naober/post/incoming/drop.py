"""A folder in which another program, or a person, puts mails as files."""

import time
from datetime import datetime
from pathlib import Path

from django.conf import settings

from naober.post.incoming import door

# A file that is still being written changes; one that did not for this long is whole.
SETTLED_SECONDS = 2
AT_ONCE = 50


def folder() -> Path:
    """Where mails can be put; made when it is not there."""
    path = Path(settings.NAOBER_DROP)
    path.mkdir(parents=True, exist_ok=True)
    return path


def look(now: datetime) -> None:
    """Take in what is there; a job."""
    take_in_dropped()


def take_in_dropped() -> int:
    """Take in the files that are whole, the oldest first; the number taken in. Names that begin with a dot or
    end in `.tmp` are not ready yet. What is too large stays where it is."""
    taken = 0
    for path in _settled()[:AT_ONCE]:
        if path.stat().st_size <= door.MOST_BYTES:
            door.take_in(path.read_bytes(), remove=path.unlink)
            taken += 1
    return taken


def left_behind() -> int:
    """How many files are too large to take in, so that a person must look."""
    return sum(path.stat().st_size > door.MOST_BYTES for path in _settled())


def _settled() -> list[Path]:
    before = time.time() - SETTLED_SECONDS
    names = [path for path in folder().iterdir() if path.is_file() and is_ready(path.name)]
    return sorted(path for path in names if path.stat().st_mtime <= before)


def is_ready(name: str) -> bool:
    """Whether the name says that the file is meant to be taken in."""
    return not name.startswith(".") and not name.endswith(".tmp")
