"""A program of ours that answers lines of JSON, apart from us: what breaks it breaks nothing else.

It may use so much memory and time for a question, is replaced when it dies or lags, and begins afresh after
a number of questions. Knows no Django, since readers of texts use it.
"""

import json
import resource
import select
import subprocess
import sys
from types import TracebackType
from typing import Self


class DiedError(Exception):
    """The child ended without an answer: mostly for want of memory."""


class TooSlowError(Exception):
    """The child gave no answer in time; it was ended."""


class Child:
    """The program `module`, started with the first question. `greeting` is told to it first, each time
    it starts; `memory` is in bytes, `seconds` for one question, `most` questions before it begins afresh."""

    def __init__(
        self, module: str, *, seconds: float, memory: int, most: int, greeting: dict | None = None
    ) -> None:
        self.module, self.seconds, self.memory, self.most = module, seconds, memory, most
        self.greeting = greeting
        self._program: subprocess.Popen | None = None
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: dict) -> dict:
        """Its answer. Raises DiedError or TooSlowError; the next question goes to a new one."""
        if self._asked >= self.most:
            self.close()
        program = self._program or self._start()
        if program.stdin is None or program.stdout is None:
            raise RuntimeError("the child was started without pipes")
        self._asked += 1
        try:
            program.stdin.write(json.dumps(question).encode() + b"\n")
            program.stdin.flush()
        except BrokenPipeError as broke:
            self.close()
            raise DiedError from broke
        ready, _, _ = select.select([program.stdout], [], [], self.seconds)
        line = program.stdout.readline() if ready else b""
        if line.endswith(b"\n"):
            answer: dict = json.loads(line)
            return answer
        self.close()
        raise DiedError if ready else TooSlowError

    def close(self) -> None:
        """End it, if there is one."""
        if self._program:
            self._program.kill()
            with self._program:  # closes its pipes and waits for its end
                pass
            self._program = None

    def _start(self) -> subprocess.Popen:
        self._asked = 0
        memory = self.memory
        self._program = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-m", self.module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),  # noqa: PLW1509
        )
        if self.greeting is not None and self._program.stdin:
            self._program.stdin.write(json.dumps(self.greeting).encode() + b"\n")
        return self._program
