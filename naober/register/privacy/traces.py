"""The words by which somebody is found in a text: their name, their addresses, their telephone number."""

import re
from dataclasses import dataclass
from functools import cached_property

from naober.people.models import Person
from naober.register.privacy.held import own_addresses

GONE = "[gewist]"
# A single word, as "Bos", is also a wood; it is erased where it stands alone, not inside other texts.
LEAST_LETTERS = 5
LEAST_DIGITS = 8
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


@dataclass(frozen=True)
class Traces:
    """What to look for, and what puts `GONE` in its place."""

    words: tuple[str, ...]
    phones: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        parts = [r"\s+".join(re.escape(part) for part in word.split()) for word in self.words]
        parts = [rf"(?<!\w){part}(?!\w)" for part in parts]
        parts += [r"\(?" + r"[\s().-]{0,3}".join(phone) for phone in self.phones]
        return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)

    @property
    def hints(self) -> frozenset[str]:
        """Texts that hold one of these are looked at; a database finds them without our pattern."""
        ends = {phone[-4:] for phone in self.phones}
        cased = {form for word in self.words for form in (word, word.lower(), word.upper())}
        return frozenset(cased | ends)

    def erased_from(self, text: str) -> str:
        return self.pattern.sub(GONE, text)

    def are_in(self, content: bytes) -> bool:
        """Whether a file holds them, whatever way its letters are written down."""
        return any(self.pattern.search(content.decode(code, "ignore")) for code in ENCODINGS)


def traces_of(person: Person) -> Traces:
    """The traces of a person as the register knows them now, so before anything is erased."""
    words = (person.name, person.street, *own_addresses(person))
    digits = re.sub(r"\D", "", person.phone)
    return Traces(
        words=tuple(word for word in words if _is_telling(word)),
        phones=(digits,) if len(digits) >= LEAST_DIGITS else (),
    )


def _is_telling(word: str) -> bool:
    return len(word) >= LEAST_LETTERS and (" " in word or "@" in word)
