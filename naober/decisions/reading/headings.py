"""Items in a text without numbers: a heading opens one, or a paragraph that stands alone."""

import re

from .lines import HEADER_WORD, Line, is_speaker, label_of, looks_like_title

HEADER_TEXT = re.compile(
    r"(?:besluitenlijst|openbare besluitenlijst|b ?(?:&|en) ?w[- ]|benw|besluiten|agenda|notulen|verslag"
    r"|vergadering"
    r"|college van|gemeenteraad|raad$|raadsvergadering|commissie\w*|uit de raad|in deze rubriek|besproken"
    r"|aanwezig|gemeentehuis|raadhuis|stadhuis|raadzaal|van de (?:openbare )?vergadering"
    r"|wat besl\w+|de raad in het"
    r"|afwezig|locatie|datum|tijd|voorzitter|van burgemeester|(?:maan|dins|woens|donder|vrij)dag"
    r"|\d{1,2} \w+ \d{4}"
    r"|date \d|postadres|bezoekadres|ga naar|vorige pagina|dossiernummer|zaaknummer|meer informatie)",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b\d{1,2}(?:[-/ ]\w+[-/ ]|\s\w+\s)\d{4}\b"
    r"|\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli"
    r"|"
                   r"augustus|september|oktober|november|december)\b", re.IGNORECASE)  # fmt: skip

Head = tuple[None, str, int, int, int]  # number, title, start, end (later), body


def heading_items(lines: list[Line], first: int, last: int) -> list[Head]:
    """The heads of items between two lines, read by headings and paragraphs."""
    blocks = _blocks(lines, first, last)
    if dashed := _dashed(blocks):
        return dashed
    heads: list[Head] = []
    in_header = True
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if in_header and _is_header(block) and not _is_agenda_item(block, following):
            continue
        title = block[0] if _is_agenda_item(block, following) else _heading(block, following)
        if title:
            in_header = False
            heads.append((None, title.text.strip(" .:"), title.start, 0, title.end))
        elif in_header and not _belongs_to_header(block):
            in_header = False
            if not heads:
                heads.append((None, "", block[0].start, 0, block[0].start))
    return heads


DASH = re.compile(r"[-•*–]\s+(?=\S)")
SIGNED = re.compile(r"aldus (?:vastgesteld|besloten|gedaan)\b", re.IGNORECASE)


def _dashed(blocks: list[list[Line]]) -> list[Head]:
    """A list in which a dash opens each subject and its text stands below, in the same block."""
    found = []
    for block in blocks:
        dash = DASH.match(block[0].text)
        title = block[0].text[dash.end() :] if dash else ""
        if len(block) > 1 and looks_like_title(title, 160) and not DASH.match(block[1].text):
            found.append((None, title.strip(" .:"), block[0].start, 0, block[0].end))
    return found if len(found) >= max(3, 0.6 * len(blocks)) else []


def _blocks(lines: list[Line], first: int, last: int) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in lines[first:last]:
        if line.text:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


ABOUT_THIS_PAGE = re.compile(
    r"\b(?:leest u|vindt u|dit (?:is|zijn) (?:er )?(?:besloten|de besluiten)|in deze rubriek)\b",
    re.IGNORECASE,
)


def _is_header(block: list[Line]) -> bool:
    text = block[0].text
    if any(ABOUT_THIS_PAGE.search(line.text) for line in block):
        return True
    if HEADER_WORD.fullmatch(text) and not (len(block) > 1 and text.lower() == "agenda"):
        return True
    if HEADER_TEXT.match(text) and (DATED.search(text) or len(block[0].text) < 90 and not _reports(block)):
        return not (re.match(r"agenda\b", text, re.IGNORECASE) and len(block) > 1)
    return False


ADOPTED = re.compile(r"\b(?:vast ?gesteld|akkoord|conform|ongewijzigd)\b", re.IGNORECASE)


def _is_agenda_item(block: list[Line], following: list[Line] | None) -> bool:
    """True for a heading "Agenda" or "Besluitenlijst 1 mei" with under it that it was adopted."""
    if re.match(r"besluitenlijst\b", block[0].text, re.IGNORECASE):
        return len(block) == 2 and len(block[1].text) < 60 and bool(ADOPTED.search(block[1].text))
    adopted = following is not None and ADOPTED.search(following[0].text)
    return block[0].text.lower() == "agenda" and bool(adopted)


def _reports(block: list[Line]) -> bool:
    """True when the block is a heading with sentences under it."""
    return len(block) > 1 and any(line.text.endswith(".") for line in block[1:])


def _belongs_to_header(block: list[Line]) -> bool:
    return all(len(line.text) < 60 and not line.text.endswith(".") for line in block)


def _heading(block: list[Line], following: list[Line] | None) -> Line | None:
    """The heading line of this block, or None when the block goes on with the item before it."""
    line = block[0]
    if SIGNED.match(line.text):
        return None
    if re.match(r"[-•*\d]", line.text) and not re.match(r"\d{4}\b", line.text):
        return None
    if not looks_like_title(line.text, 160) or is_speaker(line.text) or line.text.endswith("."):
        return None
    if len(block) > 1:
        second = block[1].text
        return (
            line if label_of(second) or len(second) > len(line.text) * 0.5 or second.endswith(".") else None
        )
    if following is None:
        return None
    text = following[0].text
    return line if text.endswith(".") or not looks_like_title(text, 160) else None
