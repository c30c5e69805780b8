"""What the tests of contact share: the small umbrella, and its officer behind a browser."""

import pytest
from django.test import Client

from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from testing.house import House, build_house


@pytest.fixture
def house() -> House:
    return build_house()


@pytest.fixture
def officer(house) -> Client:
    browser = Client()
    browser.force_login(people.account_for("renske@dorp.example"))
    session = browser.session
    session[SESSION_PERSON] = house.people["renske"].pk
    session.save()
    return browser
