"""The command line of the reader: JSON Lines in, JSON Lines out."""

import json
import subprocess
import sys

import pytest

from naober.post.reading.apart import MailReader
from naober.post.reading.verb import answers, main

from .make_mail import TABLE, TOKEN, mail, reply, saved

COMMAND = "from naober.config.cli import main; main()"
KEYS = [
    "file",
    "kind",
    "from",
    "subject",
    "text",
    "forwarded_text",
    "author_hint",
    "answer",
    "reply_token",
    "attachments",
    "bounce",
    "may_auto_reply",
]


def ask(*lines):
    with MailReader(TABLE) as reader:
        return list(answers(lines, reader))


def test_one_answer_per_line_in_order_with_the_keys_of_the_table(tmp_path):
    first = saved(tmp_path, mail("De lamp is stuk."), "a.eml")
    second = saved(tmp_path, reply("Akkoord."), "b.eml")
    answered = ask(*(json.dumps({"file": str(path), "more": 1}).encode() for path in (first, second)))
    assert [list(row) for row in answered] == [KEYS, KEYS]
    assert [row["file"] for row in answered] == [str(first), str(second)]
    assert answered[0]["text"] == "De lamp is stuk."
    assert (answered[1]["kind"], answered[1]["answer"], answered[1]["reply_token"]) == ("reply", "yes", TOKEN)


def test_what_can_not_be_read_gives_an_error_and_the_next_line_is_read(tmp_path):
    path = saved(tmp_path, mail("De lamp is stuk."))
    empty = saved(tmp_path, b"", "leeg.eml")
    lines = [
        b'{"file": "weg.eml"}',
        b"geen json",
        b'{"bestand": "x"}',
        json.dumps({"file": str(tmp_path)}).encode(),
        json.dumps({"file": str(empty)}).encode(),
        b"  ",
        json.dumps({"file": str(path)}).encode(),
    ]
    *refused, last = ask(*lines)
    assert [row["error"]["code"] for row in refused] == [
        "not_found",
        "bad_line",
        "bad_line",
        "unreadable",
        "empty",
    ]
    assert refused[0]["file"] == "weg.eml"
    assert last["kind"] == "new"


@pytest.mark.parametrize(
    "content", [None, "geen json", "[1]", '{"context": 3}', '{"limits": {"parts": "veel"}}']
)
def test_wrong_use_ends_with_status_2(tmp_path, capsys, content):
    context = tmp_path / "context.json"
    if content is not None:
        context.write_text(content)
    assert main(["--context", str(context)]) == 2
    assert str(context) in capsys.readouterr().err
    assert main([]) == 2


def test_the_command_reads_a_mail(tmp_path):
    context = tmp_path / "context.json"
    context.write_text(json.dumps({"context": TABLE}))
    path = saved(tmp_path, reply("Ja hoor."))
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", COMMAND, "read-mail", "--context", str(context)],
        input=json.dumps({"file": str(path)}).encode() + b"\n",
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["answer"] == "yes"
