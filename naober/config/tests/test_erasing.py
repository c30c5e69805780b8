"""A person is forgotten: everywhere, at once, and nothing else changes."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from naober.contact.models import CallNote
from naober.journal import follows
from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.kit import dates, guard, scrub
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Account, MailAddress, Person, Seat, Village
from naober.post.models import AddressState, OutboxMessage, Queued, Receipt
from naober.post.outbox import write_mail
from naober.post.receipts import receive
from naober.register import actions
from naober.register.models import BrowserSession
from naober.register.privacy import erasing, held, rules, traces
from naober.register.tests.hands import ask_code, sign_in, who_is_in
from testing.house import SETUP, SINCE, House, build_house

OPERATOR = Actor.machine(rules.OPERATOR)
NAME, MAIL, PHONE = "Theodora Wimmenhove", "th.wimmenhove@elders.example", "0593-87 65 43"
STREET = "Kerkbrink 17"


def theodora(house: House) -> Person:
    """Secretary of Elp, who is in everything that the product keeps."""
    person = actions.add_person(
        by=SETUP,
        name=NAME,
        call_name="Theodora",
        phone=PHONE,
        street=STREET,
        postal_code="9400 AB",
        town="Elp",
    )
    elp = house.associations["Elp"]
    seat = actions.add_seat(
        by=SETUP, person=person, role="secretary", from_on=SINCE, association=elp, shown_public=True
    )
    actions.add_address(by=SETUP, address=MAIL, person=person)
    follows.follow_village(person, house.villages["Hijken"])
    actions.add_place_name(
        by=people.actor_for(person.pk), village=house.villages["Elp"], kind="road", text="Zandweg"
    )
    sign_in(Client(), MAIL)
    ask_code(Client(), MAIL)
    with transaction.atomic(), guard.opened("test"):
        write_mail(to=MAIL, subject=f"Dag {NAME}", text=f"Dag Theodora, u belde met {PHONE}.", area="test")
        write_mail(to="bert@dorp.example", subject="Nieuws", text=f"Vraag het {NAME.upper()}.", area="test")
        AddressState.objects.create(address=MAIL, last_bounced_at=dates.now())
        receipt, _ = receive("mail", f"From: {NAME} <{MAIL}>\n\nMijn nummer is {PHONE}".encode())
        Receipt.objects.filter(pk=receipt.pk).update(sender=MAIL, note=f"van {NAME}")
        receive("file", f"{NAME}; {STREET}".encode("utf-16"))
        CallNote.objects.create(
            caller=person,
            caller_name=NAME,
            caller_phone=PHONE,
            said=f"Belt {NAME} terug over de weg",
            noted_at=dates.now(),
            form_key="7b0c5a1e-3f65-4f6b-8f9d-0d5b8a2c1e11",
        )
    assert seat.pk
    return person


def how_many() -> Counter:
    """The rows of every table, and what there is to count in the journal."""
    found = Counter({table.model.__name__: table.model._default_manager.count() for table in held.tables()})
    return found + Counter(Entry.objects.values_list("kind", flat=True))


# What may change: what was only theirs to have, and the two lines that say that somebody went.
GOES = {"Consent", "BrowserSession", "MailAddress", "Account", "Follow", "AddressState", "Notice"}
COMES = {"Entry": 2, "Line": 1, "person_erased": 1, "seat_ended": 1}


@pytest.fixture
def house() -> House:
    cache.clear()
    return build_house()


@pytest.mark.django_db
def test_everything_of_theirs_goes_and_the_counts_stay_equal(house):
    person = theodora(house)
    before = how_many()
    erased = erasing.erase_person(by=OPERATOR, person=person)
    after = how_many()
    changed = {name: after[name] - before[name] for name in before | after if after[name] != before[name]}
    assert {name: by for name, by in changed.items() if name not in GOES} == COMES
    assert (erased.came_in, erased.files) == (1, 1)

    row = Person.objects.get(pk=person.pk)
    kept = {field.name: getattr(row, field.name) for field in Person._meta.fields}
    gone = ("call_name", "phone", "street", "postal_code", "town")
    assert [kept[name] for name in gone] == ["", "", "", "", ""]
    assert (row.name, row.erased_at is None) == (erasing.ERASED_NAME, False)
    assert row.public_id != person.public_id
    assert not (MailAddress.objects.filter(address=MAIL) or Account.objects.filter(address=MAIL)).exists()
    assert BrowserSession.objects.count() == 0
    assert Entry.objects.filter(person=person).count() == 0
    assert Seat.objects.get(person=person).until_on == dates.today()


@pytest.mark.django_db
def test_what_was_read_stays_and_who_it_was_goes(house):
    person = theodora(house)
    erasing.erase_person(by=OPERATOR, person=person)
    other = OutboxMessage.objects.get(to="bert@dorp.example")
    assert other.text == "Vraag het [gewist]."
    note = CallNote.objects.get()
    assert (note.caller, note.caller_name, note.caller_phone, note.said) == (None, "", "", "")
    assert Entry.objects.get(kind="place_name_added").line == "“Zandweg” hoort voortaan bij Elp"


@pytest.mark.django_db
def test_what_was_published_is_not_rewritten_and_is_counted(house):
    person = theodora(house)
    with guard.opened("test"):
        Village.objects.filter(name="Elp").update(about=f"Het bankje is van {NAME}.")
    assert erasing.erase_person(by=OPERATOR, person=person).published == 1
    assert Village.objects.get(name="Elp").about == f"Het bankje is van {NAME}."


@pytest.mark.django_db
def test_a_mail_that_waits_for_somebody_who_is_forgotten_never_leaves(house):
    person = theodora(house)
    erasing.erase_person(by=OPERATOR, person=person)
    theirs = OutboxMessage.objects.exclude(to="bert@dorp.example")
    assert set(theirs.values_list("state", "text", "subject")) == {(Queued.State.FAILED, "", "")}


@pytest.mark.django_db
def test_others_who_share_an_address_keep_it_and_stay_in(house):
    browser, couple = Client(), []
    for name in ("Hendrik Smid", "Trijntje Smid"):
        couple.append(actions.add_person(by=SETUP, name=name, call_name=name.split()[0]))
        actions.add_address(by=SETUP, address="fam.smid@dorp.example", person=couple[-1])
    sign_in(browser, "fam.smid@dorp.example")
    browser.post("/inloggen/wie-bent-u/", {"person": couple[1].pk})
    erasing.erase_person(by=OPERATOR, person=couple[0])
    assert who_is_in(browser) == "Trijntje Smid"
    assert MailAddress.objects.get(address="fam.smid@dorp.example").person.name == "Trijntje Smid"


@pytest.mark.django_db
def test_who_is_forgotten_is_out_at_once(house):
    browser = Client()
    sign_in(browser, "bert@dorp.example")
    erasing.erase_person(by=OPERATOR, person=house.people["bert"])
    assert who_is_in(browser) == ""
    assert ask_code(Client(), "bert@dorp.example") == ""


@pytest.mark.django_db
def test_who_every_page_says_to_call_is_not_forgotten_before_there_is_another(house):
    with pytest.raises(erasing.StillNeededError):
        erasing.erase_person(by=OPERATOR, person=house.people["renske"])
    assert Person.objects.get(pk=house.people["renske"].pk).name == "Renske Dekker"


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["bert", "carla", "renske", "resident"])
def test_nobody_forgets_another_without_a_second_lock(house, who):
    with pytest.raises(NotAllowedError):
        erasing.erase_person(by=house.actor(who), person=house.people["dirk"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Jan Bos", "In het bos bij Jan Bosma", "In het bos bij Jan Bosma"),
        ("Jan Bos", "Bel JAN  BOS even", "Bel [gewist] even"),
        ("Jan", "Januari bij Jan", "Januari bij Jan"),
        ("Zoë van 't Hof", "zoë van 't hof", "[gewist]"),
    ],
)
def test_a_name_goes_and_what_only_looks_like_it_stays(house, name, text, left):
    person = actions.add_person(by=SETUP, name=name, call_name="x")
    assert traces.traces_of(person).erased_from(text) == left


@pytest.mark.parametrize("written", ["0593876543", "0593-87 65 43", "(0593) 876543", "0593.87.65.43"])
def test_a_telephone_number_goes_however_it_is_written(written):
    person = Person(name="Jan Bos", phone=PHONE)
    found = traces.Traces(words=(), phones=(re.sub(r"\D", "", person.phone),))
    assert found.erased_from(f"Bel {written} morgen") == "Bel [gewist] morgen"


# --- bytes -------------------------------------------------------------------------------------------------


def where_it_stands(words: tuple[str, ...], folder: Path) -> list[str]:
    """The files below a folder in which a word stands, in any of four encodings and any case."""
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for code in traces.ENCODINGS:
            text = content.decode(code, "ignore").casefold()
            found += [f"{path.name}: {word} as {code}" for word in words if word.casefold() in text]
            if code.startswith("utf-16"):
                text = content[1:].decode(code, "ignore").casefold()
                found += [f"{path.name}: {word} as {code}" for word in words if word.casefold() in text]
    return found


def in_any_table(words: tuple[str, ...]) -> list[str]:
    """The tables of the database in which a word stands, whatever product they are of."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  names of our own tables
            text = str(cursor.fetchall()).casefold()
            found += [f"{table}: {word}" for word in words if word.casefold() in text]
    return found


WORDS = (NAME, "Wimmenhove", MAIL, PHONE, "0593876543", STREET)


@pytest.mark.django_db(transaction=True)
def test_nothing_of_them_is_found_in_any_byte_of_database_log_index_and_files(house):
    person = theodora(house)
    data = Path(settings.NAOBER_DATA)
    assert in_any_table(WORDS) != []
    assert where_it_stands(WORDS, data) != []

    erasing.erase(by=OPERATOR, person=person)

    assert in_any_table(WORDS) == []
    assert where_it_stands(WORDS, data) == []


@pytest.mark.django_db(transaction=True)
def test_without_writing_the_database_anew_it_would_still_be_found(house):
    if connection.vendor != "sqlite":
        return
    person = theodora(house)
    erasing.erase_person(by=OPERATOR, person=person)
    data = Path(settings.NAOBER_DATA)
    assert where_it_stands((MAIL,), data) != []
    scrub.leave_no_trace()
    assert where_it_stands((MAIL,), data) == []
