"""Writing the journal: entries, lines, who is told when, taking back and keeping to fewer."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError

from naober.journal import digest, follows, record
from naober.journal.action import ActionWithoutEntryError, NoActionOpenError, NotAllowedError, action, require
from naober.journal.models import Audience, Entry, Line, Notice, Reader
from naober.journal.record import NotNarrowerError
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.people.models import Person
from naober.post.models import OutboxMessage
from testing.house import SETUP, SINCE, build_house, register

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LOCAL)
FRIDAY = datetime(2026, 11, 27, 9, 0, tzinfo=LOCAL)
MINUTES = timedelta(minutes=1)
RELEASE = 10 * MINUTES


@pytest.fixture
def house():
    with dates.as_if(MONDAY):
        yield build_house()


@action
def tell(*, by, villages=(), line="Er gebeurde iets", subject_id=1, **more):
    more = {"release_after": RELEASE, "tell": True, **more}
    reasons = {village.pk: f"Omdat het over {village} gaat." for village in villages}
    return record.record(
        by=by,
        kind="item_confirmed",
        line=line,
        area="decisions",
        subject_id=subject_id,
        villages=reasons,
        **more,
    )


@action
def take_back(*, by, entry):
    return record.withdraw(by=by, entry=entry, kind="item_called_back", line=f"Rechtgezet: {entry.line}")


@action
def keep_to(*, by, entry, audience, readers=()):
    count = record.narrow(entry, audience, readers)
    record.record(by=by, kind="item_narrowed", line="Voor minder mensen", area="decisions")
    return count


@action
def postpone(*, by, subject_ids, release_at):
    record.postpone_release("decisions", subject_ids, release_at)
    record.record(by=by, kind="item_dismissed", line="Iets anders", area="decisions", audience="board")


def told(house, *villages, **more):
    return tell(by=house.actor("renske"), villages=[house.villages[v] for v in villages], **more)


def owed(entry):
    return {notice.person.call_name: notice.due_at for notice in Notice.objects.filter(entry=entry)}


def lines(entry):
    found = Line.objects.filter(entry=entry).order_by("village__name")
    return [(line.village.name, line.audience, line.shown_at) for line in found]


def mailed():
    return sorted(OutboxMessage.objects.values_list("to", flat=True))


# --- record ------------------------------------------------------------------------------------------


def test_an_entry_keeps_who_did_it_and_how(house):
    entry = told(house, "Hijken")
    assert (entry.person, entry.seat, entry.behalf_of, entry.channel) == (
        house.people["renske"], house.seat("renske"), None, "web")  # fmt: skip
    assert (entry.happened_at, entry.recorded_at, entry.release_at) == (MONDAY, MONDAY, MONDAY + RELEASE)


def test_what_happened_earlier_stands_in_its_place(house):
    entry = told(house, "Hijken", happened_at=MONDAY - timedelta(days=3))
    assert lines(entry) == [("Hijken", "public", MONDAY - timedelta(days=3))]


def test_nothing_claims_to_come_from_the_future(house):
    assert told(house, "Hijken", happened_at=MONDAY + timedelta(days=3)).happened_at == MONDAY


def test_a_line_is_cut_at_a_word(house):
    entry = told(house, "Hijken", line="woord " * 40)
    assert (entry.line, len(entry.line)) == ("woord " * 25 + "woord…", 156)


def test_there_is_a_line_for_each_village(house):
    assert lines(told(house, "Elp", "Hijken", audience=Audience.TABLE)) == [
        ("Elp", "table", MONDAY), ("Hijken", "table", MONDAY)]  # fmt: skip


def test_nothing_is_written_outside_an_action(house):
    with pytest.raises(NoActionOpenError):
        record.record(by=house.actor("renske"), kind="x", line="x", area="decisions")


def test_an_action_that_tells_nothing_is_undone(house):
    @action
    def silent(*, by):
        Person.objects.create(name="Jan Tol", call_name="Jan")

    with pytest.raises(ActionWithoutEntryError):
        silent(by=house.actor("renske"))
    assert Person.objects.filter(name="Jan Tol").exists() is False


def test_an_action_of_actions_leaves_what_its_parts_leave(house):
    @action
    def both(*, by):
        tell(by=by)
        tell(by=by)

    before = Entry.objects.count()
    both(by=house.actor("renske"))
    assert Entry.objects.count() == before + 2


def test_what_a_refused_action_wrote_is_undone(house):
    @action
    def late_refusal(*, by):
        tell(by=by)
        require(False)

    before = Entry.objects.count()
    with pytest.raises(NotAllowedError):
        late_refusal(by=house.actor("renske"))
    assert Entry.objects.count() == before


# --- who is told when ----------------------------------------------------------------------------------


def test_boards_are_told_after_the_release_and_followers_on_friday(house):
    assert owed(told(house, "Hijken")) == {"Bert": MONDAY + RELEASE, "Annemieke": FRIDAY}


def test_nobody_is_told_of_a_village_that_is_not_theirs(house):
    assert owed(told(house, "Elp")) == {}
    assert owed(told(house, "Laaghalen")) == {"Carla": MONDAY + RELEASE}


def test_a_board_member_who_also_follows_is_told_once_and_soonest(house):
    follows.follow_village(house.people["bert"], house.villages["Hijken"])
    assert owed(told(house, "Hijken"))["Bert"] == MONDAY + RELEASE


def test_who_may_not_see_it_is_not_told(house):
    assert owed(told(house, "Hijken", audience=Audience.VILLAGE)) == {"Bert": MONDAY + RELEASE}


def test_following_twice_is_following_once(house):
    for _ in range(2):
        follows.follow_village(house.people["carla"], house.villages["Elp"])
    assert owed(told(house, "Elp")) == {"Carla": FRIDAY}
    follows.unfollow_village(house.people["carla"], house.villages["Elp"])
    assert owed(told(house, "Elp")) == {}


@pytest.mark.parametrize(
    ("after", "friday"),
    [
        (datetime(2026, 11, 27, 8, 59, tzinfo=LOCAL), datetime(2026, 11, 27, 9, 0, tzinfo=LOCAL)),
        (datetime(2026, 11, 27, 9, 0, tzinfo=LOCAL), datetime(2026, 12, 4, 9, 0, tzinfo=LOCAL)),
        (datetime(2026, 10, 23, 9, 1, tzinfo=LOCAL), datetime(2026, 10, 30, 9, 0, tzinfo=LOCAL)),
        (datetime(2026, 3, 27, 9, 1, tzinfo=LOCAL), datetime(2026, 4, 3, 9, 0, tzinfo=LOCAL)),
    ],
)
def test_the_weekly_moment_is_friday_nine_by_the_local_clock(after, friday):
    assert record.weekly_moment(after) == friday
    assert record.weekly_moment(after).isoformat() == friday.isoformat()


# --- the release moves ---------------------------------------------------------------------------------


def test_the_next_of_the_same_subjects_moves_the_release(house):
    entry = told(house, "Hijken")
    postpone(by=house.actor("renske"), subject_ids=[1, 2], release_at=MONDAY + 15 * MINUTES)
    entry.refresh_from_db()
    assert entry.release_at == MONDAY + 15 * MINUTES
    assert owed(entry) == {"Bert": MONDAY + 15 * MINUTES, "Annemieke": FRIDAY}


def test_the_release_moves_an_hour_at_most(house):
    entry = told(house, "Hijken")
    postpone(by=house.actor("renske"), subject_ids=[1], release_at=MONDAY + 90 * MINUTES)
    entry.refresh_from_db()
    assert entry.release_at == MONDAY + 60 * MINUTES


def test_the_release_never_moves_back(house):
    entry = told(house, "Hijken", release_after=90 * MINUTES)
    postpone(by=house.actor("renske"), subject_ids=[1], release_at=MONDAY + 100 * MINUTES)
    entry.refresh_from_db()
    assert entry.release_at == MONDAY + 90 * MINUTES


def test_another_subject_and_what_was_released_stay(house):
    other, gone = told(house, "Hijken", subject_id=9), told(house, "Hijken", release_after=timedelta(0))
    postpone(by=house.actor("renske"), subject_ids=[1], release_at=MONDAY + 30 * MINUTES)
    assert [Entry.objects.get(pk=e.pk).release_at for e in (other, gone)] == [MONDAY + RELEASE, MONDAY]


def test_a_release_that_moves_past_friday_nine_waits_a_week_for_followers(house):
    with dates.as_if(FRIDAY - 15 * MINUTES):
        entry = told(house, "Hijken")
        assert owed(entry)["Annemieke"] == FRIDAY
        postpone(by=house.actor("renske"), subject_ids=[1], release_at=FRIDAY + 5 * MINUTES)
    assert owed(entry) == {"Bert": FRIDAY + 5 * MINUTES, "Annemieke": FRIDAY + timedelta(days=7)}


# --- taking back ---------------------------------------------------------------------------------------


def test_taken_back_before_the_release_it_never_leaves(house):
    entry = told(house, "Hijken")
    new = take_back(by=house.actor("renske"), entry=entry)
    digest.send_due(FRIDAY)
    assert (lines(entry), lines(new), owed(entry), owed(new), mailed()) == ([], [], {}, {}, [])
    assert (new.withdraws, new.audience) == (entry, "board")


def test_taken_back_after_the_release_the_pages_say_so_and_who_was_mailed_reads_it(house):
    entry = told(house, "Hijken", happened_at=MONDAY - timedelta(days=1))
    digest.send_due(MONDAY + RELEASE)
    with dates.as_if(MONDAY + 20 * MINUTES):
        new = take_back(by=house.actor("renske"), entry=entry)
    assert (lines(entry), lines(new)) == ([], [("Hijken", "public", MONDAY + 20 * MINUTES)])
    assert (new.audience, new.line) == ("public", "Rechtgezet: Er gebeurde iets")
    assert owed(new) == {"Bert": FRIDAY}


def test_who_was_not_mailed_yet_reads_of_neither(house):
    entry = told(house, "Hijken")
    with dates.as_if(MONDAY + 20 * MINUTES):
        new = take_back(by=house.actor("renske"), entry=entry)
    assert (owed(entry), owed(new)) == ({}, {})


def test_an_entry_is_taken_back_once(house):
    entry = told(house, "Hijken")
    take_back(by=house.actor("renske"), entry=entry)
    with pytest.raises(IntegrityError):
        take_back(by=house.actor("renske"), entry=entry)


# --- keeping to fewer ----------------------------------------------------------------------------------


def test_keeping_to_fewer_rewrites_lines_and_unsent_notices(house):
    entry = told(house, "Hijken")
    assert keep_to(by=house.actor("renske"), entry=entry, audience=Audience.VILLAGE) == 0
    assert lines(entry) == [("Hijken", "village", MONDAY)]
    dropped = Notice.objects.filter(entry=entry).order_by("person__name")
    assert list(dropped.values_list("person__call_name", "dropped_reason")) == [
        ("Annemieke", "not_allowed"), ("Bert", None)]  # fmt: skip


def test_keeping_to_fewer_says_how_many_had_mail(house):
    entry = told(house, "Hijken")
    digest.send_due(MONDAY + RELEASE)
    assert keep_to(by=house.actor("renske"), entry=entry, audience=Audience.BOARD) == 1


def test_keeping_to_named_people_names_exactly_them(house):
    entry, bert, carla = told(house, "Hijken"), house.people["bert"], house.people["carla"]
    keep_to(by=house.actor("renske"), entry=entry, audience=Audience.NAMED, readers=[bert, carla])
    keep_to(by=house.actor("renske"), entry=entry, audience=Audience.NAMED, readers=[bert])
    assert [reader.person for reader in Reader.objects.filter(entry=entry)] == [bert]


@pytest.mark.parametrize(
    ("audience", "wider"),
    [
        ("board", "village"),
        ("village", "members"),
        ("members", "table"),
        ("table", "public"),
        ("board", "board"),
        ("named", "board"),
    ],
)
def test_nothing_is_kept_to_more(house, audience, wider):
    entry = told(house, "Hijken", audience=Audience(audience))
    with pytest.raises(NotNarrowerError):
        keep_to(by=house.actor("renske"), entry=entry, audience=Audience(wider))
    assert lines(entry) == [("Hijken", audience, MONDAY)]


def test_nobody_is_named_who_does_not_see_it_now_and_somebody_is(house):
    entry = told(house, "Hijken", audience=Audience.VILLAGE)
    for readers in ([house.people["carla"]], []):
        with pytest.raises(NotNarrowerError):
            keep_to(by=house.actor("renske"), entry=entry, audience=Audience.NAMED, readers=readers)


def test_one_without_an_address_is_kept_for_the_telephone(house):
    jan = register.add_person(by=SETUP, name="Jan Tol", call_name="Jan")
    elp = house.associations["Elp"]
    register.add_seat(by=SETUP, person=jan, role="chair", from_on=SINCE, association=elp)
    entry = told(house, "Elp")
    digest.send_due(MONDAY + RELEASE)
    assert Notice.objects.get(entry=entry).dropped_reason == "no_address"
