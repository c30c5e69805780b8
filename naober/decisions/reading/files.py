"""Text out of a file that a stranger made: in a child process with a memory and a time limit."""

from dataclasses import dataclass
from pathlib import Path

from naober.kit.child import Child, DiedError, TooSlowError

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


class FileReader(Child):
    """Reads files one after another in a child that is replaced when it dies or lags."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY):
        super().__init__(
            "naober.decisions.reading.extract", seconds=seconds, memory=memory, most=FILES_PER_CHILD
        )

    def read(self, path: Path) -> list[Part]:
        """The texts in this file. Raises Refusal when it can not or must not be read."""
        try:
            answer = self.ask({"path": str(path)})
        except DiedError as died:
            raise Refusal("too_heavy") from died
        except TooSlowError as slow:
            raise Refusal("too_slow") from slow
        if "error" in answer:
            raise Refusal(answer["error"])
        return [Part(**part) for part in answer["parts"]]


def read_file(path: Path) -> list[Part]:
    """The texts in one file, by a child of its own. Raises Refusal."""
    with FileReader() as reader:
        return reader.read(path)
