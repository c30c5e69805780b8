"""Mails that would take a server down only take a child down: 20 seconds and 512 MB at most (B2)."""

import resource
import signal
import subprocess
import sys
import time
from base64 import b64encode

import pytest

from naober.post import files
from naober.post.incoming import apart
from naober.post.incoming.apart import Reader, UnreadableError
from naober.post.incoming.child import MOST_MEMORY
from naober.post.incoming.ours import reading_context
from naober.post.models import Receipt
from naober.post.tests.conftest import raw_mail

HEAD = b"From: a@dorp.example\r\nTo: info@naober.example\r\nMessage-ID: <1@dorp.example>\r\n"
WORD = b" =?utf-8?q?=C3=A9=C3=A9=C3=A9?="


def encoded_words(count):
    return HEAD + b"Subject:" + WORD * count + b"\r\n\r\nDag\r\n"


def flat_parts(count):
    parts = b"".join(b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" for _ in range(count))
    return HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + parts + b"--b--\r\n"


def nested(depth):
    layers = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (number, number)
        for number in range(depth)
    )
    return HEAD + layers + b"Content-Type: text/plain\r\n\r\nx\r\n"


BOMBS = {
    "60,000 encoded words": lambda: encoded_words(60_000),
    "50,000 parts": lambda: flat_parts(50_000),
    "3,000 nested": lambda: nested(3_000),
    "100,000 recipients": lambda: HEAD + b"Cc: " + b"b@dorp.example, " * 100_000 + b"\r\n\r\nDag\r\n",
    "10 MB of words": lambda: raw_mail(text="De lamp is stuk. " * 620_000),
    "25 MB attached": lambda: (
        HEAD + b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b64encode(b"x" * 18_000_000)
    ),
    "rubbish as base64": lambda: (
        HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"\xff=?\x00" * 2_000_000
    ),
    "an unknown charset": lambda: HEAD + b"Content-Type: text/plain; charset=klingon\r\n\r\n\xe9\xe8\r\n",
    "NUL everywhere": lambda: raw_mail(text="De \x00lamp\x00 is stuk." * 100_000),
    "bare returns": lambda: raw_mail().replace(b"\r\n", b"\r"),
    "one line of 20 MB": lambda: HEAD + b"\r\n" + b"a" * 20_000_000,
    "a header without end": lambda: HEAD + b"X-Long: " + b"a" * 5_000_000,
    "html a million deep": lambda: HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 1_000_000,
    "nothing at all": lambda: b"",
}  # fmt: skip


@pytest.fixture(scope="module")
def reader(django_db_setup):
    reader = Reader(reading_context())
    yield reader
    reader.close()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_no_more_than_its_limits_and_the_next_mail_is_read(reader, name):
    began = time.monotonic()
    try:
        kind = reader.read(BOMBS[name]()).kind
    except UnreadableError:
        kind = "unreadable"
    assert kind in ("new", "quarantine", "unreadable")
    assert time.monotonic() - began < apart.SECONDS
    assert reader.read(raw_mail(text="Daarna.")).text == "Daarna."


# VmHWM and not ru_maxrss: that one starts at what the tests themselves have, before the program is another.
PEAK = """
import sys
from naober.post.incoming.{module} import read
read(sys.stdin.buffer.read(), {{}})
status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
print(int(status["VmHWM"].split()[0]) // 1024)
"""


def peak_mb(code, content):
    """The most memory that a program took to read a mail, in MB; None when it did not get to the end."""
    limit = MOST_MEMORY

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", code], input=content, capture_output=True, preexec_fn=limited, check=False,
        timeout=60,
    )  # fmt: skip
    return int(done.stdout) if done.returncode == 0 else None


def test_the_worst_of_them_is_read_in_little_memory():
    assert peak_mb(PEAK.format(module="reader"), encoded_words(60_000)) < 200


PARSED_FIRST = """
import email, email.policy, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(len(mail["Subject"]))
"""


def test_a_reader_that_parses_before_the_caps_is_seen():
    """The planted fault: the library's own parser, on the same mail and within the same limits."""
    assert peak_mb(PARSED_FIRST, encoded_words(16_000)) is None


def test_a_mail_that_takes_too_long_is_ended():
    reader = Reader(reading_context(), seconds=0.2)
    slow = [sys.executable, "-c", "import time; time.sleep(30)"]
    reader._child = child = subprocess.Popen(slow, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
    with pytest.raises(UnreadableError):
        reader.read(raw_mail())
    assert child.returncode == -signal.SIGKILL


@pytest.mark.parametrize("said", ["", "no json", "[]", '{"kind": 3', "{}", '{"kind": "new", "bounce": 3}'])
def test_what_a_broken_child_says_is_not_believed(monkeypatch, said):
    reader = Reader(reading_context())
    monkeypatch.setattr(Reader, "_ask", lambda self, process, content: said.encode())
    with pytest.raises(UnreadableError):
        reader.read(raw_mail())
    reader.close()


def test_a_child_begins_afresh_after_a_number_of_mails(monkeypatch):
    monkeypatch.setattr(apart, "MAILS_PER_CHILD", 2)
    reader, children = Reader(reading_context()), set()
    for _ in range(5):
        reader.read(raw_mail())
        children.add(reader._child.pid)
    reader.close()
    assert len(children) == 3


def test_the_child_has_nothing_of_our_surroundings(monkeypatch):
    monkeypatch.setenv("NAOBER_SECRET_KEY", "geheim")
    reader = Reader(reading_context())
    reader.read(raw_mail())
    with open(f"/proc/{reader._child.pid}/environ", "rb") as environment:  # noqa: PTH123  no file
        assert b"geheim" not in environment.read()
    reader.close()


@pytest.mark.django_db
def test_a_bomb_is_kept_for_a_person_and_its_bytes_stay(office):
    office.drop(raw=encoded_words(60_000))
    office.drop(text="Daarna.")
    office.work()
    bomb = Receipt.objects.get(kind="quarantine")
    assert (bomb.state, len(files.path_of(bomb.file).read_bytes())) == ("aside", len(encoded_words(60_000)))
    assert [mail.text for mail in office.taken] == ["Daarna."]
