from datetime import date

import pytest

from naober.language.dates import due_day, find_date, find_time

SAID = date(2027, 5, 27)
TERMS = [
    ("vóór 15 juni 2027", "2027-06-15"),
    ("vóór 1 maart", "2028-03-01"),
    ("in september", "2027-09-30"),
    ("in februari", "2028-02-29"),
    ("in oktober 2027", "2027-10-31"),
    ("eind juni", "2027-06-30"),
    ("in het eerste kwartaal van 2028", "2028-03-31"),
    ("in het vierde kwartaal", "2027-12-31"),
    ("volgend kwartaal", "2027-09-30"),
    ("in de tweede helft van het jaar", "2027-12-31"),
    ("in het najaar van 2028", "2028-11-30"),
    ("in het voorjaar", "2027-05-31"),
    ("voor de zomer", "2027-07-01"),
    ("eind 2028", "2028-12-31"),
    ("voor het eind van het jaar", "2027-12-31"),
    ("volgend jaar", "2028-12-31"),
    ("deze maand", "2027-05-31"),
    ("volgende maand", "2027-06-30"),
    ("volgende week", "2027-06-06"),
    ("binnen zes weken", "2027-07-08"),
    ("binnen twee maanden", "2027-07-27"),
    ("na een jaar", None),
    ("zo snel mogelijk", None),
    ("voor de zomermarkt", None),
]


@pytest.mark.parametrize(("term", "day"), TERMS)
def test_the_last_day_of_a_term(term, day):
    assert due_day(f"De wethouder komt {term} met een plan.", SAID) == (
        date.fromisoformat(day) if day else None
    )


def test_a_term_without_a_year_needs_a_day_to_count_from():
    assert due_day("in september", None) is None
    assert due_day("in september 2027", None) == date(2027, 9, 30)


@pytest.mark.parametrize(
    "text", ["donderdag 3 februari 2028", "3-2-2028", "2028-02-03", "03/02/2028", "3 feb 2028"]
)
def test_a_day_however_it_is_written(text):
    assert find_date(f"Vergadering van {text}, raadzaal") == date(2028, 2, 3)


def test_a_day_that_does_not_exist_is_none():
    assert find_date("31 februari 2028") is None


def test_a_time_of_day():
    assert find_time("om 19.30 uur") == (19, 30)
    assert find_time("geen tijd") is None
