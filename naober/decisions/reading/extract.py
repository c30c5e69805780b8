"""The child that takes text out of files: pdf, docx, html, eml, txt. Runs apart, with limits.

Reads one JSON object per line on standard input, `{"path": ...}`, and answers with one per line:
`{"parts": [{"name", "text"}]}` or `{"error": code}`. It is started by `files.py`, which sets the
limits and kills it when it is too slow or too large.
"""

import ctypes
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from naober.decisions.reading.feed_text import NoFeed, json_to_text, xml_to_text
from naober.decisions.reading.pdf_layout import Run, pages_to_text, runs_of

if TYPE_CHECKING:
    import pypdfium2
    from selectolax.lexbor import LexborNode

MAX_BYTES = 40_000_000
MAX_UNPACKED = 80_000_000
MAX_RATIO = 200
MAX_PAGES = 800
MAX_CHARS = 6_000_000
MAX_PARTS = 40
MAX_TAGS = 150_000
MAX_DEPTH = 1_500
MAX_MAIL_PARTS = 3_000

Part = dict[str, str]


class Refused(Exception):
    """The file can not be read; the message is the code of the reason."""


def extract(name: str, data: bytes) -> list[Part]:
    """The readable parts of one file: itself, or the body and the attachments of a mail.

    Raises Refused with a code when there is nothing to read or reading is not safe.
    """
    if len(data) > MAX_BYTES:
        raise Refused("too_large")
    if not data.strip():
        raise Refused("empty")
    kind = _kind(name, data)
    if kind == "eml":
        return _mail_parts(data)
    return [{"name": name, "text": _READERS[kind](data)}]


def _kind(name: str, data: bytes) -> str:
    head = data[:1024].lstrip()
    suffix = Path(name).suffix.lower()
    if head.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("encrypted" if b"E\x00n\x00c\x00r\x00y\x00p\x00t" in data else "unknown_kind")
    if suffix in (".html", ".htm", ".xhtml") or re.match(
        rb"(?i)<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html", head
    ):
        return "html"
    if suffix == ".eml" or re.match(
        rb"(?im)^(?:received|return-path|from|delivered-to|mime-version|subject|message-id|date):", head
    ):
        return "eml"
    if suffix in (".pdf", ".docx"):
        raise Refused("damaged")
    if head.startswith((b"{", b"[")):
        return "json"
    if head.startswith((b"<?xml", b"\xef\xbb\xbf<?xml")):
        return "xml"
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("unknown_kind")
    return "txt"


def read_pdf(data: bytes) -> str:
    """The text of a pdf, page after page; tables row by row, broken lines made whole."""
    import pypdfium2  # noqa: PLC0415 - only for a pdf: it takes a sixth of a second to load

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused("encrypted" if "password" in str(error).lower() else "damaged") from error
    if len(document) > MAX_PAGES:
        raise Refused("too_large")
    pages, size = [], 0
    for page in document:
        runs = _page_runs(page)
        size += sum(len(run.text) for run in runs)
        if size > MAX_CHARS:
            raise Refused("too_large")
        pages.append((page.get_height(), runs))
    text = pages_to_text(pages)
    if not re.search(r"\w{3}", text):
        raise Refused("no_text")
    return text


def _page_runs(page: "pypdfium2.PdfPage") -> list[Run]:
    textpage = page.get_textpage()
    rects = [textpage.get_rect(at) for at in range(textpage.count_rects())]
    texts = [textpage.get_text_bounded(*rect) for rect in rects]
    return runs_of(rects, texts, [_is_bold(textpage, rect) for rect in rects])


def _is_bold(textpage: "pypdfium2.PdfTextPage", rect: tuple[float, float, float, float]) -> bool:
    """True when the first letter in this box is set bold, as titles are."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loaded with the first pdf

    left, bottom, _, top = rect
    at = pdfium.FPDFText_GetCharIndexAtPos(textpage, left + 1, (bottom + top) / 2, 3, 4)
    if at < 0:
        return False
    name = (ctypes.c_char * 128)()
    pdfium.FPDFText_GetFontInfo(textpage, at, name, 128, None)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def read_docx(data: bytes) -> str:
    """The text of a Word file in reading order; every cell of a table on lines of its own."""
    _check_zip(data)
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - only for a Word file
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    from naober.decisions.reading.docx_text import docx_to_text  # noqa: PLC0415

    try:
        text = docx_to_text(BytesIO(data))
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile, OSError) as error:
        raise Refused("damaged") from error
    if not re.search(r"\w{3}", text):
        raise Refused("no_text")
    return text[:MAX_CHARS]


def _check_zip(data: bytes) -> None:
    try:
        entries = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise Refused("damaged") from error
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("encrypted")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_UNPACKED or len(entries) > 5000 or total > MAX_RATIO * max(len(data), 20_000):
        raise Refused("bomb")
    if not any(name.startswith("word/") for name in names):
        raise Refused("unknown_kind")


def read_html(data: bytes) -> str:
    """The text of a saved web page: blocks on lines of their own, numbered lists with their numbers."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only for a web page

    if data.count(b"<") > MAX_TAGS or _depth(data) > MAX_DEPTH:
        raise Refused("bomb")
    tree = LexborHTMLParser(_decode(data))
    for node in tree.css("script, style, nav, noscript, template, svg, form, iframe"):
        node.decompose()
    root = tree.body
    if root is None:
        raise Refused("no_text")
    text = _html_text(root)
    if not re.search(r"\w{3}", text):
        raise Refused("no_text")
    return text[:MAX_CHARS]


_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_SPACED = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "article", "table", "ul", "ol", "li", "dl"]
)


def _depth(data: bytes) -> int:
    """How deep elements lie within each other at most; tags that may stay open are not counted."""
    deepest = depth = 0
    for closing in re.findall(
        rb"<(/?)(?:div|span|section|article|table|ul|ol|dl|b|i|a|font|center|blockquote)\b", data
    ):
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _html_text(root: "LexborNode") -> str:
    pieces: list[str] = []
    counters: dict[int, int] = {}
    for node in root.traverse(include_text=True):
        tag = node.tag
        if tag == "-text":
            pieces.append(re.sub(r"\s+", " ", node.text(deep=False) or ""))
        elif tag == "br":
            pieces.append("\n")
        elif tag in _BLOCKS:
            pieces.append("\n\n" if tag in _SPACED else "\n")
            if tag == "li" and node.parent is not None and node.parent.tag == "ol":
                owner = node.parent.mem_id
                counters[owner] = counters.get(owner, _first_counter(node.parent) - 1) + 1
                pieces.append(f"{counters[owner]}. ")
        elif pieces and tag in ("span", "a", "strong", "b") and _ends_block(node):
            pieces.append(" ")
    text = "".join(pieces).replace("\u00ad", "")
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text)
    text = re.sub(r"(?m)^(\d{1,3}\.)\n+(?=\S)", r"\1 ", text)  # the counter of a list stands before its item
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]{2,}", " ", text)).strip()


def _first_counter(node: "LexborNode") -> int:
    start = node.attributes.get("start") or "1"
    return int(start) if start.isdigit() else 1


def _ends_block(node: "LexborNode") -> bool:
    before = node.prev
    return before is not None and before.tag in ("span", "a", "strong", "b")


def read_txt(data: bytes) -> str:
    """Plain text in whatever encoding it seems to be."""
    text = _decode(data)
    if not re.search(r"\w{3}", text):
        raise Refused("no_text")
    return text[:MAX_CHARS]


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _mail_parts(data: bytes) -> list[Part]:
    if data.lower().count(b"\ncontent-type:") > MAX_MAIL_PARTS:
        raise Refused("bomb")
    message = message_from_bytes(data, policy=policy.default)
    parts: list[Part] = []
    refusals: list[str] = []
    for number, piece in enumerate(_walk(message, 0)):
        if number >= MAX_PARTS:
            break
        name, body = _piece(piece)
        if body is None:
            continue
        try:
            parts += [part for part in extract(name, body) if part["text"].strip()]
        except Refused as refusal:
            refusals.append(str(refusal))
    if not parts:
        raise Refused(next((code for code in refusals if code not in ("empty", "unknown_kind")), "no_text"))
    return parts


def _walk(message: Message, depth: int) -> Iterator[Message]:
    if depth > 8:
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _walk(part, depth + 1)
    else:
        yield message


def _piece(piece: Message) -> tuple[str, bytes | None]:
    kind = piece.get_content_type()
    name = piece.get_filename() or {"text/plain": "bericht.txt", "text/html": "bericht.html"}.get(
        kind, "bijlage"
    )
    readable = kind in ("text/plain", "text/html") or Path(name).suffix.lower() in (
        ".pdf",
        ".docx",
        ".html",
        ".htm",
        ".txt",
    )
    if not readable and kind not in ("application/pdf",):
        return name, None
    payload = piece.get_payload(decode=True)
    if isinstance(payload, bytes) and kind.startswith("text/"):
        charset = piece.get_content_charset() or "utf-8"
        try:
            payload = payload.decode(charset).encode()
        except (UnicodeDecodeError, LookupError):
            payload = _decode(payload).encode()
    return name, payload if isinstance(payload, bytes) else None


def read_json(data: bytes) -> str:
    """The text of a meeting as a supplier's interface gives it."""
    try:
        return json_to_text(json.loads(_decode(data)))
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise Refused(str(error) if isinstance(error, NoFeed) else "damaged") from error


def read_xml(data: bytes) -> str:
    """The text of official publications as the search service gives them."""
    try:
        return xml_to_text(data)
    except NoFeed as error:
        raise Refused(str(error)) from error


_READERS = {
    "json": read_json,
    "xml": read_xml,
    "pdf": read_pdf,
    "docx": read_docx,
    "html": read_html,
    "txt": read_txt,
}


def main() -> None:
    """Answer every line until standard input closes."""
    for line in sys.stdin:
        path = json.loads(line)["path"]
        try:
            answer: dict = {"parts": extract(Path(path).name, Path(path).read_bytes())}
        except Refused as refusal:
            answer = {"error": str(refusal)}
        except FileNotFoundError:
            answer = {"error": "not_found"}
        except (OSError, IsADirectoryError):
            answer = {"error": "unreadable"}
        except (MemoryError, RecursionError):
            answer = {"error": "too_heavy"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
