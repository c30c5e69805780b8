"""The sentences about points: literal, within their length, and right Dutch."""

from datetime import UTC, date, datetime, timedelta

import pytest

from naober.decisions import wording
from naober.decisions.models import Item, ItemText, Sitting
from naober.people.models import Body, Village

BODIES = {
    "council": "Gemeenteraad",
    "committee": "Commissie Ruimte en Groen",
    "executive": "College van burgemeester en wethouders",
}


def item(number="4", title="Snelheid in de kom", kind="committee", body=""):
    sitting = Sitting(body=Body(kind=kind, name=body or BODIES[kind]), on=date(2026, 11, 26))
    return Item(sitting=sitting, number=number, title=title)


@pytest.mark.parametrize(
    ("quote", "ending"),
    [
        ("de weg door Hijken", "“de weg door Hijken”."),
        ("De weg door Hijken wordt smaller.", "“De weg door Hijken wordt smaller.”"),
        ("Wordt de weg smaller?", "“Wordt de weg smaller?”"),
        ("de weg\n door  Hijken", "“de weg door Hijken”."),
    ],
)
def test_a_reason_quotes_the_words_and_ends_with_one_stop(quote, ending):
    reason = wording.quote_reason(item(), quote)
    assert reason == f"Omdat bij punt 4 van de commissie Ruimte en Groen staat: {ending}"


def test_a_long_quote_is_literal_up_to_the_cut_and_fits():
    quote = "Hijken krijgt een nieuwe weg langs het kanaal " * 20
    reason = wording.quote_reason(item(number="1" * 20, body="Commissie " + "x" * 70), quote)
    words = reason.partition("“")[2].removesuffix("…”")
    assert (quote.startswith(words), reason.endswith("…”"), len(reason) <= 300) == (True, True, True)


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("council", "van de gemeenteraad"),
        ("committee", "van de commissie Ruimte en Groen"),
        ("executive", "van het college"),
    ],
)
def test_a_body_has_its_article(kind, where):
    assert wording.quote_reason(item(kind=kind), "Elp") == f"Omdat bij punt 4 {where} staat: “Elp”."


def test_without_words_of_the_paper_it_says_who_pointed_it_out():
    assert wording.reason(item(), "", "de voorzitter") == "Omdat de voorzitter dit dorp aanwees bij punt 4."
    assert wording.reason(item(number=""), "", "de voorzitter") == "Omdat de voorzitter dit dorp aanwees."
    assert wording.reason(item(number=""), "Elp", "de voorzitter") == (
        "Omdat bij dit punt van de commissie Ruimte en Groen staat: “Elp”."
    )


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (None, "Snelheid in de kom: op de agenda"),
        ("geen", "Snelheid in de kom: op de agenda"),
        ("aangehouden", "Snelheid in de kom: uitgesteld"),
        ("ter_kennisname", "Snelheid in de kom: alleen ter informatie"),
    ],
)
def test_a_line_says_what_became_of_it(outcome, line):
    assert wording.item_line(item(), ItemText(outcome=outcome) if outcome else None) == line


def test_a_long_title_keeps_what_became_of_it():
    line = wording.item_line(
        item(title="Snelheid in de kom van alle dorpen " * 9), ItemText(outcome="verworpen")
    )
    assert (line.endswith("…: verworpen"), len(line) <= 160) == (True, True)


def test_a_point_without_a_number_is_a_point():
    assert [wording.point(item(number)) for number in ("4", "")] == ["Punt 4", "Een punt"]
    assert wording.item_line(item(title=""), None) == "Punt 4: op de agenda"


def test_names_stand_in_the_order_of_the_alphabet():
    assert wording.names([Village(name=n) for n in ("Spier", "Elp", "Hijken")]) == "Elp, Hijken en Spier"


def test_speaking_is_asked_for_in_local_time():
    assert wording.speak_request(datetime(2026, 11, 25, 9, 0, tzinfo=UTC)) == (
        "5 minuten spreken: aanmelden tot woensdag 25 november, 10.00 uur"
    )


def test_a_sitting_is_named_by_its_body_and_day():
    assert wording.sitting_name(item().sitting) == "Commissie Ruimte en Groen, donderdag 26 november 2026"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(minutes=10), "over tien minuten"),
        (timedelta(minutes=1), "over één minuut"),
        (timedelta(seconds=15), "zo meteen"),
    ],
)
def test_when_mail_leaves_is_said_as_the_setting_says(settings, after, words):
    settings.NAOBER_RELEASE_AFTER = after
    assert wording.leaves_in() == words
