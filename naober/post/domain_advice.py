"""What the mail domain should say of itself, so that our mail arrives and nobody can write in our name.

Three notes in the DNS decide that: SPF (which servers may send), DKIM (a signature) and DMARC (what to do
with mail that has neither). This reads the notes and says in plain Dutch what is good and what to ask for. It
looks nothing up itself: see dns_notes.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

MOST_LOOKUPS = 10
# A 2048 bit RSA key is 392 letters in the note, one of 1024 bits 216.
SHORT_KEY_LETTERS = 300
_LOOKUP = re.compile(r"[+?~-]?(?:include:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr(?:[:]|$)|exists:)|redirect=")
# What there is to say, by code; `{domain}` and `{number}` are filled in.
TEXTS = {
    "spf-good": "SPF is in orde: alleen uw eigen servers mogen namens u mailen.",
    "spf-redirect": "SPF is in orde: het verwijst door naar een ander domein.",
    "spf-missing": "SPF ontbreekt: nergens staat welke servers mail mogen sturen namens {domain}. Vraag dit "
    "aan wie uw domeinnaam beheert.",
    "spf-two": "SPF staat er meer dan één keer. Dan geldt geen van beide. Laat er één over.",
    "spf-too-many": "SPF verwijst {number} keer verder; meer dan 10 keer wordt niet gelezen. Haal weg wat u "
    "niet meer gebruikt.",
    "spf-all": "SPF laat iedereen namens u mailen (+all). Maak daar ~all van.",
    "spf-soft": "SPF zegt niet wat er met andere servers moet gebeuren. Zet er ~all achter.",
    "dkim-good": "DKIM is in orde: uw mail is ondertekend.",
    "dkim-missing": "DKIM ontbreekt: uw mail is niet ondertekend. Vraag uw mailprovider om DKIM aan te "
    "zetten.",
    "dkim-withdrawn": "De sleutel van DKIM is ingetrokken. Vraag uw mailprovider om een nieuwe.",
    "dkim-short": "De sleutel van DKIM is te kort. Vraag uw mailprovider om een sleutel van 2048 bits.",
    "dmarc-good": "DMARC is in orde: namaak wordt tegengehouden.",
    "dmarc-missing": "DMARC ontbreekt: wie zich voordoet als {domain} wordt niet tegengehouden. Vraag dit "
    "aan wie uw domeinnaam beheert.",
    "dmarc-two": "DMARC staat er meer dan één keer. Laat er één over.",
    "dmarc-none": "DMARC kijkt alleen en houdt niets tegen. Zet p=quarantine als uw eigen mail een paar "
    "weken goed gaat.",
    "dmarc-part": "DMARC geldt maar voor {number} procent van de mail. Haal pct weg.",
    "dmarc-below": "DMARC laat namaak met een naam ervoor door (sp=none). Haal sp weg.",
}
GOOD = frozenset({"spf-good", "spf-redirect", "dkim-good", "dmarc-good"})


@dataclass(frozen=True)
class Notes:
    """What the DNS says: the texts at the domain, at `_dmarc`, and at each DKIM selector that we know of."""

    domain: str
    at_domain: tuple[str, ...] = ()
    at_dmarc: tuple[str, ...] = ()
    at_selectors: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Advice:
    """One thing about the domain: a short code, whether it is good, and the sentence for people."""

    code: str
    good: bool
    text: str


def advise(notes: Notes) -> list[Advice]:
    """Everything there is to say, in the order SPF, DKIM, DMARC."""
    found = [*_spf(notes), *_dkim(notes), *_dmarc(notes)]
    return [
        Advice(code, code in GOOD, TEXTS[code].format(domain=notes.domain, number=number))
        for code, number in found
    ]


def _spf(notes: Notes) -> Iterator[tuple[str, str]]:
    found = [text for text in notes.at_domain if text.lower().split()[:1] == ["v=spf1"]]
    if len(found) != 1:
        yield "spf-two" if found else "spf-missing", ""
        return
    terms = found[0].lower().split()[1:]
    lookups = sum(bool(_LOOKUP.match(term)) for term in terms)
    if lookups > MOST_LOOKUPS:
        yield "spf-too-many", str(lookups)
    yield _spf_ending(terms), ""


def _spf_ending(terms: Sequence[str]) -> str:
    ending = next((term for term in terms if term.lstrip("+-~?") == "all"), "")
    if ending in ("-all", "~all"):
        return "spf-good"
    if ending in ("all", "+all"):
        return "spf-all"
    return "spf-redirect" if any(term.startswith("redirect=") for term in terms) else "spf-soft"


def _dkim(notes: Notes) -> Iterator[tuple[str, str]]:
    keys = [_tags(text) for texts in notes.at_selectors.values() for text in texts]
    usable = [tags for tags in keys if tags.get("p")]
    if not usable:
        yield "dkim-withdrawn" if keys else "dkim-missing", ""
    elif any(len(tags["p"]) < SHORT_KEY_LETTERS and tags.get("k") != "ed25519" for tags in usable):
        yield "dkim-short", ""
    else:
        yield "dkim-good", ""


def _dmarc(notes: Notes) -> Iterator[tuple[str, str]]:
    found = [tags for tags in map(_tags, notes.at_dmarc) if tags.get("v", "").upper() == "DMARC1"]
    if len(found) != 1:
        yield "dmarc-two" if found else "dmarc-missing", ""
        return
    policy, share = found[0].get("p", "").lower(), found[0].get("pct", "100")
    if policy not in ("quarantine", "reject"):
        yield "dmarc-none", ""
        return
    yield ("dmarc-good", "") if share == "100" else ("dmarc-part", share)
    if found[0].get("sp", "").lower() == "none":
        yield "dmarc-below", ""


def _tags(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(";"))
    return {name.strip().lower(): value.replace(" ", "") for name, equals, value in pairs if equals}
