"""Even niet, who takes over, and the one mail to the next person."""

from datetime import date, datetime, timedelta

import pytest
from django.db import transaction

from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.kit import dates, guard
from naober.kit.area import Queue, Waiting
from naober.kit.dates import LOCAL
from naober.people import queries as people
from naober.people.actor import Actor
from naober.post.models import OutboxMessage
from naober.post.outbox import write_mail
from naober.post.sending import send_mail
from naober.register import actions as register
from naober.register.standing_in import actions, clock, queries
from naober.register.standing_in.models import Absence, Asked
from testing.house import SETUP, SINCE, build_house

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=LOCAL)
BACK = date(2026, 12, 7)
WAIT = timedelta(hours=20)


@pytest.fixture
def house():
    with dates.as_if(NOW):
        house = build_house()
        chair = register.add_person(by=SETUP, name="Harm Wolters", call_name="Harm")
        register.add_seat(by=SETUP, person=chair, role="chair", from_on=SINCE)
        register.add_address(by=SETUP, address="harm@dorp.example", person=chair)
        house.people["harm"] = chair
        yield house


def queue(*keys, since=NOW):
    things = [Waiting((key,), f"Punt {key}", since, None, f"/{key}/") for key in keys]
    return Queue("points", "punten nakijken", "rural_officer", "secretary", WAIT, lambda now: things)


def run(which, hours=0):
    moment = NOW + timedelta(hours=hours)
    with dates.as_if(moment):
        clock.ask_who_is_next(which, moment)


def mails():
    return [(mail.to.partition("@")[0], mail.subject) for mail in OutboxMessage.objects.order_by("id")]


def go(house, who, deputy=None, back_on=BACK):
    return actions.go_away(by=house.actor(who), back_on=back_on, deputy=deputy and house.people[deputy])


# --- the clock -----------------------------------------------------------------------------------------


def test_before_the_wait_is_over_nobody_is_asked(house):
    run(queue("a"), hours=19.9)
    assert mails() == []


def test_after_twenty_hours_the_second_is_asked_by_one_mail(house):
    for hours in (20, 20.2, 30, 100):
        run(queue("a", "b"), hours=hours)
    assert mails() == [("geertje", "Twee dingen wachten: punten nakijken")]
    text = OutboxMessage.objects.get().text
    assert ("Niemand keek dit na in 20 uur" in text, "http://localhost:8000/a/" in text) == (True, True)


def test_something_new_that_waits_too_long_is_asked_apart(house):
    run(queue("a"), hours=20)
    run(queue("a", "b"), hours=21)
    assert [subject for _, subject in mails()] == ["Eén ding wacht: punten nakijken"] * 2
    assert sorted(Asked.objects.values_list("key", flat=True)) == ["a", "b"]


def test_who_takes_over_is_asked_at_once_and_the_next_after_the_wait(house):
    go(house, "renske", deputy="geertje")
    run(queue("a"))
    run(queue("a"), hours=20)
    assert [who for who, _ in mails()] == ["geertje", "harm"]
    assert "Renske is er even niet, en is er weer op maandag 7 december. U neemt het over." in " ".join(
        OutboxMessage.objects.first().text.split()
    )


def test_without_a_deputy_the_second_takes_over(house):
    go(house, "renske")
    run(queue("a"))
    assert [who for who, _ in mails()] == ["geertje"]


def test_a_second_who_is_away_too_is_passed_over(house):
    go(house, "geertje")
    run(queue("a"), hours=20)
    assert [who for who, _ in mails()] == ["harm"]


def test_when_the_officer_is_back_the_queue_is_hers_again(house):
    go(house, "renske", deputy="geertje")
    with dates.as_if(dates.local_moment(BACK, NOW.time())):
        hands = queries.hands_of(queue("a"))
    assert (hands.now.call_name, hands.then.call_name, hands.taken_over) == ("Renske", "Geertje", False)


def test_who_has_no_address_makes_the_clock_fail_aloud(house):
    go(house, "geertje")
    with guard.opened("test"):
        house.people["harm"].addresses.all().delete()
    with pytest.raises(actions.NobodyToAskError):
        run(queue("a"), hours=20)
    assert Asked.objects.count() == 0


def test_only_the_clock_asks(house):
    for actor in (house.actor("renske"), Actor.machine("intake")):
        with pytest.raises(NotAllowedError):
            actions.ask_to_look(
                by=actor, queue=queue("a"), person=house.people["harm"], waiting=[], why="Zomaar."
            )


def test_a_clock_that_stands_still_is_seen(house):
    waits = queue("a")
    assert [thing.title for thing in queries.seen_by_nobody(waits, NOW + timedelta(hours=21))] == ["Punt a"]
    run(waits, hours=21)
    assert queries.seen_by_nobody(waits, NOW + timedelta(hours=21)) == []


# --- even niet -----------------------------------------------------------------------------------------


def test_saying_it_again_moves_the_day(house):
    go(house, "renske")
    go(house, "renske", deputy="geertje", back_on=BACK + timedelta(days=7))
    absence = Absence.objects.get()
    assert (absence.back_on, absence.deputy) == (date(2026, 12, 14), house.people["geertje"])


@pytest.mark.parametrize(
    ("who", "audience", "villages"),
    [("renske", "board", []), ("bert", "village", ["Hijken"]), ("resident", "named", [])],
)
def test_only_the_own_table_reads_that_somebody_is_away(house, who, audience, villages):
    go(house, who)
    entry = Entry.objects.get(kind="absence_began")
    told = list(entry.lines.values_list("village__name", flat=True))
    assert (entry.audience, told, "Renske" in entry.line) == (audience, villages, False)


def test_somebody_of_another_table_does_not_take_over(house):
    for who, deputy in (("renske", "bert"), ("bert", "carla"), ("resident", "geertje")):
        with pytest.raises(NotAllowedError):
            go(house, who, deputy=deputy)


def test_a_visitor_is_never_away(house):
    with pytest.raises(NotAllowedError):
        actions.go_away(by=Actor.visitor(), back_on=BACK)


def test_mail_that_can_wait_waits_for_the_morning_of_that_day(house):
    go(house, "bert")
    back = dates.local_moment(BACK, NOW.time().replace(hour=8))
    assert queries.held_until("bert@dorp.example") == back
    assert (queries.held_until("carla@dorp.example"), queries.held_until("niemand@dorp.example")) == (
        None,
        None,
    )
    actions.come_back(by=house.actor("bert"))
    assert queries.held_until("bert@dorp.example") is None


def test_only_what_can_wait_waits(house, mail_by_smtp):
    go(house, "bert")
    for subject, can_wait in (("Ter informatie", True), ("Tot morgen", False)):
        with transaction.atomic():
            write_mail(to="bert@dorp.example", subject=subject, text="Dag", area="journal", can_wait=can_wait)
    send_mail("worker")
    assert [mail["Subject"] for mail in mail_by_smtp.mails] == ["Tot morgen"]
    with dates.as_if(dates.local_moment(BACK, NOW.time())):
        send_mail("worker")
    assert [mail["Subject"] for mail in mail_by_smtp.mails] == ["Tot morgen", "Ter informatie"]


def test_an_address_that_more_read_is_never_held(house):
    register.add_address(by=SETUP, address="bert@dorp.example", person=house.people["carla"])
    go(house, "bert")
    assert queries.held_until("bert@dorp.example") is None


def test_the_page_says_until_when_and_takes_it_back(house, client):
    client.force_login(people.account_for("bert@dorp.example"))
    session = client.session
    session["person_id"] = house.people["bert"].pk
    session.save()
    assert client.post("/even-niet/", {"back_on": "2026-11-23"}).status_code == 422
    page = client.post("/even-niet/", {"back_on": "2026-12-07"}, follow=True).content.decode()
    assert "U bent er nu even niet, tot maandag 7 december." in page
    assert "Ik ben er weer" not in client.post("/even-niet/weer-terug/", follow=True).content.decode()
