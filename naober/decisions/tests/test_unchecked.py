"""Within 48 hours of a deadline: what the reader is nearly sure of goes to the board, and is marked so."""

from datetime import timedelta

import pytest

from naober.decisions import actions, deadlines, panels, unchecked
from naober.decisions.models import Concern
from naober.decisions.tests.papers import NOW, item, owed, point, states, take_in, told
from naober.journal import digest
from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.journal.queries import of_village
from naober.kit import dates
from naober.people.actor import Actor
from naober.post.models import OutboxMessage
from testing.house import build_house

pytestmark = pytest.mark.django_db

SPEAK_UNTIL = NOW.replace(tzinfo=None) + timedelta(days=3)
IN_TIME = NOW + timedelta(days=1, hours=1)
SURE = {"Hijken": 0.95, "Elp": 0.8}


@pytest.fixture
def house():
    with dates.as_if(NOW):
        house = build_house()
        take_in(house, point("4", "Elp", "Hijken", speak_until=SPEAK_UNTIL, confidence=SURE))
    with dates.as_if(IN_TIME):
        yield house


def early():
    return Entry.objects.filter(kind="item_unchecked")


def run(at=IN_TIME):
    with dates.as_if(at):
        unchecked.tell_what_cannot_wait(at)


def at_village(house, who, village="Hijken"):
    entries = of_village(house.actor(who), house.villages[village]).entries
    return [shown.title for shown in entries if shown.entry.area == "decisions"]


MARKED = "Nog niet nagekeken: Snelheid in de kom: op de agenda"


def test_only_what_is_nearly_sure_goes_out_and_only_to_the_board(house):
    run()
    entry = early().get()
    assert (entry.line, told(entry), owed(entry)) == (MARKED, ["Hijken"], ["Bert"])
    seen = {who: at_village(house, who) for who in house.viewers}
    own = {"bert", "geertje", "renske"}
    assert seen == {who: [MARKED] if who in own else [] for who in house.viewers}
    assert states() == {"Elp": "proposed", "Hijken": "proposed"}


def test_the_mail_says_that_nobody_looked_and_until_when(house):
    run()
    digest.send_due(IN_TIME)
    mail = OutboxMessage.objects.get()
    assert (mail.to, MARKED in mail.text, MARKED in mail.html) == ("bert@dorp.example", True, True)
    assert "aanmelden tot donderdag 26 november, 10.00 uur" in " ".join(mail.text.split())


def test_three_days_before_nothing_goes_out(house):
    run(NOW)
    assert early().count() == 0


def test_the_clock_tells_it_once(house):
    run()
    run(IN_TIME + timedelta(minutes=10))
    assert early().count() == 1


def test_after_the_deadline_it_tells_nothing(house):
    run(NOW + timedelta(days=4))
    assert early().count() == 0


def test_what_a_person_confirms_takes_its_place_and_mails_nobody_twice(house):
    run()
    digest.send_due(IN_TIME)
    entry = actions.confirm_item(by=house.actor("renske"), item=item(), villages=[house.villages["Hijken"]])
    assert at_village(house, "bert") == ["Snelheid in de kom: op de agenda"]
    assert (told(early().get()), owed(entry)) == ([], ["Annemieke"])


def test_what_a_person_confirms_before_the_mail_left_goes_in_one_mail(house):
    run()
    actions.confirm_item(by=house.actor("bert"), item=item())
    later = IN_TIME + timedelta(hours=1)
    with dates.as_if(later):
        digest.send_due(later)
    mail = OutboxMessage.objects.get()
    assert (mail.to, "Nog niet nagekeken" in mail.text) == ("bert@dorp.example", False)


def test_what_a_person_dismisses_is_put_right(house):
    run()
    digest.send_due(IN_TIME)
    actions.dismiss_item(by=house.actor("renske"), item=item())
    right = "Rechtgezet, niet over Hijken: Snelheid in de kom: op de agenda"
    assert (at_village(house, "bert"), at_village(house, "carla")) == ([right], [])
    friday = NOW + timedelta(days=6)
    with dates.as_if(friday):
        digest.send_due(friday)
    assert [m.subject for m in OutboxMessage.objects.order_by("id")][1:] == ["Rechtgezet"]


def test_after_a_call_back_the_clock_is_silent(house):
    run()
    actions.dismiss_item(by=house.actor("renske"), item=item())
    concern = Concern.objects.get(village=house.villages["Hijken"])
    actions.reopen_concern(by=house.actor("renske"), concern=concern)
    run(IN_TIME + timedelta(hours=1))
    assert (early().count(), concern.early_entry_id) == (1, None)


def test_only_the_clock_may(house):
    for actor in (house.actor("renske"), house.actor("bert"), Actor.machine("intake")):
        with pytest.raises(NotAllowedError):
            unchecked.tell_unchecked(by=actor, item=item(), concerns=list(Concern.objects.all()))


def test_a_board_reads_what_it_can_still_speak_about(house):
    ask = "5 minuten spreken: aanmelden tot donderdag 26 november, 10.00 uur."
    hijken = house.villages["Hijken"]
    assert [t.text for t in panels.village_tasks(house.actor("bert"), hijken)] == ["Snelheid in de kom"]
    run()
    assert [t.text for t in panels.village_tasks(house.actor("bert"), hijken)] == [ask]


def test_the_queue_says_since_when_and_until_when(house):
    waits = list(deadlines.waiting(IN_TIME))
    until = dates.as_local(SPEAK_UNTIL)
    assert [(w.title, w.since, w.due, len(w.keys)) for w in waits] == [("Snelheid in de kom", NOW, until, 2)]
    actions.dismiss_item(by=house.actor("renske"), item=item())
    assert list(deadlines.waiting(IN_TIME)) == []
