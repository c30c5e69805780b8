from datetime import date

import pytest

from naober.decisions.models import Commitment, Concern, ItemText
from naober.decisions.reading import ReadDocument, ReadHeader, ReadItem, Reason
from naober.decisions.reading.commitments import Commitment as Promise
from naober.decisions.taking_in import take_in_document
from testing.house import build_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return build_house()


def take_in(house, *promises, on=date(2026, 11, 26), **item):
    header = ReadHeader(
        body="raad", body_name="Gemeenteraad", municipality="Midden-Drenthe", on=on, starts_at=None,
        phase="decisions",
    )  # fmt: skip
    read = ReadItem(number="4", title="Vragen", text="", start=0, end=0, commitments=promises, **item)
    return take_in_document(
        by=house.actor("renske"),
        body=house.bodies["Gemeenteraad"],
        on=on,
        starts_at=None,
        read=ReadDocument(header, (read,), ()),
    )


def test_a_promise_is_kept_with_its_term_and_without_the_name(house):
    take_in(house, Promise("Wethouder Kraaij stuurt een brief.", "wethouder Kraaij", date(2027, 1, 15)))
    promise = Commitment.objects.get()
    assert (promise.text, promise.who, promise.due_on) == (
        "Wethouder … stuurt een brief.",
        "wethouder",
        date(2027, 1, 15),
    )


def test_the_same_promise_in_a_later_paper_is_seen_again_with_its_new_term(house):
    take_in(house, Promise("De brief komt er.", "wethouder", date(2027, 1, 15)))
    later = take_in(house, Promise("De brief komt er", "wethouder", date(2027, 3, 1)), on=date(2026, 12, 17))
    promise = Commitment.objects.get()
    assert (promise.due_on, promise.last_seen_in.sitting) == (date(2027, 3, 1), later)


def test_names_of_people_stay_out_of_text_decision_and_quote(house):
    take_in(
        house,
        clean_text="De heer Wolf spreekt over Hijken.",
        decision="Wethouder Kraaij komt langs.",
        villages=("Hijken",),
        reasons=(Reason("Hijken", "De heer Wolf spreekt over Hijken.", "name"),),
    )
    text = ItemText.objects.get()
    assert (text.text, text.decision, Concern.objects.get().quote) == (
        "De heer … spreekt over Hijken.",
        "Wethouder … komt langs.",
        "De heer … spreekt over Hijken.",
    )
