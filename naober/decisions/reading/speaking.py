"""Until when somebody may register to speak: the rule that the text prints, else the body's own rule."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

from naober.language.dates import NUMBERS, TIME, find_date, find_time
from naober.language.places import plain_name

from .procedure import PROCEDURE

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SPEAKING = re.compile(
    r"\b(?:inspre\w+|in te spreken|spreekrecht|inspraak|sprekers?|spreektijd"
    r"|mee\b[^.]{0,12}\bpraten|meepraten"
    r"|(?:iets|het woord) (?:wil(?:len)? |te )?(?:zeggen|voeren|doen)"
    r"|(?:wil|willen|wilt) (?:u )?spreken)\b",
    re.IGNORECASE,
)
REGISTER = re.compile(
    r"\b(?:aan(?:ge)?meld\w*|meld(?:t|en)?\b|opgeven|gee(?:f|ft)\b|laat\b|(?:tot|vóór|voor|uiterlijk|voorafgaand)\b)",
    re.IGNORECASE,
)
SPEAKING_TITLE = re.compile(
    r"\b(?:spreekrecht|inspraak|insprekers?|inspreken|inspreekronde|aan het woord|gelegenheid tot spreken)\b",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:opini[ëe]rende?|oordeelvormende?|oordeelsvormende?|meningsvormende?|politieke ronde"
    r"|ter advisering|adviesstukken|voor advies|ter bespreking|adviserende?"
    r"|bespreekstukken|bespreekpunten|beeldvormende?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SpeakingRule:
    """Either a moment, or a number of days before the meeting with a time, or hours before it."""

    moment: datetime | None = None
    days_before: int = 0
    working_days: bool = False
    at: time | None = None
    hours_before: int | None = None

    def applied(self, on: date | None, starts_at: datetime | None) -> datetime | None:
        """The last moment to register for a meeting on this day."""
        if self.moment:
            return self.moment
        if self.hours_before is not None:
            return starts_at - timedelta(hours=self.hours_before) if starts_at else None
        if on is None or self.at is None:
            return None
        day = on - timedelta(days=self.days_before)
        while self.working_days and day.weekday() >= 5:
            day -= timedelta(days=1)
        return datetime.combine(day, self.at)


def printed_rule(text: str, on: date | None) -> SpeakingRule | None:
    """The rule for registering that this text prints, or None."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if not SPEAKING.search(line):
            continue
        following = next((more for more in lines[at + 1 : at + 4] if more.strip()), "")
        for words in (line, f"{line} {following}"):
            rule = _read_rule(words, on) if REGISTER.search(words) else None
            if rule:
                return rule
    return None


def _read_rule(sentence: str, on: date | None) -> SpeakingRule | None:
    low = sentence.lower()
    hours = re.search(r"\b(\d+|\w+) uur (?:voor(?:afgaand)?|vóór)\b", low)
    if hours and not TIME.search(low[: hours.end()]):
        count = _count(hours[1])
        if count:
            return SpeakingRule(hours_before=count)
    clock = find_time(sentence) or _whole_hour(low)
    if clock is None:
        return None
    at = time(*clock)
    day = find_date(sentence, on - timedelta(days=60) if on else None)
    if day and (on is None or day <= on):
        return SpeakingRule(moment=datetime.combine(day, at))
    if on and (weekday := _weekday_before(low, on)):
        return SpeakingRule(moment=datetime.combine(weekday, at))
    return SpeakingRule(days_before=_days_before(low), working_days="werkdag" in low, at=at)


def _whole_hour(low: str) -> tuple[int, int] | None:
    found = re.search(r"\b(\d{1,2}) uur\b", low)
    return (int(found[1]), 0) if found and int(found[1]) < 24 else None


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() else NUMBERS.get(text)


def _weekday_before(low: str, on: date) -> date | None:
    found = re.search(rf"\b({'|'.join(WEEKDAYS)})\b(?! van de vergadering)", low)
    if not found:
        return None
    back = (on.weekday() - WEEKDAYS.index(found[1])) % 7
    if back == 0 and "vooraf" in low:
        back = 7
    return on - timedelta(days=back)


def _days_before(low: str) -> int:
    found = re.search(r"\b(\d+|\w+) (?:werk)?dag(?:en)? (?:voor(?:afgaand)?|vóór|van tevoren)", low)
    if found and (count := _count(found[1])):
        return count
    if re.search(
        r"\bde (?:werk)?dag (?:voor(?:afgaand)?|vóór)|\bdaags voor|\bdag eerder|\bvorige (?:werk)?dag", low
    ):
        return 1
    return 0


@lru_cache(maxsize=1)
def _body_rules() -> dict[tuple[str, str], SpeakingRule]:
    table = tomllib.loads((Path(__file__).parent / "data" / "speaking.toml").read_text(encoding="utf-8"))
    return {
        (plain_name(row["municipality"]), row["body"]): SpeakingRule(
            days_before=row["days_before"], at=time.fromisoformat(row["time"])
        )
        for row in table["rule"]
    }


def speaking_rule(
    text: str, on: date | None, municipality: str | None, body: str | None
) -> SpeakingRule | None:
    """The printed rule, else the known rule of this body, else None. Only committees hear speakers."""
    if body != "commissie":
        return None
    return printed_rule(text, on) or _body_rules().get((plain_name(municipality or ""), body))


# A committee that is asked for its view, or that sends an item on to the council, was open for opinions.
ASKED = re.compile(
    r"\bcommissie (?:wordt )?(?:gevraagd|verzocht|uitgenodigd)\b|\bte adviseren (?:over|om|de)\b"
    r"|\been (?:reactie|advies|oordeel) te geven\b"
    r"|\bals (?:hamer|bespreek)(?:stuk|punt)\b|\bde commissie\b[^.]{0,60}\badviseert\b"
    r"|\brijp voor (?:besluitvorming|behandeling)\b"
    r"|\bbespreekverzoek\b|\((?:ter advisering|opini\w+|oordeelvormend|adviserend|ter bespreking"
    r"|bespreekpunt)\)",
    re.IGNORECASE,
)


# What a committee does besides giving its view.
NOT_OPEN = re.compile(
    r"(?:agenda|welkom|afsluiting|verslag|besluitenlijst|conclusies|notulen|actielijst|actiepunten|toezegging"
    r"|openstaande|(?:lijst )?(?:van )?toezegging|ingekomen|post\b|brieven|stukken|mededeling|nieuws"
    r"|rondvraag"
    r"|vragen|presentatie|terugblik|vooruitblik|informatie|uitnodiging|planning|wat verder|motie-overzicht)",
    re.IGNORECASE,
)


def may_speak(title: str, parent_title: str, text: str = "") -> bool:
    """True for the item where speakers are heard and for every item that says it is open for an opinion."""
    if ASKED.search(text) or ASKED.search(title):
        return not PROCEDURE.match(title)
    return bool(SPEAKING_TITLE.search(title)) or is_marked_open(title, parent_title)


def is_marked_open(title: str, parent_title: str) -> bool:
    """True for an item that stands under a head for opinions, or says so before its own title."""
    own = OPINION.match(title) and (":" in title or "politieke" in title.lower())
    return bool(own or OPINION.search(parent_title))


def is_a_subject(title: str, parent_title: str) -> bool:
    """Whether an item is a matter that a committee talks about, where the paper does not say which are."""
    if not title or PROCEDURE.match(title) or NOT_OPEN.match(title):
        return False
    return not (parent_title and (PROCEDURE.match(parent_title) or NOT_OPEN.match(parent_title)))
