"""Looking up the notes of a domain, at a name server on this machine."""

import json
import os
import socket
import struct
import subprocess
import sys
import threading

import pytest

from naober.post import dns_notes
from testing.own_database import own_installation

NOTES = {
    "dorp.example": ["v=spf1 mx -all", "iets anders"],
    "_dmarc.dorp.example": ["v=DMARC1; p=reject"],
    "mail._domainkey.dorp.example": ["v=DKIM1; p=" + "A" * 392],
}


class NameServer(threading.Thread):
    """Answers TXT questions from a table, as name servers do: names by pointer, long texts in pieces."""

    def __init__(self, notes, broken=b""):
        super().__init__(daemon=True)
        self.notes, self.broken = notes, broken
        self.line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.line.bind(("127.0.0.1", 0))
        self.place = self.line.getsockname()

    def run(self):
        while True:
            try:
                question, who = self.line.recvfrom(4096)
            except OSError:
                return
            self.line.sendto(self.broken or self.answer(question), who)

    def answer(self, question):
        at, labels = 12, []
        while question[at]:
            labels.append(question[at + 1 : at + 1 + question[at]].decode())
            at += question[at] + 1
        texts = self.notes.get(".".join(labels), [])
        answer = question[:2] + struct.pack(">5H", 0x8180, 1, len(texts), 0, 0) + question[12 : at + 5]
        for text in texts:
            pieces = [text[n : n + 255].encode() for n in range(0, len(text), 255)]
            data = b"".join(bytes([len(piece)]) + piece for piece in pieces)
            answer += b"\xc0\x0c" + struct.pack(">HHIH", 16, 1, 60, len(data)) + data
        return answer


@pytest.fixture
def server():
    servers = []

    def start(*arguments):
        servers.append(NameServer(*arguments))
        servers[-1].start()
        return servers[-1].place

    yield start
    for each in servers:
        each.line.close()


def test_all_notes_of_a_domain_are_found(server):
    notes = dns_notes.notes_of("dorp.example", ("mail", "other"), server(NOTES))
    assert notes.at_domain == ("v=spf1 mx -all", "iets anders")
    assert notes.at_dmarc == ("v=DMARC1; p=reject",)
    assert notes.at_selectors == {"mail": ["v=DKIM1; p=" + "A" * 392]}


@pytest.mark.parametrize("broken", [b"x", b"xx" + b"\xff" * 20])
def test_an_answer_that_makes_no_sense_is_no_answer(server, broken):
    with pytest.raises(dns_notes.NoAnswerError):
        dns_notes.texts_at("dorp.example", server(NOTES, broken))


def test_no_name_server_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(dns_notes, "RESOLVERS", tmp_path / "none")
    with pytest.raises(dns_notes.NoAnswerError):
        dns_notes.first_server()
    (tmp_path / "none").write_text("# name servers\nnameserver\nnameserver 192.0.2.53\n")
    assert dns_notes.first_server() == "192.0.2.53"


def test_the_verb_says_in_dutch_what_to_do(tmp_path):
    recorded = tmp_path / "dns.json"
    recorded.write_text(json.dumps({"at_domain": NOTES["dorp.example"], "at_dmarc": []}))
    with own_installation() as environment:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-m", "naober.config", "doctor", "--dns", recorded],
            env=os.environ | environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert [line[:5].strip() for line in done.stdout.splitlines()] == ["goed", "doen", "doen"]
    assert done.stderr == ""
