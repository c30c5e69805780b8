"""Everything we hold of a person, to read and to take along."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Field, ForeignKey, Model
from django.template.loader import render_to_string

from naober.kit import dates
from naober.kit.retention import SECRET, TECHNICAL, Retention
from naober.kit.words import capital, moment_near
from naober.people import queries as people
from naober.people.models import Person
from naober.register.privacy.held import Classed, main_class, rows_about


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
            what=capital(str(table.model._meta.verbose_name)),
            kept_as=retention.word,
            why=retention.why,
            until=retention.ends,
            seen_by=retention.seen_by,
            rows=tuple(HeldRow(dict(_words(table, row, person))) for row in rows.order_by("-pk")[:most]),
        )
        for table, rows in rows_about(person)
        for retention in [main_class(table)]
        if rows.exists()
    )


def _words(table: Classed, row: Model, person: Person) -> Iterator[tuple[str, str]]:
    for field in table.fields(personal=False):
        retention = table.classes[field.name]
        value = getattr(row, field.name)
        if retention != TECHNICAL and value not in (None, "", person):
            yield capital(str(field.verbose_name)), _as_word(row, field, value, retention)


def _as_word(row: Model, field: Field, value: Any, retention: Retention) -> str:
    if retention == SECRET:
        return "geheim"
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, Person):
        return "iemand anders"  # who that is, is theirs to tell
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if hasattr(value, "astimezone"):
        return moment_near(value.astimezone(dates.LOCAL), dates.today())
    return str(value.pk) if isinstance(field, ForeignKey) and _names_somebody(field) else str(value)


def _names_somebody(field: ForeignKey) -> bool:
    """Whether the words of a row that this field points at hold a person's name or words."""
    return field.related_model._meta.model_name in {"outboxmessage", "account"}


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
