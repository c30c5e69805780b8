"""Does a board agree? `yes`, `no`, `undecided`, or nothing. Never a yes that was not said.

Read sentence by sentence: the first clear one stands, and what a later one adds may only take away from a
yes. Silence, a receipt, a condition and a question are no yes.
"""

import re
from dataclasses import dataclass

from .subjects import marks
from .words import pattern

MAX_CHARACTERS = 6_000
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n\s*\n|\n(?=\s*(?:[-•*\d]|[A-ZÀ-Þ]))")
_GREETING = re.compile(
    r"(?:geachte|beste|dag|hallo|hoi|hai|hé|hey|hi|goede?n?\s?(?:morgen|middag|avond|dag)|moi|heren|dames|l\.s\."
    r"|dear|guten tag|hallo allemaal)\b(?:[ \t]+[\w'’&/.-]+){0,6}?[ \t]*(?:[,!:]|\.(?=\s)|\n)\s*",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\s*(ja|nee|akkoord|niet akkoord|voor|tegen|goedkeuren|afkeuren|goedgekeurd|afgekeurd|approve|reject|yes"
    r"|no)\s*:",
    re.IGNORECASE,
)
_REFUSALS = frozenset({"nee", "niet akkoord", "tegen", "afkeuren", "afgekeurd", "reject", "no"})
# Naming the choice is not making it.
_CHOICE = re.compile(r"\bja\s*(?:/|of|dan wel|,)\s*(?:of\s+)?nee\b", re.IGNORECASE)
# "Ja, en wie komt er?" says yes and then asks.
_YES_AND_QUESTION = re.compile(
    r"\A((?:ja|nee|akkoord|prima)\b[\w ]{0,12}?)[,.!]?\s+"
    r"(?=(?:en\s+)?(?!maar|mits|als|of|tenzij|toch)[^.!?]{3,120}\?)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,.;:!?✓]|\b(?:maar|en|doch|want|omdat|dus|but|and)\b", re.IGNORECASE)
_STARTS_NO = re.compile(r"\W*(?:nee|neen|tegen|niet)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Said:
    """What one sentence says."""

    yes: bool = False
    weak: bool = False
    no: bool = False
    open: bool = False
    put_off: bool = False
    question: bool = False
    receipt: bool = False


def answer_of(text: str, subject: str, question: str) -> str | None:
    """What these words answer to a question whether somebody agrees.

    `text`: the new words alone; `subject`: of this mail; `question`: the quoted words, with what was asked.
    """
    if not text.strip():
        return _voted(subject)
    asked = bool(pattern("answers", "asks").search(f"{subject}\n{question}"))
    if question.strip() and not asked:
        return None
    sentences = _sentences(text)
    # "Gestemd: 2 voor, 7 tegen. Dus nee." The conclusion counts, not the way to it.
    concludes = (at for at, one in enumerate(sentences) if pattern("answers", "concludes").match(one))
    said = [_read(sentence) for sentence in sentences[next(concludes, 0) :]]
    asked = asked and not pattern("answers", "elsewhere").search(text)
    if not any(one.yes or one.weak or one.no or one.open for one in said):
        return _without_a_word(said, asked=asked)
    if any((one.yes or one.weak) and one.no for one in said[:3]):
        return "undecided"
    told = next(one for one in said if one.yes or one.weak or one.no or one.open)
    if told.open:
        return "undecided"
    if told.no:
        return "no"
    # Nobody knows what stands below what was read.
    return "undecided" if len(text) > MAX_CHARACTERS else _still_yes(said)


def _voted(subject: str) -> str | None:
    """A mail without words has its answer in the subject: by a voting button, or typed there."""
    match = _VOTING.match(subject)
    if match:
        return "no" if match[1].lower() in _REFUSALS else "yes"
    if marks(subject) or not 0 < len(subject.split()) <= 3:
        return None
    said = _read(subject)
    if said.open or said.yes == said.no:
        return None
    return "no" if said.no else "yes"


def _sentences(text: str) -> list[str]:
    text = re.sub(r"(?m)^[ \t>*•-]+", "", text[:MAX_CHARACTERS].strip())
    text = _GREETING.sub("", text, count=1).strip()
    text = _YES_AND_QUESTION.sub(r"\1.\n\n", text, count=1)
    found = [re.sub(r"\s+", " ", sentence).strip() for sentence in _SENTENCE.split(text) if sentence]
    return [sentence for sentence in found if sentence]


def _read(sentence: str) -> _Said:
    bare = _CHOICE.sub(" ", sentence.strip(" \"'*_"))
    without_yes, turned = pattern("answers", "yes_in_no").subn(" ✓ ", bare)
    if turned:
        # "Nee hoor, geen bezwaar": the no at the start is part of the yes.
        without_yes = re.sub(r"^\W*neen?\b", "", without_yes, flags=re.IGNORECASE)
    rest, refusals = pattern("answers", "no").subn(" # ", without_yes)
    refuses = bool(refusals)
    agrees, denied = _agreement(rest)
    refuses = refuses or denied
    acknowledges = bool(pattern("answers", "acknowledges").search(bare))
    agrees = (agrees and not acknowledges) or bool(turned)
    if refuses and not turned and _STARTS_NO.match(bare):
        agrees = False
    weak = bool(pattern("answers", "yes_weak").search(rest))
    yielding = bool(pattern("answers", "but").search(bare) or pattern("answers", "condition").search(bare))
    received = acknowledges or bool(pattern("answers", "receipt").search(bare))
    thanks = bool(pattern("answers", "thanks").search(bare))
    asks = bare.rstrip(" \"')").endswith("?")
    return _Said(
        yes=agrees and not asks,
        weak=weak and not (thanks or received or asks),
        no=refuses and not asks,
        open=bool(pattern("answers", "undecided").search(bare)) or (yielding and (agrees or weak)),
        put_off=bool(pattern("answers", "put_off").search(bare)),
        question=asks and not turned,
        receipt=received,
    )


def _agreement(text: str) -> tuple[bool, bool]:
    """Whether the words agree, and whether they deny an agreement ("die wij niet ondersteunen")."""
    agrees = denied = False
    for match in pattern("answers", "yes").finditer(text):
        if pattern("answers", "not_inside").search(match[0]):
            denied = True
            continue
        before = _CLAUSE.split(text[: match.start()])[-1]
        end = match.start() + len(match[0].rstrip(" .,!;:"))
        after = _CLAUSE.split(text[end:])[0]
        if "#" in before or "#" in after:
            continue  # part of a refusal that was read already
        if pattern("answers", "not_before").search(before) or pattern("answers", "not_after").match(after):
            denied = True
        else:
            agrees = True
    return agrees, denied


def _still_yes(said: list[_Said]) -> str:
    """A clear yes stands beside remarks; a refusal or a condition in a later sentence takes it away, and
    mere approval is none where the matter is put off."""
    first = next(index for index, one in enumerate(said) if one.yes or one.weak)
    if any(one.no or one.open for one in said[first:]) or any(one.question for one in said[:first]):
        return "undecided"
    clear = any(one.yes for one in said)
    return "yes" if clear or not any(one.put_off for one in said) else "undecided"


def _without_a_word(said: list[_Said], *, asked: bool) -> str | None:
    """Neither yes nor no: put off, received, or a question back, where agreement was asked for."""
    if any(one.receipt or one.put_off for one in said):
        return "undecided"
    return "undecided" if asked and any(one.question for one in said) else None
