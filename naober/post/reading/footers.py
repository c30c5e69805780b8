"""What programs put around the words of a person: device lines, warnings, signature marks, disclaimers."""

import re

from .sender_names import SENTENCE_END, has_words
from .words import pattern

_RULE = re.compile(r"\W*[_=*-]{5,}\W*")


def is_device_line(line: str) -> bool:
    """Whether a mail program wrote this line: about itself ("Verstuurd vanaf ..."), or for a picture."""
    if pattern("endings", "picture").fullmatch(line):
        return True
    bare = re.sub(r"<?https?://\S+>?|\[[^\]]*\]", "", line).strip(" *_-–—|<>\t")
    if not 4 < len(bare) < 110 or len(bare.split()) > 10:
        return False
    return bool(
        pattern("endings", "device").fullmatch(bare) and pattern("endings", "device_thing").search(bare)
    )


def without_banner(lines: list[str]) -> list[str]:
    """Leave out the warning that the receiver's system put on top."""
    kept: list[str] = []
    for paragraph in _paragraphs(lines):
        text = " ".join(paragraph)
        if pattern("endings", "banner").search(text) and len(text) < 700:
            if len(paragraph) > 1 and not pattern("endings", "banner").search(paragraph[-1]):
                kept += [line for line in paragraph if not pattern("endings", "banner").search(line)]
            continue
        kept += [*paragraph, ""]
    return kept if len(kept) else lines


def without_marked(lines: list[str], marked: list[str]) -> list[str]:
    """Leave out, at the end, the lines that the HTML of the same mail marks as a signature."""
    known = {re.sub(r"\W+", "", line).lower() for line in marked} - {""}
    at = len(lines)
    while at and (not lines[at - 1].strip() or re.sub(r"\W+", "", lines[at - 1]).lower() in known | {""}):
        at -= 1
    # A whole mail typed in the place of the signature is no signature.
    return lines[:at] if any(line.strip() for line in lines[:at]) else lines


def before_mark(lines: list[str]) -> list[str]:
    """The lines above the mark "-- " of a signature, and a postscript below it."""
    for index, line in enumerate(lines):
        if line.rstrip() == "--" and sum(bool(rest.strip()) for rest in lines[index:]) <= 16:
            return lines[:index] + postscript(lines[index + 1 :])
    return lines


def before_footer(lines: list[str]) -> list[str]:
    """The lines above the first sentence of a disclaimer, or of the footer of a list or letter."""
    kept: list[str] = []
    for paragraph in _paragraphs(lines):
        found = _footer_in(" ".join(paragraph), alone=not has_words(kept))
        if found:
            kept += paragraph[: _first_line(paragraph, found.start())]
            return kept[:-2] if len(kept) > 1 and _RULE.fullmatch(kept[-2]) else kept
        kept += [*paragraph, ""]
    return kept


def _footer_in(text: str, *, alone: bool) -> re.Match[str] | None:
    """Where a footer starts in a paragraph. One phrase of it may be said by a person too: who says "ik",
    or in a mail that says nothing else (`alone`)."""
    first = pattern("endings", "footer").search(text)
    if first is None or pattern("endings", "footer_title").match(text):
        return first
    more = pattern("endings", "footer").search(text, first.end())
    said = bool(re.search(r"\b(?:ik|mij|mijn|ons dorp|onze|wij willen|we willen)\b", text, re.IGNORECASE))
    return None if not more and len(text) < 250 and (said or alone) else first


def _first_line(paragraph: list[str], position: int) -> int:
    """The line of a paragraph on which the sentence starts that goes on at this position."""
    index = 0
    while index + 1 < len(paragraph) and position > len(paragraph[index]):
        position -= len(paragraph[index]) + 1
        index += 1
    while index and not SENTENCE_END.search(paragraph[index - 1]) and len(paragraph[index - 1]) > 40:
        index -= 1
    # What a rule sets apart goes with what stands below it.
    return next((above for above in range(index) if _RULE.fullmatch(paragraph[above])), index)


def _paragraphs(lines: list[str]) -> list[list[str]]:
    out: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            out[-1].append(line)
        elif out[-1]:
            out.append([])
    return [paragraph for paragraph in out if paragraph]


def postscript(below: list[str]) -> list[str]:
    """The postscript among the lines under a closing, without the footers around it."""
    kept: list[str] = []
    for line in below:
        starts = bool(pattern("endings", "postscript").match(line.strip(" *_")))
        if starts or (kept and kept[-1].strip() and line.strip() and not is_device_line(line)):
            kept += ["", line] if starts and not kept else [line]
        elif kept and kept[-1].strip():
            kept.append("")
    return kept
