"""The marks before a subject: is it an answer, is it passed on?"""

import re

from .words import pattern

_PREFIX = re.compile(r"\s*([^\W\d_]{1,16})\s?(?:\[\d+\]|\(\d+\)|\^\d+)?\s?:\s*")
_TAG = re.compile(r"\s*(?:\[[^\]]{1,40}\]|\*{2,}\w+\*{2,})\s*")


def marks(subject: str) -> list[str]:
    """`reply` and `forward` for the marks before a subject, the outermost first."""
    found: list[str] = []
    at = 0
    while True:
        tag = _TAG.match(subject, at)
        if tag:
            at = tag.end()
            continue
        prefix = _PREFIX.match(subject, at)
        if not prefix:
            return found
        if pattern("quotes", "reply_prefix").fullmatch(prefix[1]):
            found.append("reply")
        elif pattern("quotes", "forward_prefix").fullmatch(prefix[1]):
            found.append("forward")
        else:
            return found
        at = prefix.end()


def forwards(subject: str) -> bool:
    """Whether the outermost mark says that this mail was passed on."""
    return marks(subject)[:1] == ["forward"]


def answers(subject: str) -> bool:
    """Whether the outermost mark says that this mail answers another."""
    return marks(subject)[:1] == ["reply"]
