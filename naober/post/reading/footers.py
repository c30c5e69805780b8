"""What programs put around the words of a person: device lines, warnings, signature marks, disclaimers."""

import re

from .words import pattern


def is_device_line(line: str) -> bool:
    """Whether a mail program wrote this line: about itself ("Verstuurd vanaf ..."), or for a picture."""
    if pattern("endings", "picture").fullmatch(line):
        return True
    bare = re.sub(r"<?https?://\S+>?|\[[^\]]*\]", "", line).strip(" *_-–—|<>\t")
    if not 4 < len(bare) < 110:
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
    """The lines above the first paragraph that is a disclaimer, or the footer of a list or letter."""
    kept: list[str] = []
    for paragraph in _paragraphs(lines):
        text = " ".join(paragraph)
        if not pattern("endings", "footer").search(text):
            kept += [*paragraph, ""]
            continue
        for line in paragraph:
            if pattern("endings", "footer").search(line) or re.fullmatch(r"\W*[_=*-]{5,}\W*", line):
                break
            kept.append(line)
        else:
            del kept[len(kept) - len(paragraph) :]
        break
    return kept


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
