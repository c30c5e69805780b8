"""Two who press at the same moment get the same thing, and nothing else is swallowed."""

import pytest
from django.db import IntegrityError

from naober.contact.sent_twice import once


def taken() -> str:
    raise IntegrityError


def test_what_was_made_before_is_not_made_again():
    assert once(lambda: "before", taken) == "before"


def test_what_another_made_meanwhile_is_found():
    answers = iter((None, "meanwhile"))
    assert once(lambda: next(answers), taken) == "meanwhile"


def test_another_fault_of_the_database_stays_one():
    with pytest.raises(IntegrityError):
        once(lambda: None, taken)
