"""Reading mails in a child process with a memory and a time limit: no mail may take the product along."""

import json
import resource
import select
import subprocess
import sys
from pathlib import Path
from types import TracebackType

MEMORY = 512 * 1024 * 1024
SECONDS = 20.0
MAILS_PER_CHILD = 500

MESSAGES = {
    "not_found": "Dit bestand is er niet.",
    "unreadable": "Dit bestand is niet te openen.",
    "empty": "Dit bestand is leeg.",
    "bad_line": "Deze regel is geen JSON-object met een bestand.",
}
# What is left to say of a mail that broke its reader twice: a human looks, nothing is answered.
_UNREAD: dict[str, object] = {
    "kind": "quarantine", "from": "", "subject": "", "text": "", "forwarded_text": None, "author_hint": None,
    "answer": None, "reply_token": None, "attachments": [], "bounce": None, "may_auto_reply": False,
}  # fmt: skip


class Refusal(Exception):
    """A file that is no mail to read: `code` is one of MESSAGES, `message` is Dutch."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code if code in MESSAGES else "unreadable"
        self.message = MESSAGES[self.code]


class MailReader:
    """Reads mails one after another in a child that is replaced when it dies or lags."""

    def __init__(self, context: dict, seconds: float = SECONDS, memory: int = MEMORY):
        self.context, self.seconds, self.memory = context, seconds, memory
        self._child: subprocess.Popen | None = None
        self._served = 0

    def __enter__(self) -> "MailReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, path: Path) -> dict:
        """What was read of the mail in this file, as a row of the verb. A mail that breaks the reader is
        `quarantine`, with what its header says. Raises Refusal when there is no mail to read."""
        for header_only in (False, True):
            answer = self._ask({"path": str(path), "header_only": header_only})
            if answer is not None:
                if "error" in answer:
                    raise Refusal(answer["error"])
                return answer["mail"]
        return dict(_UNREAD)

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child:
            self._child.kill()
            with self._child:  # closes its pipes and waits for its end
                pass
            self._child = None

    def _ask(self, request: dict) -> dict | None:
        """The child's answer; None when it died or took too long, and it is gone then."""
        if self._served >= MAILS_PER_CHILD:
            self.close()
        child = self._child or self._start()
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the reading child was started without pipes")
        self._served += 1
        try:
            child.stdin.write(json.dumps(request).encode() + b"\n")
            child.stdin.flush()
        except BrokenPipeError:
            self.close()
            return None
        ready, _, _ = select.select([child.stdout], [], [], self.seconds)
        line = child.stdout.readline() if ready else b""
        if not line.endswith(b"\n"):
            self.close()
            return None
        return json.loads(line)

    def _start(self) -> subprocess.Popen:
        self._served = 0
        memory = self.memory
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-m", "naober.post.reading.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),  # noqa: PLW1509
        )
        if self._child.stdin is None:
            raise RuntimeError("the reading child was started without pipes")
        self._child.stdin.write(json.dumps(self.context).encode() + b"\n")
        return self._child
