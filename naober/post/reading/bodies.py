"""The words of a mail out of its parts: plain text where there is any, else what the HTML shows."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from .charsets import decode_known
from .coding import split_uuencoded
from .html_text import HtmlText, html_to_text
from .lines import Line, clean_text, lines_of
from .mime import Part, decoded_body
from .openers import Opener, next_opener, unglued

_STUB = re.compile(
    r"html[ -]?(?:e-?mail|bericht|versie|message|format|opmaak|mail)|(?:geen|no|not|niet)[^.]{0,40}\bhtml\b"
    r"|bekijk[^.]{0,40}(?:browser|online)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\s*-----BEGIN PGP SIGNED MESSAGE-----\n(?:\w+: .*\n)*\n([\s\S]*?)\n-----BEGIN PGP SIGNATURE-----"
)
_LOOKS_HTML = re.compile(r"\s*(?:<!doctype html|<html|<body|<div|<p[ >]|<table)", re.IGNORECASE)


@dataclass
class Body:
    """The lines of a mail, what its HTML marks as a signature or shows as pictures, uuencoded files."""

    lines: list[Line] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    images: frozenset[str] = frozenset()
    files: list[tuple[str, bytes]] = field(default_factory=list)

    @cached_property
    def opener(self) -> Opener | None:
        """The first announcement of a quote or a forward in the lines."""
        return next_opener(self.lines)


def is_body(part: Part) -> bool:
    """Whether this part is words to read and no attachment."""
    return (
        part.content_type in ("text/plain", "text/html")
        and part.disposition != "attachment"
        and not part.file_name
    )


def body_of(root: Part) -> Body:
    """The words of this mail, part by part; of alternatives the plain one, unless it says nothing."""
    body = Body()
    html = {id(part): _read_html(part) for part in root.walk() if is_body(part) and _is_html(part)}
    for read in html.values():
        body.signatures += read.signatures
        body.images |= read.images
    for part in _readable(root, html):
        if body.lines and not body.lines[-1].empty:
            body.lines.append(Line(""))
        if _is_html(part):
            body.lines += lines_of(unglued(clean_text(html[id(part)].text)))
        else:
            _add_plain(body, part)
    return body


def _is_html(part: Part) -> bool:
    return part.content_type == "text/html"


def _readable(part: Part, html: dict[int, HtmlText]) -> list[Part]:
    """The parts that a reader is shown, in their order."""
    if part.content_type.startswith("message/"):
        return []
    if not part.children:
        return [part] if is_body(part) else []
    shown = [found for child in part.children for found in _readable(child, html)]
    if part.content_type != "multipart/alternative":
        return shown
    plain = [found for found in shown if not _is_html(found)]
    marked = [found for found in shown if _is_html(found)]
    words = " ".join(_plain_text(found) for found in plain).strip()
    marked_words = "\n".join(html[id(found)].text for found in marked)
    return marked if marked and (not words or _is_stub(words, marked_words)) else plain or marked


def _is_stub(words: str, html_words: str) -> bool:
    """Whether the plain part only says that there is an HTML part."""
    short = len(words) < 300 and len(html_words) > 1.5 * len(words)
    return bool(short and _STUB.search(words)) or (len(words) < 15 < 60 < len(html_words))


def _plain_text(part: Part) -> str:
    return clean_text(decode_known(decoded_body(part), part.parameters.get("charset", "")))


def _add_plain(body: Body, part: Part) -> None:
    data, files = split_uuencoded(decoded_body(part))
    body.files += [(name.decode("utf-8", "replace"), content) for name, content in files]
    text = unglued(clean_text(decode_known(data, part.parameters.get("charset", ""))))
    signed = _SIGNED.match(text)
    if signed:
        text = re.sub(r"(?m)^- ", "", signed[1])
    if _LOOKS_HTML.match(text) and "</" in text:
        body.lines += lines_of(clean_text(html_to_text(text).text))
        return
    flowed = part.parameters.get("format", "").lower() == "flowed"
    body.lines += lines_of(text, flowed=flowed, drop_space=part.parameters.get("delsp", "").lower() == "yes")


def _read_html(part: Part) -> HtmlText:
    data = decoded_body(part)
    charset = part.parameters.get("charset", "")
    if not charset:
        declared = re.search(rb"charset\s*=\s*[\"']?([\w-]{2,30})", data[:3000], re.IGNORECASE)
        charset = declared[1].decode("ascii") if declared else ""
    read = html_to_text(decode_known(data, charset))
    return HtmlText(read.text, read.signatures, frozenset(name.lower() for name in read.images))
