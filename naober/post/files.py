"""Files by checksum, below the data folder. Written whole and flushed, or not at all."""

import hashlib
import os
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from naober.kit import dates, failpoints
from naober.post.models import StoredFile

BEFORE_WRITE = failpoints.point("files.before_write")
HALF_WRITTEN = failpoints.point("files.half_written")
NOT_NAMED = failpoints.point("files.not_named")
NAMED = failpoints.point("files.named")
HALF = ".half"


def path_of(stored: StoredFile) -> Path:
    """Where the bytes of a stored file are."""
    return Path(settings.NAOBER_FILES) / stored.kind / stored.sha256[:2] / stored.sha256


def store(content: bytes, kind: StoredFile.Kind) -> StoredFile:
    """Keep `content` and give its row; the same content is kept once.

    The bytes are on disk before the row is: a row without bytes can not be, bytes without a row may.
    Raises OSError when the disk does not take them.
    """
    checksum = hashlib.sha256(content).hexdigest()
    stored = StoredFile(kind=kind, sha256=checksum, size=len(content), stored_at=dates.now())
    _write(path_of(stored), content)
    row, _ = StoredFile.objects.get_or_create(
        kind=kind, sha256=checksum, defaults={"size": stored.size, "stored_at": stored.stored_at}
    )
    if row.erased_at:  # its bytes are here again, so its clock starts again
        row.erased_at, row.stored_at = None, stored.stored_at
        row.save(update_fields=["erased_at", "stored_at"])
    return row


def _write(path: Path, content: bytes) -> None:
    if path.exists():
        return
    BEFORE_WRITE()
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{uuid4().hex}{HALF}")  # two threads may store the same at once
    try:
        with half.open("wb") as file:
            file.write(content)
            HALF_WRITTEN()
            file.flush()
            os.fsync(file.fileno())
    except OSError:  # the disk is full: what is half there only takes the room that is left
        half.unlink(missing_ok=True)
        raise
    NOT_NAMED()
    half.replace(path)
    NAMED()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # else a power cut may forget the name
    finally:
        os.close(folder)
