"""The lines with which a mail program announces what it quotes or forwards."""

import re
from dataclasses import dataclass
from functools import cache

from .addresses import ADDRESS, address_in_line
from .lines import Line
from .words import pattern

_LABELS = ("from", "date", "to", "subject", "other")
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b|\b\d{1,2}\s?(?:uur|Uhr|u\b|[AaPp]\.?[Mm]\b)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b")
_DATE_FIRST = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d?:\d\d|\d{1,2}[-/. ]\w{2,10}[-/. ]\d{2,4}")
_CITING = re.compile(
    r"(?:citeren van|citeren|quoting|zitat von|in antwoord op|quote)\b.{3,200}:$", re.IGNORECASE
)
_LABEL = re.compile(r"[\s*_|]*([^\W\d][\w -]{0,24}?)\s*[*_]*\s*:[*_]*\s*(.*)")
_BARE_LABEL = re.compile(r"\s*([A-Z][a-z]{1,10}|CC)\s+(.*)")
_ENDS = re.compile(r"(?:geschreven|wrote|geschrieben|schreef|schrieb)\W*$", re.IGNORECASE)
_STARTS = re.compile(r"(?:op|on|am|le|den|il|el|in een bericht|in a message)\b", re.IGNORECASE)
_GLUED_LABEL = re.compile(r"(?<=[\w>]) ?((?:Aan|Verzonden|Onderwerp|Datum|To|Sent|Subject|Date|CC|Cc): )")
_RULE = re.compile(r"\W*[_=*-]{5,}\W*")


@dataclass(frozen=True)
class Opener:
    """An announcement: which lines it takes, how deep it is quoted, whom it names, whether it forwards."""

    start: int
    end: int
    depth: int
    who: str
    subject: str | None
    forwards: bool
    block: bool

    @property
    def author(self) -> str:
        """The address of the writer, or the name where there is no address."""
        return address_in_line(self.who) or self.who.strip(" \"'<>:*_\t")


def unglued(text: str) -> str:
    """Text with the announcement of a forward on lines of its own, where a program glued it into one."""
    return _glue().sub(lambda match: match[1] + "\n" + _GLUED_LABEL.sub(r"\n\1", match[2]), text)


@cache
def _glue() -> re.Pattern[str]:
    phrases = (
        f"{pattern('quotes', 'forward_separator').pattern}|{pattern('quotes', 'original_separator').pattern}"
    )
    return re.compile(rf"(?im)^([> ]*-{{3,}} ?(?:{phrases}) ?-{{3,}})(?!-) ?([^\s-].*)$")


def next_opener(lines: list[Line], start: int = 0) -> Opener | None:
    """The first announcement from this line on."""
    return next((found for index in range(start, len(lines)) if (found := _opener_at(lines, index))), None)


def _opener_at(lines: list[Line], index: int) -> Opener | None:
    line = lines[index]
    if line.empty:
        return None
    if line.depth >= 3 and line.text.endswith(">>>") and _YEAR.search(line.text):
        return Opener(index, index + 1, 0, line.text, None, False, block=False)
    separator = _separator(line.text)
    if separator:
        return _behind_separator(lines, index, forwards=separator == "forward")
    if _RULE.fullmatch(line.text):
        follows = _skip_empty(lines, index + 1)
        block = _block_at(lines, follows, least=3) if follows <= index + 2 else None
        return _moved(block, index, forwards=False) if block else None
    return _block_at(lines, index, least=3) or _attribution_at(lines, index)


def _moved(opener: Opener, start: int, *, forwards: bool) -> Opener:
    return Opener(start, opener.end, opener.depth, opener.who, opener.subject, forwards, opener.block)


def _separator(text: str) -> str:
    """`forward`, `original` or empty."""
    bare = text.strip(" -_*=~>:\t").strip()
    dashed = bool(re.search(r"[-_=*]{2,}", text))
    if not 5 < len(bare) < 140:
        return ""
    if pattern("quotes", "forward_separator").fullmatch(bare) and (
        dashed or text.rstrip(" *_").endswith(":")
    ):
        return "forward"
    if pattern("quotes", "original_separator").fullmatch(bare) and dashed:
        return "original"
    return ""


def _behind_separator(lines: list[Line], index: int, *, forwards: bool) -> Opener:
    depth = lines[index].depth
    follows = _skip_empty(lines, index + 1)
    found = _block_at(lines, follows, least=2, loose=True) or _attribution_at(lines, follows)
    if found and follows <= index + 3:
        return _moved(found, index, forwards=forwards)
    return Opener(index, index + 1, depth, "", None, forwards, block=True)


def _skip_empty(lines: list[Line], index: int) -> int:
    while index < len(lines) and lines[index].empty:
        index += 1
    return index


# ---------------------------------------------------------------- Van: / Verzonden: / Aan: / Onderwerp:
def _label_of(text: str, *, loose: bool = False) -> tuple[str, str]:
    """The kind of label that a line starts with and what stands behind it; empty when it is none. `loose`:
    the colon may be missing."""
    forms = [_LABEL, _BARE_LABEL] if loose else [_LABEL]
    for match in filter(None, (form.match(text) for form in forms)):
        for kind in _LABELS:
            if pattern("quotes", f"{kind}_label").fullmatch(match[1].strip()):
                return kind, match[2].strip()
    return "", ""


def _block_at(lines: list[Line], index: int, *, least: int, loose: bool = False) -> Opener | None:
    """A block of labelled lines with at least so many labels that count, the writer among them."""
    if index >= len(lines) or not _label_of(lines[index].text, loose=loose)[0]:
        return None
    depth, found = lines[index].depth, {}
    at = end = index
    while at < len(lines) and at < index + 25:
        kind, value = _label_of(lines[at].text, loose=loose)
        if kind:
            if kind in found and kind != "other":
                break
            found[kind] = value
            end = at + 1
        elif (
            lines[at].empty
            and not _labelled_soon(lines, at + 1)
            or not lines[at].empty
            and not (at - end < 3 and _goes_on(lines, at))
        ):
            break
        at += 1
    counting = [kind for kind in found if kind != "other"]
    if "from" not in found or len(counting) < least or not _looks_sent(found, least):
        return None
    return Opener(
        index, end, depth, found["from"] or _next_words(lines, index), found.get("subject"), False, block=True
    )


def _labelled_soon(lines: list[Line], index: int) -> bool:
    return index < len(lines) and bool(_label_of(lines[index].text)[0])


def _goes_on(lines: list[Line], at: int) -> bool:
    """Whether an unlabelled line is the rest of a long list of receivers: a label follows soon."""
    return any(_label_of(line.text)[0] for line in lines[at + 1 : at + 4] if not line.empty) and not any(
        line.empty for line in lines[at : at + 2]
    )


def _next_words(lines: list[Line], index: int) -> str:
    return lines[index + 1].text if index + 1 < len(lines) else ""


def _looks_sent(found: dict[str, str], least: int) -> bool:
    """A person may write "Van: ... Aan: ..." too; a program names a moment or an address as well."""
    values = " ".join(found.values())
    return least < 3 or bool(ADDRESS.search(values) or _YEAR.search(found.get("date", "")) or len(found) >= 4)


# ---------------------------------------------------------------- Op ... schreef ...:
def _attribution_at(lines: list[Line], index: int) -> Opener | None:
    if index >= len(lines) or len(lines[index].text) > 600:
        return None
    if not _may_start(lines[index].text):
        return None
    text, depth = "", lines[index].depth
    for end in range(index, min(index + 5, len(lines))):
        line = lines[end]
        if line.empty or line.depth != depth:
            return None
        text = f"{text} {line.text.strip()}".strip()
        if _is_attribution(text, _next_is_quoted(lines, end + 1, depth)):
            if any(_attribution_at(lines, later) for later in range(index + 1, end + 1)):
                return None  # a sentence of the person stands right above it
            return Opener(index, end + 1, depth, _writer(text), None, False, block=False)
    return None


def _may_start(text: str) -> bool:
    """Whether an announcement can start on this line; else the words of a person above it would go along."""
    text = text.strip(" *_|-")
    if _STARTS.match(text) or _DATE_FIRST.match(text) or _CITING.match(text + ":"):
        return True
    wrote = pattern("quotes", "wrote").search(text)
    return (
        bool(wrote) and len(text) < 200 and not re.search(r"[.!?]\s", text[: wrote.start()] if wrote else "")
    )


def _next_is_quoted(lines: list[Line], index: int, depth: int) -> bool:
    at = _skip_empty(lines, index)
    return at < len(lines) and lines[at].depth > depth


def _is_attribution(text: str, quoted_next: bool) -> bool:
    text = text.strip(" *_|-")
    if len(text) > 600:
        return False
    if _CITING.fullmatch(text):
        return bool(ADDRESS.search(text)) or quoted_next
    if _DATE_FIRST.match(text) and ADDRESS.search(text) and text.endswith(":") and len(text) < 250:
        return True
    if not (text.endswith(":") or _ENDS.search(text)) or not pattern("quotes", "wrote").search(text):
        return False
    dated = bool(_TIME.search(text) or _YEAR.search(text))
    return (
        bool(ADDRESS.search(text))
        or (dated and (quoted_next or bool(_TIME.search(text))))
        or (quoted_next and len(text) < 160)
    )


def _writer(text: str) -> str:
    """The words of an attribution that name the writer."""
    address = address_in_line(text)
    if address:
        return address
    after = re.search(
        r"(?:schreef|schrieb|heeft|skreau)\s+(.{2,120}?)"
        r"(?:\s+(?:het volgende|op\b|om\b|am\b|geschreven).*)?:?$",
        text,
    )
    before = re.search(
        r"(?:\d{4}|\d{1,2}[:.]\d{2}(?:\s?[AaPp][Mm])?)[,\s]+(?:CES?T\s+)?([^\d,:]{2,80}?)\s+wrote", text
    )
    first = re.match(r"(?![Oo]p\b|[Oo]n\b|[Aa]m\b)([^\d,:<]{2,80}?)\s+(?:schreef|wrote|schrieb)\b", text)
    found = first or before or after
    return found[1].strip(" :,") if found else ""
