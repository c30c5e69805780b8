"""Votes: per party as printed, with totals; None where nothing is printed."""

import re

Votes = dict[str, dict[str, int | None] | int | None]

PARTY_COUNT = re.compile(r"([^,;()\n]+?)\s*\(\s*(\d{1,2})(?:\s*(?:stem(?:men)?|zetels?|x))?\s*\)")
SIDE = re.compile(r"(?m)^[ \t•*-]*(?P<side>voor(?:stemmers|gestemd)?|tegen(?:stemmers|gestemd)?|onthouden|onthoudingen)\s*:?[ \t]*(?:\d+\s*%)?[ \t]*(?=$|\S)", re.IGNORECASE)  # fmt: skip
NUMBER_WORDS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
                "negen": 9, "tien": 10, "elf": 11, "twaalf": 12}  # fmt: skip
COUNT = r"(\d{1,2}|" + "|".join(NUMBER_WORDS) + ")"
PARENS = r"(?:\s*\(([^()]*(?:\(\d+\)[^()]*)*)\))?"
TALLY = re.compile(
    rf"\b{COUNT}\s+(?:stem(?:men)?\s+|leden\s+|raadsleden\s+)?(?:stemmen\s+)?(voor|tegen)\b(?:stemmen)?{PARENS}",
    re.IGNORECASE,
)
TALLY_AFTER = re.compile(
    rf"\b(voor|tegen)(?:gestemd|stemmers)?\s*[:=]\s*{COUNT}\b(?!\s*%){PARENS}", re.IGNORECASE
)
AGAINST_EACH = re.compile(
    rf"\bmet\s+{COUNT}\s+(?:stemmen\s+)?(?:voor\s+)?(?:tegen|-)\s+{COUNT}\b(?!\s*stemmen tegen)",
    re.IGNORECASE,
)
SIDE_STATED = re.compile(
    r"\b(?P<side>voor|tegen)\s+(?:stemden?|waren|was)\s+(?P<who>[^.;\n]{2,160})|(?P<who2>[^.;:\n]{2,160}?)\s+(?:was|waren|stemden?)\s+(?P<side2>voor|tegen)\b",
    re.IGNORECASE,
)
REST = re.compile(r"\b(voor|tegen)\s+(?:de\s+)?overige\s+(\d{1,2})\s+(?:raads)?leden", re.IGNORECASE)


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
    found = {}
    for name, count in PARTY_COUNT.findall(" ".join(block.split())):
        name = re.sub(
            r"^(?:en|van|de|het|fracties?(?= van))\s+", "", name.strip(" .:-•"), flags=re.IGNORECASE
        )
        if name:
            found[name] = int(count)
    return found


def _sentence(text: str) -> Votes | None:
    votes: Votes = {}
    if match := AGAINST_EACH.search(text):
        return {"voor_totaal": _number(match[1]), "tegen_totaal": _number(match[2])}
    for match in TALLY.finditer(text):
        _add(votes, match[2].lower(), _number(match[1]), match[3])
    for match in TALLY_AFTER.finditer(text):
        _add(votes, match[1].lower(), _number(match[2]), match[3])
    for match in REST.finditer(text):
        votes[f"{match[1].lower()}_totaal"] = int(match[2])
    for match in SIDE_STATED.finditer(text):
        side = (match["side"] or match["side2"]).lower()
        parties = _parties(match["who"] or match["who2"])
        if parties and side not in votes:
            votes[side] = parties
            votes.setdefault(f"{side}_totaal", sum(parties.values()))
    return votes or None


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
