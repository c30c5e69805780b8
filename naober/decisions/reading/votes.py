"""Votes: per party as printed, with totals; None where nothing is printed."""

import re

Votes = dict[str, dict[str, int | None] | int | None]

PARTY_COUNT = re.compile(r"([^,;()\n]+?)\s*\(\s*(\d{1,2})(?:\s*(?:stem(?:men)?|zetels?|x))?\s*\)")
SIDE = re.compile(
    r"(?m)^[ \t•*-]*(?P<side>voor(?:stemmers|gestemd)?|tegen(?:stemmers|gestemd)?|onthouden|onthoudingen)\b\s*:?[ \t]*"
    r"(?:\d+\s*%)?[ \t]*(?=$|\S)",
    re.IGNORECASE,
)
NUMBER_WORDS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
}  # fmt: skip
COUNT = r"(\d{1,2}|" + "|".join(NUMBER_WORDS) + ")"
PARENS = r"(?:\s*\(([^()]*(?:\(\d+\)[^()]*)*)\))?"
TALLY = re.compile(
    rf"\b{COUNT}\s+(?:leden\s+|raadsleden\s+)?(?:stem(?:men)?\s+)?(voor|tegen)\b(?:stem(?:men|mers)?)?(?!\s+(?:dit|de|het|een)\b){PARENS}",
    re.IGNORECASE,
)
TALLY_AFTER = re.compile(
    rf"\b(voor|tegen)(?:gestemd|stemmers)?\s*[:=]\s*{COUNT}\b(?!\s*%){PARENS}", re.IGNORECASE
)
AGAINST_EACH = re.compile(
    rf"\bmet\s+{COUNT}\s+(?:stemmen\s+)?(?:voor\s+)?(?:tegen|-)\s+{COUNT}\b(?!\s*stem(?:men)? tegen)(?:\s+stemmen)?{PARENS}",
    re.IGNORECASE,
)
VOTED = r"(?:stem(?:t|men|de|den)|was|waren|is|zijn)"
# "de VVD (3) stemt tegen", "tegen stemden D66 en VVD", "Tegen: VVD (3)", "met de stemmen van de VVD tegen".
STATED = (
    re.compile(rf"(?P<who>[^.;:\n]{{2,160}}?)\s+{VOTED}\s+(?P<side>voor|tegen)(?=\s*(?:[.,;)]|$|gestemd))", re.IGNORECASE),
    re.compile(rf"\b(?P<side>voor|tegen)\s*(?::|{VOTED})\s+(?P<who>[^.;\n]{{2,160}})", re.IGNORECASE),
    re.compile(r"\bmet (?:alleen )?(?:de )?(?:stem(?:men)? van )?(?P<who>[^.;:\n]{2,120}?)\s+(?P<side>tegen)\b", re.IGNORECASE),
    re.compile(r"\b(?P<side>tegen) (?:het|dit|de) (?:voorstel|motie) (?:stemden|stemt|stemde) (?P<who>[^.;\n]{2,160})", re.IGNORECASE),
)  # fmt: skip
REST = re.compile(r"\b(voor|tegen)\s+(?:de\s+)?overige\s+(\d{1,2})\s+(?:raads)?leden", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:(?:en|van|de|het|alleen|ook|door|alle|leden|raadsleden|(?:de )?fracties? van(?: de)?|fracties|stemmen|partijen|uitsluitend|beide)\s+)+",
    re.IGNORECASE,
)
NO_PARTY = re.compile(
    r"\b(?:heer|heren|mevrouw|dames?|leden|lid|raad|wethouder|voorzitter|stemmen|rest|college|overige)\b",
    re.IGNORECASE,
)


def read_votes(text: str) -> Votes | None:
    """The vote that this text prints, or None. `text` holds one vote only (no amendments)."""
    votes = _table(text) or _sentence(text)
    if not votes:
        return None
    return {
        "voor": votes.get("voor", {}),
        "tegen": votes.get("tegen", {}),
        "voor_totaal": votes.get("voor_totaal"),
        "tegen_totaal": votes.get("tegen_totaal"),
    }


def _table(text: str) -> Votes | None:
    """ "voor 65%", then a line "voor" with the parties under it, then "tegen"."""
    sides = [match for match in SIDE.finditer(text)]
    votes: Votes = {}
    for at, match in enumerate(sides):
        end = sides[at + 1].start() if at + 1 < len(sides) else len(text)
        block = text[match.end() : end]
        parties = _parties(block.split("\n\n")[0] if block.strip() else "")
        side = match["side"].lower()[:4].replace("tege", "tegen")
        if parties and side in ("voor", "tegen"):
            votes[side] = {**votes.get(side, {}), **parties}
    for side in ("voor", "tegen"):
        if side in votes and all(isinstance(n, int) for n in votes[side].values()):
            votes[f"{side}_totaal"] = sum(votes[side].values())
    return votes or None


def _parties(block: str) -> dict[str, int | None]:
    """The parties with a number behind them: "CDA (3), PvdA (4)"."""
    found = {}
    for name, count in PARTY_COUNT.findall(" ".join(block.split())):
        name = LEADING.sub(
            "", re.sub(r"^.*\b(?:aangenomen|verworpen)\W+", "", name.strip(" .:-•"), flags=re.IGNORECASE)
        )
        if name:
            found[name] = int(count)
    return found


def _named(text: str) -> dict[str, int | None]:
    """The parties in a clause, with or without a number."""
    counted = _parties(text)
    if counted:
        return counted
    found: dict[str, int | None] = {}
    for name in re.split(r",|\ben\b|/", text):
        name = LEADING.sub("", name.strip(" .:"))
        if re.match(r"[A-Z]|\d\w*[A-Z]", name) and len(name.split()) <= 4 and not NO_PARTY.search(name):
            found[name] = None
    return found


def _sentence(text: str) -> Votes | None:
    votes: Votes = {}
    if match := AGAINST_EACH.search(text):
        votes["voor_totaal"] = _number(match[1])
        _add(votes, "tegen", _number(match[2]), match[3])
        return votes
    for match in TALLY.finditer(text):
        _add(votes, match[2].lower(), _number(match[1]), match[3])
    for match in TALLY_AFTER.finditer(text):
        _add(votes, match[1].lower(), _number(match[2]), match[3])
    for match in REST.finditer(text):
        votes[f"{match[1].lower()}_totaal"] = int(match[2])
    for pattern in STATED:
        for match in pattern.finditer(text):
            _state(votes, match["side"].lower(), _named(match["who"]))
    return votes or None


def _state(votes: Votes, side: str, parties: dict[str, int | None]) -> None:
    """Take over who voted on this side, unless that was printed already."""
    if not parties or side in votes:
        return
    votes[side] = parties
    if all(isinstance(count, int) for count in parties.values()):
        votes.setdefault(f"{side}_totaal", sum(parties.values()))


def _add(votes: Votes, side: str, total: int, inside: str | None) -> None:
    votes[f"{side}_totaal"] = total
    if not inside:
        return
    names = [name.strip() for name in re.split(r",|;|\ben\b|/", inside) if name.strip()]
    parties: dict[str, int | None] = {}
    for name in names:
        counted = re.fullmatch(r"(.+?)(?:\s+|\s*\()(\d{1,2})\)?", name)
        if counted:
            parties[counted[1].strip()] = int(counted[2])
        else:
            parties[name] = None
    if len(parties) == 1 and None in parties.values():
        parties = dict.fromkeys(parties, total)
    votes[side] = parties


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBER_WORDS[text.lower()]
