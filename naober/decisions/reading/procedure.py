"""Which items are only procedure: opening, agenda, minutes. They have no theme."""

import re

# "Sluiting" of the meeting, not that of a gymnasium.
OF_THE_MEETING = (
    r"(?:opening|sluiting)\b"
    r"(?!\s+(?!en\b|van de (?:vergadering|raad|commissie)|vergadering|door|om)[a-z])"
)
PROCEDURE = re.compile(
    rf"(?:{OF_THE_MEETING}|(?:vast)?stell\w+ (?:van )?(?:de )?(?:gewijzigde )?(?:agenda|besluitenlijst\w*"
    r"|verslag\w*|notulen|videoverslag)"
    r"|vaststelling (?:van de )?(?:agenda|b ?& ?w|besluitenlijst|verslag)|agenda\b|spreekrecht|inspraak"
    r"|mededelingen"
    r"|besluitenlijst\w*(?: van| \d|$)|verslag (?:van de )?(?:vorige )?vergadering|rondvraag|vragenhalfuur"
    r"|vragenuur"
    r"|ingekomen stukken|lijst (?:van )?(?:ingekomen|toezeggingen)|toezeggingen|uitnodigingen"
    r"|informatie van het college"
    r"|overige informatie|opini[ëe]rende|gemeenschappelijke regelingen$|motie-?overzicht|hamerstukken"
    r"|bespreekstukken"
    r"|besluitvormende stukken|oordeelvormend|beeldvormend|vragen aan het college|moties (?:bij|en)|lijst)",
    re.IGNORECASE,
)
ALWAYS_EMPTY = re.compile(
    rf"(?:{OF_THE_MEETING}|(?:vast)?stell\w+ (?:van )?(?:de )?(?:gewijzigde )?(?:agenda|besluitenlijst\w*"
    r"|verslag\w*|notulen|videoverslag)"
    r"|agenda\b|besluitenlijst\w*(?: van| \d|$)|verslag (?:van de )?(?:vorige )?vergadering"
    r"|toezeggingenlijst)",
    re.IGNORECASE,
)


def is_procedure(title: str, text: str) -> bool:
    """True when the item is about the meeting itself and its text tells of nothing else."""
    if ALWAYS_EMPTY.match(title):
        return True
    return bool(PROCEDURE.match(title)) and len(text) < 40
