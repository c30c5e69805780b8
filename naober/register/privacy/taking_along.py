"""Everything we hold of a person, to read and to take along."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Field, Model, QuerySet
from django.template.loader import render_to_string

from naober.kit import dates
from naober.kit.area import areas, entry_kind_words
from naober.kit.retention import SECRET, TECHNICAL, Retention
from naober.kit.words import capital, day_long, moment_near
from naober.people import queries as people
from naober.people.actor import Channel
from naober.people.models import Person
from naober.register.privacy.held import Classed, main_class, rows_about

NOT_TOLD = ("html", "password", "account")
"""A mail holds its words as plain text too, nobody has a password, the address says whose sign-in it is."""

HOW = {
    Channel.WEB: "op de website",
    Channel.MAIL: "per mail",
    Channel.PHONE: "door de telefoon",
    Channel.PAPER: "op papier",
    Channel.MEETING: "in een vergadering",
    Channel.CLOCK: "vanzelf",
    Channel.IMPORT: "uit een lijst",
}


@dataclass(frozen=True)
class HeldRow:
    """One row, as words: what it says, by the Dutch name of each field."""

    fields: dict[str, str]


@dataclass(frozen=True)
class HeldKind:
    """The rows of one table about a person: what they are, what for, until when, who sees them."""

    what: str
    kept_as: str
    why: str
    until: str
    seen_by: str
    rows: tuple[HeldRow, ...]


def all_of(person: Person, *, most: int | None = None) -> tuple[HeldKind, ...]:
    """What we hold of a person, a part per kind of thing; of each at most `most` rows, the newest."""
    return tuple(
        HeldKind(
            what="Uzelf" if table.model is Person else capital(str(table.model._meta.verbose_name)),
            kept_as=retention.word,
            why=retention.why,
            until=retention.ends,
            seen_by=retention.seen_by,
            rows=tuple(HeldRow(dict(_words(table, row, person))) for row in rows.order_by("-pk")[:most]),
        )
        for table, rows in sorted(rows_about(person), key=_nouns_first)
        for retention in [main_class(table)]
        if rows.exists()
    )


def _nouns_first(found: tuple[Classed, QuerySet]) -> int:
    """The lowest area, that of the nouns, is the last of the list of areas."""
    names = [area.name for area in areas()]
    return -names.index(found[0].model._meta.app_label)


def _words(table: Classed, row: Model, person: Person) -> Iterator[tuple[str, str]]:
    for field in table.fields(personal=False):
        retention = table.classes[field.name]
        value = getattr(row, field.name)
        if retention != TECHNICAL and field.name not in NOT_TOLD and value not in (None, "", person):
            yield _name_of(field), _as_word(row, field, value, retention)


def _name_of(field: Field) -> str:
    related = field.related_model
    return capital(str(related._meta.verbose_name if related else field.verbose_name))


def _as_word(row: Model, field: Field, value: Any, retention: Retention) -> str:
    if retention == SECRET:
        return "geheim"
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, Person):
        return "iemand anders"  # who that is, is theirs to tell
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return _as_said(field, value)


def _as_said(field: Field, value: Any) -> str:
    """A moment, a day or a code in the words that people use."""
    if isinstance(value, datetime):
        return moment_near(value.astimezone(dates.LOCAL), dates.today())
    if isinstance(value, date):
        return day_long(value)
    if field.name == "kind":
        return entry_kind_words().get(value, str(value))
    if field.name in ("channel", "withdrawn_channel"):
        return HOW.get(value, str(value))
    return str(value)


def as_zip(person: Person) -> bytes:
    """A zip with two files that say the same: one for people, one for programs."""
    kinds = all_of(person)
    content = {
        "person": person,
        "kinds": kinds,
        "umbrella": people.umbrella(),
        "made_on": dates.today(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mijn-gegevens.html", render_to_string("register/privacy/taken_along.html", content))
        archive.writestr("mijn-gegevens.json", _as_json(person, kinds))
    return packed.getvalue()


def _as_json(person: Person, kinds: tuple[HeldKind, ...]) -> str:
    said = {
        "naam": person.name,
        "gemaakt_op": dates.today().isoformat(),
        "gegevens": [
            {
                "wat": kind.what,
                "bewaard_als": kind.kept_as,
                "waarom": kind.why,
                "tot": kind.until,
                "wie_ziet_het": kind.seen_by,
                "regels": [asdict(row)["fields"] for row in kind.rows],
            }
            for kind in kinds
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)
