"""One table says who sees what of a person; it is read here as people would."""

import pytest

from naober.people.actor import Actor
from naober.people.models import Association, Body, Person, Seat
from naober.register.book import rules, table
from naober.register.book.rules import Detail, Scope, Viewer

HIJKEN, ELP = Association(pk=1, kind="member"), Association(pk=2, kind="member")
GUEST = Association(pk=3, kind="guest")
COLLEGE = Body(pk=1, kind="executive")
PERSONS = {
    name: Person(pk=n, name=name)
    for n, name in enumerate(("bert", "anna", "wietske", "dirk", "renske", "gast", "bos"), start=1)
}
SEATS = {
    "bert": Seat(pk=1, association=HIJKEN, role="secretary"),
    "anna": Seat(pk=2, association=HIJKEN, role="treasurer"),
    "wietske": Seat(pk=3, association=ELP, role="secretary", shown_public=True),
    "dirk": Seat(pk=4, body=COLLEGE, role="village_coordinator"),
    "renske": Seat(pk=5, role="rural_officer"),
    "gast": Seat(pk=6, association=GUEST, role="contact"),
}
for _name, _seat in SEATS.items():
    _seat.person = PERSONS[_name]
NAME, NUMBERS = {Detail.FUNCTION}, {Detail.FUNCTION, Detail.ROLE_MAIL, Detail.OWN_MAIL, Detail.PHONE}
TABLE = {Detail.FUNCTION, Detail.ROLE_MAIL}
ALL = set(Detail)


def actor(who):
    if who == "visitor":
        return Actor.visitor()
    seats = (SEATS[who],) if who in SEATS else ()
    return Actor(person=PERSONS[who], seats=seats)


# Who looks, and what they see of: a secretary, a treasurer, one who agreed to be named, an official.
SEEN = {
    "visitor": (set(), set(), NAME, set()),
    "bos": (set(), set(), NAME, set()),
    "gast": (set(), set(), NAME, set()),
    "wietske": (NUMBERS, NUMBERS, ALL, NUMBERS),
    "bert": (ALL, ALL, NUMBERS, NUMBERS),
    "dirk": (NUMBERS, TABLE, NUMBERS, ALL),
    "renske": (ALL, ALL, ALL, ALL),
}


@pytest.mark.parametrize("who", SEEN)
def test_what_each_sees_of_whom(who):
    whose = ("bert", "anna", "wietske", "dirk")
    seen = tuple(set(rules.details_of(actor(who), PERSONS[name].pk, (SEATS[name],))) for name in whose)
    assert seen == SEEN[who]


def test_somebody_without_a_function_is_seen_by_themselves_and_who_keeps_the_register():
    seen = {who: set(rules.details_of(actor(who), PERSONS["bos"].pk, ())) for who in SEEN}
    assert seen == dict.fromkeys(SEEN, set()) | {"bos": ALL, "renske": ALL}


def test_a_person_has_a_page_for_whom_they_are_more_than_a_name():
    held = (PERSONS["wietske"], (SEATS["wietske"],))
    assert {who for who in SEEN if rules.may_see_person(actor(who), held)} == {
        "wietske",
        "bert",
        "dirk",
        "renske",
    }


def test_the_shared_address_of_a_board():
    sees = {who for who in SEEN if rules.sees_address_of(actor(who), HIJKEN.pk)}
    assert sees == {"wietske", "bert", "dirk", "renske"}


def test_the_page_says_what_the_table_holds():
    words = table.as_words()
    cells = {
        (row.detail, viewer): cell
        for row in words.rows
        for viewer, cell in zip(words.viewers, row.cells, strict=True)
    }
    assert len(cells) == len(Detail) * len(Viewer)
    for viewer in Viewer:
        for detail in Detail:
            assert cells[detail.value, viewer.value] == rules.SEES[viewer].get(detail, Scope.NOBODY).value
    assert dict(words.by_viewer)["iedereen op de website"] == tuple(
        (row.detail, "alleen van wie dat goed vindt" if row.detail == "naam en functie" else "niet")
        for row in words.rows
    )
