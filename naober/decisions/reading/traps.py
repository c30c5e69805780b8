"""Why a name that looks like a village is none here: a person, a firm, a town hall, another municipality.

Each trap is a pattern over the words just before or just after the name, with its name as the reason.
"""

import re
from dataclasses import dataclass

from naober.language.places import ADJECTIVE, NAME, OTHER_NAME, Gazetteer, Mention, is_common_word, plain_name

PERSON_TITLE = (
    r"(?:de heer|de heren|dhr\.?|mevrouw|mevr\.?|mw\.?|dames?|raadslid|commissielid|wethouder|burgemeester"
    r"|voorzitter"
    r"|griffier|secretaris|notulist|fractievoorzitter|fractielid|inspreker|oud-\w+|familie|fam\.?|architect"
    r"|makelaar|notaris)"
)
INITIALS = r"(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|ter|ten|te|'t)\s+)*"
PARTY = (
    r"(?:CDA|VVD|PvdA|D66|GroenLinks|GL|ChristenUnie|CU|SGP|SP|PVV|BBB|FNP|PvdD|GB|LADA"
    r"|Gemeentebelangen\w*|Algemeen Belang|Lokaal Belang|OMD|Onafhankelijk\w*)"
)
FIRM = (
    r"(?:\w*(?:handel|bedrijf|bedrijven|firma|aannemer|installateur|coöperatie|cooperatie|winkelier"
    r"|kwekerij|transport|onderneming"
    r"|onderneemster|ondernemer|fabriek|verwerker|bureau|adviseur|kweker|bakkerij|slagerij|garage"
    r"|makelaardij|stichting|fonds|praktijk)"
    r"|BV|B\.V\.|VOF|VvE|Gebr\.)"
)
COMPASS = r"(?:noorden|oosten|zuiden|westen|noordoosten|noordwesten|zuidoosten|zuidwesten)"

BEFORE: tuple[tuple[str, str], ...] = (
    ("person", rf"\b{PERSON_TITLE}\s+(?:{INITIALS})?(?:[A-Z][\w-]+\s+)?(?:(?:van|de|der|den|ter"
        rf"|te)\s+){{0,2}}$"),
    ("person", rf"(?:^|[\s(]){INITIALS}$"),
    ("person", r"\b(?:Jan|Piet|Kees|Henk|Geert|Marie|Anna)\s+$"),
    ("residence",
    r"\b(?:wonen(?:de|d)?|woont|woonde|wonend|woonachtig|woonachtige|gevestigd|gevestigde|werkzaam|geboren"
    r"|afkomstig|zetelend|zetel)\s+(?:\w+\s+)?(?:te|in|uit|op)\s+$"),
    ("residence",
    r"\b(?:komt|komen|kwam|kwamen|afkomstig)\s+(?:vooral\s+"
    r"|vaak\s+)?(?:\w+\s+)?uit\s+(?:[A-Z][\w-]+\s*,?\s*(?:maar )?(?:ook )?(?:en )?(?:uit )?)*$"),
    ("firm", rf"\b{FIRM}\s+$"),
    ("firm", rf"\b{FIRM}\s+(?:[A-Z][\w.&'-]+\s+){{0,3}}(?:uit|vanuit)\s+$"),
    ("person", rf"\b{PERSON_TITLE}\s+(?:[\w.']+\s+){{0,3}}[A-Z][\w']+-$"),
    ("seat", r"\bgemeente\s+[A-Z][\w-]+\s+(?:te|in)\s+$"),
    ("town hall",
    r"\b(?:gemeentehuis|raadhuis|raadszaal|raadzaal|servicepunt|kantoor|gemeentekantoor|werf|balie|loket"
    r"|bezoekadres|postadres|stadhuis|gemeentewinkel|hoofdkantoor)\b[^.\n]{0,20}?\s+(?:te|in|van"
    r"|op)?\s*$"),
    ("postal address", r"\b\d{4}\s?[A-Z]{2}\s+$"),
    ("former municipality",
    r"\b(?:voormalige|vroegere|oude|toenmalige|opgeheven|buur|andere)\s*gemeenten?\s+(?:[A-Z][\w-]+(?:,"
    r"| en)\s+)*$"),
    ("municipality", r"\bgemeenten?\s+(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:,| en)\s+)*$"),
    ("cadastral",
    r"\b(?:kadastraal|kadastrale gemeente|sectie)\s+(?:bekend\s+)?(?:als\s+)?(?:gemeente\s+)?$"),
    ("relative position", rf"\bten\s+{COMPASS}\s+van\s+$"),
    ("relative position",
    r"\b(?:richting|buiten|achter|onder de rook van|op weg naar|halverwege|voorbij)\s+$"),
    ("comparison",
    r"\b(?:zoals|net als|evenals|anders dan|vergelijkbaar met|naar (?:het )?(?:voorbeeld|model) van"
    r"|in tegenstelling tot)\s+(?:in\s+|bij\s+|te\s+)?$"),
    ("excepted",
    r"\b(?:niet|behalve|uitgezonderd|met uitzondering van|geen)\s+(?:in\s+|voor\s+|te\s+)?"
    r"(?:[A-Z][\w-]+(?:,| en| of)\s+)*$"),
    ("meeting place",
    r"\b(?:\w*bijeenkomst|vergadering|werkconferentie|slotavond|avond|inloopavond|werkbezoek|excursie"
    r"|avondvierdaagse|receptie|raadsvergadering|conferentie|symposium|training|vergader\w*"
    r"|bijeen)\s+(?:was\s+|vond plaats\s+)?(?:in|te|van|naar|bij)\s+$"),
    ("named after", r"\b(?:[Kk]amp|[Hh]erinneringscentrum|Fort|Kasteel|Huize)\s+$"),
    ("party", r"\b[Ff]ractie(?:s)?(?: van)?\s+(?:[A-Z][\w-]+\s+)*$"),
    ("party", rf"\b{PARTY}\s+(?:[A-Z][\w-]+(?:,| en|/)\s*)*$"),
    ("water or road", r"\b(?:langs|aan|op|over|van|in)\s+(?:de|het)\s+$"),
)  # fmt: skip
AFTER: tuple[tuple[str, str], ...] = (
    ("person", rf"^\s*\((?:{PARTY})\)"),
    ("person", r"^-[A-ZÀ-Ý][a-zà-ÿ]+"),  # unless it is a route: "fietspad Elp-Schoonoord"
    ("other province", r"^\s*\((?:Fr|Fryslân|Friesland|Gr|Ov|Gld|Fl|Ut|NH|ZH|NB|Li|Zld)\.?\)"),
    ("other rules", r"^\s+(?:gelden?|geldt)\s+(?:andere|eigen)\b"),
    ("cadastral", r"^,?\s*(?:sectie|nummer|nr\.)\s"),
    ("dateline", r"^\s+[-–]\s+[A-Z][a-z]+ [A-Z]?[a-z]"),  # only where a line begins
    (
        "water or field",
        r"^\s(?:Aa|A|Diep|Vaart|Kanaal|Es|Polder|Meer|Veld|Heide|Bos|Poort|Hoeve|Singel|Allee)\b",
    ),
    ("street name", r"^(?:s|er)?(?:weg|straat|dijk|laan|vaart|kanaal|brug|veld|es|berg)\b"),
)
BEFORE_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in BEFORE)
AFTER_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in AFTER)
ROUTE = re.compile(
    r"(?:pad|weg|route|lijn|traject|spoor|kanaal|verbinding|tussen|N\d+)\b[^.]{0,20}$", re.IGNORECASE
)
WATER = re.compile(
    r"(?:vaart|kanaal|diep|wijk|weg|dijk|straat|laan|beek|meer|plas|aa|stroom)$", re.IGNORECASE
)
ABSENCE = re.compile(
    r"\b(?:afwezig|verhinderd|afgemeld|afmelding|ziek|vervangt|vervangen|ontbreek\w*|loopt mee)\b",
    re.IGNORECASE,
)
WINDOW = 90
SENTENCE_BREAK = re.compile(r"\n\s*\n|(?<=[a-z0-9)’'%])[.!?;]\s|\n(?=[A-Z\d•-])")


@dataclass(frozen=True)
class Around:
    """The words around a mention."""

    before: str
    after: str
    sentence: str
    in_title: bool
    title: str

    @classmethod
    def of(cls, text: str, mention: Mention, title_end: int, title: str) -> "Around":
        left = text[max(0, mention.start - WINDOW) : mention.start]
        breaks = [match.end() for match in SENTENCE_BREAK.finditer(left)]
        before = left[breaks[-1] if breaks else 0 :].replace("\n", " ")
        if breaks or mention.start <= WINDOW:
            before = OPENING_WORD.sub(lambda match: match[0].lower(), before)
        after = text[mention.end : mention.end + WINDOW]
        sentence = before + mention.surface + re.split(r"\.\s|\n", after)[0]
        return cls(before, after, sentence, mention.start < title_end, title)


def trap_of(mention: Mention, around: Around, gazetteer: Gazetteer) -> str | None:
    """The name of the trap that this mention falls into, or None."""
    if mention.cue not in (NAME, OTHER_NAME, ADJECTIVE):
        return None
    if re.match(r"opening|sluiting", around.title, re.IGNORECASE) and ABSENCE.search(around.sentence):
        return "absence"
    for name, pattern in BEFORE_PATTERNS:
        if name == "water or road" and not WATER.search(mention.surface):
            continue
        if pattern.search(around.before) and not (
            around.in_title and name in ("residence", "relative position")
        ):
            return name
    for name, pattern in AFTER_PATTERNS:
        if _is_route_or_inside(name, around):
            continue
        match = pattern.search(around.after)
        if match and not (name == "person" and _is_place(match[0].strip("-"), gazetteer)):
            return name
    return None


def _is_route_or_inside(trap: str, around: Around) -> bool:
    """True where what follows is no trap: "fietspad Elp-Schoonoord", or a dash inside a sentence."""
    if trap == "dateline":
        return bool(around.before.strip())
    return around.after.startswith("-") and bool(ROUTE.search(around.before))


def _is_place(word: str, gazetteer: Gazetteer) -> bool:
    return any(place.name == word or place.name.endswith("-" + word) for place in gazetteer.places)


LOCATIVE = re.compile(
    r"\b(?:in|te|bij|naar|van|tussen|rond|rondom|nabij|via|tot|door|omgeving|dorp|buurtschap|kern"
    r"|vanuit)\s+(?:[A-Z][\w'-]+(?:,| en| of)\s+)*$"
)
PLACE_WORD = re.compile(
    r"(?:\b(?:uit|langs|om|voor|onder|over|dorpshuis|bewoners|inwoners|belang|dorpsbelangen|school|brug"
    r"|rotonde|weg|fietspad|bushalte|zonnepark"
    r"|zonneparken|zendmast|locatie|verkeersbesluit|bestemmingsplan|centrumplan|dorpsvisie|schoolplein"
    r"|speeltuin|woningbouw|glasvezel|kern"
    r"|ijsbaan|sportpark|buurthuis|kerk|verlichting|riolering|herinrichting|inrichting|plan|bomen|bermen"
    r"|wandelpad|tender)\s+"
    r"|[-–/]\s*)$",
    re.IGNORECASE,
)
OPENING_WORD = re.compile(
    r"^\s*(?:In|Te|Bij|Net|Anders|Zoals|Voor|Van|De|Het|Een|Naar|Tussen|Niet|Behalve|Evenals|Ten|Op|Aan"
    r"|Langs|Over|Via|Door|Rond|Uit"
    r"|Mevrouw|Wethouder|Burgemeester|Raadslid|Voorzitter|Onder|Richting|Buiten|Vanuit|Omgeving|Bewoners"
    r"|Inwoners|Dorp|Buurtschap|Tot"
    r"|Kadastraal|Gemeenten?|Alleen|Met|Namens|Notaris|Griffier|Oud-raadslid|Dhr|Mw|Familie|Halverwege"
    r"|Achter)\b"
)
COLOURS = frozenset(("oranje", "rood", "groen", "blauw", "geel", "wit", "zwart", "paars", "goud"))
PLACE_VERB = re.compile(
    r"^\s+(?:(?:bij|nabij|te)(?= [A-Z])|krijgt|krijgen|ligt|liggen|telt|grenst|verliest|is bereikbaar"
    r"|wordt aangesloten|heeft (?:geen|een) dorps\w+)\b"
)
NAME_GOES_ON = re.compile(
    r"^[ \t]+(?:[A-Z]\w+|dag|hof|fonds\w*|loper|comité|boven|vlag\w*|vereniging|hesjes|zwaai\w*|\w+fonds"
    r"|gekleurd|draad)\b|^\s*(?:\+|&)|^[:=]"
)


def risky_but_sure(mention: Mention, around: Around, gazetteer: Gazetteer) -> bool:
    """For a name that is also a word, a surname or a water: does the context speak of the place?"""
    after, before = around.after, around.before
    common = is_common_word(mention.surface)
    if common and (NAME_GOES_ON.match(after) or re.search(r"\bop\s+$", before)):
        return False
    colour = mention.surface.lower() in COLOURS
    if colour and re.search(r"toezegging", around.title, re.IGNORECASE):
        return False
    place = mention.places[0]
    if plain_name(place.name) == plain_name(place.municipality):
        return bool(re.search(r"\b(?:in|te|bij|nabij|dorp|kern)\s+$", before))
    if LOCATIVE.search(before) or _in_a_list(before, after, gazetteer):
        return True
    if colour and re.match(r"\s+(?:zijn|is)\b", after):
        return False
    if PLACE_WORD.search(before) or PLACE_VERB.match(after):
        return True
    return around.in_title and bool(before.strip()) and bool(re.match(r"\s*(?:$|\n|[-–,/.:(])", after))


ASIDE = r"(?:\s*\([^()]{0,40}\))?"


def _in_a_list(before: str, after: str, gazetteer: Gazetteer) -> bool:
    """True when the neighbour in an enumeration is a place: "Elp, Spier en Wijster"."""
    following = re.match(rf"{ASIDE}(?:,|\s+en|\s*[/–-])\s*([A-Z][\w'-]+)", after)
    earlier = re.search(rf"([A-Z][\w'-]+){ASIDE}(?:,|\s+en|\s*[/–-])\s*$", before)
    return any(match and _is_place(match[1], gazetteer) for match in (following, earlier))


__all__ = ["Around", "risky_but_sure", "trap_of"]
