"""A village secretary does the week in two presses: it is about us, and all is quiet."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from naober.decisions.models import Item
from naober.decisions.tests.papers import NOW, point, take_in
from naober.kit import dates
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from testing.house import build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    cache.clear()
    with dates.as_if(NOW):
        house = build_house()
        take_in(house, point("4", "Hijken", speak_until=NOW.replace(tzinfo=None) + timedelta(days=2)))
        yield house


def bert(house):
    client = Client()
    client.force_login(people.account_for("bert@dorp.example"))
    session = client.session
    session[SESSION_PERSON] = house.people["bert"].pk
    session.save()
    return client


def shown(client, address="/dorpen/hijken/"):
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(address).content.decode()).split())


def test_two_presses_do_the_week(house):
    client = bert(house)
    asks = "In uw dorp: één ding, tot woensdag 25 november, 10.00 uur"
    assert f"{asks} Gaat dit over Hijken? Snelheid in de kom" in shown(client)
    village = house.villages["Hijken"].pk
    client.post(f"/besluiten/punt/{Item.objects.get().pk}/klopt/", {"village": village})
    assert f"{asks} Snelheid in de kom 5 minuten spreken" in shown(client)
    client.post("/dorpen/hijken/alles-rustig/")
    assert "Alles rustig hier vandaag. Dat telt als gehoord." in shown(client)


def test_what_may_be_about_us_is_not_in_what_others_see(house):
    assert "Misschien over ons" not in shown(bert(house), "/dorpen/hijken/zo-ziet-een-ander-het/")
