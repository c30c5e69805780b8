"""Sentences of a Dutch text, for saying in one line what it is about."""

import re

# What stands before a full stop that ends no sentence.
ABBREVIATIONS = frozenset(
    {
        "ca", "nr", "nrs", "art", "lid", "blz", "bijv", "bv", "o.a", "m.b.t", "i.v.m", "t.b.v", "d.d", "t/m",
        "jl", "a.s", "z.s.m", "mr", "drs", "ir", "dr", "ing", "mw", "dhr", "st", "vgl", "resp", "evt", "incl",
        "excl", "tel", "par", "max", "min",
    }
)  # fmt: skip
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Ý0-9€])")


def sentences(text: str) -> list[str]:
    """The sentences of a running text, each on one line; a line break ends a sentence too."""
    found: list[str] = []
    for line in text.splitlines():
        start = 0
        for end in _END.finditer(line):
            if not _is_abbreviation(line[: end.start()]):
                found.append(line[start : end.end()])
                start = end.end()
        found.append(line[start:])
    return [" ".join(sentence.split()) for sentence in found if sentence.strip()]


def first_sentence(text: str) -> str:
    """The first sentence of at least four words; the first of all when none is so long; "" of nothing."""
    found = sentences(text)
    return next((sentence for sentence in found if len(sentence.split()) >= 4), found[0] if found else "")


def _is_abbreviation(before: str) -> bool:
    if not before.endswith("."):
        return False
    last = before.rstrip(".!?\"'”’)").split()[-1:] or [""]
    word = last[0].lower().lstrip("(")
    return word in ABBREVIATIONS or re.fullmatch(r"[a-z](\.[a-z])*", word) is not None
