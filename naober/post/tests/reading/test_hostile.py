"""Mail that wants to break its reader: every one is read or kept for a human, and the next one is read."""

import random
import time

import pytest

from naober.post.reading.apart import SECONDS, MailReader
from naober.post.reading.caps import over_cap

from .make_mail import CONTEXT, TABLE, file_part, mail, parts, read, reply, saved, text_part

HTML = "text/html; charset=utf-8"


def nested(depth):
    data = b"x"
    for level in range(depth):
        data = b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n%s\r\n--b%d--\r\n' % (
            level,
            level,
            data,
            level,
        )
    return b"From: Fokje <fokje@dijkhuis.example>\r\nSubject: x\r\n" + data


def mail_in_mail(depth):
    head = b"From: Fokje <fokje@dijkhuis.example>\r\nSubject: x\r\n"
    return (head + b"Content-Type: message/rfc822\r\n\r\n") * depth + head + b"\r\nx"


def words_in_subject(count):
    return mail("x", subject="\r\n ".join(f"=?utf-8?Q?w{number}?=" for number in range(count)))


NOISE = random.Random(4).randbytes(300_000)  # noqa: S311 - noise, no secret
FORWARD = (
    "---------- Forwarded message ---------\nVan: a <a@b.example>\nDate: 3 nov 2026 10:00\nSubject: "
    "Fwd: x\n\nhallo\n\n"
)
OVER = {
    "60,000 words in a subject": lambda: words_in_subject(60_000),
    "50,000 parts": lambda: parts(*["Content-Type: text/plain\n\nx"] * 50_000),
    "3,000 levels": lambda: nested(3_000),
    "21 levels": lambda: nested(22),
    "3,000 mails in each other": lambda: mail_in_mail(3_000),
    "150 mails in each other": lambda: mail_in_mail(150),
    "100,000 receivers": lambda: mail(
        "x", Cc=",\r\n ".join(f"a{number}@b.example" for number in range(100_000))
    ),
    "26 MB": lambda: mail(b"x" * 26_500_000),
}
HEAVY = {
    "10 MB of words": lambda: mail("De sloot is vol, al weken lang.\n" * 320_000),
    "10 MB on one line": lambda: mail("a" * 10_000_000),
    "2 MB of space": lambda: mail(" " * 1_000_000 + "\n" * 100 + "\t" * 1_000_000),
    "2 MB of marks": lambda: mail(">" * 2_000_000),
    "24 MB attachment": lambda: parts(text_part("zie"), file_part("a.pdf", b"%PDF" + bytes(17_000_000))),
    "100,000 open tags": lambda: mail("<div>" * 100_000 + "x", content_type=HTML),
    "60,000 paragraphs": lambda: mail("<p>vol</p>" * 60_000, content_type=HTML),
    "100,000 comments": lambda: mail("<!--[if x]>" * 100_000, content_type=HTML),
    "100,000 attributes": lambda: mail("<p " + 'a="b" ' * 100_000 + ">x", content_type=HTML),
    "noise as base64": lambda: mail(NOISE, coding="base64"),
    "noise as quoted-printable": lambda: mail(NOISE, coding="quoted-printable"),
    "noise": lambda: b"From: fokje@dijkhuis.example\n\n" + NOISE,
    "20,000 uuencoded files": lambda: mail(b"begin 644 x\r\n" * 20_000),
    "6,000 labels": lambda: mail("Van: x\n" * 6_000),
    "6,000 announcements": lambda: mail("Op 3 maart schreef\n" * 6_000),
    "6,000 closings": lambda: mail("groet jan\n" * 6_000),
    "6,000 names": lambda: mail("Jan de Vries\n" * 6_000),
    "200,000 times ja": lambda: reply("ja " * 200_000),
    "one long sentence": lambda: reply("wij steunen " * 100_000 + "niet"),
    "3,000 forwards": lambda: mail(FORWARD * 3_000, subject="Fwd: x"),
    "half addresses": lambda: mail("a@" * 200_000),
    "rules": lambda: mail("-" * 20_000 + "\n" + "- " * 10_000 + "\n" + "_" * 20_000),
    "an unknown character set": lambda: mail(
        b"\xff\xfe x" * 1_000, content_type='text/plain; charset="\x01"'
    ),
    "only NUL below the header": lambda: mail(b"\0" * 1_000_000),
    "bare returns": lambda: mail("regel\n" * 50_000).replace(b"\r\n", b"\r"),
    "a form": lambda: mail("Naam: x\nE-mail: a@b.example\nBericht:\n" + "regel\n" * 100_000),
    "an odd sender": lambda: mail("x", sender='"\\' * 14_000 + " <fokje@dijkhuis.example>"),
}


@pytest.fixture(scope="module")
def reader():
    with MailReader(TABLE) as reader:
        yield reader


@pytest.mark.parametrize("name", OVER)
def test_a_mail_over_a_cap_is_kept_for_a_human(name, reader, tmp_path):
    row = reader.read(saved(tmp_path, OVER[name]()))
    assert (row["kind"], row["may_auto_reply"], row["text"]) == ("quarantine", False, "")
    assert row["from"] == "fokje@dijkhuis.example"
    assert reader.read(saved(tmp_path, mail("De lamp is stuk."), "next.eml"))["text"] == "De lamp is stuk."


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_mail_is_read_in_time(name, reader, tmp_path):
    path = saved(tmp_path, HEAVY[name]())
    began = time.monotonic()
    row = reader.read(path)
    assert time.monotonic() - began < SECONDS
    assert row["from"] == "fokje@dijkhuis.example"
    assert row["answer"] != "yes"


def test_a_subject_of_2000_words_is_cut_and_kept_for_a_human():
    mail_read = read(words_in_subject(2_000))
    assert (mail_read.kind, mail_read.may_auto_reply, len(mail_read.subject)) == ("quarantine", False, 250)


def test_the_caps_are_tried_on_the_raw_bytes():
    found = {name: over_cap(make(), CONTEXT.limits) for name, make in OVER.items()}
    assert found["50,000 parts"] == "parts"
    assert found["3,000 levels"] == found["21 levels"] == "depth"
    assert found["3,000 mails in each other"] == "parts"
    assert found["60,000 words in a subject"] == found["100,000 receivers"] == "header_block"
    assert found["26 MB"] == "size"
    assert over_cap(nested(20), CONTEXT.limits) is None


def test_a_mail_that_breaks_its_reader_is_kept_and_the_next_is_read(tmp_path):
    with MailReader(TABLE, seconds=0.0) as hasty:
        row = hasty.read(saved(tmp_path, mail("De lamp is stuk.")))
    assert (row["kind"], row["may_auto_reply"]) == ("quarantine", False)
    with MailReader(TABLE, memory=120 * 1024 * 1024) as small:
        heavy = small.read(saved(tmp_path, HEAVY["24 MB attachment"]()))
        assert (heavy["kind"], heavy["may_auto_reply"]) == ("quarantine", False)
        assert small.read(saved(tmp_path, mail("De lamp is stuk."), "next.eml"))["kind"] == "new"


def test_mails_changed_at_random_never_break_the_reader():
    rng = random.Random(11)  # noqa: S311 - a mutator
    seeds = [
        reply("Ja.\n\nOp 3-11-2026 om 09:12 schreef Het overleg:\n> Steunt u dit?"),
        parts(text_part("Zie."), file_part("a.pdf", b"%PDF-1.4")),
        mail(FORWARD, subject="Fwd: x"),
        mail("<p>De <b>lamp</b></p>", content_type=HTML),
    ]
    kinds = set()
    for _ in range(400):
        data = bytearray(rng.choice(seeds))
        for _ in range(rng.randint(1, 12)):
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 4)] = rng.choice(
                [b"", b"\0", b"\r", b"\n\n", b"=", b"--", b'"', b"\xff", b"=?", b";"]
            )
        read_mail = read(bytes(data))
        kinds.add(read_mail.kind)
        assert read_mail.may_auto_reply is False or read_mail.kind in ("new", "reply")
    assert {"new", "reply"} <= kinds
