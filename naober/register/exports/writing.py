"""Records as files: a workbook, a csv, cards. Whatever a name holds, it stays a name.

A cell that begins with = + - @ is a command to a spreadsheet. In a workbook every cell is typed as text; a
csv knows no types, so there such a cell begins with an apostrophe, which a list that comes in drops again.
"""

import csv
import io
import re
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from naober.register.exports.records import HEADER, Record

COMMANDS = ("=", "+", "-", "@", "\t", "\r", "\n")
# What XML can not hold; nobody sees it.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FOLD_BYTES = 75


def workbook(records: Iterable[Record]) -> bytes:
    """The records as .xlsx, every cell text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Wie is wie")
    sheet.append([_text_cell(sheet, word) for word in HEADER])
    for record in records:
        sheet.append([_text_cell(sheet, cell) for cell in record.cells()])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, _CONTROL.sub("", text))
    cell.data_type = "s"  # else "=1+1" would be a formula
    cell.quotePrefix = True  # and stays text when somebody edits it
    return cell


def table(records: Iterable[Record]) -> bytes:
    """The records as csv, as a Dutch Excel opens it."""
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([_harmless(cell) for cell in record.cells()] for record in records)
    return kept.getvalue().encode("utf-8-sig", "replace")


def _harmless(text: str) -> str:
    text = " ".join(_CONTROL.sub("", text).split("\n"))
    return f"'{text}" if text.startswith(COMMANDS) or text.lstrip().startswith(COMMANDS) else text


def cards(records: Iterable[Record]) -> bytes:
    """One card per person as vCard 3.0, which every telephone reads; all their functions on one card."""
    by_person: dict[int, list[Record]] = {}
    for record in records:
        by_person.setdefault(record.seat.person.pk, []).append(record)
    return "".join(_card(own) for own in by_person.values()).encode("utf-8", "replace")


def _card(own: list[Record]) -> str:
    person = own[0].seat.person
    given, _, family = person.name.partition(" ")
    mails = dict.fromkeys(mail for record in own for mail in record.seat.all_mails)
    titles = ", ".join(f"{record.seat.role} van {record.board.title}" for record in own)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:urn:uuid:{person.public_id}",
        f"FN:{_escaped(person.name)}",
        f"N:{_escaped(family)};{_escaped(given)};;;",
        f"ORG:{_escaped(own[0].board.title)}",
        f"TITLE:{_escaped(titles)}",
        *(f"EMAIL;TYPE=INTERNET:{_escaped(mail)}" for mail in mails),
    ]
    if person.phone:
        lines.append(f"TEL;TYPE=VOICE:{_escaped(person.phone)}")
    if person.street or person.town:
        place = (person.street, person.town, person.postal_code)
        street, town, code = (_escaped(part) for part in place)
        lines.append(f"ADR;TYPE=HOME:;;{street};{town};;{code};")
    lines.append("END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    bare = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for mark in ("\\", ",", ";"):
        bare = bare.replace(mark, f"\\{mark}")
    return bare.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, never within a letter."""
    pieces, piece = [], ""
    for letter in line:
        if len(f"{piece}{letter}".encode()) > FOLD_BYTES:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])
