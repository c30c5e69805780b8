"""A full disk (F5) and a database that another process holds (F6): nothing that was acknowledged is lost."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.db import connection

from naober.post.incoming import lmtp
from naober.post.models import Receipt
from naober.post.tests.conftest import raw_mail
from testing.own_database import own_installation

ON_SQLITE = not os.environ.get("DATABASE_URL")


def fill_up(fault=""):
    with own_installation() as environment:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-m", "naober.post.tests.full_disk", json.dumps({"fault": fault})],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_a_full_disk_loses_nothing_and_heals_by_itself():
    told = fill_up()
    assert told["failed"] > 10
    assert told["read_while_full"] >= 5
    assert (told["failed_after"], told["left"], told["halves"], told["sound"]) == (0, 0, 0, "ok")
    assert sorted(canary for canary, *_ in told["receipts"]) == told["put"]


def test_a_mail_that_is_acknowledged_before_it_is_safe_is_seen():
    told = fill_up("delete before commit")
    assert len(told["put"]) - len(told["receipts"]) > 10


HOLD_SQLITE = """
import sys, time
try:
    import pysqlite3 as sqlite
except ImportError:
    import sqlite3 as sqlite
held = sqlite.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""
HOLD_POSTGRESQL = """
import json, sys, time
import psycopg
with psycopg.connect(**json.loads(sys.argv[1])) as held:
    held.execute("LOCK TABLE post_receipt IN ACCESS EXCLUSIVE MODE")
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@contextmanager
def held_by_another(seconds):
    """Let another process hold the database for so many seconds."""
    known = connection.settings_dict
    if ON_SQLITE:
        program, where = HOLD_SQLITE, str(known["NAME"])
    else:
        program = HOLD_POSTGRESQL
        where = json.dumps({"dbname": known["NAME"], "user": known["USER"], "host": known["HOST"],
                            "port": known["PORT"]})  # fmt: skip
    command = [sys.executable, "-c", program, where, str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:  # noqa: S603  our own
        assert holder.stdout.readline() == "held\n"
        yield


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_held_for_five_seconds_is_not_noticed(settings, tmp_path):
    settings.NAOBER_FILES = tmp_path
    with held_by_another(5):
        began = time.monotonic()
        assert lmtp.keep(raw_mail()) == lmtp.KEPT
        assert 3 < time.monotonic() - began < 15
    assert Receipt.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_that_is_held_too_long_is_said_and_nothing_is_half(settings, tmp_path):
    """SQLite gives up after twenty seconds; PostgreSQL waits, so there the mail is kept in the end."""
    settings.NAOBER_FILES = tmp_path
    mail = raw_mail()
    with held_by_another(24):
        answer = lmtp.keep(mail)
    assert answer == (lmtp.NOT_NOW if ON_SQLITE else lmtp.KEPT)
    assert Receipt.objects.count() == (0 if ON_SQLITE else 1)
    assert lmtp.keep(mail) == lmtp.KEPT
    assert Receipt.objects.count() == 1
