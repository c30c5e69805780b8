"""A call is noted once, the right people stand on the terugbellijst, and leave it when they were reached."""

from datetime import timedelta
from uuid import uuid4

import pytest

from naober.contact import actions, expiry, panels, queries
from naober.contact.models import Attempt, CallNote
from naober.journal import digest
from naober.journal.action import NotAllowedError
from naober.journal.models import Entry, Notice
from naober.kit import dates
from naober.people import queries as people
from naober.people.models import Person
from naober.post.models import OutboxMessage
from naober.post.outbox import write_mail
from naober.register import actions as register
from testing.house import SETUP, SINCE, House

pytestmark = pytest.mark.django_db
SAID = "De lamp bij de brug doet het niet."


def note(house: House, **fields: object) -> CallNote:
    wanted = {
        "said": SAID,
        "result": "call_back",
        "caller_name": "Trijntje Kuiper",
        "caller_phone": "0000 - 05",
    }
    return actions.note_call(by=house.actor("renske"), form_key=uuid4(), **(wanted | fields))


def without_mail(house: House, phone: str = "0000 - 00 00 77", **fields: str) -> Person:
    """The treasurer of Hijken, who has no mail."""
    person = register.add_person(by=SETUP, name="Jantje Hof", call_name="Jantje", phone=phone, **fields)
    register.add_seat(
        by=SETUP, person=person, role="treasurer", from_on=SINCE, association=house.associations["Hijken"]
    )
    return person


def tell_hijken(house: House, line: str) -> Entry:
    """Something is told to the board of Hijken, and its mail leaves."""
    register.add_place_name(
        by=house.actor("renske"), village=house.villages["Hijken"], kind="road", text=line
    )
    told = Entry.objects.latest("id")
    holders = {seat.person for seat in people.seated_for({house.villages["Hijken"].pk}, dates.today())}
    for person in holders:
        Notice.objects.create(entry=told, person=person, reason="Voor uw dorp.", due_at=dates.now())
    digest.send_due(dates.now() + timedelta(seconds=1))
    return told


# --- noting -------------------------------------------------------------------------------------------------


def test_the_same_form_sent_twice_is_one_note(house, officer):
    form = {"said": SAID, "caller_phone": "0000 - 05", "result": "call_back", "form_key": str(uuid4())}
    first = officer.post("/bellen/noteren/", form)
    second = officer.post("/bellen/noteren/", form)
    assert [first.url, second.url] == ["/bellen/", "/bellen/"]
    assert [n.said for n in CallNote.objects.all()] == [SAID]
    assert Entry.objects.filter(kind="call_noted").count() == 1


def test_who_is_in_the_register_is_recognised(house, officer):
    form = {"said": SAID, "caller_name": " bert OOSTING ", "caller_phone": "1", "result": "call_back"}
    officer.post("/bellen/noteren/", {**form, "form_key": str(uuid4())})
    assert CallNote.objects.get().caller == house.people["bert"]


def test_a_promise_to_call_needs_a_number_and_keeps_the_words(house, officer):
    answer = officer.post("/bellen/noteren/", {"said": SAID, "result": "call_back", "form_key": str(uuid4())})
    assert answer.status_code == 422
    assert "Vul een telefoonnummer in. Anders kunnen wij niet terugbellen." in answer.content.decode()
    assert SAID in answer.content.decode()
    assert CallNote.objects.count() == 0


def test_what_is_done_needs_no_number_and_is_closed(house, officer):
    answer = officer.post("/bellen/noteren/", {"said": SAID, "result": "done", "form_key": str(uuid4())})
    assert answer.url == "/bellen/notities/"
    assert CallNote.objects.get().closed_at is not None
    assert queries.callback_list() == []


def test_the_journal_holds_neither_the_words_nor_the_name(house):
    made = note(house)
    entry = Entry.objects.get(kind="call_noted")
    assert entry.line == f"Telefoon genoteerd, {made.reference}: Wij bellen terug"
    assert entry.audience == "board"


def test_a_board_may_not_note_calls(house):
    with pytest.raises(NotAllowedError):
        actions.note_call(by=house.actor("bert"), form_key=uuid4(), said=SAID, result="done")


# --- calling back -------------------------------------------------------------------------------------------


def test_who_has_no_mail_hears_everything_in_one_call(house):
    person = without_mail(house)
    first, second = tell_hijken(house, "Lange weg"), tell_hijken(house, "Korte weg")
    (row,) = queries.callback_list()
    assert (row.about, row.subject_id, row.name, row.phone) == (
        "notice",
        person.pk,
        "Jantje Hof",
        "0000 - 00 00 77",
    )
    assert row.sentences == (f"{first.line}.", f"{second.line}.")

    actions.log_attempt(by=house.actor("renske"), about="notice", subject_id=person.pk, outcome="spoken")
    assert queries.callback_list() == []
    assert Attempt.objects.filter(outcome="spoken").count() == 2

    third = tell_hijken(house, "Nieuwe weg")
    assert [row.sentences for row in queries.callback_list()] == [(f"{third.line}.",)]


def test_who_is_not_at_home_stays_and_the_calls_are_counted(house):
    made = note(house)
    for _ in range(2):
        actions.log_attempt(
            by=house.actor("renske"), about="call_note", subject_id=made.pk, outcome="not_home"
        )
    (row,) = queries.callback_list()
    assert row.tries == 2
    actions.log_attempt(by=house.actor("geertje"), about="call_note", subject_id=made.pk, outcome="spoken")
    assert queries.callback_list() == []
    made.refresh_from_db()
    assert made.closed_at is not None


def test_two_who_call_at_once_are_told(house):
    made = note(house)
    call = {"about": "call_note", "subject_id": made.pk, "outcome": "spoken"}
    actions.log_attempt(by=house.actor("renske"), **call)
    with pytest.raises(actions.AlreadyCalledError):
        actions.log_attempt(by=house.actor("geertje"), **call)
    assert Entry.objects.filter(kind="called_back").count() == 1


def test_mail_that_came_back_is_called_about_but_never_a_code(house):
    for secret in (False, True):
        mail = write_mail(to="bert@dorp.example", subject="Agenda", text="x", area="journal", secret=secret)
        OutboxMessage.objects.filter(pk=mail.pk).update(state="failed")
    (row,) = queries.callback_list()
    assert (row.about, row.name) == ("mail", "Bert Oosting")
    assert row.sentences == ("onze mail “Agenda” kwam niet bij u aan. Klopt uw mailadres nog?",)


def test_who_is_reached_through_somebody_is_shown_with_that_name_and_number(house):
    neighbour = register.add_person(by=SETUP, name="Roelof Pol", call_name="Roelof", phone="0000 - 00 00 11")
    without_mail(house, phone="", way_back="through", through=neighbour)
    tell_hijken(house, "Lange weg")
    (row,) = queries.callback_list()
    assert (row.phone, row.through) == ("", "Roelof Pol 0000 - 00 00 11")


def test_who_wants_a_letter_gets_one_with_the_address(house, officer):
    post = {"street": "Brink 3", "postal_code": "9999 ZZ", "town": "Hijken"}
    person = without_mail(house, way_back="letter", **post)
    told = tell_hijken(house, "Lange weg")
    page = officer.get("/bellen/brieven/").content.decode()
    assert "Jantje Hof<br>Brink 3<br>9999 ZZ  Hijken" in page
    assert told.line.split("”")[0][-9:] in page
    officer.post(f"/bellen/notice/{person.pk}/", {"outcome": "letter"})
    assert "Er hoeft geen brief weg" in officer.get("/bellen/brieven/").content.decode()


def test_today_says_how_many_wait_and_how_long_it_takes(house):
    note(house)
    (task,) = panels.tasks(house.actor("renske"))
    assert (task.text, task.minutes) == ("Eén mens wacht op een telefoontje of brief.", 5)
    assert list(panels.tasks(house.actor("bert"))) == []


def test_an_answer_that_is_none_changes_nothing(house, officer):
    made = note(house)
    officer.post(f"/bellen/call_note/{made.pk}/", {"outcome": "misschien"})
    assert Attempt.objects.count() == 0
    assert officer.post("/bellen/niets/1/", {"outcome": "spoken"}).status_code == 404


def test_notes_are_paged_by_key(house, officer):
    for number in range(26):
        note(house, said=f"Melding {number:02}")
    first = officer.get("/bellen/notities/").content.decode()
    assert "Melding 25" in first
    assert "Melding 00" not in first
    oldest_shown = CallNote.objects.get(said="Melding 01")
    assert f'href="?voor={oldest_shown.pk}"' in first
    second = officer.get(f"/bellen/notities/?voor={oldest_shown.pk}").content.decode()
    assert "Melding 00" in second
    assert "Melding 01" not in second


def test_the_address_of_nobody_we_know_is_shown_without_a_name(house):
    mail = write_mail(to="weg@dorp.example", subject="Agenda", text="x", area="journal")
    OutboxMessage.objects.filter(pk=mail.pk).update(state="failed")
    (row,) = queries.callback_list()
    assert (row.name, row.greeting) == ("", "Goedendag,")


def test_what_was_said_is_gone_half_a_year_after_it_is_done(house):
    done, waits = note(house, result="done"), note(house)
    then = dates.now() + timedelta(days=181)
    assert expiry.count(dates.now()) == 0
    assert expiry.count(then) == 1
    assert (expiry.let_go(then), expiry.let_go(then)) == (1, 0)
    for known, said in ((done, ""), (waits, SAID)):
        known.refresh_from_db()
        assert known.said == said
    assert (done.caller_name, done.caller_phone, done.result) == ("", "", "done")
