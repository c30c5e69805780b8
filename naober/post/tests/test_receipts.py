"""What comes in is kept once and erased on time."""

from datetime import UTC, datetime, timedelta

import pytest

from naober.kit import dates
from naober.post import expiry, files, receipts
from naober.post.models import OutboxMessage, Receipt, StoredFile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.NAOBER_FILES = tmp_path


def days_later(days):
    return dates.as_if(dates.now() + timedelta(days=days))


def test_the_same_text_is_received_once():
    first, new = receipts.receive("plakken", b"agenda")
    again, new_again = receipts.receive("plakken", b"agenda")
    assert (new, new_again, first) == (True, False, again)
    assert (Receipt.objects.count(), StoredFile.objects.count()) == (1, 1)


def test_the_same_text_from_another_source_or_with_another_key_is_another_receipt():
    for source, key in (("plakken", ""), ("map", ""), ("map", "brief-2")):
        receipts.receive(source, b"agenda", key=key)
    assert (Receipt.objects.count(), StoredFile.objects.count()) == (3, 1)


def test_the_bytes_are_on_disk_whole_and_nothing_beside_them(tmp_path):
    receipt, _ = receipts.receive("plakken", b"agenda")
    assert files.path_of(receipt.file).read_bytes() == b"agenda"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [receipt.file.sha256]


def test_file_and_folder_are_flushed(monkeypatch):
    flushed = []
    monkeypatch.setattr(files.os, "fsync", flushed.append)
    receipts.receive("plakken", b"agenda")
    assert len(flushed) == 2


def test_a_receipt_says_what_became_of_it():
    receipt, _ = receipts.receive("plakken", b"agenda")
    receipts.mark_refused(receipt, "Te lang. " * 50)
    receipt.refresh_from_db()
    assert (receipt.state, receipt.note) == ("refused", ("Te lang. " * 50)[:300])
    receipts.mark_read(receipt, area="decisions", subject_id=7)
    receipt.refresh_from_db()
    assert (receipt.state, receipt.area, receipt.subject_id, receipt.note) == ("read", "decisions", 7, "")


def test_the_number_of_a_receipt_has_the_local_year():
    receipt = Receipt(pk=42, received_at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    assert receipt.reference == "O-2027-0042"


def test_raw_intake_is_erased_after_90_days_and_its_checksum_stays():
    receipt, _ = receipts.receive("plakken", b"agenda")
    assert expiry.erase_raw_intake(dates.now() + timedelta(days=89)) == 0
    assert expiry.erase_raw_intake(dates.now() + timedelta(days=91)) == 1
    assert files.path_of(receipt.file).exists() is False
    assert StoredFile.objects.get().sha256 == receipt.file.sha256


def test_what_comes_in_again_after_it_was_erased_is_erased_again():
    receipts.receive("plakken", b"agenda")
    expiry.erase_raw_intake(dates.now() + timedelta(days=91))
    with days_later(100):
        again, _ = receipts.receive("plakken", b"agenda")
        assert (again.file.erased_at, files.path_of(again.file).exists()) == (None, True)
        assert expiry.erase_raw_intake(dates.now() + timedelta(days=89)) == 0
        assert expiry.erase_raw_intake(dates.now() + timedelta(days=91)) == 1


@pytest.mark.parametrize("state", ["done", "failed"])
def test_mail_is_blanked_after_180_days(state):
    now = dates.now()
    OutboxMessage.objects.create(
        to="a@dorp.example", subject="Nieuws", text="Dag", area="journal", state=state, due_at=now,
        created_at=now, sent_at=now if state == "done" else None,
    )  # fmt: skip
    assert expiry.erase_sent_mail(now + timedelta(days=179)) == 0
    assert expiry.erase_sent_mail(now + timedelta(days=181)) == 1
    assert expiry.erase_sent_mail(now + timedelta(days=182)) == 0
    message = OutboxMessage.objects.get()
    assert (message.to, message.subject, message.text) == ("gewist@example.invalid", "", "")


def test_mail_that_still_waits_is_kept():
    now = dates.now()
    OutboxMessage.objects.create(to="a@dorp.example", subject="Nieuws", text="Dag", area="journal",
                                 due_at=now, created_at=now)  # fmt: skip
    assert expiry.erase_sent_mail(now + timedelta(days=400)) == 0
