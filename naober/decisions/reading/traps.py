"""Why a name that looks like a village is none here: a person, a firm, a town hall, another municipality.

Each trap is a pattern over the words just before or just after the name, with its name as the reason.
"""

import re
import string
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

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
    r"|BV|B\.V\.|VOF|VvE|Gebr\.|Fa\.)"
)
# A club that bears the name of its village; an association of the village itself is no such club.
CLUB_WORD = (
    r"(?:(?:[Gg]ym|[Zz]ang|[Mm]uziek|[Tt]oneel|[Cc]arnavals|[Ww]inkeliers|[Oo]ndernemers)"
    r"\w*(?:vereniging|club|koor)|[Ff]anfare|[Hh]armonie|[Zz]angkoor|[Bb]oswachterij|[Cc]amping)"
)
CLUB_BITS = ("vereniging", "club", "koor", "fanfare", "harmonie", "boswachterij", "camping")
COMPASS = r"(?:noorden|oosten|zuiden|westen|noordoosten|noordwesten|zuidoosten|zuidwesten)"

TITLE_WORDS = (
    "de heer", "de heren", "dhr", "mevrouw", "mevr", "mw", "dame", "lid", "wethouder", "burgemeester",
    "voorzitter", "griffier", "secretaris", "notulist", "inspreker", "oud-", "fam", "architect", "makelaar",
    "notaris",
)  # fmt: skip
FIRM_WORDS = (
    "handel", "bedrij", "firma", "aannemer", "installateur", "coöperatie", "cooperatie", "winkelier",
    "kweker", "transport", "onderneming", "onderneemster", "ondernemer", "fabriek", "verwerker", "bureau",
    "adviseur", "bakkerij", "slagerij", "garage", "makelaardij", "stichting", "fonds", "praktijk", "bv",
    "b.v.", "vof", "vve", "gebr.", "fa.",
)  # fmt: skip
MEETING_WORDS = (
    "bijeen", "vergader", "conferentie", "avond", "werkbezoek", "excursie", "receptie", "symposium",
    "training",
)  # fmt: skip


@dataclass(frozen=True)
class Trap:
    """A way in which a name is no village: the pattern of the words beside it. Of a pattern over the words
    before, `needs` are bits in lower case of which one stands in whatever it fits: all are looked for at
    once, and a pattern is tried only where one was found."""

    name: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()


def trap(name: str, pattern: str, *needs: str) -> Trap:
    return Trap(name, re.compile(pattern), needs)


BEFORE: tuple[Trap, ...] = (
    trap("person", rf"\b{PERSON_TITLE}\s+(?:{INITIALS})?(?:[A-Z][\w-]+\s+)?(?:(?:van|de|der|den|ter"
        rf"|te)\s+){{0,2}}$", *TITLE_WORDS),
    trap("person", rf"(?:^|[\s(]){INITIALS}$", "."),
    trap("person", r"\b(?:Jan|Piet|Kees|Henk|Geert|Marie|Anna)\s+$",
        "jan", "piet", "kees", "henk", "geert", "marie", "anna"),
    trap("residence",
        r"\b(?:wonen(?:de|d)?|woont|woonde|wonend|woonachtig|woonachtige|gevestigd|gevestigde|werkzaam|geboren"
        r"|afkomstig|zetelend|zetel)\s+(?:\w+\s+)?(?:te|in|uit|op)\s+$",
        "wonen", "woon", "gevestigd", "werkzaam", "geboren", "afkomstig", "zetel"),
    trap("residence",
        r"\b(?:komt|komen|kwam|kwamen|afkomstig)\s+(?:vooral\s+"
        r"|vaak\s+)?(?:\w+\s+)?uit\s+(?:[A-Z][\w-]+\s*,?\s*(?:maar )?(?:ook )?(?:en )?(?:uit )?)*$",
        "komt", "komen", "kwam", "afkomstig"),
    trap("residence", rf"\b{PERSON_TITLE}\s+(?:[\w.'-]+\s+){{1,4}}uit\s+$", *TITLE_WORDS),
    trap("residence", rf"\b{INITIALS}[A-Z][\w'-]+\s*\($", "("),
    trap("firm", rf"\b{FIRM}\s+(?:[Vv]an (?:de[nr]? )?)?$", *FIRM_WORDS),
    trap("club", rf"\b{CLUB_WORD}\s+$", *CLUB_BITS),
    trap("party", r"\bLijst\s+$", "lijst"),
    trap("firm", rf"\b{FIRM}\s+(?:[A-Z][\w.&'-]+\s+){{0,3}}(?:uit|vanuit)\s+$", *FIRM_WORDS),
    trap("person", rf"\b{PERSON_TITLE}\s+(?:[\w.']+\s+){{0,3}}[A-Z][\w']+-$", *TITLE_WORDS),
    trap("seat", r"\bgemeente\s+[A-Z][\w-]+\s+(?:te|in)\s+$", "gemeente"),
    trap("town hall",
        r"\b(?:gemeentehuis|raadhuis|raadszaal|raadzaal|servicepunt|kantoor|gemeentekantoor|werf|balie|loket"
        r"|bezoekadres|postadres|stadhuis|gemeentewinkel|hoofdkantoor)\b[^.\n]{0,20}?\s+(?:te|in|van"
        r"|op)?\s*$",
        "huis", "zaal", "servicepunt", "kantoor", "werf", "balie", "loket", "adres", "winkel"),
    trap("postal address", r"\b[0-9]{4}\s?[A-Z]{2}\s+$", *string.digits),
    trap("former municipality",
        r"\b(?:voormalige|vroegere|oude|toenmalige|opgeheven|buur|andere)\s*gemeenten?\s+(?:[A-Z][\w-]+(?:,"
        r"| en)\s+)*$", "gemeente"),
    trap("municipality",
        r"\bgemeenten?\s+(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:,| en)\s+)*$", "gemeente"),
    trap("cadastral",
        r"\b(?:kadastraal|kadastrale gemeente|sectie)\s+(?:bekend\s+)?(?:als\s+)?(?:gemeente\s+)?$",
        "kadastra", "sectie"),
    trap("relative position", rf"\bten\s+{COMPASS}\s+van\s+$", "oosten", "westen", "noorden", "zuiden"),
    trap("relative position",
        r"\b(?:richting|buiten|achter|onder de rook van|op weg naar|halverwege|voorbij)\s+$",
        "richting", "buiten", "achter", "rook van", "weg naar", "halverwege", "voorbij"),
    trap("comparison",
        r"\b(?:zoals|net als|evenals|anders dan|vergelijkbaar met|naar (?:het )?(?:voorbeeld|model) van"
        r"|in tegenstelling tot)\s+(?:in\s+|bij\s+|te\s+)?$",
        "zoals", "net als", "evenals", "anders dan", "vergelijkbaar", "voorbeeld", "model", "tegenstelling"),
    trap("excepted",
        r"\b(?:niet|behalve|uitgezonderd|met uitzondering van|geen)\s+(?:in\s+|voor\s+|te\s+)?"
        r"(?:[A-Z][\w-]+(?:,| en| of)\s+)*$",
        "niet", "behalve", "uitgezonderd", "uitzondering", "geen"),
    trap("meeting place",
        r"\b(?:\w*bijeenkomst|vergadering|werkconferentie|slotavond|avond|inloopavond|werkbezoek|excursie"
        r"|avondvierdaagse|receptie|raadsvergadering|conferentie|symposium|training|vergader\w*"
        r"|bijeen)\s+(?:was\s+|vond plaats\s+)?(?:in|te|van|naar|bij)\s+$", *MEETING_WORDS),
    trap("named after", r"\b(?:[Kk]amp|[Hh]erinneringscentrum|Fort|Kasteel|Huize)\s+$",
        "kamp", "herinneringscentrum", "fort", "kasteel", "huize"),
    trap("party", r"\b[Ff]ractie(?:s)?(?: van)?\s+(?:[A-Z][\w-]+\s+)*$", "fractie"),
    trap("party", rf"\b{PARTY}\s+(?:[A-Z][\w-]+(?:,| en|/)\s*)*$",
        "cda", "vvd", "pvd", "d66", "groenlinks", "gl", "christenunie", "cu", "sgp", "sp", "pvv", "bbb",
        "fnp", "gb", "lada", "belang", "omd", "onafhankelijk"),
)  # fmt: skip
WATER_OR_ROAD = trap("water or road", r"\b(?:langs|aan|op|over|van|in)\s+(?:de|het)\s+$")
AFTER: tuple[Trap, ...] = (
    trap("person", rf"^\s*\((?:{PARTY})\)"),
    trap("person", r"^-[A-ZÀ-Ý][a-zà-ÿ]+"),  # unless it is a route: "fietspad Elp-Schoonoord"
    trap("other province", r"^\s*\((?:Fr|Fryslân|Friesland|Gr|Ov|Gld|Fl|Ut|NH|ZH|NB|Li|Zld)\.?\)"),
    trap("excepted", r"^\s+(?:verandert|wijzigt|gebeurt) (?:er )?niets\b"),
    trap("club", r"^'s\s+[A-Z]"),
    trap("named after", r"^\s(?:Hal|Zaal|Bokaal|Toernooi|Prijs|Fonds|Festival)\b"),
    trap("other rules", r"^\s+(?:gelden?|geldt)\s+(?:andere|eigen)\b"),
    trap("cadastral", r"^,?\s*(?:sectie|nummer|nr\.)\s"),
    trap("dateline", r"^\s+[-–]\s+[A-Z][a-z]+ [A-Z]?[a-z]"),  # only where a line begins
    trap(
        "water or field",
        r"^\s(?:Aa|A|Diep|Vaart|Kanaal|Es|Polder|Meer|Veld|Heide|Bos|Poort|Hoeve|Singel|Allee|Broek|Veen)\b",
    ),
    trap("street name", r"^(?:s|er)?(?:weg|straat|dijk|laan|vaart|kanaal|brug|veld|es|berg)\b"),
)
ANY_AFTER = re.compile("|".join(one.pattern.pattern for one in AFTER))
NEEDED = tuple((number, bit) for number, one in enumerate(BEFORE) for bit in one.needs)
NEEDED_BITS = AhoCorasick([bit for _, bit in NEEDED], matchkind=MatchKind.Standard)
ROUTE = re.compile(
    r"(?:pad|weg|route|lijn|traject|spoor|kanaal|verbinding|tussen|N\d+)\b[^.]{0,20}$", re.IGNORECASE
)
WATER = re.compile(
    r"(?:vaart|kanaal|diep|wijk|weg|dijk|straat|laan|beek|meer|plas|aa|stroom)$", re.IGNORECASE
)
OPENING = re.compile(r"opening|sluiting", re.IGNORECASE)
ABSENCE = re.compile(
    r"\b(?:afwezig|verhinderd|afgemeld|afmelding|ziek|vervangt|vervangen|ontbreek\w*|loopt mee)\b",
    re.IGNORECASE,
)
WINDOW = 90
# Each branch begins with a letter of its own, by which the search is faster.
SENTENCE_BREAK = re.compile(r"\n\s*\n|[.!?;](?<=[a-z0-9)’'%].)(?<!\bFa.)(?<!\bGebr.)\s|\n(?=[A-Z\d•-])")


class Around:
    """The words around a mention."""

    __slots__ = ("after", "before", "in_title", "mention", "title")

    def __init__(self, text: str, mention: Mention, *, in_title: bool, title: str):
        self.mention, self.in_title, self.title = mention, in_title, title
        self.before = _before(text, mention.start)
        self.after = text[mention.end : mention.end + WINDOW]

    @property
    def sentence(self) -> str:
        return self.before + self.mention.surface + re.split(r"\.\s|\n", self.after)[0]


def _before(text: str, start: int) -> str:
    """What stands before `start` in its own sentence; the word that opens it in lower case."""
    left = text[max(0, start - WINDOW) : start]
    begins = 0
    for match in SENTENCE_BREAK.finditer(left):
        begins = match.end()
    before = left[begins:].replace("\n", " ")
    opens = OPENING_WORD.match(before) if begins or start <= WINDOW else None
    return opens[0].lower() + before[opens.end() :] if opens else before


def trap_of(around: Around, gazetteer: Gazetteer) -> str | None:
    """The name of the trap that the mention in the middle of `around` falls into, or None."""
    if around.mention.cue not in (NAME, OTHER_NAME, ADJECTIVE):
        return None
    if around.title and OPENING.match(around.title) and ABSENCE.search(around.sentence):
        return "absence"
    return _trap_before(around) or _trap_after(around, gazetteer)


def _trap_before(around: Around) -> str | None:
    bits = NEEDED_BITS.find_matches_as_indexes(around.before.lower(), overlapping=True)
    for number in sorted({NEEDED[bit][0] for bit, _, _ in bits}) if bits else ():
        name = BEFORE[number].name
        if around.in_title and name in ("residence", "relative position"):
            continue
        if BEFORE[number].pattern.search(around.before):
            return name
    if WATER.search(around.mention.surface) and WATER_OR_ROAD.pattern.search(around.before):
        return WATER_OR_ROAD.name
    return None


def _trap_after(around: Around, gazetteer: Gazetteer) -> str | None:
    if not ANY_AFTER.match(around.after):
        return None
    for one in AFTER:
        if _is_route_or_inside(one.name, around):
            continue
        match = one.pattern.search(around.after)
        if match and not (one.name == "person" and gazetteer.is_named(match[0].strip("-"))):
            return one.name
    return None


def _is_route_or_inside(trap: str, around: Around) -> bool:
    """True where what follows is no trap: "fietspad Elp-Schoonoord", or a dash inside a sentence."""
    if trap == "dateline":
        return bool(around.before.strip())
    return around.after.startswith("-") and bool(ROUTE.search(around.before))


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


def risky_but_sure(around: Around, gazetteer: Gazetteer) -> bool:
    """For a name that is also a word, a surname or a water: does the context speak of the place?"""
    mention, after, before = around.mention, around.after, around.before
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
    return any(match and gazetteer.is_named(match[1]) for match in (following, earlier))


__all__ = ["Around", "risky_but_sure", "trap_of"]
