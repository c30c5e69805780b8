"""The house that the tests of this area stand in."""

import pytest
from django.core.cache import cache
from django.test import Client

from naober.register import actions
from testing.house import SETUP, House, build_house


@pytest.fixture
def house() -> House:
    cache.clear()
    return build_house()


@pytest.fixture
def browser() -> Client:
    return Client()


@pytest.fixture
def couple(house) -> list[str]:
    """Two people who share one address; their ids as a form sends them."""
    people = [
        actions.add_person(by=SETUP, name=name, call_name=name.split()[0])
        for name in ("Hendrik Smid", "Trijntje Smid")
    ]
    for person in people:
        actions.add_address(by=SETUP, address="fam.smid@dorp.example", person=person)
    return [str(person.pk) for person in people]
