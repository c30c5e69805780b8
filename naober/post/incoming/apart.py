"""Reads mails in a child process: a mail can be a bomb, and then only the child dies.

The child knows no Django and no database. It may use 512 MB and 20 seconds a mail, and begins afresh after a
number of mails, so that what one mail leaves behind is gone.
"""

import json
import os
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from naober.post.incoming.mail import Mail, mail_from

SECONDS = 20.0
MAILS_PER_CHILD = 200
ROOT = Path(__file__).resolve().parents[3]


class UnreadableError(Exception):
    """The mail could not be read within its limits; the message says in Dutch what a person can do."""


class Reader:
    """A child that reads one mail after the other; made when the first comes."""

    def __init__(self, context: Mapping[str, Any], *, seconds: float = SECONDS) -> None:
        self._context = dict(context)
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._read = 0

    def read(self, content: bytes) -> Mail:
        """The mail in these bytes. Raises UnreadableError; the next mail is read all the same."""
        child = self._ready_child()
        self._read += 1
        try:
            told = json.loads(self._ask(child, content))
            return mail_from(told)
        except (OSError, EOFError, TimeoutError, ValueError, KeyError, TypeError, AttributeError) as error:
            self.close()
            raise UnreadableError("Deze mail kunnen wij niet veilig lezen.") from error

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self._child:
            self._child.kill()
            self._child.wait()
            for stream in (self._child.stdin, self._child.stdout):
                if stream:
                    stream.close()
        self._child = None
        self._read = 0

    def _ready_child(self) -> "subprocess.Popen[bytes]":
        if self._child and (self._child.poll() is not None or self._read >= MAILS_PER_CHILD):
            self.close()
        if not self._child:
            self._child = subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, "-m", "naober.post.incoming.child", json.dumps(self._context)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                env={"PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8"},
                bufsize=0,
            )
        return self._child

    def _ask(self, child: "subprocess.Popen[bytes]", content: bytes) -> bytes:
        """Send the mail and wait for the one line that answers, no longer than the limit."""
        deadline = time.monotonic() + self._seconds
        if not child.stdin or not child.stdout:
            raise EOFError
        _write_all(child.stdin.fileno(), struct.pack(">Q", len(content)) + content, deadline)
        return _read_line(child.stdout.fileno(), deadline)


def _write_all(number: int, content: bytes, deadline: float) -> None:
    os.set_blocking(number, False)
    view = memoryview(content)
    while view:
        _wait(number, selectors.EVENT_WRITE, deadline)
        view = view[os.write(number, view) :]


def _read_line(number: int, deadline: float) -> bytes:
    pieces = bytearray()
    while not pieces.endswith(b"\n"):
        _wait(number, selectors.EVENT_READ, deadline)
        piece = os.read(number, 65536)
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)


def _wait(number: int, event: int, deadline: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(number, event)
        if not selector.select(max(deadline - time.monotonic(), 0)):
            raise TimeoutError
