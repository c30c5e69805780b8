"""A list from Excel: read, laid beside the register, saved as one, taken back as one."""

from datetime import date

import pytest

from naober.journal.action import NotAllowedError
from naober.journal.models import Entry
from naober.kit import dates
from naober.people.actor import Actor
from naober.people.models import Account, MailAddress, Person, Seat
from naober.post.models import Receipt
from naober.register import actions as register
from naober.register.book import actions as book
from naober.register.privacy.erasing import erase_person
from naober.register.sheets import actions, clocks, queries, taking_in
from naober.register.sheets.models import Sheet, SheetChange
from testing.house import SETUP

pytestmark = pytest.mark.django_db
HEAD = "Naam\tFunctie\tVereniging\tDorp\tE-mail\tTelefoon\tAftredend"
BERT = (
    "Bert Oosting\tsecretaris\tBelangenvereniging Hijken\tHijken\tbert@dorp.example\t0593 12 34 56\t1-3-2028"
)
JAN = "Jan van 't Hof\tpenningmeester\t\tHijken\tjan@hijken.example\t\t"
TRIJN = "Trijntje Smid\tvoorzitter\tDorpsbelangen Elp\t\t\t0593 65 43 21\t"


def sheet_of(house, *rows, head=HEAD):
    return taking_in.take_in(by=house.actor("geertje"), content="\n".join((head, *rows)).encode())


def save(house, sheet):
    sheet.refresh_from_db()
    return actions.save_list(
        by=house.actor("geertje"), sheet=sheet, fingerprint=queries.plan_of(sheet).fingerprint
    )


def kinds(sheet):
    sheet.refresh_from_db()
    return {p.row.name: p.kind for p in queries.plan_of(sheet).proposals}


PERSON = ("name", "call_name", "phone", "street", "postal_code", "town", "way_back")
SEAT = ("person__name", "role", "association", "from_on", "term_ends_on", "until_on")


def register_now():
    """All that a list can change."""
    return (
        sorted(Person.objects.values_list(*PERSON)),
        sorted(Seat.objects.values_list(*SEAT), key=str),
        sorted(MailAddress.objects.values_list("address", "kind", "person__name")),
        sorted(Account.objects.values_list("address", flat=True)),
    )  # fmt: skip


def test_the_list_is_receipted_before_it_is_read(house):
    with pytest.raises(taking_in.RefusedError):
        taking_in.take_in(by=house.actor("geertje"), content=b"PK\x03\x04 half a workbook")
    receipt = Receipt.objects.get()
    assert (receipt.state, receipt.reference in receipt.note, Sheet.objects.count()) == ("refused", True, 0)


def test_new_changed_and_the_same(house):
    sheet = sheet_of(house, BERT, JAN, TRIJN)
    assert kinds(sheet) == {"Bert Oosting": "changed", "Jan van 't Hof": "new", "Trijntje Smid": "new"}
    changed = queries.plan_of(sheet).changed[0]
    assert [(d.label, d.before, d.after) for d in (*changed.of_person, *changed.of_seat)] == [
        ("telefoon", "", "0593 12 34 56"),
        ("aftredend op", "", "2028-03-01"),
    ]
    save(house, sheet)
    assert kinds(sheet_of(house, BERT, JAN, TRIJN)) == dict.fromkeys(
        ("Bert Oosting", "Jan van 't Hof", "Trijntje Smid"), "same"
    )


def test_what_is_saved(house):
    save(house, sheet_of(house, BERT, JAN, TRIJN))
    bert, jan, trijn = (
        Person.objects.get(name=n) for n in ("Bert Oosting", "Jan van 't Hof", "Trijntje Smid")
    )
    assert (bert.phone, bert.seats.get().term_ends_on) == ("0593 12 34 56", date(2028, 3, 1))
    assert (jan.call_name, jan.way_back, jan.addresses.get().address) == ("Jan", "mail", "jan@hijken.example")
    assert (trijn.way_back, trijn.addresses.count(), trijn.seats.get().role) == ("phone", 0, "chair")
    entry = Entry.objects.latest("id")
    assert (entry.kind, entry.audience) == ("list_saved", "village")
    assert entry.line == "Uit een lijst bijgewerkt: twee regels nieuw en één regel bijgewerkt"
    assert sorted(entry.lines.values_list("village__name", flat=True)) == ["Elp", "Hijken"]


def test_everything_goes_back_in_one_go(house):
    before = register_now()
    sheet = sheet_of(house, BERT, JAN, TRIJN)
    save(house, sheet)
    assert register_now() != before
    actions.undo_list(by=house.actor("renske"), sheet=sheet)
    assert register_now() == before
    entry = Entry.objects.latest("id")
    assert (entry.kind, entry.withdraws.kind) == ("list_undone", "list_saved")
    sheet.refresh_from_db()
    assert sheet.state == "undone"


def test_saved_and_taken_back_once(house):
    sheet = sheet_of(house, JAN)
    with pytest.raises(actions.NotOpenError):
        actions.undo_list(by=house.actor("geertje"), sheet=sheet)
    save(house, sheet)
    with pytest.raises(actions.NotOpenError):
        save(house, sheet)
    actions.undo_list(by=house.actor("geertje"), sheet=sheet)
    with pytest.raises(actions.NotOpenError):
        actions.undo_list(by=house.actor("geertje"), sheet=sheet)


def person(name):
    return Person.objects.get(name=name)


def telephone(house):
    bert = person("Bert Oosting")
    book.change_person(by=house.actor("renske"), person=bert, version=bert.version, phone="06 1")


def an_end(house):
    seat = person("Jan van 't Hof").seats.get()
    register.end_seat(by=house.actor("renske"), seat=seat, until_on=dates.today())


def second_function(house):
    register.add_seat(
        by=SETUP, person=person("Trijntje Smid"), role="contact", from_on=dates.today(),
        association=house.associations["Elp"],
    )  # fmt: skip


def mail_address(house):
    register.add_address(by=SETUP, person=person("Trijntje Smid"), address="trijn@elp.example")


def another_term(house):
    book.change_seat(
        by=house.actor("renske"), seat=house.seat("bert"), term_ends_on=date(2030, 1, 1), shown_public=True
    )


AFTERWARDS = [
    (telephone, "Van Bert Oosting is intussen iets anders opgeschreven."),
    (an_end, "De functie van Jan van 't Hof is intussen gestopt."),
    (second_function, "Trijntje Smid kreeg intussen nog een functie."),
    (mail_address, "Trijntje Smid kreeg intussen een mailadres."),
    (another_term, "De termijn van Bert Oosting is intussen veranderd."),
]


@pytest.mark.parametrize(("change", "said"), AFTERWARDS)
def test_what_people_did_afterwards_is_not_taken_back(house, change, said):
    sheet = sheet_of(house, BERT, JAN, TRIJN)
    save(house, sheet)
    change(house)
    before = register_now()
    with pytest.raises(actions.ChangedSinceError) as refused:
        actions.undo_list(by=house.actor("geertje"), sheet=sheet)
    assert (refused.value.reasons, register_now()) == ([said], before)
    sheet.refresh_from_db()
    assert sheet.state == "saved"


def test_what_is_saved_is_what_was_shown(house):
    sheet = sheet_of(house, BERT)
    shown = queries.plan_of(sheet).fingerprint
    bert = house.people["bert"]
    book.change_person(by=house.actor("bert"), person=bert, version=1, phone="06 99")
    with pytest.raises(actions.OtherwiseError):
        actions.save_list(by=house.actor("geertje"), sheet=sheet, fingerprint=shown)
    sheet.refresh_from_db()
    assert (sheet.state, Person.objects.get(pk=bert.pk).phone) == ("open", "06 99")


@pytest.mark.parametrize("who", ["visitor", "resident", "bert", "dirk"])
def test_a_list_is_for_who_keeps_the_register(house, who):
    sheet = sheet_of(house, JAN)
    with pytest.raises(NotAllowedError):
        actions.save_list(by=house.actor(who), sheet=sheet, fingerprint=queries.plan_of(sheet).fingerprint)
    with pytest.raises(NotAllowedError):
        actions.undo_list(by=house.actor(who), sheet=sheet)
    assert Person.objects.filter(name="Jan van 't Hof").count() == 0


# --- nobody is removed by a list ------------------------------------------------------------


def test_who_is_missing_stays_unless_a_person_says_so(house):
    sheet = sheet_of(house, JAN)
    missing = queries.plan_of(sheet).missing
    assert [(m.seat.person.name, m.chosen) for m in missing] == [("Bert Oosting", "stays")]
    save(house, sheet)
    assert house.seat("bert").until_on is None

    other = sheet_of(house, JAN)
    taking_in.choose(other, {f"seat:{house.seat('bert').pk}": "ends"})
    save(house, other)
    assert house.seat("bert").until_on == dates.today()
    actions.undo_list(by=house.actor("geertje"), sheet=other)
    assert house.seat("bert").until_on is None


def test_boards_that_are_not_on_the_list_are_left_alone(house):
    assert [m.seat for m in queries.plan_of(sheet_of(house, TRIJN)).missing] == []


def test_an_empty_cell_takes_nothing_away(house):
    book.change_person(by=house.actor("bert"), person=house.people["bert"], version=1, phone="0593 1")
    assert kinds(sheet_of(house, "Bert Oosting\tsecretaris\t\tHijken\t\t\t")) == {"Bert Oosting": "same"}


# --- what is in doubt ------------------------------------------------------------

DOUBTS = {
    "an unknown village": ("Jan Tol\tvoorzitter\t\tNergenshuizen\t\t06 1\t", "place"),
    "an unreadable mail": ("Jan Tol\tvoorzitter\t\tElp\tjan apenstaart elp\t06 1\t", "mail"),
    "a day that can not be": ("Jan Tol\tvoorzitter\t\tElp\t\t06 1\t31-2-2027", "term"),
    "an unknown function": ("Jan Tol\topperhoofd\t\tElp\t\t06 1\t", "role"),
    "somebody of that name elsewhere": ("Bert Oosting\tvoorzitter\t\tElp\tander@elp.example\t\t", "who"),
    "the mail of another": ("Jan Tol\tvoorzitter\t\tElp\tbert@dorp.example\t\t", "who"),
}


@pytest.mark.parametrize("what", DOUBTS)
def test_a_doubtful_row_is_asked_and_can_be_left_out(house, what):
    row, about = DOUBTS[what]
    sheet = sheet_of(house, JAN, row)
    name = row.split("\t")[0]
    before = (Person.objects.count(), Seat.objects.count())
    assert kinds(sheet)[name] == "doubt"
    with pytest.raises(actions.OtherwiseError):
        save(house, sheet)
    assert (Person.objects.count(), Seat.objects.count()) == before
    taking_in.choose(sheet, {f"3:{about}": "skip"})
    assert kinds(sheet)[name] == "skipped"
    save(house, sheet)
    assert (Person.objects.count(), Seat.objects.count()) == (before[0] + 1, before[1] + 1)


def test_an_answer_decides(house):
    answers = {
        "an unknown village": f"board:{house.associations['Elp'].pk}",
        "an unreadable mail": "without",
        "a day that can not be": "without",
        "an unknown function": "chair",
        "somebody of that name elsewhere": "new",
        "the mail of another": "new",
    }
    rows = [DOUBTS[what][0].replace("Jan Tol", f"Jan {n} Tol") for n, what in enumerate(answers)]
    sheet = sheet_of(house, *rows)
    chosen = {f"{n}:{DOUBTS[what][1]}": answer for n, (what, answer) in enumerate(answers.items(), start=2)}
    taking_in.choose(sheet, chosen)
    sheet.refresh_from_db()
    assert queries.plan_of(sheet).is_open is False
    save(house, sheet)
    assert Seat.objects.filter(association=house.associations["Elp"], role="chair").count() == 6
    assert Person.objects.filter(name="Bert Oosting").count() == 2


def test_it_is_somebody_we_know_with_a_new_function(house):
    sheet = sheet_of(house, "Bert Oosting\tvoorzitter\t\tElp\t\t06 77\t")
    taking_in.choose(sheet, {"2:who": f"person:{house.people['bert'].pk}"})
    save(house, sheet)
    assert Person.objects.filter(name="Bert Oosting").count() == 1
    assert sorted(house.people["bert"].seats.values_list("role", flat=True)) == ["chair", "secretary"]


def test_two_of_one_name_on_the_list(house):
    rows = (
        "Jan Tol\tvoorzitter\t\tElp\tjan@elp.example\t\t",
        "Jan Tol\tpenningmeester\t\tHijken\tj.tol@hijken.example\t\t",
    )
    sheet = sheet_of(house, *rows)
    assert [p.kind for p in queries.plan_of(sheet).proposals] == ["new", "doubt"]
    taking_in.choose(sheet, {"3:who": "row:2"})
    save(house, sheet)
    assert person("Jan Tol").seats.count() == 2


def test_one_person_with_two_functions_is_one_person(house):
    rows = (
        "Jan Tol\tvoorzitter\t\tElp\tjan@elp.example\t\t",
        "jan tol\tcontactpersoon\t\tHijken\tjan@elp.example\t\t",
    )
    save(house, sheet_of(house, *rows))
    assert (Person.objects.filter(name__iexact="Jan Tol").count(), person("Jan Tol").seats.count()) == (1, 2)


def test_a_row_without_a_name_is_left_out_and_said(house):
    plan = queries.plan_of(sheet_of(house, "\tvoorzitter\t\tElp\t\t\t", JAN))
    assert [p.skipped for p in plan.skipped] == ["Op deze regel staat geen naam."]


def test_an_address_of_a_function_or_a_board_is_theirs(house):
    rows = (
        "Bert Oosting\tsecretaris\t\tHijken\tsecretaris@hijken.example\t\t",
        "Carla Venema\tvoorzitter\t\tHooghalen\tinfo@hooghalen.example\t\t",
    )
    save(house, sheet_of(house, *rows))
    assert MailAddress.objects.get(address="secretaris@hijken.example").seat == house.seat("bert")
    assert (
        MailAddress.objects.get(address="info@hooghalen.example").association
        == house.associations["Hooghalen e.o."]
    )


def test_the_umbrella_itself_is_not_filled_by_a_list(house):
    sheet = sheet_of(house, "Jan Tol\tvoorzitter\tDorpenoverleg\t\t\t06 1\t")
    assert kinds(sheet) == {"Jan Tol": "doubt"}
    assert "board:" in queries.plan_of(sheet).asked[0].doubts[0].options[0][0]


def test_other_columns_are_read_when_a_person_says_so(house):
    sheet = sheet_of(house, "Jan Tol\tElp\t06 1", head="Mens\tKern\tBelt u via")
    assert queries.sheet_page(sheet).has_names is False
    taking_in.choose_columns(sheet, {"0": "NAME", "1": "VILLAGE", "2": "PHONE"})
    sheet.refresh_from_db()
    plan = queries.plan_of(sheet)
    assert [(p.row.name, p.row.phone, str(p.association)) for p in plan.new] == [
        ("Jan Tol", "06 1", "Dorpsbelangen Elp")
    ]


def test_what_a_list_changed_is_forgotten_with_a_person(house):
    save(house, sheet_of(house, BERT))
    kept = SheetChange.objects.filter(person=house.people["bert"])
    assert set(kept.values_list("kind", flat=True)) == {"person_changed", "seat_changed"}


def test_what_lists_said_of_people_goes_after_90_days(house, time_machine):
    time_machine.move_to("2026-02-01T10:00:00+01:00")
    saved, draft = sheet_of(house, BERT), sheet_of(house, JAN)
    save(house, saved)
    for day, left in (("2026-05-01", (2, 2)), ("2026-05-04", (0, 1))):
        time_machine.move_to(f"{day}T10:00:00+02:00")
        clocks.forget_old_lists(dates.now())
        assert (SheetChange.objects.count(), Sheet.objects.count()) == left
    assert (Sheet.objects.get().pk, draft.pk == saved.pk) == (saved.pk, False)


def test_somebody_who_was_forgotten_is_nobody_on_a_list(house):
    erase_person(by=Actor.machine("operator"), person=house.people["resident"])
    assert [
        p.kind for p in queries.plan_of(sheet_of(house, "Annemieke Bos\tvoorzitter\t\tElp\t\t06 1\t")).new
    ] == ["new"]
