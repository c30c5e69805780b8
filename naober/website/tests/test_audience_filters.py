"""Each place that keeps something from somebody counts: with any one of them off, the pages and mails no
longer agree with the ledger."""

import sys
from collections import Counter
from random import Random
from types import SimpleNamespace

import pytest
from django.db import transaction

from naober.journal import digest, queries, record, rules
from naober.journal.models import Audience, Entry, Line
from naober.kit import dates
from naober.website.tests.play import Play
from naober.website.tests.test_agreement import chance_of, compare, house

MOST_STORIES = 60
STEPS = 18
EVERYTHING = frozenset(Audience)
__all__ = ["house"]


def off_in(*functions: str) -> SimpleNamespace:
    """The rules of the journal, with which these functions see everything."""

    def called_there() -> bool:
        frame = sys._getframe(2)
        names = {frame.f_code.co_name, frame.f_back.f_code.co_name}
        return bool(names & set(functions))

    def audiences(*arguments, **named):
        return EVERYTHING if called_there() else rules.audiences(*arguments, **named)

    def may_see(*arguments, **named):
        return called_there() or rules.may_see(*arguments, **named)

    return SimpleNamespace(**vars(rules) | {"audiences": audiences, "may_see": may_see})


def every_line(village, limit=queries.PAGE):
    lines = Line.objects.filter(village=village).order_by("-entry").select_related("entry")
    return tuple(queries._show([line.entry for line in lines[:limit]]))


def kept_to_any_board(village_id, theme, before, limit):
    of_theme = {"theme": theme} if theme else {}
    kept = queries._before(queries._standing().filter(audience=Audience.VILLAGE, **of_theme), before)
    return list(kept[:limit])


# What is off -> how: (module, name in it, what stands there instead).
FILTERS = {
    "home and theme": (queries, "rules", off_in("newest")),
    "what is kept to boards, on home and theme": (queries, "_kept_to_boards_of", kept_to_any_board),
    "page of a village": (queries, "rules", off_in("of_village")),
    "page of a meeting": (queries, "rules", off_in("of_subjects")),
    "feed of a village": (queries, "public_of_village", every_line),
    "who is told": (record, "rules", off_in("_may_be_told")),
    "what a mail may hold": (digest, "rules", off_in("allowed")),
}


@pytest.mark.parametrize("name", FILTERS)
def test_without_this_filter_somebody_sees_what_is_not_theirs(house, monkeypatch, name):  # noqa: F811
    module, attribute, instead = FILTERS[name]
    monkeypatch.setattr(module, attribute, instead)
    assert any(goes_wrong(house, number) for number in range(MOST_STORIES))


def goes_wrong(house, number: int) -> bool:  # noqa: F811
    """Whether a story ends with something that the ledger does not say."""
    dice = Random(number)  # noqa: S311  dice, and no secret
    steps = dice.sample(range(1000), STEPS)
    before = transaction.savepoint()
    play = Play(house, Counter())
    try:
        play.do("take_in", 0, dice.getrandbits(16), dice.getrandbits(16))
        for step in steps:
            play.step(chance_of(number, step))
        with dates.as_if(play.ledger.now):
            compare(play)
    except AssertionError:
        return True
    finally:
        transaction.savepoint_rollback(before)
    return False


def test_the_stories_are_right_as_long_as_nothing_is_off(house):  # noqa: F811
    assert not any(goes_wrong(house, number) for number in range(6))
    assert Entry.objects.filter(kind="item_confirmed").count() == 0
