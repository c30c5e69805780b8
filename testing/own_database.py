"""A database of its own for a test that starts programs of the product, on the server that the suite uses."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

# In memory where there is such a folder: to be killed asks nothing of a disk, and is then ten times as fast.
MEMORY = Path("/dev/shm")  # noqa: S108  each test makes a folder of its own below it


@contextmanager
def own_installation(**environment: str) -> Iterator[dict[str, str]]:
    """The environment of an installation with an empty, migrated database and a data folder of its own."""
    template = migrated()
    place = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="naober-own-", dir=place) as folder:
        shutil.copytree(template["NAOBER_DATA"], folder, dirs_exist_ok=True)
        url = template["DATABASE_URL"] and new_database(like=name_of(template["DATABASE_URL"]))
        try:
            yield template | {"NAOBER_DATA": folder, "DATABASE_URL": url} | environment
        finally:
            drop_database(url)


@cache
def migrated() -> dict[str, str]:
    """The environment of an installation that is only copied from; made once in a run of the tests."""
    folder = tempfile.mkdtemp(prefix="naober-template-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    url = new_database() if os.environ.get("DATABASE_URL") else ""
    atexit.register(drop_database, url)
    whole = os.environ | {"NAOBER_DATA": folder, "DATABASE_URL": url}
    whole |= {"DJANGO_SETTINGS_MODULE": "naober.config.settings"}
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"]
    subprocess.run(command, env=whole, check=True)  # noqa: S603  our own program
    return whole


def new_database(like: str = "template1") -> str:
    """The DATABASE_URL of a new database on the server of the suite, a copy of another."""
    name = f"own_{uuid4().hex[:12]}"
    _ask_server("CREATE DATABASE {} TEMPLATE {}", name, like)
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def drop_database(url: str) -> None:
    """Take a database away that `new_database` made; nothing for ""."""
    if url:
        _ask_server("DROP DATABASE {} WITH (FORCE)", name_of(url))


def name_of(url: str) -> str:
    """The name of the database in a DATABASE_URL."""
    return urlsplit(url).path.lstrip("/")


def _ask_server(statement: str, *names: str) -> None:
    import psycopg  # noqa: PLC0415  only where the suite runs on PostgreSQL
    from psycopg import sql  # noqa: PLC0415  the same

    server = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
