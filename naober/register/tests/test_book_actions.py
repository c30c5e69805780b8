"""A function passes from one person to another in one act; what was changed meanwhile is not overwritten."""

from datetime import date, timedelta

import pytest

from naober.journal.action import NotAllowedError, action
from naober.journal.models import Entry, Notice
from naober.journal.record import record
from naober.kit import dates
from naober.people import queries as people
from naober.people.models import Account, MailAddress, Membership, Person, Seat, Village
from naober.register import actions as register
from naober.register.book import actions
from naober.register.book.actions import NewPerson
from testing.house import SETUP, SINCE

pytestmark = pytest.mark.django_db
ROLE_MAIL = "secretaris@hijken.example"
JAN = NewPerson(name="Jan van 't Hof", call_name="Jan", mail="Jan@Hijken.example")


@action
def tell_village(*, by, village):
    """Something happened there; its board and who follows it hear of it."""
    reasons = {village.pk: "Omdat het hier was."}
    record(by=by, kind="seat_began", line="Iets", area="register", villages=reasons, tell=True)


def told(house):
    """Who will be told, the resident that follows the village left out."""
    return list(Notice.objects.exclude(person=house.people["resident"]).values_list("person_id", flat=True))


@pytest.fixture
def shared(house):
    """Bert is also reached by the address of his function."""
    register.add_address(by=SETUP, address=ROLE_MAIL, seat=house.seat("bert"))
    return house


def test_another_becomes_secretary_in_one_act(shared):
    old = shared.seat("bert")
    new = actions.hand_over_seat(by=shared.actor("bert"), seat=old, on=dates.today(), successor=JAN)
    old.refresh_from_db()
    assert (old.until_on, new.from_on, new.role, new.association) == (
        dates.today(), dates.today(), "secretary", shared.associations["Hijken"])  # fmt: skip
    assert [p.name for p in people.holders_of(ROLE_MAIL, dates.today())] == ["Jan van 't Hof"]
    assert people.mail_address_of(new.person_id, dates.today()) == "jan@hijken.example"
    assert (shared.actor("bert").seats, shared.actor("bert").villages) == ((), frozenset())
    entry = Entry.objects.latest("id")
    assert (entry.kind, entry.audience) == ("seat_handed_over", "village")
    assert entry.line == "Een ander is voortaan secretaris van Belangenvereniging Hijken"


def test_handed_over_twice_the_first_one_counts(shared):
    seat = shared.seat("bert")
    actions.hand_over_seat(by=shared.actor("renske"), seat=seat, on=dates.today(), successor=JAN)
    before = (Person.objects.count(), Seat.objects.count(), Entry.objects.count())
    with pytest.raises(register.AlreadyEndedError):
        actions.hand_over_seat(
            by=shared.actor("renske"), seat=seat, on=SINCE, successor=NewPerson("Piet Tol", "Piet")
        )
    assert (Person.objects.count(), Seat.objects.count(), Entry.objects.count()) == before
    assert Seat.objects.get(pk=seat.pk).until_on == dates.today()


def test_mail_that_waits_for_a_secretary_waits_for_the_next_one(shared):
    tell_village(by=shared.actor("renske"), village=shared.villages["Hijken"])
    new = actions.hand_over_seat(
        by=shared.actor("bert"), seat=shared.seat("bert"), on=dates.today(), successor=JAN
    )
    assert told(shared) == [new.person_id]


def test_who_stops_without_a_successor_is_told_nothing_more(shared):
    tell_village(by=shared.actor("renske"), village=shared.villages["Hijken"])
    register.end_seat(by=shared.actor("renske"), seat=shared.seat("bert"), until_on=dates.today())
    assert told(shared) == []


def test_who_stops_next_month_is_still_told(shared):
    tell_village(by=shared.actor("renske"), village=shared.villages["Hijken"])
    later = dates.today() + timedelta(days=30)
    register.end_seat(by=shared.actor("renske"), seat=shared.seat("bert"), until_on=later)
    assert told(shared) == [shared.people["bert"].pk]


@pytest.mark.parametrize("who", ["resident", "carla", "dirk", "alderman"])
def test_a_board_is_changed_by_itself_and_by_who_keeps_the_register(house, who):
    by, seat = house.actor(who), house.seat("bert")
    refused = [
        lambda: actions.hand_over_seat(by=by, seat=seat, on=dates.today(), successor=JAN),
        lambda: actions.change_seat(by=by, seat=seat, term_ends_on=None, shown_public=True),
        lambda: actions.seat_somebody(
            by=by, association=seat.association, somebody=JAN, role="chair", from_on=SINCE
        ),
        lambda: actions.change_person(by=by, person=seat.person, version=1, name="Ander"),
        lambda: actions.remove_address(by=by, address=seat.person.addresses.get()),
        lambda: actions.agree_large_place(by=by, membership=Membership.objects.first()),
        lambda: actions.count_residents(
            by=by, village=house.villages["Elp"], residents=1, year=2026, source="CBS"
        ),
        lambda: actions.change_association(by=by, association=seat.association, version=1, name="Ander"),
    ]
    before = Entry.objects.count()
    for change in refused:
        with pytest.raises(NotAllowedError):
            change()
    assert Entry.objects.count() == before


def test_everybody_changes_themselves_and_a_stale_form_changes_nothing(house):
    person = house.people["resident"]
    actions.change_person(by=house.actor("resident"), person=person, version=1, phone="0593 11 11 11")
    with pytest.raises(actions.StaleError):
        actions.change_person(by=house.actor("renske"), person=person, version=1, phone="")
    person.refresh_from_db()
    assert (person.phone, person.version) == ("0593 11 11 11", 2)
    assert Entry.objects.latest("id").line == "Gegevens van iemand zijn bijgewerkt"


def test_an_address_that_nobody_has_any_more_does_not_sign_in(house):
    twice = register.add_address(by=SETUP, address="bert@dorp.example", person=house.people["carla"])
    actions.remove_address(by=house.actor("renske"), address=twice)
    assert Account.objects.filter(address="bert@dorp.example").count() == 1
    actions.remove_address(by=house.actor("renske"), address=house.people["bert"].addresses.get())
    assert Account.objects.filter(address="bert@dorp.example").count() == 0
    assert MailAddress.objects.filter(address="bert@dorp.example").count() == 0


def test_somebody_without_mail_is_complete(house):
    new = NewPerson(name="Trijntje Smid", call_name="Trijntje", phone="0593 22 22 22")
    seat = actions.seat_somebody(
        by=house.actor("bert"), association=house.associations["Hijken"], somebody=new, role="treasurer",
        from_on=SINCE, term_ends_on=date(2027, 3, 1),
    )  # fmt: skip
    assert (seat.person.way_back, seat.person.addresses.count(), seat.term_ends_on) == (
        "phone", 0, date(2027, 3, 1))  # fmt: skip


def test_a_large_place_counts_from_the_day_that_the_board_agreed(house):
    membership = house.villages["Elp"].memberships.get()
    actions.count_residents(
        by=house.actor("renske"), village=house.villages["Elp"], residents=3100, year=2026, source="CBS"
    )
    actions.agree_large_place(by=house.actor("geertje"), membership=membership)
    with pytest.raises(actions.StaleError):
        actions.agree_large_place(by=house.actor("renske"), membership=membership)
    village = Village.objects.get(name="Elp")
    assert (village.residents, village.residents_year, village.residents_source) == (3100, 2026, "CBS")
    assert Membership.objects.get(pk=membership.pk).agreed_on == dates.today()
