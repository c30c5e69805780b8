"""How long each kind of data stays. Every model field names one of these in its area's `area.py`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Retention:
    """A retention class: its code, the Dutch word people read, and what ends it.

    `personal` marks data about a person, which export and erasure of a person must reach. `why` and
    `seen_by` say to that person what we keep it for and who sees it.
    """

    code: str
    word: str
    ends: str
    personal: bool
    why: str = ""
    seen_by: str = ""


FACT = Retention("fact", "openbaar feit", "blijft", personal=False)
JOURNAL = Retention("journal", "wat er gebeurde", "blijft, zonder namen van mensen", personal=False)
TECHNICAL = Retention("technical", "techniek", "verdwijnt met de regel waar het bij hoort", personal=False)
MEMBER = Retention(
    "member",
    "mensen van besturen",
    "twee jaar na de laatste functie",
    personal=True,
    why="Zodat dorpen en besturen elkaar kunnen vinden.",
    seen_by="Dat verschilt per gegeven. Bij “wie ziet wat” staat het precies.",
)
SIGN_IN = Retention(
    "sign_in",
    "aanmelden",
    "met het laatste adres van de persoon",
    personal=True,
    why="Om u binnen te laten en een ander niet.",
    seen_by="Alleen u.",
)
ACTED = Retention(
    "acted",
    "wie het deed",
    "met de persoon; de regel blijft, de naam gaat",
    personal=True,
    why="Om na te kunnen gaan wie iets deed, als er een vraag over komt.",
    seen_by="Het bestuur en de medewerker van het dorpenoverleg.",
)
OWN_CHOICE = Retention(
    "own_choice",
    "eigen keuze",
    "zodra de persoon het uitzet",
    personal=True,
    why="Omdat u dit zelf aanzette, of omdat het bij uw functie hoort.",
    seen_by="Alleen u.",
)
CONTACT = Retention(
    "contact",
    "gesprekken",
    "180 dagen nadat het klaar is",
    personal=True,
    why="Om u terug te kunnen bellen of schrijven.",
    seen_by="Het bestuur en de medewerker van het dorpenoverleg.",
)
RAW_INTAKE = Retention(
    "raw_intake",
    "zoals het binnenkwam",
    "na 90 dagen gewist",
    personal=True,
    why="Om een leesfout te kunnen herstellen.",
    seen_by="Alleen wie een fout herstelt.",
)
MAIL = Retention(
    "mail",
    "verstuurde post",
    "180 dagen na versturen",
    personal=True,
    why="Om na te kunnen gaan wat u van ons kreeg.",
    seen_by="Het bestuur en de medewerker van het dorpenoverleg.",
)
SECRET = Retention(
    "secret",
    "code of sleutel",
    "zodra zij verlopen is",
    personal=True,
    why="Om zeker te weten dat u het bent.",
    seen_by="Niemand. Wij bewaren er alleen een afdruk van.",
)

ALL: tuple[Retention, ...] = (
    FACT,
    JOURNAL,
    TECHNICAL,
    MEMBER,
    SIGN_IN,
    ACTED,
    OWN_CHOICE,
    CONTACT,
    RAW_INTAKE,
    MAIL,
    SECRET,
)
