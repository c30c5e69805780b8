"""Every named point is passed by ordinary work; a point that nothing passes any more tests nothing."""

import pytest

from naober.kit import failpoints


def test_two_points_can_not_have_one_name():
    with pytest.raises(ValueError, match="two points"):
        failpoints.point(failpoints.names()[0])


def test_nobody_hears_a_point_outside_a_test():
    heard, point = [], failpoints.Point("somewhere")
    point()
    with failpoints.heard_by(heard.append):
        point()
    point()
    assert heard == ["somewhere"]


@pytest.mark.django_db(transaction=True)
def test_every_point_is_passed_on_the_way_of_a_mail(office):
    passed = set()
    with failpoints.heard_by(passed.add):
        office.drop()
        office.work()
    assert sorted(set(failpoints.names()) - passed) == []
    assert [mail["To"] for mail in office.sink.mails] == ["jannes@dorp.example"]
