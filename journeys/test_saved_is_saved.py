"""F3: web workers are killed while forms are sent; what was called saved is there, and nothing twice.

The client does as a browser whose page did not come: it sends the same form again, with the key that the
server made for it.
"""

import http.client
import os
import signal
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import psycopg
import pytest

from journeys.hands import Mouse
from journeys.steps import RENSKE, sign_in

try:
    import pysqlite3 as sqlite
except ImportError:
    import sqlite3 as sqlite

# `make soak` asks for more.
POSTS = int(os.environ.get("SOAK_POSTS", "40"))
LATEST_SECONDS = 0.06
MOST_TRIES = 600


def children(pid: int) -> list[int]:
    with suppress(FileNotFoundError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def web_workers(site) -> list[int]:
    """The processes that answer requests, below the web server's own."""
    webs = [
        pid for pid in children(site.tree.pid) if b"gunicorn" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
    return [pid for web in webs for pid in children(web)]


class Killer(threading.Thread):
    """Kills a web worker each time that something more was saved, shortly after the next form was sent."""

    def __init__(self, site):
        super().__init__()
        self.site, self.kills, self.done, self.saved = site, 0, threading.Event(), threading.Event()

    def run(self):
        chance = Random(1)  # noqa: S311  to be repeated
        while not self.done.is_set():
            # Not sooner: a worker that is killed before it began keeps a busy machine from ever answering.
            if not self.saved.wait(0.1):
                continue
            self.saved.clear()
            time.sleep(chance.uniform(0, LATEST_SECONDS))
            with suppress(ProcessLookupError, IndexError):  # there may be none just now
                os.kill(chance.choice(web_workers(self.site)), signal.SIGKILL)
                self.kills += 1


class Client:
    """Sends forms as a browser that somebody signed in with."""

    def __init__(self, page, site):
        cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
        self.token = cookies["csrftoken"]
        self.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self.place = urlsplit(site.url)
        self.tries = 0

    def send(self, said, *, new_key=False):
        """Send a note until the server says that it is saved; fails when it never does."""
        key = str(uuid4())
        for _ in range(MOST_TRIES):
            self.tries += 1
            if self._send_once(said, str(uuid4()) if new_key else key) == 302:
                return
            time.sleep(0.1)
        raise AssertionError(f"never saved: {said}")

    def _send_once(self, said, key):
        form = urlencode({"said": said, "result": "done", "form_key": key, "csrfmiddlewaretoken": self.token})
        headers = {
            "Cookie": self.cookie,
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{self.place.netloc}",
            "Connection": "close",
        }
        with closing(http.client.HTTPConnection(self.place.hostname, self.place.port, timeout=30)) as line:
            try:
                line.request("POST", "/bellen/noteren/", form, headers)
                return line.getresponse().status
            except (OSError, http.client.HTTPException):
                return 0


def said_in(site) -> Counter:
    """How often each note stands in the database."""
    question = "SELECT said FROM contact_callnote WHERE said LIKE 'kanarie %'"
    if site.database_url:
        with psycopg.connect(site.database_url) as database:
            return Counter(row[0] for row in database.execute(question.replace("%'", "%%'"), ()))
    with closing(sqlite.connect(site.data / "naober.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return Counter(row[0] for row in database.execute(question))


@pytest.fixture
def client(live_site, smtp_sink, page):
    sign_in(Mouse(page), smtp_sink, RENSKE)
    page.goto("/bellen/noteren/")
    return Client(page, live_site)


def send_all(client, site, count):
    killer = Killer(site)
    killer.start()
    try:
        for number in range(count):
            client.send(f"kanarie {number}")
            killer.saved.set()
    finally:
        killer.done.set()
        killer.join()
    return killer.kills


def test_what_was_called_saved_is_there_once(client, live_site, record_property):
    kills = send_all(client, live_site, POSTS)
    record_property("figures", f"{POSTS} forms, {client.tries} times sent, {kills} kills")
    assert said_in(live_site) == {f"kanarie {number}": 1 for number in range(POSTS)}
    assert kills > POSTS / 2
    assert client.tries > POSTS  # some were killed before they answered


def test_a_form_without_a_key_of_its_own_is_seen(client, live_site):
    """The planted fault: a new key at each try. Each form is sent twice, so that chance has no part in it."""
    for number in range(3):
        client.send(f"kanarie {number}", new_key=True)
        client.send(f"kanarie {number}", new_key=True)
    assert set(said_in(live_site).values()) == {2}
