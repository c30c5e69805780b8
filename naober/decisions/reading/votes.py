"""Votes: per party as printed, with totals; None where nothing is printed."""

import re
from dataclasses import dataclass, field

Parties = dict[str, int | None]
Votes = dict[str, Parties | int | None]

PARTY_COUNT = re.compile(r"([^,;()\n]+?)\s*\(\s*(\d{1,2})(?:\s*(?:stem(?:men)?|zetels?|x))?\s*\)")
SIDE = re.compile(
    r"(?m)(?:^[ \t•*-]*|(?<=[.;]) )(?P<side>voor(?:stemmers|gestemd)?|tegen(?:stemmers|gestemd)?|onthouden"
    r"|onthoudingen)\b(?! stem| gestemd)\s*:?[ \t]*"
    r"(?:\d+\s*%)?[ \t]*(?=$|\S)",
    re.IGNORECASE,
)
NUMBER_WORDS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
}  # fmt: skip
COUNT = r"(\d{1,2}|" + "|".join(NUMBER_WORDS) + ")"
PARENS = r"(?:\s*\(([^()]*(?:\(\d+\)[^()]*)*)\))?"
# "3 tegen de wind" is no vote, "17 tegen het amendement" is.
NO_VOTE = r"(?!\s+(?:\d+ (?!tegen|voor)|(?:dit|de|het|een)\s+(?!voorstel|motie|amendement|kandidaat)|kennis))"
TALLY = re.compile(
    rf"\b{COUNT}\s+(?:leden\s+|raadsleden\s+)?(?:waren\s+|stemden\s+)?(?:stem(?:men)?\s+)?(voor|tegen)\b(?:stem(?:men"
    rf"|mers)?)?{NO_VOTE}{PARENS}",
    re.IGNORECASE,
)
TALLY_AFTER = re.compile(
    rf"\b(voor|tegen)(?:gestemd|stemmers)?[ \t]*[:=][ \t]*{COUNT}\b(?!\s*%){PARENS}", re.IGNORECASE
)
# "voor 20, tegen 3 (VVD)", "Voor (9): ... Tegen (14): ...", "(14-11)", "9 stemmen (VVD 5) tegen 18".
BOTH = re.compile(rf"\bvoor\s+{COUNT}{PARENS}\s*[,;.]?\s*(?:en\s+)?tegen\s+{COUNT}{PARENS}", re.IGNORECASE)
HEADED = re.compile(rf"\b(voor|tegen)\s*\({COUNT}\)\s*:", re.IGNORECASE)
DASHED = re.compile(
    rf"(?:\b(?:meerderheid|stemmen|stemming|aangenomen|verworpen|oannommen|ferwurpen)\b[^.\n]{{0,20}}?)"
    rf"\(?\b{COUNT}\s?[-–]\s?{COUNT}\b\)?(?!\s*(?:\d|uur))",
    re.IGNORECASE,
)
GOT = re.compile(rf"\b{COUNT}\s+stemmen{PARENS}\s+tegen\s+{COUNT}\b(?!\s+stemmen){PARENS}", re.IGNORECASE)
ONLY_FOR = re.compile(
    rf"\b(?:kreeg|krijgt|behaalde)\s+{COUNT}\s+stemmen\b(?!\s*(?:voor|tegen|\())", re.IGNORECASE
)
AGAINST_EACH = re.compile(
    rf"\bmet\s+{COUNT}\s+(?:stemmen\s+)?(?:voor\s+)?(?:tegen"
    rf"|-)\s+{COUNT}\b(?!\s*stem(?:men)? tegen)(?:\s+stemmen)?{PARENS}",
    re.IGNORECASE,
)
WHAT = r"(?:het|dit|de|deze) (?:\w+ )?(?:voorstel|motie|amendement|besluit)"
VOTED = r"(?:stem(?:t|men|de|den)|was|waren)"  # "zijn voor" is an opinion
# "de VVD (3) stemt tegen", "tegen stemden D66 en VVD", "Tegen: VVD (3)", "met de stemmen van de VVD tegen".
STATED = (
    re.compile(rf"(?P<who>[^.;:\n]{{2,160}}?)\s+{VOTED}\s+(?P<side>voor|tegen)"
        r"(?=\s*(?:[.,;)]|$|gestemd))", re.IGNORECASE),
    re.compile(rf"\b(?P<side>voor|tegen)\s*(?::|{VOTED})\s+(?P<who>[^.;\n]{{2,160}})", re.IGNORECASE),
    re.compile(r"\bmet (?:alleen )?(?:de )?(?:stem(?:men)? van )?(?P<who>[^.;:\n]{2,120}?)"
        r"\s+(?P<side>tegen)\b", re.IGNORECASE),
    re.compile(r"\b(?P<side>voor|tegen) (?:hebben|heeft) gestemd:? (?P<who>[^.;\n]{2,160})", re.IGNORECASE),
    re.compile(r"\b(?P<who>(?:alleen )?[A-Z][^.;:\n]{1,120}?) steun(?:en|t|den)(?P<side>) (?:het|de|dit)\b"),
    re.compile(rf"\b(?P<side>voor|tegen) {WHAT} stem(?:den|t|men|de) (?P<who>[^.;\n:]{{2,160}})",
        re.IGNORECASE),
)  # fmt: skip
# "Voor de motie stemden:" with a line per party under it, in which its members are named.
BY_NAME = re.compile(
    rf"(?m)^[ \t]*(?P<side>voor|tegen) {WHAT} (?:stemden|hebben gestemd)\s*:[ \t]*\n"
    r"(?P<lines>(?:[^\n]*\S[^\n]*\n?)+)",
    re.IGNORECASE,
)
SIDE_WORD = re.compile(
    rf"\b(?:tegen|voor)(?:\s*:|\s+(?:stem|was|waren)|\s+{WHAT}\s+stem)|\b(?:stem\w*|was|waren"
    r"|met [^.;\n]{2,120})\s+(?:tegen|voor)\b"
    r"|\b(?:tegen|voor) h(?:ebben|eeft) gestemd|\bsteun(?:en|t|den|de)\b",
    re.IGNORECASE,
)
REST = re.compile(r"\b(voor|tegen)\s+(?:de\s+)?overige\s+(\d{1,2})\s+(?:raads)?leden", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:(?:en|van|de|het|alleen|ook|door|alle|leden|raadsleden|(?:de )?fracties? van(?: de)?|fracties"
    r"|(?-i:fractie)"
    r"|stemmen|partijen|uitsluitend|beide)\s+)+",
    re.IGNORECASE,
)
NO_PARTY = re.compile(
    r"\b(?:aangenomen|vastgesteld|verworpen|met|heer|heren|mevrouw|dames?|leden|lid|raad|wethouder|voorzitter|stemmen|rest|college|overige)\b",
    re.IGNORECASE,
)


@dataclass
class _Count:
    """What a text prints of one vote, per side."""

    parties: dict[str, Parties] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)

    def add(self, side: str, parties: Parties, total: int | None = None) -> None:
        """Parties of one side; the total is the printed one, else the sum when every party has a number."""
        if parties:
            self.parties[side] = {**self.parties.get(side, {}), **parties}
        counts = [count for count in self.parties.get(side, {}).values() if count is not None]
        if total is not None:
            self.totals[side] = total
        elif counts and len(counts) == len(self.parties[side]):
            self.totals[side] = sum(counts)


def read_votes(text: str) -> Votes | None:
    """The vote that this text prints, or None. `text` holds one vote only (no amendments)."""
    text = _in_dutch(text)
    count = _table(text)
    if not count.parties:
        count = _sentence(text)
    if not count.parties and not count.totals:
        return None
    return {
        "voor": count.parties.get("voor", {}),
        "tegen": count.parties.get("tegen", {}),
        "voor_totaal": count.totals.get("voor"),
        "tegen_totaal": count.totals.get("tegen"),
    }


FRISIAN = (("foar", "voor"), ("tsjin", "tegen"), ("stimmen", "stemmen"), ("stimming", "stemming"))


def _in_dutch(text: str) -> str:
    """Votes in Frisian, and "vóór", with the words that the patterns know."""
    text = text.replace("vóór", "voor").replace("Vóór", "Voor")
    for frisian, dutch in FRISIAN:
        text = re.sub(rf"\b{frisian}\b", dutch, text)
        text = re.sub(rf"\b{frisian.capitalize()}\b", dutch.capitalize(), text)
    return text


def _table(text: str) -> _Count:
    """ "voor 65%", then a line "voor" with the parties under it, then "tegen"."""
    sides = list(SIDE.finditer(text))
    count = _Count()
    for at, match in enumerate(sides):
        end = sides[at + 1].start() if at + 1 < len(sides) else len(text)
        side = {"voor": "voor", "tege": "tegen"}.get(match["side"].lower()[:4])
        parties = _counted(text[match.end() : end].strip(" \t").split("\n\n")[0])
        if side and parties:
            count.add(side, parties)
        rest = REST_COUNTED.search(text, match.end(), end) if side else None
        if rest and side:
            count.totals[side] = count.totals.get(side, 0) + int(rest[1])
    return count


def _counted(block: str) -> Parties:
    """The parties with a number behind them: "CDA (3), PvdA (4)"."""
    found: Parties = {}
    for name, count in PARTY_COUNT.findall(" ".join(block.split())):
        name = re.sub(r"^.*\b(?:aangenomen|verworpen)\W+", "", name.strip(" .:-•"), flags=re.IGNORECASE)
        name = LEADING.sub("", name)
        if name and not REST_OF_THEM.match(name):
            found[name] = int(count)
    return found


REST_COUNTED = re.compile(r"\b(?:andere|overige)\b[^()\n;.]{0,30}\((\d{1,2})\)", re.IGNORECASE)
REST_OF_THEM = re.compile(r"(?:voor |tegen )?(?:alle )?(?:andere|overige|rest)\b", re.IGNORECASE)


def _named(text: str) -> Parties:
    """The parties in a clause, with or without a number."""
    counted = _counted(text)
    if counted:
        return counted
    found: Parties = {}
    for name in re.split(r",|\ben\b|/", text):
        name = LEADING.sub("", name.strip(" .:"))
        if re.match(r"[A-Z]|\d\w*[A-Z]", name) and len(name.split()) <= 4 and not NO_PARTY.search(name):
            found[name] = None
    return found


def _sentence(text: str) -> _Count:
    count = _Count()
    if match := AGAINST_EACH.search(text):
        count.add("voor", {}, _number(match[1]))
        count.add("tegen", *_inside(match[3], _number(match[2])))
        return count
    _counts_of_both(text, count)
    by_name = re.search(r"\bhoofdelijk", text, re.IGNORECASE)
    for match in TALLY.finditer(text):
        count.add(match[2].lower(), *_inside(match[3], _number(match[1])))
    for match in TALLY_AFTER.finditer(text):
        count.add(match[1].lower(), *_inside(match[3], _number(match[2])))
    for match in REST.finditer(text):
        count.add(match[1].lower(), {}, int(match[2]))
    for match in BY_NAME.finditer(text):
        parties = re.findall(r"(?m)^[ \t•*-]*([^\n:;,]{2,50}):", match["lines"])
        side = match["side"].lower()
        count.add(side, dict.fromkeys(parties), count.totals.get(side))
    for pattern in STATED if SIDE_WORD.search(text) else ():
        for match in pattern.finditer(text):
            side = match["side"].lower() or "voor"
            if side not in count.parties and not by_name:
                count.add(side, _named(match["who"]), count.totals.get(side))
    return count


def _counts_of_both(text: str, count: _Count) -> None:
    """Totals that are printed for both sides at once, or above the names of who voted."""
    if match := BOTH.search(text):
        count.add("voor", *_inside(match[2], _number(match[1])))
        count.add("tegen", *_inside(match[4], _number(match[3])))
    if match := GOT.search(text):
        count.add("voor", *_inside(match[2], _number(match[1])))
        count.add("tegen", *_inside(match[4], _number(match[3])))
    if match := DASHED.search(text):
        count.add("voor", {}, _number(match[1]))
        count.add("tegen", {}, _number(match[2]))
    if match := ONLY_FOR.search(text):
        count.add("voor", {}, _number(match[1]))
    for match in HEADED.finditer(text):
        count.add(match[1].lower(), {}, _number(match[2]))


def _inside(names: str | None, total: int) -> tuple[Parties, int]:
    """The parties between brackets behind a number, and that number; one party alone has all of it."""
    parties: Parties = {}
    for name in re.split(r",|;|\ben\b|/", names or ""):
        counted = re.fullmatch(r"\s*(.+?)(?:\s+|\s*\()(\d{1,2})\)?\s*", name)
        if counted:
            parties[counted[1]] = int(counted[2])
        elif name.strip():
            parties[name.strip()] = None
    if len(parties) == 1 and None in parties.values():
        parties = dict.fromkeys(parties, total)
    return parties, total


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBER_WORDS[text.lower()]
