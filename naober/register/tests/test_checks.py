"""Klopt dit nog: once a year, by a button in the mail, without a password, or by telephone."""

import html
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.kit import dates
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.middleware import SESSION_PERSON
from naober.people.models import MailAddress, Person
from naober.post.models import OutboxMessage, ReplyToken
from naober.post.worker import send_mail
from naober.register import actions as register
from naober.register.book import actions as book
from naober.register.checks import actions, clock, queries
from naober.register.checks.models import DataCheck
from testing.house import SETUP, SINCE

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 2, 3, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def enter(browser, house, who):
    browser.force_login(people.account_for(f"{who}@dorp.example"))
    session = browser.session
    session[SESSION_PERSON] = house.people[who].pk
    session.save()
    return browser


def ask(house):
    return actions.ask_people(by=house.actor("geertje"))


def mail_to(address):
    return OutboxMessage.objects.filter(to=address, area="register").latest("id")


def link_to(address):
    return re.search(r"https?://\S+?(/klopt-dit-nog/\w+/)", mail_to(address).text)[1]


def check_of(house, who):
    return DataCheck.objects.get(person=house.people[who])


@pytest.fixture
def trijntje(house):
    """A treasurer without mail."""
    new = book.NewPerson(name="Trijntje Smid", call_name="Trijntje", phone="0593 22 22 22")
    book.seat_somebody(
        by=house.actor("bert"), association=house.associations["Hijken"], somebody=new, role="treasurer",
        from_on=SINCE,
    )  # fmt: skip
    return Person.objects.get(name="Trijntje Smid")


def test_everybody_in_a_board_is_asked_once_a_year(house, trijntje, time_machine):
    time_machine.move_to(DAY)
    assert ask(house) == 5
    asked = set(DataCheck.objects.values_list("person__name", flat=True))
    assert asked == {"Bert Oosting", "Carla Venema", "Geertje Alberts", "Renske Dekker", "Trijntje Smid"}
    assert ask(house) == 0
    time_machine.move_to(DAY + timedelta(days=299))
    assert ask(house) == 0
    time_machine.move_to(DAY + timedelta(days=301))
    assert ask(house) == 5


def test_the_mail_says_what_we_have_and_has_one_button(house):
    book.change_person(by=house.actor("bert"), person=house.people["bert"], version=1, phone="0593 1")
    ask(house)
    mail = mail_to("bert@dorp.example")
    for said in ("Bert Oosting", "Secretaris van Belangenvereniging Hijken", "0593 1", "bert@dorp.example"):
        assert said in mail.text
        assert said in mail.html
    assert len(set(re.findall(r"href=\"(http[^\"]+)\"", mail.html))) == 1
    assert "Carla" not in mail.text
    assert mail.secret


def test_who_speaks_for_a_board_sees_the_board(house, trijntje):
    ask(house)
    assert "Trijntje Smid, penningmeester" in mail_to("bert@dorp.example").text
    assert "0593 22 22 22" not in mail_to("bert@dorp.example").text


def test_looking_writes_nothing_and_a_press_answers(house, browser):
    ask(house)
    link = link_to("bert@dorp.example")
    before = (Entry.objects.count(), ReplyToken.objects.filter(ended_at=None).count())
    for _ in range(3):
        answer = browser.get(link)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert (Entry.objects.count(), ReplyToken.objects.filter(ended_at=None).count()) == before
    assert browser.get(f"{link}ja/").status_code == 405

    assert browser.post(f"{link}ja/").url == "/klopt-dit-nog/bedankt/"
    check = check_of(house, "bert")
    assert (check.answer, check.answered_at is not None) == ("right", True)
    entry = Entry.objects.latest("id")
    assert (entry.kind, entry.person, entry.channel, entry.audience) == (
        "check_right", house.people["bert"], "mail", "board")  # fmt: skip
    assert MailAddress.objects.get(address="bert@dorp.example").verified_at is not None


def test_the_link_is_for_one_answer_of_one_person_and_ends(house, browser, time_machine):
    time_machine.move_to(DAY)
    ask(house)
    bert, carla = link_to("bert@dorp.example"), link_to("carla@dorp.example")
    browser.post(f"{bert}ja/")
    for address in (bert, f"{bert}ja/", f"{bert}anders/"):
        answer = browser.post(address) if address != bert else browser.get(address)
        assert answer.status_code == 404
    assert check_of(house, "carla").is_open
    time_machine.move_to(DAY + timedelta(days=61))
    assert browser.get(carla).status_code == 404


def test_the_secret_of_a_link_is_nowhere_in_the_database(house):
    ask(house)
    secret = link_to("bert@dorp.example").split("/")[2]
    kept = {str(value) for row in ReplyToken.objects.values_list() for value in row}
    assert [value for value in kept if secret in value] == []


def test_the_link_signs_nobody_in(house, browser):
    ask(house)
    link = link_to("geertje@dorp.example")
    browser.get(link)
    browser.post(f"{link}ja/")
    assert browser.get("/vandaag/").status_code == 302
    assert browser.get("/klopt-dit-nog/").status_code == 302


def test_the_link_ends_with_the_function_whose_address_it_went_to(house, browser):
    actions_by = house.actor("renske")
    book.remove_address(by=actions_by, address=house.people["bert"].addresses.get())
    register.add_address(by=SETUP, address="secretaris@hijken.example", seat=house.seat("bert"))
    ask(house)
    link = link_to("secretaris@hijken.example")
    assert browser.get(link).status_code == 200
    book.hand_over_seat(
        by=actions_by, seat=house.seat("bert"), on=dates.today(),
        successor=book.NewPerson("Jan Tol", "Jan", "jan@dorp.example"),
    )  # fmt: skip
    assert browser.get(link).status_code == 404


def test_what_changed_is_for_a_person_and_the_own_telephone_at_once(house, browser):
    ask(house)
    link = link_to("carla@dorp.example")
    sent = {
        "remark": "Jan Lubbers is penningmeester",
        "phone": "06 44",
        "street": "",
        "postal_code": "",
        "town": "",
    }
    assert browser.post(f"{link}anders/", sent).url == "/klopt-dit-nog/bedankt/"
    carla = Person.objects.get(pk=house.people["carla"].pk)
    assert (carla.phone, carla.version) == ("06 44", 2)
    assert [c.remark for c in queries.open_changes()] == ["Jan Lubbers is penningmeester"]
    enter(browser, house, "renske")
    assert "Klopt dit nog: er is iets veranderd" in browser.get("/vandaag/").content.decode()
    browser.post(f"/klopt-dit-nog/{check_of(house, 'carla').pk}/verwerkt/")
    assert list(queries.open_changes()) == []
    assert check_of(house, "carla").remark == ""


def test_a_telephone_alone_asks_nothing_of_anybody(house, browser):
    ask(house)
    browser.post(f"{link_to('carla@dorp.example')}anders/", {"phone": "06 44"})
    assert list(queries.open_changes()) == []


@pytest.mark.parametrize("sent", [{}, {"remark": "  "}, {"phone": "0" * 21}])
def test_an_answer_that_says_nothing_is_asked_again(house, browser, sent):
    ask(house)
    answer = browser.post(f"{link_to('carla@dorp.example')}anders/", sent)
    assert (answer.status_code, bool(answer.context["form"].errors)) == (422, True)
    assert check_of(house, "carla").is_open


def test_answered_twice_the_first_answer_stays(house):
    ask(house)
    check = check_of(house, "bert")
    actions.say_right(by=house.actor("bert"), check=check)
    with pytest.raises(actions.AlreadyAnsweredError):
        actions.say_changed(by=house.actor("renske"), check=check, remark="Anders", phone="06 9")
    assert (check_of(house, "bert").answer, Person.objects.get(pk=house.people["bert"].pk).phone) == (
        "right",
        "",
    )


def test_who_has_no_mail_is_called(house, browser, trijntje):
    ask(house)
    page = enter(browser, house, "renske").get("/klopt-dit-nog/")
    assert [check.person.name for check in page.context["page"].to_call] == ["Trijntje Smid"]
    assert "0593 22 22 22" in page.content.decode()
    browser.post(f"/klopt-dit-nog/{page.context['page'].to_call[0].pk}/gebeld/")
    entry = Entry.objects.latest("id")
    assert (entry.kind, entry.channel, entry.person) == ("check_right", "phone", house.people["renske"])
    assert browser.get("/klopt-dit-nog/").context["page"].to_call == ()


def test_one_reminder_and_no_more(house, time_machine):
    time_machine.move_to(DAY)
    ask(house)
    actions.say_right(by=house.actor("bert"), check=check_of(house, "bert"))
    for days, mails in ((13, 1), (15, 2), (16, 2), (40, 2)):
        time_machine.move_to(DAY + timedelta(days=days))
        clock.ask_in_time(dates.now())
        assert OutboxMessage.objects.filter(to="carla@dorp.example", area="register").count() == mails
    assert OutboxMessage.objects.filter(to="bert@dorp.example", area="register").count() == 1
    subjects = (
        OutboxMessage.objects.filter(to="carla@dorp.example").order_by("id").values_list("subject", flat=True)
    )
    assert list(subjects) == ["Klopt dit nog?", "Nog even: klopt dit nog?"]


def test_the_clock_asks_in_the_month_that_the_board_chose(house, time_machine):
    time_machine.move_to(DAY)
    clock.ask_in_time(dates.now())
    assert DataCheck.objects.count() == 0
    actions.choose_month(by=house.actor("geertje"), month=3)
    clock.ask_in_time(dates.now())
    assert DataCheck.objects.count() == 0
    time_machine.move_to(DAY + timedelta(days=30))
    clock.ask_in_time(dates.now())
    assert DataCheck.objects.count() == 4
    entry = Entry.objects.get(kind="check_asked")
    assert (entry.person, entry.channel, entry.line) == (
        None,
        "clock",
        "Gevraagd of het nog klopt: vier mensen",
    )


@pytest.mark.parametrize("who", ["visitor", "resident", "carla", "dirk"])
def test_nobody_answers_or_asks_for_another(house, who):
    ask(house)
    by, check = house.actor(who), check_of(house, "bert")
    for refused in (
        lambda: actions.ask_people(by=by),
        lambda: actions.remind_people(by=by),
        lambda: actions.say_right(by=by, check=check),
        lambda: actions.say_changed(by=by, check=check, remark="Anders"),
        lambda: actions.handle_change(by=by, check=check),
        lambda: actions.choose_month(by=by, month=1),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    with pytest.raises(NotAllowedError):
        actions.say_right(by=Actor.machine("yearly"), check=check)


def test_no_line_of_an_answer_names_a_person(house):
    ask(house)
    actions.say_right(by=house.actor("bert"), check=check_of(house, "bert"))
    actions.say_changed(by=house.actor("carla"), check=check_of(house, "carla"), remark="Bert Oosting stopt")
    lines = " ".join(Entry.objects.filter(kind__startswith="check").values_list("line", flat=True))
    assert [name for name in ("Bert", "Oosting", "Carla", "Venema") if name in lines] == []


HARD_NAMES = (
    "Renée d'Éon",
    "Ĳsbrand ĳ",
    "Jan van 't Hof",
    "نور الهدى",
    "Ubbo 👨‍👩‍👧 de Vries",
    "Х" * 300,
    "<b>Smid</b> & Hof",
)


def test_hard_names_arrive_by_a_real_mail_server_unharmed(house, mail_by_smtp):
    for number, name in enumerate(HARD_NAMES):
        new = book.NewPerson(name=name, call_name=name[:60], mail=f"hard{number}@dorp.example")
        book.seat_somebody(
            by=house.actor("renske"), association=house.associations["Elp"], somebody=new, role="secretary",
            from_on=SINCE,
        )  # fmt: skip
    ask(house)
    send_mail("worker")
    for number, name in enumerate(HARD_NAMES):
        mail = mail_by_smtp.wait_for(1, to=f"hard{number}@dorp.example")[0]
        text = " ".join(mail.get_body(("plain",)).get_content().split())
        page = html.unescape(mail.get_body(("html",)).get_content())
        assert (name in text, name in page, mail["Subject"]) == (True, True, "Klopt dit nog?"), name
