"""Promises of a member of the college: what, who, and until when."""

import re
from dataclasses import dataclass
from datetime import date

from naober.language.dates import due_day, find_date

from .sections import without_speakers

WHO = (
    r"(?:(?:[Dd]e |[Hh]et )?(?:[Ww]ethouders?|[Ww]eth\.(?=\s)"
    r"|[Bb]urgemeester|[Pp]ortefeuillehouder|[Cc]ollege"
    r"|[Ll]oco-burgemeester)(?:\b|(?<=\.))"
    r"(?:\s+(?:(?:[Vv]an|[Tt]er|[Tt]en|[Dd]e|[Dd]en|[Dd]er|'t"
    r"|[Tt]e)\s+)*[A-ZÀ-Ý][\w'-]+(?:\s+[A-ZÀ-Ý][\w'-]+)?)?"
    r"|(?<![\w-])(?:[Hh]ij|[Zz]ij|[Zz]e)\b)"
)
# "Door ziekte van de wethouder" promises nothing.
WHO_SETS_OUT = re.compile(rf"(?:(?<!\bvan de )\b(?![Dd]e )|(?<!\bvan )\b(?=[Dd]e )){WHO}")
# What somebody sets out to do, said without a term; weaker than a promise, stronger than an opinion.
SETS_OUT = re.compile(
    r"^\s*(?:\w+ ){0,2}?(?:neemt\b[^.;]*\bmee (?:in|naar|bij)\b|mailt\b"
    r"|bericht\b[^.;]*\b(?:raad|commissie|fracties)\b"
    r"|gaat\b[^.;]*\bom tafel\b|zoekt\b[^.;]*\buit\b|gaat\b[^.;]*\b(?:na|in gesprek|bekijken|kijken|uitzoeken"
    r"|overleggen|onderzoeken)\b"
    r"|neemt\b[^.;]*\bcontact op\b|antwoordt\b[^.;]*\b(?:schriftelijk|later)\b|komt\b[^.;]*\bterug\b"
    r"|koppelt\b[^.;]*\bterug\b"
    r"|laat\b[^.;]*\b(?:onderzoeken|weten|uitzoeken|kijken|nagaan)\b|vraagt\b[^.;]*\bna\b"
    r"|stuurt\b[^.;]*\b(?:toe|na|op|aan de)\b"
    r"|(?:zal|zullen|regelt|zorgt)\b|pakt\b[^.;]*\bop\b"
    r"|stuurt\b[^.;]*\b(?:de (?:raad|commissie|fracties|dorpen)|een (?:brief|memo|notitie|overzicht"
    r"|antwoord|lijst|kaart))\b"
    r"|[^.;]{0,60}\bantwoordt schriftelijk\b)",
    re.IGNORECASE,
)
COUNCIL_GETS = re.compile(
    r"\b(?:de )?(?:raad|commissie|fracties|dorpen)\s+(?:krijgt|ontvangt|krijgen|ontvangen)\b", re.IGNORECASE
)
DEED = re.compile(
    r"\b(?:stuurt|zendt|komt|laat|levert|deelt|informeert|rapporteert|evalueert|onderzoekt|zorgt|bezoekt"
    r"|spreekt|overlegt|biedt|kijkt|nodigt"
    r"|bericht|legt|organiseert|bespreekt|plaatst|regelt|start|maakt|past|meldt zich|doet|vraagt|stelt"
    r"|brengt|presenteert|werkt|geeft|verstrekt"
    r"|belt|repareert|herstelt|ruimt|plant|toont|publiceert)\b|\b(?:zal|zullen|gaat|gaan)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\bbelo(?:oft|ofd|ven|fde)\w*|\btoegezegd\b|\btoezeg(?:t|de|gen)\b|\bzeg(?:t|gen|de)\b[^.;]*?\btoe\b|toezegging",
    re.IGNORECASE,
)
TERM = re.compile(
    r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
    r"|\b(?:vóór|voor|uiterlijk|binnen|in|eind|begin|medio|na|nog|per|tot|van)\b\s+(?:de |het |dit "
    r"|een )?(?:\d|(?:eind|begin|zomer|zomervakantie"
    r"|zomerreces|weken|week|maand|jaar|januari|februari|maart|april|mei|juni|juli|augustus|september"
    r"|oktober|november|december|najaar|voorjaar"
    r"|herfst|herfstvakantie|voorjaarsvakantie|meivakantie|eerste|tweede|derde|vierde|kerst|kerstvakantie|bouwvak|zes|twee|drie|vier|acht|loop|volgende"
    r"|komende)\b)"
    r"|\b(?:deze|dit|volgende?|komende?) (?:week|maand|jaar|kwartaal|vergadering|commissie|raad|najaar"
    r"|voorjaar)\b|\beind \w+\b|\bdaarna\b",
    re.IGNORECASE,
)
RECURRING = re.compile(r"\b(?:elk|ieder) (?:jaar|kwartaal|half ?jaar)\b|\bjaarlijks\b", re.IGNORECASE)
REPORT_ONLY = re.compile(
    r"\b(?:meldt|laat weten) dat\b|\bdat (?:de|het|er)\b.{0,200}\b(?:is|zijn|wordt|waren)\b",
    re.IGNORECASE,
)
GENERAL_TITLE = re.compile(
    r"(?:vragen|rondvraag|mededelingen|informatie|overige|ingekomen|spreekrecht|inspraak)", re.IGNORECASE
)
ABOUT_LIST = re.compile(
    r"\b(?:lijst|overzicht)\b[^.]{0,30}\b(?:bevat|noemt|geeft|staan)\b|\bnoemt wat\b", re.IGNORECASE
)
LIST_TITLE = re.compile(r"\btoezeggingen\w*\b|\bactie(?:lijst|punten)\b", re.IGNORECASE)
OPEN_ENTRY = re.compile(
    r"(?P<what>[^.;]*?)\s+(?:"
    r"(?:is|zijn|staat|staan|blijft|blijven|gaat|gaan|wordt|worden)\s+(?:nog\s+)?(?:op\s+)?(?:open|oranje"
    r"|rood|staan)"
    r"|(?:is|zijn) nog niet (?:klaar|afgedaan|gereed)|(?:loopt|lopen) door|schuift|schuiven|verschuift"
    r"|(?:is|zijn|wordt|worden) (?:verschoven|doorgeschoven|uitgesteld)|krijgt een nieuwe termijn"
    r"|wordt [^.;]{0,40}afgerond|komt (?:in|voor|vóór|eind))\b",
    re.IGNORECASE,
)
CLOSED_ENTRY = re.compile(
    r"\b(?:is|zijn) (?:klaar|afgedaan|afgehandeld|nagekomen|voldaan|wit|groen)\b|\bop wit\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Commitment:
    """One promise; `due` is the last day of the term named, None when none can be derived."""

    text: str
    who: str | None
    due: date | None
    from_list: bool = False


def read_commitments(text: str, title: str, said_on: date | None, phase: str) -> tuple[Commitment, ...]:
    """The promises in the text of one item; an agenda holds none yet."""
    is_list = bool(LIST_TITLE.search(title))
    if phase == "agenda":
        return tuple(_rows(text, said_on)) if is_list else ()
    found: list[Commitment] = []
    rows = _rows(text, said_on) if is_list else []
    if rows:
        return tuple(rows)
    last_who: str | None = None
    before = subject = ""
    for sentence in sentences(without_speakers(text)):
        previous, before = before, sentence if len(sentence.split()) > 3 else subject
        subject = subject or (sentence if len(sentence.split()) > 4 else "")
        if is_list and (entry := _list_entry(sentence, said_on)):
            found.append(entry)
            continue
        who = WHO_SETS_OUT.search(sentence)
        if not who:
            continue
        name = _who(who[0], last_who)
        last_who = name or last_who
        if name and _is_promise(sentence, who.end(), who[0]):
            found.append(Commitment(_told(sentence, previous, title), name, due_day(sentence, said_on)))
    return tuple(found)


def _told(sentence: str, previous: str, title: str) -> str:
    """The promise so that it can be understood alone: with its subject, and with what "er" points back to."""
    own = set(re.findall(r"\w{5,}", sentence.lower()))
    parts = [title] if title and not LIST_TITLE.search(title) and not GENERAL_TITLE.match(title) else []
    if previous and (len(own) < 9 or re.search(r"\b(?:er|hier\w*|daar\w*|dit|die|ze|dat)\b", sentence)):
        parts.append(previous)
    told = ". ".join(part.rstrip(" .:") for part in parts)
    if len(re.findall(r"\w+", told)) > 45:
        told = parts[0]
    return f"{told}. {sentence}" if told else sentence


def sentences(text: str) -> list[str]:
    """The text cut into sentences and lines."""
    parts = re.split(r"(?<=[a-z0-9)’'%][.!?])\s+(?=[A-ZÀ-Ý'‘\"€0-9•-])|\n", text)
    return [part.strip(" •*-|\t") for part in parts if part and part.strip(" •*-|\t")]


def _who(surface: str, last: str | None) -> str | None:
    low = surface.lower()
    if low in ("hij", "zij", "ze"):
        return last
    name = re.sub(r"^(?:de|het)\s+", "", surface, flags=re.IGNORECASE)
    return re.sub(r"^[Ww]eth\.", "wethouder", name)


def _is_promise(sentence: str, after: int, who: str) -> bool:
    if (
        RECURRING.search(sentence)
        or ABOUT_LIST.search(sentence)
        or re.search(
            r"\b(?:verzoekt?|vraagt|vroeg|verzocht)\b[^.]{0,30}\b(?:het )?(?:college|wethouder)", sentence
        )
    ):
        return False
    tail = sentence[after:]
    strong = STRONG.search(sentence)
    if strong:
        return not re.search(r"\b(?:geen|nog niet|niet)\b[^.]{0,30}\b(?:toezegg|toegezegd|beloofd)", sentence)
    if REPORT_ONLY.search(sentence):
        return False
    if SETS_OUT.match(tail):
        return True
    if re.search(r"\bcollege\b", who, re.IGNORECASE) and not re.match(
        r"\s*(?:zal|komt|stuurt|laat|maakt|doet|bericht|informeert)\b|[^.;]*\bbericht de raad\b", tail
    ):
        return False
    deed = DEED.search(tail)
    if TERM.search(sentence) and re.search(
        DEED.pattern + r"\s*$", sentence[: after - len(who)], re.IGNORECASE
    ):
        return True  # "In januari deelt hij een planning."
    if COUNCIL_GETS.search(sentence):
        return bool(TERM.search(sentence))
    return bool(deed and deed.start() < 40 and TERM.search(tail))


ROW_DONE = re.compile(
    r"\b(?:gereed|afgedaan|afgehandeld|afgerond|afgevoerd|verzonden|verstuurd|voldaan|nagekomen|klaar"
    r"|kan eraf)\b",
    re.IGNORECASE,
)
ROW_HEAD = re.compile(r"^[\s|•*-]*(?:[A-Z]{0,2}-?\d[\w-]*\s*[|.:]?\s+)?")
ROW_WHO = re.compile(rf"(?:^|[|,(;]\s*)(?P<who>{WHO})\s*(?=[|,);]|$)")


def _rows(text: str, said_on: date | None) -> list[Commitment]:
    """The open rows of a list: what, who and when, between bars, commas or brackets."""
    found = []
    for line in re.split(r"\n|(?<=[a-z)])(?<!weth)\.\s+(?=[A-Z])", text):
        who = ROW_WHO.search(line)
        what = ROW_HEAD.sub("", line[: who.start()]).strip(" |,.(") if who else ""
        what = re.sub(r"^open blijft:?\s*", "", what, flags=re.IGNORECASE)
        if who is None or len(what) < 8 or ROW_DONE.search(line):
            continue
        rest = line[who.end() :].strip(" |,;().")
        due = due_day(rest, said_on) or due_day(f"in {rest}", said_on) or find_date(rest)
        found.append(Commitment(what, _who(who["who"], None), due, from_list=True))
    return found


def _list_entry(sentence: str, said_on: date | None) -> Commitment | None:
    match = OPEN_ENTRY.search(sentence)
    if not match or re.match(r"(?:legenda|wit|rood|oranje|groen|de lijst)\b", sentence, re.IGNORECASE):
        return None
    what = match["what"].strip(" ,")
    general = r"(?:(?:de )?(?:andere|overige|alle)\b|\w+ toezeggingen\b|oranje\b|er\b)"
    if re.match(general, what, re.IGNORECASE) or len(what) < 6 or CLOSED_ENTRY.search(match[0]):
        return None
    return Commitment(
        sentence,
        "college",
        due_day(sentence[match.start("what") + len(match["what"]) :], said_on),
        from_list=True,
    )
