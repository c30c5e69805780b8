"""Killed anywhere, at any moment: nothing lost, nothing twice (F1, F2). Each check sees a planted fault."""

import json
import os
import subprocess
import sys
from collections import Counter

import pytest

from naober.kit import failpoints
from testing.own_database import own_installation

# `make soak` asks for more.
KILLS = int(os.environ.get("SOAK_KILLS", "200"))
MAILS_PER_KILL = 6


def live(sink, **how):
    """Let lives be lived; what the program told, and for each canary the Message-IDs that arrived."""
    with own_installation(NAOBER_SMTP=f"smtp://{sink.host}:{sink.port}") as environment:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-m", "naober.post.tests.lives", json.dumps(how)],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    arrived = {}
    for mail in sink.mails:
        arrived.setdefault(mail["Subject"].rpartition(" ")[2], []).append(mail["Message-ID"])
    return json.loads(done.stdout.splitlines()[-1]), arrived


def wrong(told, arrived):
    """Every way in which what was put in and what became of it differ; none when all is well."""
    put, receipts, outbox = set(told["put"]), told["receipts"], told["outbox"]
    times = Counter(canary for canary, *_ in receipts)
    mails = Counter(canary for canary, *_ in outbox)
    unclear = {canary: count for canary, _, count in outbox}
    return {
        what: found
        for what, found in {
            "lost": put - set(times),
            "received twice": {canary for canary, count in times.items() if count > 1},
            "not read": {canary for canary, state, *_ in receipts if state != "read"},
            "never answered": put - set(mails),
            "answered twice": {canary for canary, count in mails.items() if count > 1},
            "not sent": {canary for canary, state, _ in outbox if state != "done"},
            "never arrived": put - set(arrived),
            "arrived as another mail": {c for c in put if len(set(arrived.get(c, ()))) > 1},
            "arrived twice without a word": {
                c for c in put if len(arrived.get(c, ())) > 1 + unclear.get(c, 0)
            },
            "database": set() if told["sound"] == "ok" else {told["sound"]},
        }.items()
        if found
    }


def test_random_kills_lose_nothing_and_double_nothing(smtp_sink, record_property):
    told, arrived = live(smtp_sink, mode="random", kills=KILLS, mails=MAILS_PER_KILL * KILLS, seed=1)
    record_property("figures", f"{told['kills']} kills, {told['times']} mails, {len(told['put'])} different")
    assert wrong(told, arrived) == {}
    assert (told["kills"], told["times"]) == (KILLS, MAILS_PER_KILL * KILLS)
    assert sum(count for *_, count in told["outbox"]) > 0  # some were killed where nobody can know


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("delete before commit", "lost"),
        ("new message id", "arrived as another mail"),
        ("handle outside the transaction", "answered twice"),
    ],
)
def test_a_planted_fault_is_seen(smtp_sink, fault, seen):
    told, arrived = live(smtp_sink, mode="every step", mails=1, rows=[3], fault=fault)
    assert seen in {what for found in told["rounds"] for what in wrong(found, arrived)}


def test_a_kill_at_every_step_ends_as_if_undisturbed(smtp_sink, record_property):
    told, arrived = live(smtp_sink, mode="every step", mails=2)
    for found in told["rounds"]:
        assert wrong(found, arrived) == {}, found["step"]
        assert Counter(map(tuple, ([*row[1:]] for row in found["receipts"]))) == {("read", "lives", None): 2}
    deaths = [found["deaths"] for found in told["rounds"]]
    record_property("figures", f"{deaths.index(0)} steps, {sum(deaths)} kills")
    # The last round of each kind came to its end by itself: so every step before it was tried.
    assert deaths.count(0) == 2
    assert deaths[-1] == 0
    assert deaths.index(0) >= len(failpoints.names())
