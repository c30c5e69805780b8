"""Leaves the names of people out of a paper: who spoke is nobody's business here, what was said is.

A name is known by the word before it ("wethouder", "de heer", "mevrouw"), never by itself: a surname may be
a village. In its place comes an ellipsis, as in any quotation that leaves something out.
"""

import re

_POLITE = r"[Hh]eer|[Mm]evrouw|[Mm]eneer|[Dd]hr\.?|[Mm]w\.?|[Mm]evr\.?|[Ff]amilie"
_FUNCTION = (
    r"[Ww]ethouder|[Bb]urgemeester|[Rr]aadslid|[Cc]ommissielid|[Ff]ractievoorzitter|[Gg]riffier|[Vv]oorzitter|"
    r"[Ss]ecretaris|[Pp]ortefeuillehouder|[Ii]nspreker"
)
_PARTICLES = r"(?:(?:van|de|der|den|het|ten|ter|te|'t|in 't|op de)\s)"
_INITIALS = r"(?:[A-Z]\.\s?)+"
_SURNAME = r"[A-ZÀ-Ý][a-zà-ÿ'’]+(?:-[A-ZÀ-Ý][a-zà-ÿ'’]+)*"
# Van der Sluis: a particle with a capital opens a name behind a title.
_WHOLE = rf"(?:{_INITIALS}\s?)?{_SURNAME}(?:\s{_PARTICLES}*{_SURNAME})?"
_INITIALLED = rf"{_INITIALS}\s?(?:{_PARTICLES}|(?:Van|De|Der|Den|Ten|Ter|Te)\s)*{_SURNAME}"
_SEVERAL = re.compile(rf"\b([Hh]eren|[Dd]ames)(\s+){_WHOLE}(?:,\s{_WHOLE})*(?:\s(?:en|&)\s{_WHOLE})?")

_NAMED = (
    # "de heer van der Sluis": behind a polite title even a small particle opens a name ...
    re.compile(rf"\b({_POLITE})(:?\s+)(?:{_INITIALLED}|{_PARTICLES}*{_WHOLE})"),
    # ... behind a function it may open a place: "de burgemeester van Midden-Drenthe".
    re.compile(rf"\b({_FUNCTION})(:?\s+)(?:{_INITIALLED}|{_WHOLE})"),
)
_ALONE = re.compile(rf"\b{_INITIALLED}")
_FUNCTIONS_WITH_CAPITAL = re.compile(r"College|Raad|Gemeente|Commissie|Wethouder|Burgemeester|Voorzitter")


def without_names(text: str) -> str:
    """`text` with an ellipsis for every name of a person that a title or initials give away."""
    for named in (_SEVERAL, *_NAMED):
        text = named.sub(_keep_title, text)
    return _ALONE.sub("…", text)


def _keep_title(found: re.Match[str]) -> str:
    title, space = found.group(1), found.group(2)
    name = found.group(0)[len(title) + len(space) :]
    return found.group(0) if _FUNCTIONS_WITH_CAPITAL.match(name) else f"{title}{space}…"
