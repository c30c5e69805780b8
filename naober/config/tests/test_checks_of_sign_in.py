"""Behind a proxy, tries to sign in are counted by who tries."""

import pytest
from django.test import Client

from naober.config.checks import guesses_are_counted_by_who_guesses
from testing.house import build_house

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("url", "proxies", "found"),
    [
        ("https://dorpen.example", 0, ["naober.W001"]),
        ("https://dorpen.example", 1, []),
        ("http://localhost:8000", 0, []),
    ],
)
def test_a_public_site_says_what_stands_in_front_of_it(settings, url, proxies, found):
    settings.NAOBER_SITE_URL, settings.NAOBER_PROXIES = url, proxies
    assert [message.id for message in guesses_are_counted_by_who_guesses()] == found


def ask_from(visitor: str, number: int) -> int:
    headers = {"x-forwarded-for": f"203.0.113.66, {visitor}"}
    asked = Client().post("/inloggen/", {"email": f"iemand{number}@dorp.example"}, headers=headers)
    return asked.status_code


@pytest.mark.parametrize(("proxies", "of_another"), [(0, 429), (1, 302)])
def test_who_guesses_keeps_only_themselves_out_when_the_proxy_is_known(settings, proxies, of_another):
    build_house()
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    tries = [ask_from("198.51.100.7", number) for number in range(21)]
    assert tries == [302] * 20 + [429]
    assert ask_from("198.51.100.8", 99) == of_another
