"""Taking in a pasted paper: receipted first, then read, then turned into a sitting with points.

Whatever is wrong with it, the person reads in plain Dutch what to do, and either has a receipt number or
still has the text in the form.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from naober.decisions import queries
from naober.decisions.models import Sitting
from naober.decisions.reader import read_paper
from naober.decisions.reading import ReadDocument
from naober.decisions.taking_in import take_in_document
from naober.kit.dates import LOCAL
from naober.people.actor import Actor
from naober.people.models import Body
from naober.post import receipts
from naober.post.models import Receipt

MOST_CHARACTERS = 1_000_000
SOURCE = "plakken"
_INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]"
)


class RefusedError(Exception):
    """The text can not be used. The message says in Dutch what to do; `receipt` is set when it was kept."""

    def __init__(self, message: str, receipt: Receipt | None = None) -> None:
        super().__init__(message)
        self.receipt = receipt


class NeedsMoreError(Exception):
    """The text does not say which body met or on what day; `read` is what it did say."""

    def __init__(self, body: Body | None, on: date | None) -> None:
        super().__init__("body or day missing")
        self.body = body
        self.on = on


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
    receipt, new = receipts.receive(SOURCE, text.encode("utf-8", "replace"))
    known = _known_sitting(receipt)
    if known is not None and not new:
        return TakenIn(known, receipt, new=False)
    if len(text) > MOST_CHARACTERS:
        _refuse(
            receipt,
            "Deze tekst is te lang om in één keer te lezen. Plak één vergadering tegelijk. "
            f"Wij hebben de tekst bewaard onder nummer {receipt.reference}.",
        )
    read = _read(clean(text), receipt)
    body, on = body or _body_of(read), on or read.header.on
    if body is None or on is None:
        raise NeedsMoreError(body, on)
    starts_at = _local(read.header.starts_at)
    sitting = take_in_document(by=by, body=body, on=on, starts_at=starts_at, read=read, receipt=receipt)
    receipts.mark_read(receipt, area="decisions", subject_id=sitting.pk)
    return TakenIn(sitting, receipt, new=True)


def clean(text: str) -> str:
    """The text without characters that nobody sees: NUL, control and direction marks."""
    return _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _known_sitting(receipt: Receipt) -> Sitting | None:
    if receipt.state != Receipt.State.READ or receipt.area != "decisions" or not receipt.subject_id:
        return None
    return Sitting.objects.filter(pk=receipt.subject_id).first()


def _read(text: str, receipt: Receipt) -> ReadDocument:
    own = queries.own_municipality()
    read = read_paper(text, own.name if own else "")
    elsewhere = read.header.municipality
    if own and elsewhere and elsewhere != own.name:
        _refuse(
            receipt,
            f"Deze tekst is van de gemeente {elsewhere}. Hier horen stukken van de gemeente {own.name}. "
            f"Is dat wel zo? Bel ons dan even en noem nummer {receipt.reference}.",
        )
    if not read.items:
        _refuse(
            receipt,
            "Wij vinden in deze tekst geen punten van een vergadering. Kopieer de hele pagina van de "
            "gemeente, met de nummers erbij, en plak die hier. "
            f"Wij hebben de tekst bewaard onder nummer {receipt.reference}.",
        )
    return read


def _refuse(receipt: Receipt, message: str) -> None:
    receipts.mark_refused(receipt, message)
    raise RefusedError(message, receipt)


def _body_of(read: ReadDocument) -> Body | None:
    kinds = {"raad": Body.Kind.COUNCIL, "commissie": Body.Kind.COMMITTEE, "college": Body.Kind.EXECUTIVE}
    kind = kinds.get(read.header.body or "")
    found = [body for body in queries.bodies() if body.kind == kind]
    name = (read.header.body_name or "").lower()
    named = [body for body in found if name and (body.name.lower() in name or name in body.name.lower())]
    candidates = named or found
    return candidates[0] if len(candidates) == 1 else None


def _local(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=LOCAL) if moment and moment.tzinfo is None else moment
