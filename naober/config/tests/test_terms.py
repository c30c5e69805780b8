"""How long data stays: first it is said how much would go, then it goes, and not a day earlier."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from naober.journal import follows
from naober.kit import dates, guard
from naober.people.models import Account, Person
from naober.post import files
from naober.post.models import OutboxMessage, Queued, StoredFile
from naober.post.outbox import write_mail
from naober.post.receipts import receive
from naober.register import actions
from naober.register.models import BrowserSession
from naober.register.privacy import clocks
from naober.register.privacy.erasing import ERASED_NAME
from naober.register.tests.hands import page, sign_in
from testing.house import SETUP, SINCE, House, build_house

pytestmark = pytest.mark.django_db(transaction=True)
START = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def house() -> House:
    cache.clear()
    return build_house()


def after(**time: float) -> datetime:
    return START + timedelta(**time)


def how_much(now: datetime) -> dict[str, int]:
    return {due.what: due.count for due in clocks.due(now) if due.count}


def long_out(house: House, name: str, ended: date) -> Person:
    person = actions.add_person(by=SETUP, name=name, call_name=name.split()[0], phone="0593 00 00 99")
    elp = house.associations["Elp"]
    seat = actions.add_seat(by=SETUP, person=person, role="chair", from_on=SINCE, association=elp)
    actions.end_seat(by=house.actor("renske"), seat=seat, until_on=ended)
    return person


def test_who_had_no_function_for_two_years_is_forgotten_and_not_a_day_earlier(house):
    person = long_out(house, "Wolter Nijboer", date(2026, 11, 24))
    with dates.as_if(datetime(2028, 11, 23, 9, tzinfo=UTC)):
        assert how_much(dates.now()) == {}
    with dates.as_if(datetime(2028, 11, 24, 9, tzinfo=UTC)):
        assert how_much(dates.now()) == {"mensen die twee jaar geen functie hebben": 1}
        assert Person.objects.get(pk=person.pk).name == "Wolter Nijboer"
        clocks.run(dates.now())
        assert Person.objects.get(pk=person.pk).name == ERASED_NAME
        assert how_much(dates.now()) == {}


def test_who_has_another_function_or_follows_a_village_stays(house):
    busy, curious = long_out(house, "Jan Tol", SINCE), long_out(house, "Aaltje Smit", SINCE)
    actions.add_seat(
        by=SETUP, person=busy, role="treasurer", from_on=SINCE, association=house.associations["Hijken"]
    )
    follows.follow_village(curious, house.villages["Elp"])
    with dates.as_if(after(days=4000)):
        assert how_much(dates.now()) == {}
        assert clocks.persons_long_out(dates.now()).count() == 0


@pytest.mark.parametrize(("days", "count"), [(179.9, 0), (180.1, 1)])
def test_mail_that_left_is_blank_after_180_days(house, days, count):
    with dates.as_if(START):
        _mail(sent_at=START)
    with dates.as_if(after(days=days)):
        assert how_much(dates.now()).get("verstuurde mails", 0) == count
        clocks.run(dates.now())
    assert OutboxMessage.objects.filter(text="").count() == count


@pytest.mark.parametrize(("days", "count"), [(89.9, 0), (90.1, 1)])
def test_what_came_in_goes_after_90_days(house, days, count):
    with dates.as_if(START):
        receive("form", b"van een inwoner")
    path = files.path_of(StoredFile.objects.get())
    with dates.as_if(after(days=days)):
        assert how_much(dates.now()).get("bestanden en mails zoals ze binnenkwamen", 0) == count
        assert path.exists()
        clocks.run(dates.now())
    assert path.exists() == (count == 0)


def test_codes_and_sessions_go_when_they_expired(house):
    sign_in(Client(), "bert@dorp.example")
    now = dates.now()
    assert how_much(now) == {}
    with dates.as_if(now + timedelta(hours=13)):
        found = how_much(dates.now())
        assert found == {"aanmeldingen die zijn verlopen": 1, "mails met een code die niet meer werkt": 1}
        clocks.run(dates.now())
        assert how_much(dates.now()) == {}
    assert BrowserSession.objects.count() == 0
    assert "Uw code is" not in OutboxMessage.objects.get().text


def test_a_sign_in_by_an_address_of_nobody_goes(house):
    bert = house.people["bert"]
    address = actions.add_address(by=SETUP, address="weg@dorp.example", person=bert)
    with guard.opened("test"):
        address.delete()
    assert how_much(dates.now()) == {"mailadressen die van niemand meer zijn": 1}
    clocks.run(dates.now())
    assert Account.objects.filter(address="weg@dorp.example").count() == 0
    assert Account.objects.filter(address="bert@dorp.example").count() == 1


def test_the_board_first_reads_how_much_and_no_names(house):
    long_out(house, "Wolter Nijboer", SINCE)
    officer = Client()
    sign_in(officer, "renske@dorp.example")
    assert officer.get("/bewaartermijnen/").url.startswith("/mijn-aanmelding/tweede-slot/")
    officer.post("/mijn-aanmelding/kaart/nieuw/")
    body = page(officer, "/bewaartermijnen/")
    assert "Mensen die twee jaar geen functie hebben</dt><dd>Eén." in body
    assert "Wolter" not in body
    assert Person.objects.filter(name="Wolter Nijboer").exists()
    assert officer.post("/bewaartermijnen/").url == "/bewaartermijnen/"
    assert not Person.objects.filter(name="Wolter Nijboer").exists()


def _mail(sent_at: datetime) -> None:
    with transaction.atomic():
        mail = write_mail(to="bert@dorp.example", subject="Nieuws", text="Dag Bert", area="test")
    OutboxMessage.objects.filter(pk=mail.pk).update(state=Queued.State.DONE, sent_at=sent_at)
