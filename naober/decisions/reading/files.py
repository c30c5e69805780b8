"""Text out of a file that a stranger made: in a child process with a memory and a time limit."""

import json
import resource
import select
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

MEMORY = 512 * 1024 * 1024
SECONDS = 25.0
FILES_PER_CHILD = 200

MESSAGES = {
    "not_found": "Dit bestand is er niet.",
    "unreadable": "Dit bestand is niet te openen.",
    "empty": "Dit bestand is leeg.",
    "no_text": "In dit bestand staat geen tekst. Het lijkt een scan of foto; vraag om een bestand met tekst.",
    "encrypted": "Dit bestand is beveiligd met een wachtwoord. Stuur het zonder wachtwoord.",
    "damaged": "Dit bestand is beschadigd of niet compleet. Haal het opnieuw op.",
    "unknown_kind": "Dit soort bestand lezen wij niet. Stuur een pdf, Word-bestand, webpagina, mail of txt.",
    "source_error": "De bron gaf een foutmelding in plaats van stukken. Probeer het later nog eens.",
    "too_large": "Dit bestand is te groot om te lezen.",
    "bomb": "Dit bestand wordt bij het uitpakken veel te groot. Wij lezen het niet.",
    "too_heavy": "Dit bestand vraagt te veel geheugen. Wij lezen het niet.",
    "too_slow": "Dit bestand kost te veel tijd om te lezen. Wij lezen het niet.",
}


class Refusal(Exception):
    """A file that is not read: `code` is one of MESSAGES, `message` is Dutch and says what to do."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code if code in MESSAGES else "unreadable"
        self.message = MESSAGES[self.code]


@dataclass(frozen=True)
class Part:
    """One readable text of a file; a mail has several."""

    name: str
    text: str


class FileReader:
    """Reads files one after another in a child that is replaced when it dies or lags."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY):
        self.seconds, self.memory = seconds, memory
        self._child: subprocess.Popen | None = None
        self._served = 0

    def __enter__(self) -> "FileReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, path: Path) -> list[Part]:
        """The texts in this file. Raises Refusal when it can not or must not be read."""
        answer = self._ask(path)
        if "error" in answer:
            raise Refusal(answer["error"])
        return [Part(**part) for part in answer["parts"]]

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child:
            self._child.kill()
            with self._child:  # closes its pipes and waits for its end
                pass
            self._child = None

    def _ask(self, path: Path) -> dict:
        if self._served >= FILES_PER_CHILD:
            self.close()
        child = self._child or self._start()
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the reading child was started without pipes")
        self._served += 1
        try:
            child.stdin.write(json.dumps({"path": str(path)}).encode() + b"\n")
            child.stdin.flush()
        except BrokenPipeError:
            self.close()
            return {"error": "too_heavy"}
        ready, _, _ = select.select([child.stdout], [], [], self.seconds)
        line = child.stdout.readline() if ready else b""
        if not line.endswith(b"\n"):
            self.close()
            return {"error": "too_heavy" if ready else "too_slow"}
        return json.loads(line)

    def _start(self) -> subprocess.Popen:
        self._served = 0
        memory = self.memory
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-m", "naober.decisions.reading.extract"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),  # noqa: PLW1509
        )
        return self._child


def read_file(path: Path) -> list[Part]:
    """The texts in one file, by a child of its own. Raises Refusal."""
    with FileReader() as reader:
        return reader.read(path)
