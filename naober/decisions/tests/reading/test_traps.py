"""A trap is tried only where a word that it needs stands near: that must never hide one that fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naober.decisions.reading.traps import AFTER, ANY_AFTER, BEFORE, Around, trap_of
from naober.language.places import Gazetteer, Place

GAZETTEER = Gazetteer([Place("Zandloo", "Elders"), Place("Zandlooster-vaart", "Elders")])


@pytest.mark.parametrize("number", range(len(BEFORE)))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_fits_a_trap_holds_a_word_that_it_needs(number, data):
    fitting = data.draw(st.from_regex(BEFORE[number].pattern))
    assert any(bit in fitting.lower() for bit in BEFORE[number].needs), fitting


@pytest.mark.parametrize("number", range(len(AFTER)))
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_whatever_fits_a_trap_after_the_name_is_looked_at(number, data):
    assert ANY_AFTER.match(data.draw(st.from_regex(AFTER[number].pattern)))


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Het woord is aan mevrouw ", " over de weg.", "person"),
        ("De aannemer ", " begint in mei.", "firm"),
        ("Stukken liggen in het gemeentehuis in ", ".", "town hall"),
        ("Kerkstraat 1, 9999 ZZ ", ".", "postal address"),
        ("Er komt niets. In ", " komt een bankje.", None),
        ("Het plan van de aannemer is klaar. In ", " begint het werk.", None),
        ("De school in ", "straat gaat dicht.", None),
        ("De bus rijdt niet in ", ".", "excepted"),
        ("Bewoners van ", " (Gr) vragen niets.", "other province"),
    ],
)
def test_the_words_beside_a_name_say_why_it_is_no_village(before, after, found):
    text = f"{before}Zandloo{after}"
    mentions = GAZETTEER.find(text)
    traps = [trap_of(Around(text, mention, in_title=False, title=""), GAZETTEER) for mention in mentions]
    assert traps == ([] if after.startswith("straat") else [found])
