from datetime import datetime

import pytest

from naober.decisions.reading import read_text

from .paper import PLACES

RULES = [
    (
        "Inspreken? Meld u vóór 10.00 uur op de dag van de vergadering bij griffie@voorbeeld.nl.",
        "2027-05-27T10:00",
    ),
    ("Wilt u inspreken? Dat kan tot 12.00 uur op de dag vóór de vergadering.", "2027-05-26T12:00"),
    ("Aanmelden om in te spreken kan tot woensdag 26 mei 2027, 12.00 uur.", "2027-05-26T12:00"),
    ("Insprekers melden zich uiterlijk 24 uur voor de vergadering.", "2027-05-26T19:30"),
    ("Inspreken: uiterlijk dinsdag 25 mei om 17.00 uur aanmelden bij de griffie.", "2027-05-25T17:00"),
    (
        "Meld u uiterlijk de dag voor de vergadering om 16.00 uur bij de griffier als u wilt inspreken.",
        "2027-05-26T16:00",
    ),
    ("U kunt inspreken als u zich uiterlijk 12 uur op de dag van de vergadering meldt.", "2027-05-27T12:00"),
    ("Spreekrecht: aanmelden tot twee werkdagen voor de vergadering, 12.00 uur.", "2027-05-25T12:00"),
    ("Wie wil inspreken meldt zich voor woensdag 12.00 uur.", "2027-05-26T12:00"),
    (
        "Inspreken kan na aanmelding bij de griffie, uiterlijk maandag 24 mei 2027 09:00 uur.",
        "2027-05-24T09:00",
    ),
    ("Inspreken kan. Aanmelden: griffie@voorbeeld.nl, tot 48 uur voor aanvang.", "2027-05-25T19:30"),
    ("Aanmelden voor het spreekrecht kan tot 15.00 uur.", "2027-05-27T15:00"),
]
PAPER = """Commissie Water en Wegen
donderdag 27 mei 2027
19:30 - 22:30
{rule}
Agendapunten
1
Opening
2
Spreekrecht
3
Opiniërende agendapunten
3.1
Fietspad
Het college legt een plan voor.
4
Sluiting
"""


def moments(text, municipality="Westerveld"):
    items = read_text(text, PLACES, municipality=municipality).items
    return {item.title: item.speak_until for item in items}


@pytest.mark.parametrize(("rule", "moment"), RULES)
def test_the_printed_rule_gives_the_last_moment_to_register(rule, moment):
    until = datetime.fromisoformat(moment)
    assert moments(PAPER.format(rule=rule)) == {
        "Opening": None,
        "Spreekrecht": until,
        "Opiniërende agendapunten": None,
        "Fietspad": until,
        "Sluiting": None,
    }


def test_without_a_printed_rule_the_known_rule_of_the_body_counts():
    assert moments(PAPER.format(rule=""), "Midden-Drenthe")["Fietspad"] == datetime.fromisoformat(
        "2027-05-27T10:00"
    )
    assert moments(PAPER.format(rule=""), "Westerveld")["Fietspad"] is None


def test_a_council_hears_no_speakers_on_items():
    paper = PAPER.format(rule="Inspreken: meld u vóór 10.00 uur op de dag zelf.").replace(
        "Commissie Water en Wegen", "Gemeenteraad"
    )
    assert set(moments(paper, "Midden-Drenthe").values()) == {None}
