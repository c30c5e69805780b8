"""Deciding which village a point concerns: what each action does, to whom it is refused, who was first."""

from datetime import timedelta

import pytest

from naober.decisions import actions
from naober.decisions.actions import AlreadyDecidedError
from naober.decisions.models import Concern
from naober.decisions.tests.papers import NOW, item, owed, point, states, take_in, told
from naober.journal import digest
from naober.journal.action import NotAllowedError
from naober.journal.models import Audience, Entry
from naober.journal.record import NotNarrowerError
from naober.kit import dates
from naober.people.actor import Actor
from naober.post.models import OutboxMessage
from testing.house import build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    with dates.as_if(NOW):
        house = build_house()
        take_in(house, point("4", "Elp", "Hijken"), point("5", about_all=True, title="Gladheid"))
        yield house


def confirm(house, who, number="4", **more):
    return actions.confirm_item(by=house.actor(who), item=item(number), **more)


def later(minutes):
    return dates.as_if(NOW + timedelta(minutes=minutes))


# --- confirm -----------------------------------------------------------------------------------------


def test_confirming_tells_every_proposed_village_with_its_quote(house):
    entry = confirm(house, "renske")
    assert (told(entry), owed(entry)) == (["Elp", "Hijken"], ["Annemieke", "Bert"])
    assert states() == {"Elp": "confirmed", "Hijken": "confirmed"}
    reasons = dict(entry.lines.values_list("village__name", "reason"))
    assert reasons["Hijken"] == (
        "Omdat bij punt 4 van de commissie Ruimte en Groen staat: “de weg door Hijken”."
    )
    assert entry.line == "Snelheid in de kom: op de agenda"


def test_a_board_confirms_for_its_own_village_alone(house):
    assert told(confirm(house, "bert")) == ["Hijken"]
    assert states() == {"Elp": "proposed", "Hijken": "confirmed"}
    assert told(confirm(house, "renske")) == ["Elp"]


def test_only_those_given_are_confirmed(house):
    assert told(confirm(house, "renske", villages=[house.villages["Elp"]])) == ["Elp"]


@pytest.mark.parametrize("who", ["visitor", "resident", "carla", "dirk", "alderman"])
def test_who_does_not_sit_for_a_village_does_not_decide(house, who):
    for act in (actions.confirm_item, actions.dismiss_item):
        for villages in (None, [house.villages["Hijken"]]):
            with pytest.raises(NotAllowedError):
                act(by=house.actor(who), item=item(), villages=villages)
    assert states() == {"Elp": "proposed", "Hijken": "proposed"}


def test_a_board_does_not_decide_for_its_own_and_another(house):
    with pytest.raises(NotAllowedError):
        confirm(house, "bert", villages=[house.villages["Hijken"], house.villages["Elp"]])


def test_a_machine_confirms_nothing(house):
    with pytest.raises(NotAllowedError):
        actions.confirm_item(by=Actor.machine("intake"), item=item())


def test_the_second_to_confirm_reads_who_was_first_and_when(house):
    point_on_both_screens = item()
    entry = actions.confirm_item(by=house.actor("renske"), item=point_on_both_screens)
    with later(3), pytest.raises(AlreadyDecidedError) as late:
        actions.confirm_item(by=house.actor("geertje"), item=point_on_both_screens)
    assert (late.value.decided.decided_by, late.value.decided.decided_at) == (house.people["renske"], NOW)
    assert list(Entry.objects.filter(kind="item_confirmed")) == [entry]
    digest.send_due(NOW + timedelta(hours=2))
    assert [mail.to for mail in OutboxMessage.objects.all()] == ["bert@dorp.example"]


def test_the_next_confirmation_of_the_sitting_moves_the_mail_and_it_is_one_mail(house):
    first = confirm(house, "renske")
    with later(5):
        second = actions.confirm_everywhere(by=house.actor("renske"), item=item("5"))
    first.refresh_from_db()
    assert first.release_at == second.release_at == NOW + timedelta(minutes=15)
    digest.send_due(NOW + timedelta(minutes=15))
    assert OutboxMessage.objects.filter(to="bert@dorp.example").count() == 1


def test_a_moment_to_speak_that_passed_is_asked_of_nobody(house):
    take_in(house, point("6", "Hijken", speak_until=NOW.replace(tzinfo=None) - timedelta(hours=1)))
    take_in(
        house, point("7", "Hijken", title="Bomen", speak_until=NOW.replace(tzinfo=None) + timedelta(days=2))
    )
    asks = [confirm(house, "renske", number).notices.first().asks for number in ("6", "7")]
    assert asks == ["", "5 minuten spreken: aanmelden tot woensdag 25 november, 10.00 uur"]


def test_a_sitting_that_was_puts_it_on_that_day(house):
    take_in(house, point("8", "Elp"), on=(NOW - timedelta(days=4)).date(), starts_at=NOW - timedelta(days=4))
    assert confirm(house, "renske", "8").happened_at == NOW - timedelta(days=4)


# --- everywhere --------------------------------------------------------------------------------------


def test_all_villages_are_told_in_one_entry(house):
    entry = actions.confirm_everywhere(by=house.actor("renske"), item=item("5"))
    assert told(entry) == ["Elp", "Hijken", "Hooghalen", "Laaghalen"]
    assert (item("5").everywhere, item("5").everywhere_by) == ("confirmed", house.people["renske"])


def test_who_was_told_or_said_no_before_is_left_alone(house):
    take_in(house, point("9", "Elp", "Hijken", about_all=True))
    confirm(house, "renske", "9", villages=[house.villages["Elp"]])
    actions.dismiss_item(by=house.actor("bert"), item=item("9"))
    entry = actions.confirm_everywhere(by=house.actor("renske"), item=item("9"))
    assert told(entry) == ["Hooghalen", "Laaghalen"]


def test_everywhere_is_for_who_works_for_all_villages_and_once(house):
    for act in (actions.confirm_everywhere, actions.dismiss_everywhere):
        with pytest.raises(NotAllowedError):
            act(by=house.actor("bert"), item=item("5"))
    entry = actions.dismiss_everywhere(by=house.actor("geertje"), item=item("5"))
    assert (entry.audience, entry.line) == ("board", "Punt 5 gaat niet over alle dorpen: Gladheid")
    with pytest.raises(AlreadyDecidedError) as late:
        actions.confirm_everywhere(by=house.actor("renske"), item=item("5"))
    assert late.value.decided.everywhere_by == house.people["geertje"]


# --- also about, dismiss, reopen -----------------------------------------------------------------------


def test_a_village_that_no_computer_saw_is_told_by_whom(house):
    entry = actions.add_village_to_item(
        by=house.actor("carla"), item=item(), village=house.villages["Laaghalen"]
    )
    assert (told(entry), owed(entry)) == (["Laaghalen"], ["Carla"])
    assert entry.lines.get().reason == "Omdat de voorzitter dit dorp aanwees bij punt 4."


def test_a_village_is_added_once_and_only_by_who_may(house):
    elp = house.villages["Elp"]
    with pytest.raises(NotAllowedError):
        actions.add_village_to_item(by=house.actor("bert"), item=item(), village=elp)
    confirm(house, "renske")
    with pytest.raises(AlreadyDecidedError) as late:
        actions.add_village_to_item(by=house.actor("geertje"), item=item(), village=elp)
    assert late.value.decided == Concern.objects.get(village=elp)


def test_dismissing_is_remembered_and_told_to_no_village(house):
    entry = actions.dismiss_item(by=house.actor("renske"), item=item())
    assert (told(entry), entry.audience) == ([], "board")
    assert entry.line == "Punt 4 gaat niet over Elp en Hijken: Snelheid in de kom"
    assert states() == {"Elp": "dismissed", "Hijken": "dismissed"}
    with pytest.raises(AlreadyDecidedError):
        confirm(house, "geertje")


def test_after_all_it_is_proposed_again(house):
    actions.dismiss_item(by=house.actor("bert"), item=item())
    concern = Concern.objects.get(village=house.villages["Hijken"])
    with pytest.raises(NotAllowedError):
        actions.reopen_concern(by=house.actor("carla"), concern=concern)
    entry = actions.reopen_concern(by=house.actor("bert"), concern=concern)
    assert entry.line == "Punt 4 gaat misschien toch over Hijken: Snelheid in de kom"
    assert states()["Hijken"] == "proposed"
    with pytest.raises(AlreadyDecidedError):
        actions.reopen_concern(by=house.actor("bert"), concern=concern)


# --- call back -----------------------------------------------------------------------------------------


def test_called_back_in_time_nothing_leaves_and_it_is_proposed_again(house):
    entry = confirm(house, "renske")
    actions.call_back(by=house.actor("renske"), entry=entry)
    digest.send_due(NOW + timedelta(days=7))
    assert (told(entry), states()["Hijken"], OutboxMessage.objects.count()) == ([], "proposed", 0)


def test_called_back_later_who_was_mailed_reads_it(house):
    entry = confirm(house, "renske")
    digest.send_due(NOW + timedelta(minutes=10))
    with later(30):
        new = actions.call_back(by=house.actor("geertje"), entry=entry)
    assert (told(new), owed(new)) == (["Elp", "Hijken"], ["Bert"])
    assert new.line == "Rechtgezet: Snelheid in de kom: op de agenda"


def test_calling_back_everywhere_leaves_no_trace_of_all_villages(house):
    entry = actions.confirm_everywhere(by=house.actor("renske"), item=item("5"))
    actions.call_back(by=house.actor("renske"), entry=entry)
    assert (item("5").everywhere, states("5")) == ("proposed", {})


def test_what_was_called_back_is_confirmed_anew_with_a_reason(house):
    village = house.villages["Laaghalen"]
    entry = actions.add_village_to_item(by=house.actor("renske"), item=item(), village=village)
    actions.call_back(by=house.actor("renske"), entry=entry)
    again = confirm(house, "renske", villages=[village])
    assert again.lines.get().reason == "Omdat de medewerker voor de dorpen dit dorp aanwees bij punt 4."


def test_an_announcement_is_called_back_once(house):
    entry = confirm(house, "renske")
    actions.call_back(by=house.actor("renske"), entry=entry)
    with pytest.raises(AlreadyDecidedError) as late:
        actions.call_back(by=house.actor("geertje"), entry=entry)
    assert late.value.decided == item()


@pytest.mark.parametrize("who", ["visitor", "resident", "carla", "bert", "dirk"])
def test_calling_back_is_for_who_may_confirm_for_all_its_villages(house, who):
    entry = confirm(house, "renske")
    with pytest.raises(NotAllowedError):
        actions.call_back(by=house.actor(who), entry=entry)


def test_a_board_calls_back_its_own_unless_it_was_kept_to_fewer(house):
    entry = confirm(house, "renske", villages=[house.villages["Hijken"]])
    actions.narrow_announcement(by=house.actor("renske"), entry=entry, audience=Audience.BOARD)
    entry.refresh_from_db()
    with pytest.raises(NotAllowedError):
        actions.call_back(by=house.actor("bert"), entry=entry)


def test_who_no_longer_sits_there_calls_nothing_back(house):
    entry = confirm(house, "bert")
    without_seat = Actor(person=house.people["bert"])
    with pytest.raises(NotAllowedError):
        actions.call_back(by=without_seat, entry=entry)
    assert told(actions.call_back(by=house.actor("bert"), entry=entry)) == []


def test_only_an_announcement_is_called_back(house):
    entry = actions.dismiss_item(by=house.actor("renske"), item=item())
    with pytest.raises(NotAllowedError):
        actions.call_back(by=house.actor("renske"), entry=entry)


# --- narrow ----------------------------------------------------------------------------------------------


def test_keeping_it_to_fewer_says_how_many_had_mail(house):
    entry = confirm(house, "renske")
    digest.send_due(NOW + timedelta(minutes=10))
    note = actions.narrow_announcement(by=house.actor("geertje"), entry=entry, audience=Audience.VILLAGE)
    line = "Alleen nog voor de besturen van deze dorpen (al gemaild: 1): Snelheid in de kom: op de agenda"
    assert (note.line, note.audience) == (line, "board")
    assert set(entry.lines.values_list("audience", flat=True)) == {"village"}


def test_keeping_to_fewer_is_for_the_umbrella_and_never_to_more(house):
    entry = confirm(house, "renske")
    with pytest.raises(NotAllowedError):
        actions.narrow_announcement(by=house.actor("bert"), entry=entry, audience=Audience.VILLAGE)
    with pytest.raises(NotNarrowerError):
        actions.narrow_announcement(by=house.actor("renske"), entry=entry, audience=Audience.PUBLIC)


def test_what_was_called_back_is_not_kept_to_fewer(house):
    entry = confirm(house, "renske")
    actions.call_back(by=house.actor("renske"), entry=entry)
    with pytest.raises(AlreadyDecidedError):
        actions.narrow_announcement(by=house.actor("renske"), entry=entry, audience=Audience.BOARD)
