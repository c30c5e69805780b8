"""Was something decided, and what: read from the words of the decision itself.

"Besluit" over an opening decides nothing; a proposal decides nothing yet. The outcome is that of the
main matter: the first result named, procedure last.
"""

import re
from dataclasses import dataclass

from .lines import AMENDMENT, DECISION, EXPLANATION, PROPOSED, VOTES
from .sections import INTRO, Sections, without_speakers

ADOPTED, AGREED, REJECTED, HELD, NOTED, OTHER, NONE = (
    "vastgesteld", "aangenomen", "verworpen", "aangehouden", "ter_kennisname", "overig", "geen",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """`kind` is one of the outcomes; `geen` when nothing was decided."""

    kind: str
    evidence: str = ""

    @property
    def decided(self) -> bool:
        return self.kind != NONE


def _any(*patterns: str) -> re.Pattern:
    return re.compile("|".join(patterns), re.IGNORECASE)


WITHDRAWN = _any(
    r"\bingetrokken\b(?! beleid)", r"\bis vervallen\b", r"\bagendapunt (?:is )?verval", r"\btrekt de motie in\b",
    r"\bkomt te vervallen\b", r"\bniet in stemming gebracht\b", r"\bniet behandeld\b",
)  # fmt: skip
TIE = _any(
    r"\bstak(?:en|ing)\b[^.]{0,40}\bstemmen\b", r"\bstemmen stak(?:en|ten)\b", r"\bstaking van stemmen\b"
)
# What the body reports of its own decision; the first of these that stands in the text counts.
REPORTED: tuple[tuple[str, re.Pattern], ...] = (
    (HELD, _any(
        r"\baangehouden\b", r"\baan te houden\b", r"\buitgesteld\b(?! tot .{0,30}\bdoor\b)", r"\buit te stellen\b",
        r"\bvan de agenda (?:gehaald|afgevoerd|genomen)\b", r"\bafgevoerd\b", r"\bdoorgeschoven\b", r"\bverdaagd\b",
        r"\bbesluit(?:vorming)? (?:wordt |is )?(?:opgeschort|verschoven)\b", r"\bhoudt? (?:het|de|dit) [^.]{0,50}\baan\b",
        r"\bterug(?:genomen|getrokken) (?:door het college|van de agenda)\b",
    )),
    (REJECTED, _any(
        r"\bverworpen\b", r"\bafgewezen\b", r"\bgeweigerd\b", r"\bniet (?:aangenomen|akkoord|ingestemd|toegekend|verleend)\b",
        r"\bstemt? niet in\b", r"\bverwerpt\b", r"\bwijst? [^.]{0,60}\baf\b", r"\bweigert\b", r"\bhaalt het niet\b",
        r"\bhaalde het niet\b", r"\bkrijgt geen meerderheid\b", r"\bgeen meerderheid\b", r"\bniet mee te werken\b",
        r"\bniet meewerken\b", r"\bwerkt niet mee\b",
    )),
    (NOTED, _any(
        r"\b(?:voor|ter) kennis(?:geving|name|neming) (?:aan)?(?:genomen|aan|nemen|aangenomen)\b", r"\bkennis ?genomen\b",
        r"\bter kennis ?name\b(?! aan de raad te)", r"\bvoor kennisgeving\b", r"\bneemt? (?:\w+ )?kennis\b",
        r"\bnemen kennis\b", r"\bkennis te nemen\b", r"\bkennisnemen\b", r"\bter kennis genomen\b",
    )),
    (OTHER, _any(
        r"\b(?:gaat|door|wordt|komt|te sturen|stuurt|doorgeleid|doorgestuurd|geagendeerd)\b[^.]{0,60}\bals (?:hamer|bespreek)stuk\b",
        r"\bals (?:hamer|bespreek)stuk\b[^.]{0,60}\b(?:naar|in|door|op)\b", r"\b(?:hamer|bespreek)stuk in de (?:volgende )?raad\b",
        r"\badviseert\b[^.]{0,60}\b(?:verdeeld|positief|negatief|de raad|de commissie|in te stemmen|om)\b",
        r"\bte agenderen voor\b", r"\bkomt? (?:\w+ )?terug (?:in|op|naar) de (?:agenda|commissie|raad|volgende)\b",
        r"\bzienswijze (?:wordt |is )?(?:\w+ )?(?:ingediend|vastgesteld en ingediend)\b", r"\brijp voor behandeling\b",
        r"\bkan (?:door )?naar de raad\b", r"\bgereed voor (?:besluitvorming|behandeling in de raad)\b",
        r"\bin handen (?:van het college )?(?:gesteld|te stellen)\b", r"\bgeagendeerd voor\b",
    )),
    (ADOPTED, _any(
        r"\bvast ?gesteld\b", r"\bvast te stellen\b", r"\bstelt? (?:[^.]{0,80} )?vast\b", r"\bvaststellen\b",
        r"\bgoedgekeurd\b(?= (?:zonder|ongewijzigd|en))",
    )),
    (AGREED, _any(
        r"\baangenomen\b", r"\bingestemd\b", r"\bstem(?:t|men|de|den) (?:\w+ ){0,3}in\b", r"\bneemt? [^.]{0,80}\baan\b",
        r"\bconform (?:het )?(?:voorstel|advies)\b", r"\b(?:is|zijn|wordt|worden)? ?(?:bij acclamatie )?(?:her)?benoemd\b",
        r"\baangewezen\b", r"\bverleend\b", r"\btoegekend\b", r"\btoegelaten\b", r"\bakkoord\b", r"\bgegund\b",
        r"\bgoedgekeurd\b", r"\bgesteund\b", r"\bkreeg (?:ook )?steun\b", r"\bhaalde het\b", r"\bmet algemene stemmen\b",
        r"\bbesloten\b", r"\bbeveelt\b[^.]{0,80}\baan\b", r"\bbeschikbaar gesteld\b", r"\bsteunden? dat\b",
        r"\bbekrachtigd\b", r"\bovergenomen\b", r"\bunaniem\b", r"\bontslag\b[^.]{0,20}\bverleend\b",
        r"\bhamerstuk\b", r"\bmoet(?:en)? volgens de raad\b", r"\bdoor het college\b[^.]{0,40}\btoegestaan\b",
    )),
)  # fmt: skip
# What stands between here and a result makes it no result of this item.
NOT_OURS = _any(
    r"\bnog niet\b", r"\bals\b[^.]{0,40}$", r"\bindien\b[^.]{0,40}$", r"\bnog geen\b", r"\bop een later moment\b",
    r"\bnam de raad\b", r"\bis eerder\b", r"\bwerd (?:in|vorig|eerder)\b",
)  # fmt: skip
TO_COUNCIL = _any(
    r"\bde raad (?:voor te stellen|voorstellen|te adviseren|te verzoeken|te vragen)\b", r"\baan de raad voor te (?:leggen|stellen)\b",
    r"\b(?:een |de )?zienswijze\b[^.;]{0,60}\bin te dienen\b", r"\bte beantwoorden\b", r"\b(?:brief|antwoord\w*|reactie)\b[^.;]{0,40}\bte (?:ver)?(?:zenden|sturen)\b",
)  # fmt: skip
INFORM = _any(
    r"^(?:\W*\d*\W*)de raad\b[^.;]{0,60}\b(?:te )?(?:informeren|vertellen|berichten|bij te praten)\b",
    r"\binformatiebrief aan de raad\b",
)
INFINITIVE = _any(
    r"\bte \w+en\b", r"\b(?:instemmen|vaststellen|verlenen|toekennen|benoemen|meewerken|kennisnemen|afwijzen|weigeren)\b",
    r"\b(?:akkoord|conform)\b", r"\b(?:toe|in|vast|af|aan|mee|uit|vrij|op) te \w+en\b",
)  # fmt: skip
SETTLE_AGENDA = _any(
    r"\bgaa[tn] akkoord met (?:de )?(?:\w+ )?(?:agenda|werkwijze)",
    r"\bakkoord met (?:de )?agenda\b",
    r"\bmaakt de agenda definitief\b",
)
NO_MINUTES = re.compile(r"\b(?:opening|sluiting|welkom|uitnodigingen)\b", re.IGNORECASE)
MINUTES = re.compile(
    r"\b(?:besluitenlijst(?:en)?|verslag|notulen|agenda|toezeggingenlijst|besluiten)\b", re.IGNORECASE
)


def read_outcome(parts: Sections, title: str, body: str | None, tabular: bool = False) -> Outcome:
    """The outcome of one item of a document of `body` (raad, commissie, college) that holds decisions."""
    decision = without_speakers(parts.of(DECISION))
    if not decision and not parts.has(DECISION):
        decision = _unlabelled(parts, tabular)
    if not decision.strip():
        return Outcome(NONE)
    if body == "college":
        return _of_college(decision, title)
    return _of_council(decision, title, has_vote=parts.has(VOTES))


def _unlabelled(parts: Sections, tabular: bool) -> str:
    """The text that can hold a decision where no label says so: the last cell of a table, or the prose."""
    if parts.has(PROPOSED) and not tabular and not parts.has(VOTES):
        return ""
    text = without_speakers(parts.of(INTRO, VOTES, AMENDMENT if not parts.has(INTRO) else INTRO))
    if not tabular:
        return text
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _of_council(decision: str, title: str, has_vote: bool) -> Outcome:
    if TIE.search(decision):
        again = re.search(
            r"\bopnieuw\b|\btweede (?:maal|keer)\b|\bweer\b|\bwederom\b", decision, re.IGNORECASE
        )
        verdict = _first_result(decision)
        if verdict.kind in (REJECTED, AGREED, ADOPTED):
            return verdict
        return Outcome(REJECTED if again else HELD, decision[:120])
    if SETTLE_AGENDA.search(decision):
        return Outcome(ADOPTED, decision[:120])
    found = _first_result(decision)
    if found.kind == NONE and re.search(
        r"\bde raad besluit\b|\bbesluit(?:en)? (?:om )?(?:te|tot)\b", decision, re.IGNORECASE
    ):
        found = _of_college(decision, title)
    if found.kind == NONE and re.match(
        r"(?:\d\W+)?(?:in te stemmen|conform|akkoord)", decision, re.IGNORECASE
    ):
        found = Outcome(AGREED, decision[:120])
    if (
        found.kind == AGREED
        and MINUTES.match(title)
        and re.search(r"conform|akkoord|goedgekeurd", decision, re.IGNORECASE)
    ):
        return Outcome(ADOPTED, found.evidence)
    return found


def _first_result(text: str) -> Outcome:
    withdrawn = WITHDRAWN.search(text)
    best: tuple[int, str, str] | None = None
    for kind, pattern in REPORTED:
        for match in pattern.finditer(text):
            if NOT_OURS.search(text[max(0, match.start() - 45) : match.start()]):
                continue
            if best is None or match.start() < best[0]:
                best = (match.start(), kind, _sentence(text, match.start()))
            break
    if withdrawn and (best is None or withdrawn.start() < best[0]):
        return Outcome(NONE)
    return Outcome(best[1], best[2]) if best else Outcome(NONE)


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    end = re.search(r"[.\n]", text[at:])
    return text[start : at + end.start() + 1 if end else len(text)].strip()


def _of_college(decision: str, title: str) -> Outcome:
    points = [
        point
        for point in re.split(r"(?:^|\n|\s)(?:\d{1,2}[.)]|[•*-])\s+|;\s*\n|\n", decision)
        if point.strip()
    ]
    if re.match(r"\W*(?:conform|vastgesteld)", decision, re.IGNORECASE) and MINUTES.search(title):
        return Outcome(ADOPTED, decision[:120])
    reported = [point for point in points if not INFINITIVE.search(point)]
    wishes = [point for point in points if INFINITIVE.search(point)]
    if not wishes:
        return _first_result("\n".join(reported))
    if any(TO_COUNCIL.search(point) for point in wishes) and not _leads_with_decision(wishes):
        return Outcome(OTHER, wishes[0][:120])
    rest = [point for point in wishes if not re.match(r"\W*kennis", point, re.IGNORECASE)]
    informing = [point for point in rest if INFORM.search(point)]
    if not rest or len(informing) == len(rest):
        dat = informing and re.search(r"\binformeren dat\b", informing[0])
        return Outcome(OTHER if dat else NOTED, (informing or wishes)[0][:120])
    main = next(point for point in rest if point not in informing)
    if re.match(r"\W*kennis", wishes[0], re.IGNORECASE) and re.search(r"\binformeren\b|\bsturen\b", main):
        return Outcome(NOTED, wishes[0][:120])
    return Outcome(_of_infinitive(main), main[:120])


def _leads_with_decision(wishes: list[str]) -> bool:
    """True when the college itself decides first and only passes something on afterwards."""
    first = wishes[0]
    council = [point for point in wishes if re.search(r"\bde raad voor", point, re.IGNORECASE)]
    return not TO_COUNCIL.search(first) and not council and not re.search(r"verklaring van geen", first)


def _of_infinitive(point: str) -> str:
    low = point.lower()
    if re.search(r"\baan te houden\b|\buit te stellen\b|\bvan de agenda\b", low):
        return HELD
    if re.search(
        r"\bte weigeren\b|\baf te wijzen\b|\bafwijzen\b|\bniet (?:mee|in) te\b|\bniet meewerken\b|\bgeen medewerking\b|\bniet toe te\b",
        low,
    ):
        return REJECTED
    if re.search(r"\bvast te stellen\b|\bvaststellen\b|\btoe te passen\b", low):
        return ADOPTED
    return AGREED


__all__ = ["EXPLANATION", "NO_MINUTES", "Outcome", "read_outcome"]
