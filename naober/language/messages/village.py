"""The one place that a message is about: by name, misspelling, Drents form, adjective, hall or landmark.

A place that is named only beside it (to compare, as a direction, as where the shop is) is not what the
message is about.
"""

import re
import tomllib
from functools import lru_cache

from naober.language.dictionary import dictionary_form, is_word
from naober.language.masking import Finding
from naober.language.masking.kinds import ADDRESS
from naober.language.places import (
    ADJECTIVE,
    CLUB,
    DATA,
    LANDMARK,
    NAME,
    OTHER_NAME,
    ROAD,
    Gazetteer,
    Mention,
    Place,
    fold,
    plain_name,
    shipped_rows,
)

SURENESS = {NAME: 3.0, OTHER_NAME: 3.0, ADJECTIVE: 2.5, LANDMARK: 2.0, CLUB: 1.5, ROAD: 1.5}
LEAST = 1.0
NAMED_AGAIN = 0.5
ADJECTIVE_ENDINGS = ("s", "se", "e", "en")
SHORTEST_SLIP = 6  # letters of a name in which a slip of the pen is forgiven
LONG = 10  # letters from which two are
MANY_PLACES = 500  # in a longer list a slip is more likely another word than a place
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CONTEXT = tomllib.loads((DATA / "village_context.toml").read_text("utf-8"))


def _before(name: str) -> re.Pattern[str]:
    """Any entry of a list right before what comes, with or without "in" or an article."""
    entries = "|".join(_CONTEXT[name])
    return re.compile(
        rf"\b(?:{entries})(?:\s(?:is|staat))?(?:\s(?:in|bij|van|uit))?\s(?:het\s|de\s|'t\s)?$", re.IGNORECASE
    )


_HERE, _BESIDE, _YIELDS = _before("here"), _before("beside"), _before("yields")
_OURS = re.compile(rf"\b(?:{'|'.join(_CONTEXT['ours'])})\b[^.!?]{{0,25}}$", re.IGNORECASE)
_BESIDE_AFTER = re.compile(rf"^\s?(?:{'|'.join(_CONTEXT['beside_after'])})", re.IGNORECASE)


def village_of(text: str, gazetteer: Gazetteer, personal: list[Finding]) -> str | None:
    """The name of the place that `text` is about; none when it does not tell. `personal` are no places."""
    scores: dict[Place, float] = {}
    spelled: dict[Place, str] = {}
    for number, mention in enumerate(_mentions(text, gazetteer, personal)):
        score = _score(text, mention) - 0.1 * number
        for place in mention.places:
            again = NAMED_AGAIN if place in scores else 0.0
            scores[place] = max(scores.get(place, 0.0), score / len(mention.places)) + again
            if plain_name(mention.surface) == plain_name(place.name):
                spelled.setdefault(place, mention.surface)
    scores = {place: score for place, score in scores.items() if not _is_too_large(place)}
    if not scores:
        return None
    place = max(scores, key=lambda candidate: scores[candidate])
    return _as_written(place, spelled.get(place)) if scores[place] >= LEAST else None


def _as_written(place: Place, surface: str | None) -> str:
    """A place with two spellings ("Ter Horst", "Terhorst") in that of the text."""
    for name in (place.name, *place.other_names):
        if surface and name.casefold() == surface.casefold():
            return name
    return place.name


def _mentions(text: str, gazetteer: Gazetteer, personal: list[Finding]) -> list[Mention]:
    found = gazetteer.find(text)
    small = [mention for mention in gazetteer.find(_capitalised(text)) if _is_meant(text, mention)]
    for mention in (*small, *_inflected(text, gazetteer), *_slips(text, gazetteer)):
        if all(mention.end <= known.start or known.end <= mention.start for known in found):
            found.append(mention)
    found.sort(key=lambda mention: mention.start)
    return [mention for mention in found if _counts(text, mention, personal)]


def _capitalised(text: str) -> str:
    """Each word with a capital, for who writes without; the same length."""
    return re.sub(r"(?<![\w'])[a-zà-ÿ](?=[\w])", lambda found: found[0].upper(), text)


def _is_meant(text: str, mention: Mention) -> bool:
    """Whether a name in small letters is meant as one: an everyday word needs "in" before it."""
    word = text[mention.start : mention.end]
    if all(place.risky for place in mention.places) or is_word(word):
        return bool(_HERE.search(text[: mention.start])) or bool(re.match(r"\s*:", text[mention.end :]))
    return True


def _counts(text: str, mention: Mention, personal: list[Finding]) -> bool:
    for finding in personal:
        inside = finding.start <= mention.start and mention.end <= finding.end
        if inside and finding.kind != ADDRESS:
            return False
    if all(place.risky for place in mention.places) and mention.cue in (NAME, OTHER_NAME):
        before, after = text[: mention.start], text[mention.end :]
        if text[mention.start].islower():
            return bool(_HERE.search(before)) or bool(re.match(r"\s*:", after))
        opens = not before.strip() or before.rstrip()[-1:] in ".!?\n"
        return not opens or bool(re.match(r"\s?[,:;(–-]", after)) or bool(_verb_after(after))
    return True


def _verb_after(after: str) -> bool:
    word = re.match(r"\s([a-zà-ÿ]+)", after)
    return word is not None and dictionary_form(word[1]) != word[1]


def _score(text: str, mention: Mention) -> float:
    before, after = text[: mention.start], text[mention.end :]
    score = SURENESS.get(mention.cue, 1.0)
    if _YIELDS.search(before):
        score -= 1.5
    elif _BESIDE.search(before) or (mention.cue != ADJECTIVE and _BESIDE_AFTER.match(after)):
        score -= 2.5
    elif _OURS.search(before):
        score += 1.5
    elif _HERE.search(before):
        score += 1.0
    if not before.strip() or re.match(r"\s*:", after):
        score += 1.0
    if re.search(r"[.!?,]\s*$", before) and not after.strip(" .!?\n"):
        score += 0.5
    return score


def _inflected(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Adjectives with an ending: "Orvelters" and "Hiekerse" of Orvelter and Hieker."""
    if len(gazetteer.places) > MANY_PLACES:
        return []
    endings = _adjectives(gazetteer)
    return [
        Mention(word.start(), word.end(), word[0], ADJECTIVE, endings[word[0].lower()])
        for word in _WORD.finditer(text)
        if word[0].lower() in endings
    ]


@lru_cache(maxsize=8)
def _adjectives(gazetteer: Gazetteer) -> dict[str, tuple[Place, ...]]:
    return {
        adjective.lower() + ending: (place,)
        for place in gazetteer.places
        for adjective in place.adjectives
        for ending in ADJECTIVE_ENDINGS
    }


def _slips(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Names with a letter too many, too few or wrong: "Hogersmilde"."""
    if len(gazetteer.places) > MANY_PLACES:
        return []
    names, found = _long_names(gazetteer), []
    for word in _WORD.finditer(text):
        low = fold(word[0]).lower()
        if len(low) < SHORTEST_SLIP or is_word(low):
            continue
        allowed = 2 if len(low) >= LONG else 1
        close = [
            place
            for name, place in names
            if abs(len(name) - len(low)) <= allowed and name[0] == low[0] and _differs(low, name) <= allowed
        ]
        if len(close) == 1:
            found.append(Mention(word.start(), word.end(), word[0], NAME, (close[0],)))
    return found


@lru_cache(maxsize=8)
def _long_names(gazetteer: Gazetteer) -> tuple[tuple[str, Place], ...]:
    return tuple(
        (place.name.lower(), place) for place in gazetteer.places if len(place.name) >= SHORTEST_SLIP
    )


def _differs(one: str, other: str) -> int:
    """How many letters to add, leave out, change or swap to come from one word to the other."""
    before, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


@lru_cache(maxsize=1)
def _large() -> frozenset[tuple[str, str]]:
    return frozenset(
        (row["municipality"], row["name"]) for row in shipped_rows() if row.get("overleg") == "too_large"
    )


def _is_too_large(place: Place) -> bool:
    """A place too large for the umbrella is where the shops are, not whose message it is."""
    return (place.municipality, place.name) in _large()
