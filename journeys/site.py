"""The product as it runs at a village hall: the verb `serve`, its own data folder, real processes."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

START_SECONDS = 90
LOG = "serve.log"
READY = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "naober.config.settings"
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
BUILD = f"""{READY}
from naober.config.demo.build import build_demo
build_demo()
"""
# An umbrella in which nothing happened yet.
QUIET = f"""{READY}
from testing.house import build_house
build_house()
"""


@dataclass(frozen=True)
class Site:
    """A running site: where its pages are, where its data is, and its process tree."""

    url: str
    data: Path
    tree: subprocess.Popen
    database_url: str = ""

    @property
    def log(self) -> str:
        """All that its processes said."""
        return (self.data / LOG).read_text("utf-8")


@dataclass(frozen=True)
class Seed:
    """A filled database that each site starts from: a folder, or an address on PostgreSQL."""

    data: Path
    database_url: str

    def copy_to(self, data: Path) -> str:
        """Copy the data folder, and the database when it is elsewhere; the DATABASE_URL of the copy."""
        shutil.copytree(self.data, data)
        if not self.database_url:
            return ""
        return new_database(self.database_url, data.parent.name, like=database_name(self.database_url))


def database_name(url: str) -> str:
    return urlsplit(url).path.lstrip("/")


def new_database(url: str, name: str, *, like: str = "template1") -> str:
    """Make a database on the server of `url`, as a copy of another; its own DATABASE_URL."""
    server = urlsplit(url)
    name = "".join(letter if letter.isalnum() else "_" for letter in f"journey_{name}").lower()
    admin = urlunsplit(server._replace(path="/postgres"))
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
    return urlunsplit(server._replace(path=f"/{name}"))


def filled(data: Path, database_url: str = "", build: str = BUILD) -> Seed:
    """Fill an empty data folder (and database) with the cast, the places and the known associations, or by
    another `build`.

    Made in the mode of the demo, so that nothing is mailed. Served outside it, mail really leaves.
    """
    environment = {"NAOBER_DATA": str(data), "DATABASE_URL": database_url, "NAOBER_DEMO": "1"}
    done = subprocess.run(
        [sys.executable, "-c", build],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Seed(data, database_url)


@contextmanager
def serving(data: Path, port: int, **environment: str) -> Iterator[Site]:
    """Run `naober serve` on a port of this machine until the end of the block.

    Its whole process tree is then killed without warning: that may never lose anything. Fails when
    one of the processes reported an error.
    """
    url = f"http://127.0.0.1:{port}"
    settings = {"NAOBER_DATA": str(data), "NAOBER_SITE_URL": url, "PORT": str(port)}
    with (data / LOG).open("w") as log:
        tree = subprocess.Popen(
            [sys.executable, "-m", "naober.config", "serve"],
            env=os.environ | settings | environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    site = Site(url, data, tree, environment.get("DATABASE_URL", ""))
    try:
        wait_until_served(site)
        yield site
    finally:
        with suppress(ProcessLookupError):  # a journey may have stopped it
            os.killpg(tree.pid, signal.SIGKILL)
        tree.wait()
    assert "Traceback" not in site.log, site.log


def wait_until_served(site: Site) -> None:
    """Return when the home page answers; fails with the log when it does not."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(site.url, timeout=30):
                return
        except urllib.error.HTTPError:
            return  # it answers, and what it answers is for a journey to judge
        except OSError as error:  # refused, or no answer yet
            assert site.tree.poll() is None, site.log
            assert time.monotonic() < deadline, f"{error}\n{site.log}"
            time.sleep(0.1)
