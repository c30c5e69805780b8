"""Names, functions and numbers: what a signature is made of, also where no closing formula announces it."""

import re
from dataclasses import dataclass
from functools import cache

from .words import pattern

_NAME_WORD = r"[A-ZÀ-ÖØ-Þ](?:[\w'’.-]*\w)?\.?|(?:[A-Z]\.){1,4}"
SENTENCE_END = re.compile(
    r"[.!?…:;)\]\"”’>]\s*$|[\U0001F300-\U0001FAFF\u2600-\u27BF]\ufe0f?\s*$|[:;]-?[)(DPp]\s*$"
)
MOST_LINES = 40
# A person speaks, so it is a sentence, even with a number in it.
_SAID = re.compile(r"\b(?:ik|wij|we|u|je|jullie|mij|ons|kunt|bel|ben|is|ich|wir|you)\b.*[.!]$", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-–•*·]|\d{1,2}[.)])\s")
_SPLIT_NAME = re.compile(r"\s*(?:,|\(|/|\||·|•|\s[-–—]\s)")


@cache
def _name() -> re.Pattern[str]:
    particle = f"(?i:{pattern('endings', 'particle').pattern})"
    return re.compile(rf"[-–—~*_\s]*(?:{_NAME_WORD})(?:\s+(?:{_NAME_WORD}|{particle})){{0,6}}[\s*_]*")


@dataclass(frozen=True)
class Writer:
    """Who is thought to have written: display name and address, to know a signature by."""

    name: str = ""
    address: str = ""

    def tokens(self) -> frozenset[str]:
        """The words of the name and of the address before its @, in lower case."""
        found = re.findall(r"[^\W\d_]{2,}", f"{self.name} {self.address.partition('@')[0]}".lower())
        return frozenset(word for word in found if not (_is_no_name(word) or word in _COMMON))


_COMMON = ("info", "van", "de", "der", "den", "het", "namens", "bestuur")


def _is_no_name(word: str) -> bool:
    return bool(pattern("endings", "no_name").fullmatch(word))


def has_words(lines: list[str]) -> bool:
    """Whether there is a letter or a digit in these lines."""
    return any(re.search(r"\w", line) for line in lines)


def is_signature_line(line: str, writer: Writer) -> bool:
    """Whether a line names somebody, a function, or how to reach them."""
    bare = line.strip(" *_-–—~•|\t")
    if not bare:
        return True
    if len(bare) > 110 or (len(bare.split()) > 12 and not pattern("endings", "contact").search(bare)):
        return False
    if re.search(r"[?!]$|[a-z]{3}\.\s+[A-Z]", bare) or _SAID.search(bare):
        return False
    return (
        looks_like_name(bare)
        or names_writer(bare, writer)
        or bool(pattern("endings", "contact").search(bare) and len(bare.split()) <= 10)
        or bool(
            pattern("endings", "function").search(bare) and len(bare.split()) <= 9 and not bare.endswith(".")
        )
        or bool(re.fullmatch(r"[\"“„«'‘].{3,80}[\"”»'’]", bare))
        or bool(re.fullmatch(r"[\W_]+", bare))
    )


def looks_like_name(bare: str) -> bool:
    """Whether the line, or what stands before a comma or bracket in it, has the form of a name."""
    head = _SPLIT_NAME.split(bare, maxsplit=1)[0].strip()
    words = [word.strip("*_.,!-") for word in head.lower().split()]
    if not words or any(_is_no_name(word) for word in words):
        return False
    return bool(_name().fullmatch(head)) and len(words) <= 6


def starts_with_name(text: str) -> bool:
    """Whether the text begins with what has the form of a name."""
    return bool(_name().match(text))


def names_writer(bare: str, writer: Writer) -> bool:
    """Whether a short line holds a word of the writer's own name."""
    words = set(re.findall(r"[^\W\d_]{2,}", bare.lower()))
    short = len(bare.split()) <= 6 and not re.search(r"[.?!:]\s*$", bare.rstrip("."))
    return short and bool(words & writer.tokens()) and not any(map(_is_no_name, words))


def without_trailing_names(lines: list[str], writer: Writer, *, goes_on: bool) -> list[str]:
    """Cut a name, with what belongs to it, that stands at the end without a closing formula."""
    end = len(lines)
    while end > max(0, len(lines) - MOST_LINES) and (
        not lines[end - 1].strip() or _may_sign(lines[end - 1], writer)
    ):
        end -= 1
    above = next((line for line in reversed(lines[:end]) if line.strip()), "")
    if above.rstrip().endswith(":"):
        # "Deze dorpen doen mee:" announces what follows, so it is no signature.
        end = next((at for at in range(end, len(lines)) if names_writer(lines[at], writer)), len(lines))
    for start in range(end, len(lines)):
        if not lines[start].strip() or not _starts_signature(lines, start, writer):
            continue
        if goes_on or has_words(lines[:start]):
            return lines[:start]
    return lines


def _may_sign(line: str, writer: Writer) -> bool:
    """An item of a list is no signature, unless it names the sender ("- Jan")."""
    if _ITEM.match(line) and not names_writer(line.strip(" -–•*"), writer):
        return False
    return is_signature_line(line, writer)


def _starts_signature(lines: list[str], start: int, writer: Writer) -> bool:
    bare = lines[start].strip(" *_-–—~•|\t")
    before = lines[start - 1].strip() if start else ""
    apart = not before or bool(SENTENCE_END.search(before))
    # A list of places or names is no signature: a name stands apart, or is the sender's own.
    if names_writer(_SPLIT_NAME.split(bare, maxsplit=1)[0], writer):
        return apart or len(before) < 60
    if pattern("endings", "contact").search(bare) and not looks_like_name(bare):
        return apart and len(bare.split()) <= 6
    alone = sum(bool(line.strip()) for line in lines[start:]) <= 6
    office = len(bare.split()) <= 5 and bool(pattern("endings", "function").match(bare))
    return apart and alone and (looks_like_name(bare) or office)
