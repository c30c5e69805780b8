"""Was something decided, and what: read from the words of the decision itself.

"Besluit" over an opening decides nothing; a proposal decides nothing yet. The outcome is that of the
main matter: the first result named, procedure last.
"""

import re
from dataclasses import dataclass

from . import outcome_words as words
from .lines import DECISION, PROPOSED, VOTES
from .outcome_words import ADOPTED, AGREED, HELD, NONE, NOTED, OTHER, REJECTED
from .sections import INTRO, Sections, without_speakers
from .votes import Votes


@dataclass(frozen=True)
class Outcome:
    """`kind` is one of the outcomes of the verb; `geen` when nothing was decided."""

    kind: str
    evidence: str = ""

    @property
    def decided(self) -> bool:
        """True when the body itself settled something."""
        return self.kind != NONE


NOTHING = Outcome(NONE)
# What is told there was decided elsewhere.
ONLY_OPENS = re.compile(
    r"(?:opening|sluiting)(?: (?:van de|door de|en mededelingen)\b[^.]{0,30})?\W*$", re.IGNORECASE
)
# A full stop inside an amount, a time or an abbreviation ends no sentence.
INNER_STOP = re.compile(
    r"(?<=\d)\.(?=\d)|(?<=\b[A-Z])\.(?=\s?[A-Z])|(?<=\b[dmij]r)\.|(?<=\bdrs)\.|(?<=\bmw)\."
)


def read_outcome(parts: Sections, title: str, body: str | None, tabular: bool = False) -> Outcome:
    """The outcome of one item of a paper of `body` (raad, commissie, college) that holds decisions."""
    decision = INNER_STOP.sub(",", without_speakers(parts.of(DECISION)).strip())
    if not decision and not parts.has(DECISION):
        decision = INNER_STOP.sub(",", _unlabelled(parts, title, tabular).strip())
    if not decision or (ONLY_OPENS.match(title) and not parts.has(DECISION)):
        return NOTHING
    if body == "college":
        return _of_college(decision, title)
    return _of_council(decision, title, parts.of(PROPOSED), committee=body == "commissie")


OF_A_MOTION = re.compile(r"(?:motie|moasje|amendement)\b", re.IGNORECASE)


def _unlabelled(parts: Sections, title: str, tabular: bool) -> str:
    """The text that can hold a decision where no label says so: the last cell of a table, or the prose.
    "Gevraagd" above a motion is what it asks; what became of it stands behind that."""
    own = OF_A_MOTION.match(title) is not None
    if parts.has(PROPOSED) and not (tabular or own or parts.has(VOTES)):
        return ""
    text = without_speakers(parts.of(*((INTRO, PROPOSED, VOTES) if own else (INTRO, VOTES))))
    if not tabular:
        return resolved_part(text)
    lines = [line for line in re.split(r"\n|\t|\s\|", text) if line.strip(" -–.|")]
    return lines[-1] if lines else ""


RESOLVES = re.compile(
    r"\b[Dd]e (?:gemeente)?raad (?:heeft )?beslu?[io]t(?:en)?\b[^.:\n]{0,60}(?::|\n)"
    r"(?!\s*(?:het|de|dit|deze) (?:\w+ )?(?:sub)?amendement)"
)


def resolved_part(text: str) -> str:
    """Prose from its last "De raad besluit ..." on: what stands before it tells how it came to that."""
    resolved = list(RESOLVES.finditer(text))
    return text[resolved[-1].start() :] if resolved else text


def _of_council(decision: str, title: str, proposed: str, committee: bool) -> Outcome:
    found = first_result(decision)
    if re.search(r"\btoezegging|\bactie(?:lijst|punten)", title, re.IGNORECASE) and found.kind not in (
        ADOPTED,
        NOTED,
    ):
        return NOTHING  # what moves there is a promise, not the item
    if words.TIE.search(decision) and found.kind in (HELD, NONE):
        again = words.SECOND_TIME.search(decision) or re.search(r"hernieuwde|opnieuw", title, re.IGNORECASE)
        return Outcome(REJECTED if again else HELD, decision[:120])
    if words.SETTLE_AGENDA.search(decision) or _adopts_minutes(decision, title):
        return Outcome(ADOPTED, decision[:120])
    if found.kind == NONE and not words.WITHDRAWN.search(decision):
        found = _as_proposed(decision, title, proposed, committee)
    if found.kind == AGREED and re.match(r"vaststell(?:ing|en)\b", title, re.IGNORECASE):
        return Outcome(ADOPTED, found.evidence)
    return found


def _adopts_minutes(decision: str, title: str) -> bool:
    """True when an agenda or minutes are adopted, whatever else is said of points that move."""
    if not words.MINUTES.search(title) or re.search(r"ingekomen|toezegging", title, re.IGNORECASE):
        return False
    if re.search(r"\bvast ?gesteld\b|\bstelt [^.]{0,40}\bvast\b", decision) or words.UNCHANGED.search(
        decision
    ):
        return not re.search(r"\bniet (?:vast|goed)", decision)
    return bool(
        re.match(r"(?:\w+ ){0,3}agenda\b", title, re.IGNORECASE) and words.AGENDA_CHANGED.search(decision)
    )


def _as_proposed(decision: str, title: str, proposed: str, committee: bool) -> Outcome:
    """A decision that only says "conform", "hamerstuk", or what is to be done."""
    if committee and re.search(r"\b(?:hamer|bespreek)stuk\b", decision, re.IGNORECASE):
        return Outcome(OTHER, decision[:120])
    resolved = RESOLVES.match(decision)
    if resolved and words.INFINITIVE.search(decision, resolved.end()):
        return _of_college(decision[resolved.end() :], title)
    if words.AS_PROPOSED.search(decision):
        if words.MINUTES.search(title):
            return Outcome(ADOPTED, decision[:120])
        if words.PASSES_ON.search(proposed):
            return Outcome(OTHER, decision[:120])
        return Outcome(_of_infinitive(proposed) if proposed else AGREED, decision[:120])
    if re.search(r"\bbesluit(?:en)?\b[^.\n]{0,80}\b(?:te|tot|om)\b", decision, re.IGNORECASE) or re.match(
        r"(?:\W*\d\W+)?(?:in te stemmen|instemmen|de \w+ (?:\w+ )?te )", decision, re.IGNORECASE
    ):
        return _of_college(decision, title)
    return NOTHING


def first_result(text: str) -> Outcome:
    """The first result that the text reports; none when it reports only a withdrawal."""
    best: tuple[int, str] | None = None
    for kind, pattern in words.REPORTED:
        for match in pattern.finditer(text):
            if words.NOT_OURS.search(text[max(0, match.start() - 45) : match.start()]):
                continue
            if best is None or match.start() < best[0]:
                best = (match.start(), kind)
            break
    withdrawn = words.WITHDRAWN.search(text)
    if best is None or (withdrawn and withdrawn.start() < best[0]):
        return NOTHING
    return Outcome(best[1], _sentence(text, best[0]))


def by_count(votes: Votes | None) -> Outcome:
    """What a vote decided where only its count is told; nothing when one side is missing, or on a tie."""
    ayes, noes = (votes or {}).get("voor_totaal"), (votes or {}).get("tegen_totaal")
    if not isinstance(ayes, int) or not isinstance(noes, int) or ayes == noes:
        return NOTHING
    return Outcome(AGREED if ayes > noes else REJECTED)


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    end = re.search(r"[.\n]", text[at:])
    return text[start : at + end.start() + 1 if end else len(text)].strip()


POINT = re.compile(
    r"(?:^|\n)\s*(?:\d{1,2}[.)]|[a-z][.)]|[•*-])\s+|;\s+(?:\d{1,2}[.)]\s+)?|\n|(?<=[.;]\s)\d{1,2}[.)]\s+(?=[A-Z])"
)


def _of_college(decision: str, title: str) -> Outcome:
    points = [point.strip() for point in POINT.split(decision) if point.strip(" .-")]
    if re.match(
        r"\W*(?:\d\W+)?(?:\w+ )?(?:conform|vastgesteld)", decision, re.IGNORECASE
    ) and words.MINUTES.search(title):
        return Outcome(ADOPTED, decision[:120])
    wishes = [point for point in points if words.INFINITIVE.search(point)]
    if not wishes:
        found = first_result(decision)
        if not found.decided and words.RETURNS.search(decision):
            return Outcome(HELD, decision[:120])
        conform = re.match(r"\W*(?:conform|akkoord)", decision, re.IGNORECASE)
        return Outcome(AGREED) if conform and not found.decided else found
    if any(words.COUNCIL_DECIDES.search(point) for point in wishes):
        return Outcome(OTHER, wishes[0][:120])
    rest = [point for point in wishes if not re.match(r"\W*kennis", point, re.IGNORECASE)]
    if not rest or (len(rest) < len(wishes) and _only_informs(rest)):
        return Outcome(NOTED, wishes[0][:120])
    main = rest[0]
    if words.INFORM.search(main):
        tells = re.search(r"\bover\b|\bvertellen\b|\bbij te praten\b|\binformatiebrief\b", main)
        return Outcome(NOTED if tells and not re.search(r"\binformeren dat\b", main) else OTHER, main[:120])
    if words.PASSES_ON.search(main) and not re.match(
        r"\W*(?:in te stemmen|instemmen|akkoord)", main, re.IGNORECASE
    ):
        return Outcome(OTHER, main[:120])
    return Outcome(_of_infinitive(main), main[:120])


def _only_informs(points: list[str]) -> bool:
    return all(
        re.search(r"\b(?:te )?(?:informeren|berichten|sturen|zenden|mee te delen)\b", point)
        for point in points
    )


def _of_infinitive(point: str) -> str:
    """The outcome of a decision that is written as what is to be done."""
    for kind, pattern in (
        (HELD, words.HOLD_WISH),
        (REJECTED, words.REJECT_WISH),
        (ADOPTED, words.ADOPT_WISH),
    ):
        if pattern.search(point):
            return kind
    return NOTED if re.search(r"^\W*kennis|\bvoor kennisgeving\b", point, re.IGNORECASE) else AGREED
