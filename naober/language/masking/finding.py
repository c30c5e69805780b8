"""All personal data of a text in order, and the text with what it was in its place."""

from collections.abc import Callable, Iterable

from .addresses import addresses_in
from .kinds import ACCOUNT, ADDRESS, CITIZEN_NUMBER, MAIL, NAME, PHONE, PLATE, Finding
from .names import names_in
from .numbers import numbers_in

SHOWN = {
    NAME: "[naam]",
    PHONE: "[telefoonnummer]",
    MAIL: "[mailadres]",
    ADDRESS: "[adres]",
    ACCOUNT: "[rekeningnummer]",
    PLATE: "[kenteken]",
    CITIZEN_NUMBER: "[burgerservicenummer]",
}


def personal_data(text: str, is_place: Callable[[str], bool] = lambda word: False) -> list[Finding]:
    """What in `text` says who somebody is or how to reach them, in order and without overlaps.

    `is_place` tells whether a word is a place, so that a village is not taken for a surname and a hamlet that
    numbers its houses by name is seen as an address.
    """
    found = [*numbers_in(text), *addresses_in(text, is_place), *names_in(text, is_place)]
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start, -f.end)):
        if kept and finding.start < kept[-1].end:
            if finding.end > kept[-1].end:
                last = kept[-1]
                kept[-1] = Finding(last.start, finding.end, last.kind, text[last.start : finding.end])
            continue
        kept.append(finding)
    return kept


def masked(text: str, findings: Iterable[Finding]) -> str:
    """`text` with the kind of each finding in its place: "[naam] belde"."""
    for finding in sorted(findings, key=lambda f: -f.start):
        text = text[: finding.start] + SHOWN[finding.kind] + text[finding.end :]
    return text
