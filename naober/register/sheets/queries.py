"""Reads of lists: which there are, and how one stands beside the register."""

from dataclasses import dataclass

from django.db.models import QuerySet

from naober.post import files
from naober.post.models import Receipt
from naober.register.sheets.comparing import Plan, compare
from naober.register.sheets.models import Sheet, SheetChange
from naober.register.sheets.reading.cells import Rows, rows_of
from naober.register.sheets.reading.columns import Column, columns_of, head_row, role_in_header
from naober.register.sheets.reading.values import ReadRow, read_row
from naober.register.sheets.register import read_register

NEEDED = (Column.NAME, Column.LAST)


@dataclass(frozen=True)
class ShownColumn:
    """One column as a person corrects it: the words above it, two examples, what it holds."""

    number: int
    header: str
    examples: tuple[str, ...]
    column: str


@dataclass(frozen=True)
class SheetPage:
    """A list beside the register."""

    sheet: Sheet
    columns: tuple[ShownColumn, ...]
    count: int
    plan: Plan
    has_names: bool


def sheet_by_key(public_id: str) -> Sheet | None:
    rows = Sheet.objects.select_related("receipt", "receipt__file", "made_by")
    return rows.filter(public_id=public_id).first()


def newest_sheets(limit: int = 10) -> QuerySet[Sheet]:
    """The lists that came in last."""
    return Sheet.objects.select_related("receipt", "made_by").order_by("-id")[:limit]


def cells_of(receipt: Receipt) -> Rows:
    """The rows as they came. Raises Refusal; also when the list was erased after 90 days."""
    return rows_of(files.path_of(receipt.file))


def first_columns(rows: Rows) -> dict[str, str]:
    """The guess of what each column holds, as a Sheet keeps it."""
    head = head_row(rows)
    return {} if head is None else {str(n): c.name for n, c in columns_of(rows[head]).items()}


def plan_of(sheet: Sheet) -> Plan:
    """What saving this list would do now. Raises Refusal."""
    return _plan(sheet, cells_of(sheet.receipt))


def sheet_page(sheet: Sheet) -> SheetPage:
    """The page of a list that is not saved yet. Raises Refusal."""
    rows = cells_of(sheet.receipt)
    head = head_row(rows)
    below = rows[head + 1 :] if head is not None else rows
    header = rows[head] if head is not None else [f"kolom {n + 1}" for n in range(len(rows[0]))]
    columns = tuple(
        ShownColumn(n, words, _examples(below, n), sheet.columns.get(str(n), ""))
        for n, words in enumerate(header)
        if words or any(row[n] for row in below)
    )
    has_names = any(Column[name] in NEEDED for name in sheet.columns.values())
    return SheetPage(sheet, columns, len(below), _plan(sheet, rows), has_names)


def _examples(rows: Rows, number: int) -> tuple[str, ...]:
    return tuple([row[number] for row in rows if row[number]][:2])


def _plan(sheet: Sheet, rows: Rows) -> Plan:
    return compare(_read(sheet, rows), read_register(), sheet.choices)


def _read(sheet: Sheet, rows: Rows) -> list[ReadRow]:
    """The rows below the words above the columns; numbered as in Excel, as far as no row was empty."""
    columns = {int(n): Column[name] for n, name in sheet.columns.items()}
    head = head_row(rows)
    first = head + 1 if head is not None else 0
    role = role_in_header(rows[head], columns) if head is not None else ""
    return [
        read_row(number, {column: row[n] for n, column in columns.items() if n < len(row)}, role)
        for number, row in enumerate(rows[first:], start=first + 1)
    ]


def changes_of(sheet: Sheet) -> list[SheetChange]:
    """What saving the list changed, as far as it is still kept."""
    return list(sheet.changes.select_related("person", "seat__association", "address").order_by("pk"))
