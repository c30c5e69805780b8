"""Text out of a Word file in reading order, with the numbers that Word makes itself."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class _Numbering:
    """Counts the automatic numbers of a document: they stand in no text."""

    def __init__(self, document: Document):
        self._levels: dict[tuple[str, int], tuple[str, str]] = {}
        self._counters: dict[str, list[int]] = {}
        parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")]
        if parts:
            self._read(parts[0].element)

    def _read(self, root: BaseOxmlElement) -> None:
        abstract = {node.get(qn("w:abstractNumId")): node for node in root.findall(qn("w:abstractNum"))}
        for num in root.findall(qn("w:num")):
            link = num.find(qn("w:abstractNumId"))
            node = abstract.get(link.get(qn("w:val"))) if link is not None else None
            for level in node.findall(qn("w:lvl")) if node is not None else ():
                kind, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
                if kind is not None and text is not None:
                    at = int(level.get(qn("w:ilvl")) or 0)
                    values = (kind.get(qn("w:val")) or "", text.get(qn("w:val")) or "")
                    self._levels[num.get(qn("w:numId")), at] = values

    def before(self, paragraph: Paragraph) -> str:
        """The number or dash that Word shows before this paragraph, or an empty string."""
        number, level = _number_of(paragraph)
        if number is None or (number, level) not in self._levels:
            return ""
        kind, text = self._levels[number, level]
        if kind == "bullet":
            return "- "
        counters = self._counters.setdefault(number, [0] * 9)
        counters[level] += 1
        counters[level + 1 :] = [0] * (8 - level)
        shown = re.sub(r"%(\d)", lambda match: _shown(counters[int(match[1]) - 1] or 1, kind), text)
        return shown + " " if shown else ""


def _shown(value: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and value <= len(_LETTERS):
        letter = _LETTERS[value - 1]
        return letter.upper() if kind == "upperLetter" else letter
    return str(value)


def _number_of(paragraph: Paragraph) -> tuple[str | None, int]:
    style = paragraph.style
    nodes = [paragraph._p.pPr]
    while style is not None:
        nodes.append(style.element.find(qn("w:pPr")))
        style = style.base_style
    for node in nodes:
        numbers = node.find(qn("w:numPr")) if node is not None else None
        if numbers is not None:
            found, level = numbers.find(qn("w:numId")), numbers.find(qn("w:ilvl"))
            value = found.get(qn("w:val")) if found is not None else None
            return (None if value == "0" else value), int(level.get(qn("w:val"))) if level is not None else 0
    return None, 0


def docx_to_text(stream: BinaryIO) -> str:
    """The text of the Word file in this stream; every cell of a table on lines of its own."""
    document = docx.Document(stream)
    numbering = _Numbering(document)
    return "\n".join(_lines(document.iter_inner_content(), numbering))


def _lines(blocks: Iterable[Paragraph | Table], numbering: _Numbering) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _table_lines(block, numbering)
        else:
            yield _line(block, numbering)


def _line(paragraph: Paragraph, numbering: _Numbering) -> str:
    text = paragraph.text.strip()
    return numbering.before(paragraph) + text if text else ""


def _table_lines(table: Table, numbering: _Numbering) -> Iterator[str]:
    seen = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc in seen:  # a merged cell comes back for every column that it spans
                continue
            seen.add(cell._tc)
            yield from (line for line in _lines(cell.iter_inner_content(), numbering) if line)
