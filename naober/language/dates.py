"""Dates, times and periods as Dutch papers write them.

`find_date` reads a day; `last_day_of_period` reads "in september", "het eerste kwartaal van 2028",
"in het najaar" as the last day of the period; times are local.
"""

import re
from datetime import date, timedelta

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
SHORT = {"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
         "okt": 10, "nov": 11, "dec": 12}  # fmt: skip
MONTH_NUMBER = {name: i + 1 for i, name in enumerate(MONTHS)} | SHORT
MONTH = "(?:" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"

LONG_DATE = re.compile(rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?", re.IGNORECASE)
SHORT_DATE = re.compile(r"\b(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})\b")
ISO_DATE = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
TIME = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\b(?!\s*(?:euro|%))")

SEASON_END = {"voorjaar": (5, 31), "lente": (5, 31), "zomer": (8, 31), "najaar": (11, 30), "herfst": (11, 30),
              "winter": (2, 28)}  # fmt: skip
ORDINALS = {
    "eerste": 1,
    "1e": 1,
    "tweede": 2,
    "2e": 2,
    "derde": 3,
    "3e": 3,
    "vierde": 4,
    "4e": 4,
    "laatste": 4,
}
NUMBERS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10,
           "twaalf": 12}  # fmt: skip


def find_date(text: str, after: date | None = None) -> date | None:
    """The first day that `text` names; a day without a year is the next one from `after` on."""
    found = []
    for pattern in (LONG_DATE, SHORT_DATE, ISO_DATE):
        match = pattern.search(text)
        if match:
            day = _day(match, after)
            if day:
                found.append((match.start(), day))
    return min(found)[1] if found else None


def _day(match: re.Match, after: date | None) -> date | None:
    month_text = match["month"].lower().rstrip(".")
    month = int(month_text) if month_text.isdigit() else MONTH_NUMBER[month_text]
    year = match["year"] or (after.year if after else None)
    if year is None:
        return None
    day = _safe(int(year), month, int(match["day"]))
    if day and not match["year"] and after and day < after:
        day = _safe(after.year + 1, month, int(match["day"]))
    return day


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_time(text: str) -> tuple[int, int] | None:
    """The first time of day in `text`, as hour and minute."""
    match = TIME.search(text)
    return (int(match["hour"]), int(match["minute"])) if match else None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


def due_day(text: str, said_on: date | None) -> date | None:
    """The last day of the term that `text` names, counted from `said_on`; None when none can be derived."""
    day = find_date(text, said_on)
    if day:
        return day
    if said_on is None and not re.search(r"\b20\d\d\b", text):
        return None
    for read in (_quarter, _half_year, _month, _season, _year_part, _this_period, _within):
        day = read(text.lower(), said_on)
        if day:
            return day
    return None


def _year_in(text: str, said_on: date | None) -> tuple[int | None, bool]:
    found = re.search(r"\b(20\d\d)\b", text)
    if found:
        return int(found[1]), True
    if re.search(r"volgend jaar|komend jaar", text) and said_on:
        return said_on.year + 1, True
    return (said_on.year if said_on else None), False


def _next(month: int, day: int, text: str, said_on: date | None) -> date | None:
    year, named = _year_in(text, said_on)
    if year is None:
        return None
    end = month_end(year, month) if day >= 28 else date(year, month, day)
    if not named and said_on and end < said_on:
        end = month_end(year + 1, month) if day >= 28 else date(year + 1, month, day)
    return end


def _quarter(text: str, said_on: date | None) -> date | None:
    found = re.search(r"\b(\w+) kwartaal|\bq([1-4])\b", text)
    if not found:
        return None
    if found[2]:
        quarter = int(found[2])
    elif found[1] in ORDINALS:
        quarter = ORDINALS[found[1]]
    elif found[1] in ("dit", "volgend", "komend") and said_on:
        quarter = (said_on.month - 1) // 3 + 1 + (found[1] != "dit")
        if quarter > 4:
            return date(said_on.year + 1, 3, 31)
    else:
        return None
    return _next(quarter * 3, 31, text, said_on)


def _half_year(text: str, said_on: date | None) -> date | None:
    found = re.search(r"\b(eerste|tweede) (?:halfjaar|helft van (?:het jaar|20\d\d))", text)
    return _next(6 if found[1] == "eerste" else 12, 31, text, said_on) if found else None


def _month(text: str, said_on: date | None) -> date | None:
    found = re.search(
        rf"\b(?:in|eind|begin|medio|half|van|uiterlijk|voor|vóór|tot|naar)\s+({'|'.join(MONTHS)})\b", text
    )
    return _next(MONTH_NUMBER[found[1]], 31, text, said_on) if found else None


def _season(text: str, said_on: date | None) -> date | None:
    found = re.search(r"\b(?:vóór|voor) (?:de|het) (zomer|kerst|bouwvak)(?:vakantie|reces)?\b", text)
    if found:
        month, day = {"zomer": (7, 1), "kerst": (12, 24), "bouwvak": (7, 1)}[found[1]]
        return _next(month, day, text, said_on)
    found = re.search(r"\b(voorjaar|lente|zomer|najaar|herfst|winter)(?!reces|vakantie|markt)\b", text)
    return _next(*SEASON_END[found[1]], text, said_on) if found else None


def _year_part(text: str, said_on: date | None) -> date | None:
    found = re.search(r"\b(?:eind|einde|in|loop van|ultimo)\s+(?:van\s+)?(20\d\d)\b", text)
    if found:
        return date(int(found[1]), 12, 31)
    if re.search(
        r"\b(?:eind|einde|voor het eind\w* van|nog|later) (?:van )?(?:dit|het) jaar"
        r"|\bvoor het eind van het jaar",
        text,
    ):
        return date(said_on.year, 12, 31) if said_on else None
    if re.search(r"\b(?:in het )?(?:volgend|komend) jaar\b", text) and said_on:
        return date(said_on.year + 1, 12, 31)
    return None


def _this_period(text: str, said_on: date | None) -> date | None:
    if said_on is None:
        return None
    if re.search(r"\b(?:deze|nog deze|einde van de) maand\b", text):
        return month_end(said_on.year, said_on.month)
    if re.search(r"\b(?:volgende|komende) maand\b", text):
        return month_end(said_on.year + said_on.month // 12, said_on.month % 12 + 1)
    if re.search(r"\b(?:deze|nog deze) week\b", text):
        return said_on + timedelta(days=6 - said_on.weekday())
    if re.search(r"\b(?:volgende|komende) week\b", text):
        return said_on + timedelta(days=13 - said_on.weekday())
    return None


def _within(text: str, said_on: date | None) -> date | None:
    found = re.search(r"\bbinnen (\d+|\w+) (dagen|weken|maanden|maand|week)\b", text)
    if not found or said_on is None:
        return None
    count = int(found[1]) if found[1].isdigit() else NUMBERS.get(found[1])
    if not count:
        return None
    if found[2].startswith("maand"):
        month = said_on.month - 1 + count
        year, month = said_on.year + month // 12, month % 12 + 1
        return min(
            date(year, month, min(said_on.day, 28)) + timedelta(days=max(0, said_on.day - 28)),
            month_end(year, month),
        )
    return said_on + timedelta(days=count * (7 if found[2].startswith("we") else 1))
