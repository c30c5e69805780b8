"""Rows of cells out of a pasted table or a file of a stranger; a workbook is read by a child with limits."""

import csv
import io
import json
import re
import resource
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

MOST_BYTES = 5_000_000
MOST_UNPACKED = 60_000_000
MOST_RATIO = 200
MOST_ROWS = 2_000
MOST_COLUMNS = 60
MOST_IN_CELL = 1_000
MEMORY = 512 * 1024 * 1024
SECONDS = 20
OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")

MESSAGES = {
    "empty": "Hierin staat niets. Kopieer de hele tabel, met de kopjes erboven.",
    "too_large": "Dit bestand is te groot. Neem alleen het blad met de besturen.",
    "bomb": "Dit bestand wordt bij het uitpakken veel te groot. Wij lezen het niet.",
    "too_many": f"Hierin staan meer dan {MOST_ROWS} regels. Neem alleen het blad met de besturen.",
    "old_excel": "Dit is een Excel-bestand van vroeger (.xls). Open het in Excel, kies Opslaan als, en kies "
    "Excel-werkmap (.xlsx). Of kopieer de tabel en plak hem hier.",
    "macros": "In dit bestand zitten macro's (.xlsm). Die openen wij niet. Kies in Excel Opslaan als, "
    "Excel-werkmap (.xlsx). Of kopieer de tabel en plak hem hier.",
    "password": "Dit bestand is beveiligd met een wachtwoord. Kopieer de tabel en plak hem hier.",
    "unknown_kind": "Dit soort bestand lezen wij niet. Neem Excel (.xlsx) of csv, of plak de tabel hier.",
    "damaged": "Dit bestand is beschadigd of niet compleet. Kopieer de tabel en plak hem hier.",
    "too_heavy": "Dit bestand is te zwaar om te lezen. Kopieer de tabel en plak hem hier.",
}
Rows = list[list[str]]


class Refusal(Exception):
    """What came can not be read: `code` is one of MESSAGES, `message` is Dutch and says what to do."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code if code in MESSAGES else "damaged"
        self.message = MESSAGES[self.code]


def rows_of(path: Path) -> Rows:
    """The rows of a stored file or paste, whatever it is by its content. Raises Refusal."""
    content = path.read_bytes()
    if len(content) > MOST_BYTES:
        raise Refusal("too_large")
    if content.startswith(OLD_EXCEL):
        raise Refusal("password" if b"E\0n\0c\0r\0y\0p\0t" in content else "old_excel")
    if content.startswith(b"PK"):
        _look_into(path)
        return tidy(_by_child(path))
    if b"\0" in content[:4_000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal("unknown_kind")
    return tidy(rows_of_text(_decoded(content)))


def rows_of_text(text: str) -> Rows:
    """The rows of a text: cells between tabs, as Excel copies them, or as a csv with ; or ,. A cell in
    quotes may hold new lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    head = text.strip("\n").partition("\n")[0]
    delimiter = max("\t;,", key=lambda mark: (head.count(mark), mark == "\t"))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        return [row for row in reader]
    except csv.Error as error:  # a cell beyond the limit of the module
        raise Refusal("too_large") from error


def tidy(rows: Iterable[Sequence[str]]) -> Rows:
    """The rows that say something, each cell on one line, within the limits. Raises Refusal."""
    kept: Rows = []
    for row in rows:
        cells = [_one_line(cell) for cell in row[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            kept.append(cells)
        if len(kept) > MOST_ROWS:
            raise Refusal("too_many")
    if not kept:
        raise Refusal("empty")
    width = max(len(row) for row in kept)
    return [row + [""] * (width - len(row)) for row in kept]


# Nobody sees these, and they would make two equal names differ. Marks that turn the direction of writing go
# too; the letters of such a writing stay.
_INVISIBLE = dict.fromkeys(
    [
        *range(0x20),
        0x7F,
        0xAD,
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        0x2060,
        *range(0x2066, 0x206A),
        0xFEFF,
    ]
)


def _one_line(cell: str) -> str:
    words = (
        unicodedata.normalize("NFC", cell)
        .replace("\n", " ")
        .replace("\t", " ")
        .replace("\u00a0", " ")
        .translate(_INVISIBLE)
    )
    bare = " ".join(words.split())[:MOST_IN_CELL]
    return bare[1:] if re.match("'[=+@-]", bare) else bare  # a csv of ours keeps such a cell harmless


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what a Dutch Excel writes


def _look_into(path: Path) -> None:
    """Look at the list of what is packed, without unpacking any of it."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Refusal("damaged") from error
    names = {part.filename for part in parts}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Refusal("macros")
    if "xl/workbook.xml" not in names:
        raise Refusal("unknown_kind")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(path.stat().st_size, 1):
        raise Refusal("bomb")


def _by_child(path: Path) -> Rows:
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-m", "naober.register.sheets.reading.workbook", str(path)],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            preexec_fn=_limit_memory,  # noqa: PLW1509
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal("too_heavy") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise Refusal("too_heavy") from error
    if "error" in answer:
        raise Refusal(answer["error"])
    return [[str(cell) for cell in row] for row in answer["rows"]]


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
