"""The closing formula ("Met vriendelijke groet") and all that stands below it."""

import re

from .footers import postscript
from .sender_names import SENTENCE_END, Writer, has_words, is_signature_line, starts_with_name
from .words import pattern

_INLINE = re.compile(
    r"(?<=[\w.!?…,)])\s+(?P<closing>(?:met\s+(?:\w+\s+){0,2})?(?:hartelijke\s+|vriendelijke\s+|vr\.?\s*)?(?:groet(?:en|jes|je|ies|n)?|gr|grt(?:jes|js|z|s)?|mvg|m\.v\.g\.)\b[.,!:]?"
    r"(?:\s+(?:van\s+)?[^\s.!?,]+){0,5}[.!]?)\s*$",
    re.IGNORECASE,
)


def before_closing(lines: list[str], writer: Writer, *, goes_on: bool) -> list[str]:
    """The lines above the closing formula, and a postscript below it."""
    for index, line in enumerate(lines):
        above = lines[:index]
        if not line.strip() or not _starts_after_sentence(above, line):
            continue
        kept = _kept_of_closing(line, lines[index + 1 :], writer)
        below = lines[index + 1 :]
        if kept is None or not (kept or goes_on or has_words(above) or _all_sign(below, writer)):
            continue
        return [*above, kept, *postscript(lines[index + 1 :])]
    return _cut_inline_closing(lines, writer)


def _all_sign(lines: list[str], writer: Writer) -> bool:
    return all(is_signature_line(line, writer) for line in lines)


def _starts_after_sentence(above: list[str], line: str) -> bool:
    """Whether the line starts something of its own, and is not the rest of a wrapped sentence: a line is
    only broken off where the next word would make it longer than the longest."""
    before = above[-1] if above else ""
    if not before.strip() or SENTENCE_END.search(before) or line[:1].isupper():
        return True
    alone = pattern("endings", "closing").match(line.strip(" *_"))
    if alone and line.rstrip().endswith(",") and not line.strip(" *_")[alone.end() :].strip(" ,"):
        return True
    longest = max(len(other) for other in [*above, line])
    return len(before) + 1 + len(line.split()[0]) <= longest


def _kept_of_closing(line: str, below: list[str], writer: Writer) -> str | None:
    """What stays of a line that closes the mail ("Alvast bedankt en groeten"); None when it does not."""
    bare = line.strip(" *_-–—~•\t")
    if len(bare) > 110:
        return None
    thanks = pattern("endings", "thanks_before").match(bare)
    if thanks:
        rest = re.sub(r"^(?:\s*[,.!;]?\s*(?:en|met|and)?\s+)", "", bare[thanks.end() :])
        if rest != bare[thanks.end() :] and _is_closing(rest, below, writer):
            return thanks[0]
    return "" if _is_closing(bare, below, writer) else None


def _is_closing(bare: str, below: list[str], writer: Writer) -> bool:
    match = pattern("endings", "closing").match(bare)
    if match and match.end() and _rest_is_signature(bare[match.end() :], below, writer):
        return True
    if _is_on_behalf(bare, below, writer):
        return True
    return bool(pattern("endings", "soft_closing").match(bare)) and _all_sign(below, writer)


def _rest_is_signature(rest: str, below: list[str], writer: Writer) -> bool:
    """Behind "Groeten" may follow a name, a place, "namens ...", the same in English; not a sentence."""
    rest = rest.strip(" ,.!:-–—*_;)/&|")
    words = rest.split()
    if len(words) > 9 or re.search(r"[.!?]\s+\w", rest):
        return False
    if len(words) <= 2 or pattern("endings", "closing").match(rest):
        return True
    if re.match(r"(?:mede|namens|van|vanuit|uit|en|terug|tot|ook)\b", rest, re.IGNORECASE):
        return not _VERB.search(rest)
    if len(words) <= 6 and not has_words(below) and not _VERB.search(rest):
        return True
    named = starts_with_name(rest) or bool(writer.tokens() & set(rest.lower().split()))
    return named or all(len(piece.split()) <= 3 for piece in rest.split(","))


_VERB = re.compile(r"\b(?:is|zijn|wil|kan|mag|moet|heeft|hebben|krijgt|doen|wordt|werd|werden|was)\b")


def _is_on_behalf(bare: str, below: list[str], writer: Writer) -> bool:
    """ "Namens het bestuur," closes a mail; "Namens Elp: tegen." and "Namens Elp wil ik ..." do not."""
    if (
        not re.match(r"(?:mede\s+)?(?:namens|on behalf of|im namen)\b", bare, re.IGNORECASE)
        or len(bare.split()) > 14
    ):
        return False
    if re.search(
        r"[:;?]|[.!]\s|\b(?:ik|wij|we|stuur|meld|deel|laat|kan|akkoord|eens|tegen|ja|nee|steun\w*|vinden)\b",
        bare,
        re.IGNORECASE,
    ):
        return False
    rest = [line for line in below if line.strip()]
    if not rest:
        return not bare.endswith(".")
    return bare.endswith(",") or all(is_signature_line(line, writer) for line in rest[:2])


def _cut_inline_closing(lines: list[str], writer: Writer) -> list[str]:
    """A closing in the last line, behind a sentence: "... wie belt? Groetjes Riet"."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not line.strip() or is_signature_line(line, writer):
            continue
        match = _INLINE.search(line)
        if not match or not _closes_inline(line[: match.start()], match["closing"], writer):
            return lines
        return [*lines[:index], line[: match.start()]]
    return lines


def _closes_inline(before: str, closing: str, writer: Writer) -> bool:
    if re.search(r"\b(?:de|hartelijke|veel)\s*$", before, re.IGNORECASE) or len(before.split()) < 1:
        return False
    ended = bool(re.search(r"[.!?…,)]\s*$", before)) or closing[:1].isupper()
    name = re.sub(r"^\S+\W*", "", closing).strip(" .!")
    return ended or bool(writer.tokens() & set(re.findall(r"\w+", name.lower())))
