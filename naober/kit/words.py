"""Dutch words for days, times, numbers and lists. Pure: no settings, no clock, no database.

Moments are expected in local time already; the template filters see to that.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# "één" and not "een": a count must not read as an article.
NUMBERS = (
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def capital(text: str) -> str:
    """Return the text with a capital first letter and the rest as it was; an accent stays ("Eén")."""
    if text.startswith("één"):
        return "Eén" + text[3:]
    return text[:1].upper() + text[1:]


def day_in_year(day: date) -> str:
    """Return the day and month: "26 november"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def day_and_year(day: date) -> str:
    """Return the day, month and year: "26 november 2026"."""
    return f"{day_in_year(day)} {day.year}"


def day_long(day: date) -> str:
    """Return the day in full: "donderdag 26 november 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_year(day)} {day.year}"


def day_short(day: date, today: date | None = None) -> str:
    """Return the day as it stands in a list: "do 26 november".

    The year is added when `today` is given and lies in another year: "do 26 november 2026".
    """
    text = f"{WEEKDAYS[day.weekday()][:2]} {day_in_year(day)}"
    return text if today is None or today.year == day.year else f"{text} {day.year}"


def day_near(day: date, today: date) -> str:
    """Return how people name a day: "gisteren", "vandaag", "morgen", else "donderdag 26 november"."""
    near = {-1: "gisteren", 0: "vandaag", 1: "morgen"}.get((day - today).days)
    if near:
        return near
    text = f"{WEEKDAYS[day.weekday()]} {day_in_year(day)}"
    return text if today.year == day.year else f"{text} {day.year}"


def clock(moment: datetime) -> str:
    """Return the time as it is written in Dutch: "10.00 uur"."""
    return f"{moment:%H.%M} uur"


def moment_near(moment: datetime, today: date) -> str:
    """Return day and time as people say it: "vandaag 09.12 uur", "donderdag 26 november, 10.00 uur"."""
    day = day_near(moment.date(), today)
    return f"{day}{',' if ' ' in day else ''} {clock(moment)}"


def number_word(count: int) -> str:
    """Return the count as a word up to twelve ("geen", "één" .. "twaalf"), then in digits ("13", "3.000")."""
    if 0 <= count < len(NUMBERS):
        return NUMBERS[count]
    return f"{count:,}".replace(",", ".")


def counted(count: int, one: str, many: str) -> str:
    """Return the count with its noun: "één punt", "drie punten", "geen punten", "14 punten"."""
    return f"{number_word(count)} {one if count == 1 else many}"


def join_with_en(words: Sequence[str]) -> str:
    """Return the words as a sentence lists them: "Hijken, Elp en Spier"; an empty text for none."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def time_left(until: datetime, now: datetime) -> str:
    """Return how long something still can be done, in days as people count them: "dat kan nog drie dagen".

    Never in hours or minutes: those hurry people.
    """
    if until <= now:
        return "dat kan niet meer"
    days = (until.date() - now.date()).days
    if days == 0:
        return "dat kan vandaag nog"
    return f"dat kan nog {counted(days, 'dag', 'dagen')}"


# Up to how many minutes which words fit: nobody plans by the minute.
DURATIONS = (
    (7, "een paar minuten"),
    (17, "een kwartier"),
    (24, "twintig minuten"),
    (37, "een halfuur"),
    (52, "drie kwartier"),
    (75, "een uur"),
    (105, "anderhalf uur"),
)


def duration(minutes: int) -> str:
    """Return how long something takes, as people say it: "een kwartier", "een halfuur", "drie uur"."""
    for most, said in DURATIONS:
        if minutes <= most:
            return said
    return f"{number_word(round(minutes / 60))} uur"


def greeting(moment: datetime) -> str:
    """Return the greeting that fits the hour: Goedemorgen, Goedemiddag or Goedenavond."""
    if moment.hour < 12:
        return "Goedemorgen"
    return "Goedemiddag" if moment.hour < 18 else "Goedenavond"


def phone_digits(number: str) -> str:
    """Return a telephone number as a `tel:` link needs it: digits, with a leading plus when there was one."""
    digits = re.sub(r"\D", "", number)
    return f"+{digits}" if number.strip().startswith("+") else digits


def mark_parts(text: str, wanted: Sequence[str]) -> list[tuple[str, bool]]:
    """Cut a text in parts, each with whether it is one of the wanted words, whatever its capitals and spaces.

    The text comes on one line. When none of the words stands in it the whole text counts, so that a reader
    always sees what a reason rests on.
    """
    text = " ".join(text.split())
    names = _any_of(tuple(wanted))
    parts = names.split(text) if names else [text]
    if len(parts) == 1:
        return [(text, True)]
    return [(part, index % 2 == 1) for index, part in enumerate(parts) if part]


@lru_cache(maxsize=256)
def _any_of(wanted: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds each of the words, the longest first; None when there are none."""
    names = [r"\s+".join(map(re.escape, words.split())) for words in sorted(wanted, key=len, reverse=True)]
    if not any(names):
        return None
    return re.compile(rf"(?<!\w)({'|'.join(name for name in names if name)})(?!\w)", re.IGNORECASE)


def around_quote(sentence: str) -> tuple[str, str, str]:
    """Split a sentence around its first quote in Dutch quotation marks: (before, “quote”, after).

    The quote is empty when there is none.
    """
    found = re.search(r"“[^”]*”", sentence)
    if found is None:
        return sentence, "", ""
    return sentence[: found.start()], found.group(), sentence[found.end() :]
