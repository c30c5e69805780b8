"""A text as lines with their place in it, and what a line is: label, speaker line, title, boilerplate."""

import re
from dataclasses import dataclass

# "00:13:50 - 00:15:23 - naam": who spoke when. Personal data, and never what an item is about.
SPEAKER = re.compile(
    r"(?:[-–•]\s*)?\b\d{1,2}:\d{2}:\d{2}\s*[-–]\s*(?:\d{1,2}:\d{2}:\d{2})?(?:[ \t]*[-–][ \t]*[^\n]*)?"
)
ATTACHMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|zip|jpe?g|png)\b", re.IGNORECASE)

DECISION, PROPOSED, VOTES, ATTACHMENTS, EXPLANATION, AMENDMENT = (
    "decision", "proposed", "votes", "attachments", "explanation", "amendment",
)  # fmt: skip

_LABELS = {
    DECISION: r"(?:genomen |het |raads|college|commissie)?besluit(?:en)?(?: (?:raad|college|commissie"
    r"|b ?& ?w))?"
    r"|besluitvorming|beslissing|conclusie|afdoening|uitkomst|resultaat|uitslag|besloten"
    r"|(?:het )?(?:college|b ?(?:&|en) ?w|bestuur)(?: van (?:b ?& ?w|b en w|burgemeester en wethouders))?"
    r" (?:heeft )?(?:besluit|besloten|besluiten)|burgemeester en wethouders (?:hebben )?beslu?[io]ten"
    r"|de (?:raad|commissie) (?:heeft )?(?:besluit|besloten|adviseert)|advies (?:van de )?commissie"
    r"|het college",
    PROPOSED: r"voorgesteld(?:e)? (?:raads)?besluit(?:en)?|gevraagd(?:e)? (?:besluit|beslissing|advies)"
    r"|voorstel"
    r"|concept-?(?: ?raads)?besluit|ontwerp-?(?: ?raads)?besluit|te nemen besluit|beslispunten?|gevraagd",
    VOTES: r"stemuitslag|stemming|uitslag (?:van de )?stemming|stemverhouding|hoofdelijke stemming",
    ATTACHMENTS: r"bijlagen?|(?:bijbehorende )?(?:documenten|stukken)|ingekomen stukken en memo's|downloads?",
    EXPLANATION: r"(?:korte )?toelichting|samenvatting|over dit agendapunt|inleiding|omschrijving|aanleiding"
    r"|kernboodschap|achtergrond|overwegingen|argumenten|behandeling|bespreking|beraadslaging",
}
LABEL = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _LABELS.items()), re.IGNORECASE)
# A label on a line of its own, at the head of a line before its text, or inside a joined line.
LABEL_IN_TEXT = re.compile(
    rf"(?:(?m:^)[ \t]*(?:[•|*#_>-]+[ \t]*)?(?:{LABEL.pattern})[*_ \t]*(?:(?::[*_ \t]*|[.]?[ \t|]*(?m:$))))"
    rf"|(?<=[.!?)'’a-z0-9] )(?P<joined>(?-i:Besluit|BESLUIT|Het college besluit|Voorgesteld besluit"
    rf"|Stemuitslag))"
    rf"(?::|(?= (?-i:[A-Z]|voor \d)))[ \t]*",
    re.IGNORECASE,
)  # fmt: skip
FINITE = re.compile(
    r"\b(?:is|zijn|wordt|worden|was|waren|heeft|hebben|kan|kunnen|moet|moeten|wil|willen|gaat|gaan|komt"
    r"|komen|krijgt|krijgen|vraagt|vragen"
    r"|stelt|staat|ligt|opent|sluit|aangenomen|vastgesteld|verworpen|aangehouden|akkoord|conform|uur)\b",
    re.IGNORECASE,
)
HEADER_WORD = re.compile(
    r"(?:datum|tijd|tijdstip|locatie|plaats|aanvang|eindtijd|voorzitter|griffier|secretaris|toelichting"
    r"|uitzending"
    r"|agendapunten|aanwezig(?:en)?|afwezig(?:en)?|nr\.?|onderwerp(?: en besluit)?|agendanummer.*|besluit"
    r"|zaaknummer.*"
    r"|dossiernummer.*|agenda|vorige pagina|ga naar .*|link naar .*|notulist|genodigden|verhinderd"
    r"|contact)\s*:?",
    re.IGNORECASE,
)
INVITATION = re.compile(
    r"(?:beste|geachte) (?:\w+ )?(?:raads|commissie|college|bestuurs)?(?:leden|raad|lezer|heer)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `start` is where its first visible character stands in the text."""

    start: int
    end: int
    text: str
    indent: int


def split_lines(text: str) -> list[Line]:
    """All lines of `text`, blank ones too."""
    lines, offset = [], 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if body else 0
        lines.append(Line(offset + indent, offset + indent + len(body), body, indent))
        offset += len(raw)
    return lines


def label_of(line: str) -> str | None:
    """Which label this whole line is ("Besluit", "Stemuitslag:", "Bijlagen"), or None."""
    match = LABEL.fullmatch(line.strip(" \t:.•|*#_>-"))
    return match.lastgroup if match else None


def is_speaker(line: str) -> bool:
    """True for a line that only says who spoke from when to when."""
    return bool(SPEAKER.match(line))


def looks_like_title(line: str, limit: int = 220) -> bool:
    """True when this line can be the title of an item."""
    if not line or len(line) > limit or label_of(line) or is_speaker(line) or ATTACHMENT.search(line):
        return False
    if line[0].islower() or line[0] in "-•*|;,.(…":
        return False
    if line[-1] in ";,:" or re.match(r"\d{1,2}[.:]\d\d\b|https?://|€", line):
        return False
    if LABEL_IN_TEXT.match(line):
        return False
    return line[-1] != "." or (
        len(line) <= 60 and not re.search(r"\w\. \w", line) and not FINITE.search(line)
    )
