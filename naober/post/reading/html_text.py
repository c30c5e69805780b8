"""HTML to lines of text: quotes get a `>`, signatures are told apart, what is hidden is left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .lines import NO_MARK

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_CHARACTERS = 3_000_000
MAX_DEPTH = 1_500
MAX_NODES = 150_000

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tbody",
        "thead",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
        "address",
        "center",
        "form",
        "fieldset",
    ]
)
_VOID = frozenset(
    [
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "area",
        "base",
        "col",
        "embed",
        "source",
        "track",
        "wbr",
        "p",
    ]
    + ["li", "td", "tr", "th"]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,20})")
_SPACED = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"])
_DROPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "svg",
        "object",
        "iframe",
        "select",
        "textarea",
    ]
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)"
    r"|max-height\s*:\s*0",
    re.IGNORECASE,
)
# Names that mail programs give to the block of a signature.
_SIGNATURE = re.compile(
    r"gmail_signature|moz-signature|io-ox-signature|composer_signature|ms-outlook-mobile-signature|applemailsignature"
    r"|protonmail_signature|yahoo-signature|ydp\w*signature|zimbra.?signature|bloop_sign|sig(?:nature)?-?block"
    r"|(?:^|[\s_-])signature(?:$|[\s_-])|emclient.?signature|tutanota.?signature",
    re.IGNORECASE,
)
# Blocks in which a program puts what it quotes without a blockquote.
_QUOTED = re.compile(
    r"(?:^|\s)(?:ydp\w*|)yahoo_quoted\b|(?:^|\s)\w*yahoo_quoted\w*|zmail_extra|wordsection_quote",
    re.IGNORECASE,
)


@dataclass
class HtmlText:
    """The readable text, and the lines that the program marked as a signature."""

    text: str
    signatures: list[str] = field(default_factory=list)
    images: frozenset[str] = frozenset()


def html_to_text(markup: str) -> HtmlText:
    """The text that a reader of this HTML sees."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - half the start, and many mails have none

    markup = markup[:MAX_CHARACTERS]
    if _depth(markup) > MAX_DEPTH:
        return HtmlText(re.sub(r"<[^<>]{0,2000}>", " ", markup))
    root = LexborHTMLParser(markup).body
    if root is None:
        return HtmlText("")
    writer = _Writer()
    _walk(root, writer)
    images = frozenset(unquote(name) for name in re.findall(r"cid:([^\"'\s>)]{1,200})", markup))
    return HtmlText(writer.text(), writer.signatures, images)


def _depth(markup: str) -> int:
    """How deep the tags lie in each other at most, as the tree would hold them; a bomb is never a tree."""
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _walk(root: "LexborNode", writer: "_Writer") -> None:
    """Depth first without recursion: a bomb of nested tags must not end the process."""
    stack: list[tuple[LexborNode | None, Callable[[], None] | None, int]] = [(root, None, 0)]
    seen = 0
    while stack:
        node, leave, depth = stack.pop()
        if node is None:
            if leave:
                leave()
            continue
        seen += 1
        if seen > MAX_NODES or depth > MAX_DEPTH or _is_dropped(node):
            continue
        stack.append((None, writer.enter(node), depth))
        child, children = node.child, []
        while child is not None:
            children.append(child)
            child = child.next
        stack += [(child, None, depth + 1) for child in reversed(children)]


def _is_dropped(node: "LexborNode") -> bool:
    if node.tag in _DROPPED or node.tag == "-comment" or node.tag == "_comment":
        return True
    attributes = node.attributes if node.tag and node.tag[0] != "-" else {}
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = [""]
        self.depth = 0
        self.pre = 0
        self.counters: list[int | None] = []
        self.signatures: list[str] = []

    def enter(self, node: "LexborNode") -> Callable[[], None] | None:
        """Write what stands at the start of a node; the result is what to do at its end."""
        tag = node.tag or ""
        if tag == "-text":
            self._write(node.text_content or "")
            return None
        if tag in ("td", "th"):
            self.lines[-1] += " "
        if tag not in _BLOCKS:
            return self._mark_signature(node)
        if tag == "br":
            self.lines.append(self._prefix())
            return None
        spacing = _spacing(node)
        self._break(spacing)
        return self._enter_block(node, tag, spacing)

    def _enter_block(self, node: "LexborNode", tag: str, spacing: int) -> Callable[[], None]:
        quoted = tag == "blockquote" or _is_quoted(node)
        self.depth += quoted
        self.pre += tag == "pre"
        if tag in ("ul", "ol"):
            self.counters.append(0 if tag == "ol" else None)
        if tag == "li":
            self._bullet()
        if tag == "hr":
            self.lines.append(self._prefix() + "________________________________")
        signature = self._mark_signature(node)

        def leave() -> None:
            self.depth -= quoted
            self.pre -= tag == "pre"
            if tag in ("ul", "ol"):
                self.counters.pop()
            if signature:
                signature()
            self._break(spacing)

        return leave

    def _bullet(self) -> None:
        if self.counters and self.counters[-1] is not None:
            self.counters[-1] += 1
            self._write(f"{self.counters[-1]}. ")
        else:
            self._write("- ")

    def _mark_signature(self, node: "LexborNode") -> Callable[[], None] | None:
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if not _SIGNATURE.search(names):
            return None
        start = len(self.lines) - (0 if self.lines[-1].strip("> ") else 1)

        def leave() -> None:
            self.signatures += [line.strip() for line in self.lines[start:] if line.strip("> ")]

        return leave

    def _prefix(self) -> str:
        return ">" * self.depth + " " if self.depth else ""

    def _write(self, text: str) -> None:
        if self.pre:
            first, *rest = text.split("\n")
            self._append(first)
            for line in rest:
                self.lines.append(self._prefix() + line)
            return
        # A hard space is what fills an empty paragraph: it stays until the lines are counted.
        self._append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def _append(self, text: str) -> None:
        if not self.lines[-1].strip("> "):
            self.lines[-1] = self._prefix()
            text = text.lstrip(" ")
            text = NO_MARK + text if text.startswith(">") else text
        self.lines[-1] += text

    def _break(self, wanted: int) -> None:
        """End the line, and leave an empty one where a paragraph ends."""
        if self.lines[-1].strip("> "):
            self.lines.append(self._prefix())
        if wanted == 2 and len(self.lines) > 1 and self.lines[-2].strip("> "):
            self.lines.append(self._prefix())

    def text(self) -> str:
        """All lines, white space at their ends gone."""
        return "\n".join(line.rstrip() for line in self.lines).strip("\n")


def _spacing(node: "LexborNode") -> int:
    """2 where a paragraph ends in an empty line; Outlook's paragraphs are lines."""
    if node.tag not in _SPACED:
        return 1
    return 1 if "MsoNormal" in (node.attributes.get("class") or "") else 2


def _is_quoted(node: "LexborNode") -> bool:
    attributes = node.attributes
    return bool(_QUOTED.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"))
