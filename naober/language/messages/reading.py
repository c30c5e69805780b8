"""One message, read: what the verb prints and what the web intake proposes."""

from collections.abc import Callable
from dataclasses import dataclass

from naober.language.likeness import Fingerprint, fingerprint
from naober.language.masking import Finding, personal_data
from naober.language.places import Gazetteer
from naober.language.topics import shipped_finder

from .labels import kind_of_message, scope_of_message, themes_of_message
from .village import village_of


@dataclass(frozen=True)
class ReadMessage:
    """What a message says, as proposals that a person confirms."""

    themes: tuple[str, ...]
    village: str | None
    kind: str
    scope: str
    personal_data: tuple[Finding, ...]
    fingerprint: Fingerprint


def read_message(text: str, gazetteer: Gazetteer, known: Gazetteer | None = None) -> ReadMessage:
    """Read `text`; it can be about places of `gazetteer` only, and those of `known` are no people either."""
    hits = shipped_finder().find(text)
    personal = personal_data(text, is_place_in(known or gazetteer))
    kind = kind_of_message(text, hits)
    return ReadMessage(
        themes=themes_of_message(text, hits),
        village=village_of(text, gazetteer, personal),
        kind=kind,
        scope=scope_of_message(text, hits, kind),
        personal_data=tuple(personal),
        fingerprint=fingerprint(text),
    )


def is_place_in(gazetteer: Gazetteer) -> Callable[[str], bool]:
    """Whether a word is the whole name of a place of `gazetteer`."""

    def is_place(word: str) -> bool:
        found = gazetteer.find(word)
        return bool(found) and len(found[0].surface) == len(word)

    return is_place
