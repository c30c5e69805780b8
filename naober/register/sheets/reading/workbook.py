"""The child that opens a workbook: prints `{"rows": [[...]]}` or `{"error": code}` as one line of JSON.

Started by `cells`, which limits its memory and time. Formulas are not worked out: the value that Excel
kept counts. The sheet with the most filled cells is taken.
"""

import json
import sys
import warnings
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from naober.register.sheets.reading.cells import MOST_COLUMNS, MOST_IN_CELL, MOST_ROWS


def rows_of_workbook(path: Path) -> list[list[str]]:
    """The cells of the fullest sheet as texts."""
    import openpyxl  # noqa: PLC0415  heavy, and only for the child

    with path.open("rb") as file:  # by its name alone it would be refused: a stored file has no suffix
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheets = [_cells_of(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
        book.close()
    return max(sheets, key=_filled, default=[])


def _cells_of(sheet: object) -> list[list[str]]:
    rows = sheet.iter_rows(max_row=MOST_ROWS + 50, max_col=MOST_COLUMNS, values_only=True)  # type: ignore[attr-defined]
    return [[as_text(value) for value in row] for row in rows]


def _filled(rows: list[list[str]]) -> int:
    return sum(1 for row in rows for cell in row if cell)


def as_text(value: object) -> str:
    """A cell as people read it: a day as 2027-03-01, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:MOST_IN_CELL]


def main(path: str) -> None:
    """Print the answer for one file."""
    warnings.simplefilter("ignore")  # about parts of a workbook that we do not use
    try:
        answer: dict[str, object] = {"rows": rows_of_workbook(Path(path))}
    except MemoryError:
        answer = {"error": "too_heavy"}
    except (BadZipFile, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError):
        # What a library says about a broken workbook: its parts are missing, twisted or no XML.
        answer = {"error": "damaged"}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
