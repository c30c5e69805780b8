"""`naober verify` is green when all is well, and each kind of hole turns it red."""

import os
import time
from datetime import timedelta

import pytest
from django.db import transaction

from naober.kit import area as kit_area
from naober.kit import dates
from naober.kit.area import Area
from naober.post import area as post_area
from naober.post import expiry, files, verify, worker
from naober.post.models import JobRun, OutboxMessage, Receipt, StoredFile, Verification
from naober.post.outbox import write_mail
from naober.post.tests.conftest import raw_mail

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def full(office, monkeypatch):
    """An office through which mails went, and an area that knows what it made of them."""
    office.drop(message_id="een", text="De lamp bij de brug is stuk.")
    office.drop(message_id="twee", text="De lamp bij de brug is stuk.")
    office.drop(message_id="drie", text="Het hek is los.")
    office.work()
    ids = set(Receipt.objects.filter(copy_of=None).values_list("pk", flat=True))
    here = Area(name="office", title="Kantoor", subjects={"receipt": lambda asked: asked & ids})
    for module in (kit_area, verify):
        monkeypatch.setattr(module, "areas", lambda: (here, post_area.AREA))
    return office


def holes():
    return {result.name: len(result.holes) for result in verify.verify() if result.holes}


def test_when_all_is_well_it_is_green(full):
    assert holes() == {}


def an_original():
    return Receipt.objects.filter(copy_of=None).order_by("pk")[0]


def lose_bytes():
    files.path_of(StoredFile.objects.first()).unlink()


def change_bytes():
    path = files.path_of(StoredFile.objects.first())
    path.chmod(0o644)
    path.write_bytes(raw_mail())


def lose_a_row():
    receipt = Receipt.objects.filter(copy_of=None, copies=None).order_by("pk")[0]
    path = files.path_of(receipt.file)
    os.utime(path, (time.time() - 3 * 24 * 3600,) * 2)
    file = receipt.file
    receipt.delete()
    file.delete()


def forget_a_receipt():
    Receipt.objects.filter(pk=an_original().pk).update(state="received", due_at=dates.now() - 4 * DAY)


def forget_a_mail():
    OutboxMessage.objects.filter(pk=OutboxMessage.objects.first().pk).update(
        state="waiting", sent_at=None, due_at=dates.now() - 4 * DAY
    )


def read_into_nothing():
    Receipt.objects.filter(pk=an_original().pk).update(area="")


def take_in_twice():
    first = Receipt.objects.filter(copy_of=None).first()
    Receipt.objects.create(
        source="mail", key="anders", file=first.file, received_at=first.received_at, state="read", kind="new",
        message_id=first.message_id, text_hash=first.text_hash, area="office", subject_id=first.subject_id,
    )  # fmt: skip


def write_twice():
    first = OutboxMessage.objects.first()
    with transaction.atomic():
        write_mail(to=first.to, subject=first.subject, text=first.text, area=first.area,
                   subject_id=first.subject_id)  # fmt: skip
    OutboxMessage.objects.update(created_at=first.created_at)


def send_again():
    OutboxMessage.objects.filter(pk=OutboxMessage.objects.first().pk).update(state="waiting")


def point_at_nothing():
    Receipt.objects.filter(pk=an_original().pk).update(subject_id=987654)


def point_at_no_area():
    Receipt.objects.filter(pk=an_original().pk).update(area="weg")


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (lose_bytes, {"niets kwijt": 1}),
        (change_bytes, {"niets kwijt": 1}),
        (lose_a_row, {"niets kwijt": 1}),
        (forget_a_receipt, {"niets kwijt": 1}),
        (forget_a_mail, {"niets kwijt": 1}),
        (read_into_nothing, {"niets kwijt": 1}),
        (take_in_twice, {"niets dubbel": 1}),
        (write_twice, {"niets dubbel": 1}),
        (send_again, {"niets dubbel": 1}),
        (point_at_nothing, {"verwijzingen van ontvangsten": 1}),
        (point_at_no_area, {"verwijzingen van ontvangsten": 1}),
    ],
)
def test_each_hole_turns_it_red(full, plant, found):
    plant()
    assert holes() == found


def test_what_was_erased_on_time_is_no_hole(full):
    expiry.erase_expired(dates.now() + 200 * DAY)
    assert holes() == {}


def test_a_hole_names_nobody(full):
    write_twice()
    lose_bytes()
    verify.verify_nightly(dates.now())
    said = Verification.objects.get().said
    assert said != ""
    assert "@" not in said
    assert "lamp" not in said.lower()


def test_the_line_for_the_board(full):
    now = dates.now()
    assert verify.last_line(now) == verify.Line(False, "Er is nog niet nagekeken of alles er is.")
    verify.verify_nightly(now)
    line = verify.last_line(now)
    assert (line.good, line.text.partition("uur: ")[2]) == (True, "niets kwijt, niets dubbel.")
    lose_bytes()
    verify.verify_nightly(now + DAY)
    with dates.as_if(now + DAY):
        line = verify.last_line(now + DAY)
        assert (line.good, line.text.partition("uur: ")[2]) == (False, "één ding klopt niet.")
        assert verify.last_line(now + 4 * DAY).good is False


def test_it_runs_every_night(settings, tmp_path):
    settings.NAOBER_DROP, settings.NAOBER_FILES = tmp_path / "in", tmp_path / "files"
    worker.run_jobs("one")
    assert Verification.objects.count() == 1
    assert JobRun.objects.get(name="post.verify").last_error == ""
