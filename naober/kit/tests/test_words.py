from datetime import UTC, date, datetime

import pytest

from naober.kit import words

THURSDAY = date(2026, 11, 26)


def moment(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def test_a_day_in_full_has_weekday_and_year():
    assert words.day_long(THURSDAY) == "donderdag 26 november 2026"


def test_a_day_on_a_list_of_terms_has_its_year():
    assert words.day_and_year(THURSDAY) == "26 november 2026"


def test_a_day_in_a_list_is_short_and_tells_the_year_only_when_it_is_another_one():
    assert words.day_short(THURSDAY) == "do 26 november"
    assert words.day_short(THURSDAY, today=date(2026, 1, 3)) == "do 26 november"
    assert words.day_short(THURSDAY, today=date(2027, 1, 3)) == "do 26 november 2026"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 25), "morgen"),
        (date(2026, 11, 26), "vandaag"),
        (date(2026, 11, 27), "gisteren"),
        (date(2026, 11, 24), "donderdag 26 november"),
        (date(2027, 2, 1), "donderdag 26 november 2026"),
    ],
)
def test_a_near_day_is_named_as_people_name_it(today, said):
    assert words.day_near(THURSDAY, today) == said


def test_a_time_is_written_with_a_dot():
    assert words.clock(moment(26, 9, 5)) == "09.05 uur"


def test_a_moment_has_a_comma_only_after_a_date():
    assert words.moment_near(moment(26, 9, 12), THURSDAY) == "vandaag 09.12 uur"
    assert words.moment_near(moment(26, 10), date(2026, 11, 23)) == "donderdag 26 november, 10.00 uur"


@pytest.mark.parametrize(
    ("count", "word"),
    [(0, "geen"), (1, "één"), (3, "drie"), (12, "twaalf"), (13, "13"), (3000, "3.000"), (-2, "-2")],
)
def test_numbers_are_words_up_to_twelve(count, word):
    assert words.number_word(count) == word


def test_a_count_takes_the_noun_that_fits():
    assert words.counted(1, "punt", "punten") == "één punt"
    assert words.counted(0, "punt", "punten") == "geen punten"
    assert words.counted(14, "punt", "punten") == "14 punten"


@pytest.mark.parametrize(
    ("text", "with_capital"),
    [("drie punten", "Drie punten"), ("één punt", "Eén punt"), ("", ""), ("Elp", "Elp")],
)
def test_a_sentence_starts_with_a_capital(text, with_capital):
    assert words.capital(text) == with_capital


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        ([], ""),
        (["Elp"], "Elp"),
        (["Elp", "Spier"], "Elp en Spier"),
        (["Hijken", "Elp", "Spier"], "Hijken, Elp en Spier"),
    ],
)
def test_a_list_ends_with_en(names, listed):
    assert words.join_with_en(names) == listed


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (moment(23, 9), "dat kan nog drie dagen"),
        (moment(25, 23), "dat kan nog één dag"),
        (moment(26, 9, 59), "dat kan vandaag nog"),
        (moment(26, 10), "dat kan niet meer"),
    ],
)
def test_time_left_is_told_in_days(now, left):
    assert words.time_left(moment(26, 10), now) == left


@pytest.mark.parametrize(
    ("hour", "greeting"), [(0, "Goedemorgen"), (11, "Goedemorgen"), (12, "Goedemiddag"), (18, "Goedenavond")]
)
def test_the_greeting_follows_the_clock(hour, greeting):
    assert words.greeting(moment(26, hour)) == greeting


@pytest.mark.parametrize(
    ("written", "dialled"), [("0000 - 00 00 05", "0000000005"), (" +31 (0)593", "+310593"), ("112", "112")]
)
def test_a_telephone_number_can_be_dialled(written, dialled):
    assert words.phone_digits(written) == dialled


def test_words_are_found_in_a_text_across_line_ends_and_capitals():
    text = "Te beginnen in\nNieuw  Balinge en elp, niet in Elperveld"

    assert words.mark_parts(text, ["Elp", "nieuw balinge"]) == [
        ("Te beginnen in ", False),
        ("Nieuw Balinge", True),
        (" en ", False),
        ("elp", True),
        (", niet in Elperveld", False),
    ]


def test_the_longer_of_two_names_wins():
    assert words.mark_parts("in Nieuw-Balinge", ["Balinge", "Nieuw-Balinge"]) == [
        ("in ", False),
        ("Nieuw-Balinge", True),
    ]


@pytest.mark.parametrize("wanted", [[], [""], ["groen"]])
def test_without_the_words_the_whole_text_counts(wanted):
    assert words.mark_parts("status oranje", wanted) == [("status oranje", True)]


def test_words_with_signs_of_their_own_are_taken_literally():
    assert words.mark_parts("wegen N371+ en paden", ["N371+"]) == [
        ("wegen ", False),
        ("N371+", True),
        (" en paden", False),
    ]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "een paar minuten"),
        (14, "een kwartier"),
        (20, "twintig minuten"),
        (30, "een halfuur"),
        (170, "drie uur"),
    ],
)
def test_a_duration_is_told_as_people_plan(minutes, said):
    assert words.duration(minutes) == said


def test_a_quote_is_found_in_a_sentence():
    assert words.around_quote("Omdat er staat: “in Elp”, punt 9.") == (
        "Omdat er staat: ",
        "“in Elp”",
        ", punt 9.",
    )
    assert words.around_quote("Omdat u Elp volgt.") == ("Omdat u Elp volgt.", "", "")
