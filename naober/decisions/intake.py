"""Taking in a paper, pasted or as a file: receipted first, then read, then turned into a sitting with points.

Whatever is wrong with it, the person reads in plain Dutch what to do, and either has a receipt number or
still has the text in the form.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from naober.decisions import queries
from naober.decisions.models import Sitting
from naober.decisions.reader import read_paper, texts_of_file
from naober.decisions.reading import ReadDocument
from naober.decisions.reading.files import Refusal
from naober.decisions.taking_in import take_in_document
from naober.kit import dates
from naober.language.municipalities import municipality_in_head
from naober.people.actor import Actor
from naober.people.models import Body
from naober.post import receipts
from naober.post.models import Receipt

MOST_CHARACTERS = 1_000_000
TOO_HARD = "Deze tekst kunnen wij niet lezen. Neem alleen de vergadering zelf, met de nummers erbij."
MOST_ITEMS = 500
MARKUP_BEGINS = 5_000
_MARKUP = re.compile(
    r"(?i)<(?:!doctype html|html|head|body|div|table|section|article|p|h[1-6]|ul|ol|script)\b[^<]*>"
)
PASTED, UPLOADED = "plakken", "bestand"
_INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]"
)


class RefusedError(Exception):
    """The text can not be used. The message says in Dutch what to do; `receipt` is set when it was kept."""

    def __init__(self, message: str, receipt: Receipt | None = None) -> None:
        super().__init__(message)
        self.receipt = receipt


class NeedsMoreError(Exception):
    """The text does not say which body met or on what day; the other is given, and the text as read."""

    def __init__(self, body: Body | None, on: date | None, text: str) -> None:
        super().__init__("body or day missing")
        self.body = body
        self.on = on
        self.text = text


@dataclass(frozen=True)
class TakenIn:
    """What became of a paste: the sitting, its receipt, and whether the text was new."""

    sitting: Sitting
    receipt: Receipt
    new: bool


def take_in_paste(*, by: Actor, text: str, body: Body | None = None, on: date | None = None) -> TakenIn:
    """Take in a pasted paper. Raises RefusedError or NeedsMoreError; nothing is half done then."""
    if not clean(text).strip():
        raise RefusedError("Er staat nog niets. Plak hier de tekst van de agenda of de besluitenlijst.")
    content = text.encode("utf-8", "replace")
    receipt, new = receipts.receive(PASTED, content)
    known = _known(receipt, new)
    if known:
        return known
    texts = _texts(receipt, "geplakt.html", content) if _MARKUP.search(text[:MARKUP_BEGINS]) else [text]
    return _take_in(by, receipt, texts, body, on)


def take_in_file(
    *, by: Actor, name: str, content: bytes, body: Body | None = None, on: date | None = None
) -> TakenIn:
    """Take in a paper as a file (pdf, Word, saved page, mail, text); of a mail the part with the most points.

    Raises RefusedError or NeedsMoreError, as `take_in_paste`.
    """
    receipt, new = receipts.receive(UPLOADED, content)
    known = _known(receipt, new)
    if known:
        return known
    return _take_in(by, receipt, _texts(receipt, name, content), body, on)


def _texts(receipt: Receipt, name: str, content: bytes) -> list[str]:
    try:
        return texts_of_file(name, content)
    except Refusal as refusal:
        _refuse(receipt, refusal.message)


def _known(receipt: Receipt, new: bool) -> TakenIn | None:
    """What the same text or file became before, if anything."""
    if new or receipt.state != Receipt.State.READ or receipt.area != "decisions" or not receipt.subject_id:
        return None
    sitting = Sitting.objects.filter(pk=receipt.subject_id).first()
    return TakenIn(sitting, receipt, new=False) if sitting else None


def _take_in(by: Actor, receipt: Receipt, texts: list[str], body: Body | None, on: date | None) -> TakenIn:
    if any(len(text) > MOST_CHARACTERS for text in texts):
        _refuse(receipt, "Deze tekst is te lang om in één keer te lezen. Neem één vergadering tegelijk.")
    read = _read([clean(text) for text in texts], receipt)
    body, on = body or _body_of(read), on or read.header.on
    if body is None or on is None:
        raise NeedsMoreError(body, on, texts[0])
    starts_at = dates.as_local(read.header.starts_at)
    sitting = take_in_document(by=by, body=body, on=on, starts_at=starts_at, read=read, receipt=receipt)
    receipts.mark_read(receipt, area="decisions", subject_id=sitting.pk)
    return TakenIn(sitting, receipt, new=True)


def clean(text: str) -> str:
    """The text without characters that nobody sees: NUL, control and direction marks."""
    return _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _read(texts: list[str], receipt: Receipt) -> ReadDocument:
    own = queries.own_municipality()
    own_name = own.name if own else ""
    try:
        read = read_paper(texts, own_name)
    except Refusal:
        _refuse(receipt, TOO_HARD)
    elsewhere = next((name for text in texts if (name := municipality_in_head(text))), own_name)
    if own_name and elsewhere != own_name:
        _refuse(
            receipt,
            f"Dit is van de gemeente {elsewhere}. Hier horen stukken van de gemeente {own_name}. "
            "Hoort het hier toch? Bel ons dan even.",
        )
    if not _is_of_a_meeting(read):
        _refuse(
            receipt,
            "Wij vinden hierin geen punten van een vergadering. Kopieer de hele pagina van de gemeente, "
            "met de nummers erbij, en plak die hier.",
        )
    if len(read.items) > MOST_ITEMS:
        _refuse(receipt, f"Hierin staan {len(read.items)} punten. Neem één vergadering tegelijk.")
    return read


def _is_of_a_meeting(read: ReadDocument) -> bool:
    """Whether anything speaks of a meeting: a number, a body or a day. Any text has a paragraph."""
    numbered = any(item.number for item in read.items)
    return bool(read.items) and (numbered or read.header.body is not None or read.header.on is not None)


def _refuse(receipt: Receipt, message: str) -> NoReturn:
    kept = f"{message} Wij hebben het bewaard onder nummer {receipt.reference}."
    receipts.mark_refused(receipt, kept)
    raise RefusedError(kept, receipt)


def _body_of(read: ReadDocument) -> Body | None:
    kinds = {"raad": Body.Kind.COUNCIL, "commissie": Body.Kind.COMMITTEE, "college": Body.Kind.EXECUTIVE}
    kind = kinds.get(read.header.body or "")
    found = [body for body in queries.bodies() if body.kind == kind]
    name = (read.header.body_name or "").lower()
    named = [body for body in found if name and (body.name.lower() in name or name in body.name.lower())]
    candidates = named or found
    return candidates[0] if len(candidates) == 1 else None
