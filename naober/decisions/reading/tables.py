"""Papers set as a table with the columns number, subject and decision."""

import re

from .segments import Segment

COLUMNS = re.compile(
    r"(?im)^[^\w\n]*(?:nr|nummer|punt|agendapunt|no)\b\.?\s*(?:\||\n|\t| )+\s*(?:agendapunt|onderwerp|titel"
    r"|voorstel|omschrijving)\s*(?:\||\n|\t| )+\s*(?:het )?besluit(?:en)?\W*$"
)


def is_decision_table(text: str, segments: list[Segment]) -> bool:
    """True when a head of columns ends in "Besluit": the last cell of a row is then the decision."""
    first = segments[0].start if segments else len(text)
    return bool(COLUMNS.search(text[: first + 80]))
