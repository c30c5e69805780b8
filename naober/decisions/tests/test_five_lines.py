from datetime import date, datetime

import pytest
import time_machine

from naober.decisions.five_lines import five_lines
from naober.decisions.models import Item, ItemText, Sitting
from naober.kit.dates import LOCAL
from naober.people.models import Body

BEFORE = datetime(2026, 11, 20, 12, 0, tzinfo=LOCAL)
AFTER = datetime(2026, 12, 20, 12, 0, tzinfo=LOCAL)


@pytest.fixture
def item():
    sitting = Sitting(body=Body(kind="council", name="Gemeenteraad"), on=date(2026, 11, 26))
    return Item(sitting=sitting, number="5", title="Nieuwe brug")


def lines(item, at=AFTER, **text):
    with time_machine.travel(at, tick=False):
        return five_lines(item, ItemText(item=item, **text) if text else None, ["Hijken", "Elp"])


def test_what_is_the_first_sentence_above_the_first_heading(item):
    found = lines(item, text="De oude brug is op. Er komt een nieuwe.\nVoorgesteld besluit\nGeld geven.")
    assert found.what == "De oude brug is op."


def test_without_an_introduction_what_is_the_subject(item):
    assert lines(item, text="Besluit\nAangenomen.").what == "Nieuwe brug"
    assert lines(item).what == "Nieuwe brug"


def test_the_villages_stand_in_the_order_of_the_alphabet(item):
    assert lines(item).for_whom == "Elp en Hijken"


def test_a_decision_goes_before_a_proposal(item):
    decided = "de raad geeft € 500 voor de brug, als het dorp zelf schildert."
    found = lines(item, text="", decision=decided, proposed="Geld geven.")
    assert (found.standing_word, found.standing) == ("Besloten", decided.capitalize())


def test_a_decision_that_only_says_yes_names_the_proposal(item):
    found = lines(item, text="", decision="het voorstel is aangenomen.", proposed="De raad geeft € 500.")
    assert found.standing == "Het voorstel is aangenomen. Het voorstel was: De raad geeft € 500."


def test_an_outcome_without_words_is_said_in_ours(item):
    found = lines(item, text="", outcome="aangehouden")
    assert (found.standing_word, found.standing) == ("Besloten", "Uitgesteld.")


def test_before_the_meeting_it_is_to_come_and_after_it_we_say_what_we_miss(item):
    assert lines(item, at=BEFORE).standing == "Op 26 november wordt het besproken."
    assert lines(item, at=AFTER).standing == "Op 26 november. Een besluit hebben wij nog niet gelezen."


def test_until_when_is_said_only_while_it_can_still_be_done(item):
    until = datetime(2026, 11, 26, 10, 0, tzinfo=LOCAL)
    assert lines(item, at=BEFORE, text="", speak_until=until).until == (
        "5 minuten spreken: aanmelden tot donderdag 26 november, 10.00 uur."
    )
    assert lines(item, at=AFTER, text="", speak_until=until).until == ""
