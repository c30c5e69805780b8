"""The rules of who sees what, in words: made from the table that every read obeys, so that it is true."""

from dataclasses import dataclass

from django.conf import settings

from naober.kit.words import number_word
from naober.people.models import Village
from naober.register.book.rules import SEES, Detail, Scope, Viewer


@dataclass(frozen=True)
class Row:
    """One detail of a person, and for each who looks of whom they see it."""

    detail: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Who sees what."""

    viewers: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def by_viewer(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """The same by who looks: on a telephone nobody reads a wide table."""
        return tuple(
            (viewer, tuple((row.detail, row.cells[n]) for row in self.rows))
            for n, viewer in enumerate(self.viewers)
        )


def as_words() -> Table:
    """The whole table as people read it."""
    return Table(
        viewers=tuple(viewer.value for viewer in Viewer),
        rows=tuple(
            Row(detail.value, tuple(SEES[viewer].get(detail, Scope.NOBODY).value for viewer in Viewer))
            for detail in Detail
        ),
    )


def too_large(village: Village) -> str:
    """Why a place can not be added to a member without more, and what to do."""
    return (
        f"{village} telt {number_word(village.residents or 0)} inwoners ({village.residents_source}, "
        f"{village.residents_year}). Het dorpenoverleg is er voor dorpen met minder dan "
        f"{number_word(settings.NAOBER_SMALL_BELOW)}. Besloot het bestuur dat het toch meedoet? "
        "Zet dan hier een vinkje."
    )


def above_the_limit(village: Village) -> str:
    """What happens when a member's place has grown above the limit: nothing, until the board decides."""
    return (
        f"{village} telt {number_word(village.residents or 0)} inwoners ({village.residents_source}, "
        f"{village.residents_year}). Er verandert niets, tot het bestuur besluit of het dorp meedoet."
    )
