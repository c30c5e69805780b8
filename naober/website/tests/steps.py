"""What the stories of `play.py` choose from, and how a number becomes a choice."""

from datetime import date, datetime, time, timedelta

from naober.website.tests.ledger import AMSTERDAM

BEGIN = datetime(2026, 10, 22, 8, 0, tzinfo=AMSTERDAM)  # a Thursday; the clock goes back that Sunday
# The reader knows more themes than the umbrella chose: the last is not in its register.
THEMES = ("", "verkeer", "wonen", "energie")
CHOSEN = ("verkeer", "wonen")
VILLAGES = ("Hijken", "Hooghalen", "Laaghalen", "Elp", "Beilen")
# One to come with an hour, one that was, and one of which nobody knows the hour.
SITTINGS = (
    ("Commissie Ruimte en Groen", date(2026, 10, 26), time(20, 0)),
    ("Gemeenteraad", date(2026, 10, 20), time(19, 30)),
    ("Gemeenteraad", date(2026, 10, 29), None),
)
WHO = (*("renske",) * 6, *("bert",) * 3, "geertje", "carla", "resident", "dirk", "visitor")
# Each step as often as it makes stories worth telling.
STEPS = (
    *("wait", "confirm") * 5,
    *("call_back", "narrow", "add_village") * 3,
    *("correct_quietly",) * 3,
    *("follow_theme", "take_in", "follow", "dismiss", "confirm_everywhere", "confirm_by_two", "reopen") * 2,
    *(
        "dismiss_everywhere",
        "add_seat",
        "end_seat",
        "add_membership",
        "end_membership",
        "unfollow",
        "unfollow_theme",
    ),
)
WAITS = tuple(timedelta(minutes=m) for m in (3, 11, 8, 70, 24 * 60, 25, 4 * 24 * 60))
AUDIENCES = ("table", "members", "village", "board", "named", "public")
EXECUTIVE = "College van burgemeester en wethouders"


def pick(things, number: int):
    return things[number % len(things)]


def pick_likely(things, likely, number: int):
    """One of the things, three times out of four one that is likely to be meant; None when there is none."""
    meant = [thing for thing in things if likely(thing)] if number % 4 else []
    choice = meant or things
    return pick(choice, number // 4) if choice else None


def some(things, bits: int) -> list:
    """The things whose bit is set."""
    return [thing for n, thing in enumerate(things) if bits >> n & 1]
