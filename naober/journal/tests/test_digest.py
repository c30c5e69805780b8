"""One mail per person: everything that may leave, looked at once more, by village and with the reason."""

from datetime import timedelta

import pytest

from naober.journal import digest, follows, queries
from naober.journal.models import Audience, Notice
from naober.journal.tests.test_record import FRIDAY, MONDAY, house, keep_to, take_back, told  # noqa: F401
from naober.kit import dates
from naober.post.models import OutboxMessage
from testing.house import register

pytestmark = pytest.mark.django_db
RELEASE = MONDAY + timedelta(minutes=10)


def mail_to(who):
    return OutboxMessage.objects.filter(to=f"{who}@dorp.example").latest("id")


def dropped(entry):
    found = Notice.objects.filter(entry=entry, outbox=None).order_by("person__name")
    return dict(found.values_list("person__call_name", "dropped_reason"))


def test_nothing_leaves_before_it_is_due(house):  # noqa: F811
    told(house, "Hijken")
    digest.send_due(RELEASE - timedelta(seconds=1))
    assert OutboxMessage.objects.count() == 0


def test_what_is_due_leaves_once(house):  # noqa: F811
    entry = told(house, "Hijken")
    for _ in range(2):
        digest.send_due(RELEASE)
    assert OutboxMessage.objects.get() == Notice.objects.get(entry=entry, person=house.people["bert"]).outbox


def test_what_was_released_goes_along_with_what_is_due(house):  # noqa: F811
    follows.follow_village(house.people["bert"], house.villages["Elp"])
    followed, own = told(house, "Elp", line="Nieuws uit Elp"), told(house, "Hijken", line="Nieuws uit Hijken")
    digest.send_due(RELEASE)
    assert {notice.outbox for notice in Notice.objects.filter(person=house.people["bert"])} == {
        mail_to("bert")
    }
    assert [followed.line in mail_to("bert").text, own.line in mail_to("bert").text] == [True, True]


def test_what_was_not_released_stays_behind(house):  # noqa: F811
    told(house, "Hijken")
    late = told(house, "Hijken", release_after=timedelta(minutes=30))
    digest.send_due(RELEASE)
    assert Notice.objects.get(entry=late, person=house.people["bert"]).outbox is None


def test_a_quiet_week_is_no_mail(house):  # noqa: F811
    digest.send_due(FRIDAY)
    assert OutboxMessage.objects.count() == 0


def test_the_mail_is_grouped_by_own_village_with_the_reason(house):  # noqa: F811
    follows.follow_village(house.people["bert"], house.villages["Elp"])
    told(house, "Elp", "Laaghalen", line="Groen")
    told(house, "Elp", "Hijken", line="Wegen")
    notices = list(queries.open_notices(house.people["bert"].pk, FRIDAY))
    lines = queries.lines_of(notice.entry_id for notice in notices)
    own = {house.villages[name].pk for name in ("Elp", "Hijken")}
    groups = digest._groups(notices, own, lines)
    assert [(group.village, [item.title for item in group.items]) for group in groups] == [
        ("Elp", ["Groen"]), ("Elp en Hijken", ["Wegen"])]  # fmt: skip
    assert groups[0].items[0].reason == "Omdat het over Elp gaat."


def test_what_is_about_all_villages_stands_apart(house):  # noqa: F811
    told(house, "Elp", "Hijken", "Hooghalen", "Laaghalen", line="Gladheid")
    digest.send_due(RELEASE)
    assert mail_to("carla").subject == "Nieuws voor alle dorpen"
    assert "Over alle dorpen" in mail_to("carla").text


def test_audience_is_looked_at_again_when_the_mail_leaves(house):  # noqa: F811
    entry = told(house, "Hijken", audience=Audience.VILLAGE)
    membership = house.villages["Hijken"].memberships.get()
    register.end_membership(by=house.actor("renske"), membership=membership, until_on=dates.today())
    digest.send_due(RELEASE)
    assert (dropped(entry), OutboxMessage.objects.count()) == ({"Bert": "not_allowed"}, 0)


def test_what_was_kept_to_fewer_after_it_was_written_does_not_leave(house):  # noqa: F811
    entry = told(house, "Hijken")
    keep_to(by=house.actor("renske"), entry=entry, audience=Audience.BOARD)
    digest.send_due(FRIDAY)
    assert dropped(entry) == {"Annemieke": "not_allowed", "Bert": "not_allowed"}
    assert OutboxMessage.objects.count() == 0


def test_a_mail_of_corrections_alone_says_so(house):  # noqa: F811
    entry = told(house, "Hijken")
    digest.send_due(RELEASE)
    with dates.as_if(MONDAY + timedelta(hours=1)):
        take_back(by=house.actor("renske"), entry=entry)
    digest.send_due(FRIDAY)
    assert mail_to("bert").subject == "Rechtgezet"
    assert "Rechtgezet: Er gebeurde iets" in mail_to("bert").text


def test_followers_of_a_village_that_was_taken_back_in_time_hear_nothing(house):  # noqa: F811
    entry = told(house, "Hijken")
    with dates.as_if(MONDAY + timedelta(hours=1)):
        take_back(by=house.actor("renske"), entry=entry)
    digest.send_due(FRIDAY)
    assert OutboxMessage.objects.count() == 0


def test_what_it_asks_stands_in_the_subject(house):  # noqa: F811
    told(house, "Hijken", asks="5 minuten spreken: aanmelden tot woensdag 25 november, 10.00 uur")
    digest.send_due(RELEASE)
    assert mail_to("bert").subject == (
        "Nieuws over Hijken: 5 minuten spreken: aanmelden tot woensdag 25 november, 10.00 uur"
    )
