"""Text out of the runs of a pdf page, in the order in which a person reads it.

A pdf knows only where words stand. Tables are found by columns that begin at the same place again and
again; a row begins with a number in the first column. Lines that were broken to fit are made whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ROW_NUMBER = re.compile(r"(?:[A-Z]\.?)?\d{1,3}(?:\.\d{1,3}){0,3}\.?[a-z]?[.)]?")
NEW_LINE_SIGN = re.compile(r"(?:[-•*–]|\d{1,2}[.)]|[a-z][.)])\s")
MARGIN = 0.05
SAME_START = 7.0
MIN_GAP = 7.0


@dataclass(slots=True)
class Run:
    """A stretch of text on one line; coordinates in points, `bottom` grows upward."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    bold: bool = False


def pages_to_text(pages: list[tuple[float, list[Run]]]) -> str:
    """The text of a document: for each page its height and its runs."""
    repeated = _repeated(pages)
    blocks: list[str] = []
    row: list[list[Run]] | None = None
    for height, runs in pages:
        lines = _lines([run for run in runs if not _is_margin(run, height, repeated, len(pages))])
        columns = _columns(lines)
        if not columns:
            blocks += _flush(row)
            row = None
            blocks.append(_flow([line_run(line) for line in lines]))
            continue
        done, row = _rows(lines, columns, row)
        blocks += done
    return "\n".join(block for block in blocks + _flush(row) if block)


def _repeated(pages: list[tuple[float, list[Run]]]) -> set[str]:
    counts = Counter(
        _shape(run.text) for _, runs in pages for run in {_shape(r.text): r for r in runs}.values()
    )
    return {text for text, count in counts.items() if count > 1 and count * 2 >= len(pages)}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip())


def _is_margin(run: Run, height: float, repeated: set[str], pages: int) -> bool:
    """True for a running head or foot: page numbers, small print at the edge, what stands on every page."""
    at_edge = run.bottom < height * 1.4 * MARGIN or run.top > height * (1 - MARGIN)
    if not at_edge:
        return False
    if re.fullmatch(
        r"\W*(?:pagina|blad|p\.)?\s*\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?\W*", run.text.strip(), re.IGNORECASE
    ):
        return True
    return _shape(run.text) in repeated if pages > 1 else run.top - run.bottom < 6


def _lines(runs: list[Run]) -> list[list[Run]]:
    """Runs that stand beside each other, from top to bottom, each line from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -(run.top + run.bottom)):
        middle = (run.top + run.bottom) / 2
        if lines and abs((lines[-1][0].top + lines[-1][0].bottom) / 2 - middle) < 4.0:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_merged(sorted(line, key=lambda run: run.left)) for line in lines]


def _merged(line: list[Run]) -> list[Run]:
    """Runs with no gap between them as one: a bold word does not open a column."""
    merged = [line[0]]
    for run in line[1:]:
        last = merged[-1]
        if run.left - last.right < MIN_GAP:
            space = "" if last.text.endswith(" ") or run.left - last.right < 0.8 else " "
            merged[-1] = Run(
                last.left,
                min(last.bottom, run.bottom),
                run.right,
                max(last.top, run.top),
                last.text + space + run.text,
                last.bold and run.bold,
            )
        else:
            merged.append(run)
    return merged


def _columns(lines: list[list[Run]]) -> list[float]:
    """Where the columns begin, the first one included; empty when this is no table."""
    starts = sorted(run.left for line in lines if len(line) > 1 for run in line[1:])
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][-1] <= SAME_START:
            groups[-1].append(start)
        else:
            groups.append([start])
    rows = sum(1 for line in lines if len(line) > 1)
    firm = [min(group) for group in groups if len(group) >= max(2, rows * 0.4)]
    if not firm or rows < 2:
        return []
    first = [line[0].left for line in lines if len(line) > 1]
    return [min(first), *firm]


def _rows(
    lines: list[list[Run]], columns: list[float], row: list[list[Run]] | None
) -> tuple[list[str], list[list[Run]] | None]:
    """The finished rows as text and the row that is still open at the end of the page."""
    done: list[str] = []
    edges = _edges(lines, columns)
    for line in lines:
        if (
            len(line) == 1
            and len(columns) > 1
            and line[0].left < columns[1] - 10
            and line[0].right > columns[1] + 10
        ):
            done += [*_flush(row, edges), line[0].text.strip()]
            row = None
            continue
        cells = [_column_of(run, columns) for run in line]
        opens = cells[0] == 0 and (
            ROW_NUMBER.fullmatch(line[0].text.strip()) or row is None or len(line) == len(columns)
        )
        if opens or row is None:
            done += _flush(row, edges)
            row = [[] for _ in columns]
        for run, cell in zip(line, cells, strict=True):
            row[cell].append(run)
    return done, row


def _column_of(run: Run, columns: list[float]) -> int:
    return max(at for at, start in enumerate(columns) if at == 0 or run.left >= start - SAME_START)


def _flush(row: list[list[Run]] | None, edges: list[float] | None = None) -> list[str]:
    if not row:
        return []
    return [
        _flow(cell, edges[at] if edges and at < len(edges) else None) for at, cell in enumerate(row) if cell
    ]


def _edges(lines: list[list[Run]], columns: list[float]) -> list[float]:
    """How far to the right the text of each column runs."""
    edges = [0.0] * len(columns)
    for line in lines:
        for run in line:
            cell = _column_of(run, columns)
            if cell + 1 == len(columns) or run.right < columns[cell + 1]:
                edges[cell] = max(edges[cell], run.right)
    return edges


def line_run(line: list[Run]) -> Run:
    """A whole line as one run."""
    text = " ".join(run.text.strip() for run in line)
    return Run(line[0].left, min(r.bottom for r in line), line[-1].right, max(r.top for r in line), text)


def _flow(runs: list[Run], edge: float | None = None) -> str:
    """Lines under each other as paragraphs: broken lines joined, wide gaps as an empty line."""
    if not runs:
        return ""
    edge = edge or max(run.right for run in runs)
    pitch = _pitch(runs)
    pieces = [runs[0].text.strip()]
    for last, run in _pairs(runs):
        text = run.text.strip()
        gap = last.bottom - run.bottom
        if gap > 1.45 * pitch:
            pieces.append("\n\n" + text)
        elif _continues(last, run, edge):
            pieces[-1], glue = _unhyphenated(pieces[-1], text)
            pieces.append(glue + text)
        else:
            pieces.append("\n" + text)
    return "".join(pieces)


def _pitch(runs: list[Run]) -> float:
    gaps = sorted(last.bottom - run.bottom for last, run in _pairs(runs) if last.bottom > run.bottom)
    return gaps[len(gaps) // 4] if gaps else 12.0


def _pairs(runs: list[Run]) -> Iterator[tuple[Run, Run]]:
    return zip(runs, runs[1:], strict=False)


def _continues(last: Run, run: Run, edge: float) -> bool:
    """True when this line goes on with the sentence before it: its first word did not fit there."""
    text = run.text.strip()
    if (
        last.bold != run.bold
        or NEW_LINE_SIGN.match(text)
        or ROW_NUMBER.fullmatch(text)
        or last.text.rstrip().endswith(":")
    ):
        return False
    width = (run.right - run.left) / max(1, len(text))
    word = text.split(" ")[0] if text else ""
    return last.right + (len(word) + 1) * width > edge - 2


def _unhyphenated(before: str, text: str) -> tuple[str, str]:
    if re.search(r"[a-zà-ÿ]{2}-$", before) and re.match(r"[a-zà-ÿ]{2}", text):
        return before[:-1], ""
    return before, "" if before.endswith("-") else " "


def runs_of(
    rects: Iterable[tuple[float, float, float, float]], texts: Iterable[str], bolds: Iterable[bool]
) -> list[Run]:
    """Runs from the boxes, the texts and the weights that a pdf library gives."""
    return [
        Run(
            left,
            bottom,
            right,
            top,
            text.replace("\ufffe", "-").replace("\x02", "-").replace("\r\n", " "),
            bold,
        )
        for (left, bottom, right, top), text, bold in zip(rects, texts, bolds, strict=True)
        if text.strip()
    ]
