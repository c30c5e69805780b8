"""A database of its own for a test that starts programs of the product, on the server that the suite uses."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

# In memory where there is such a folder: to be killed asks nothing of a disk, and is then ten times as fast.
MEMORY = Path("/dev/shm")  # noqa: S108  each test makes a folder of its own below it


@contextmanager
def own_installation(**environment: str) -> Iterator[dict[str, str]]:
    """The environment of an installation with an empty, migrated database and a data folder of its own."""
    place = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="naober-own-", dir=place) as folder, own_database() as url:
        whole = os.environ | {"NAOBER_DATA": folder, "DATABASE_URL": url} | environment
        whole |= {"DJANGO_SETTINGS_MODULE": "naober.config.settings"}
        command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"]
        subprocess.run(command, env=whole, check=True)  # noqa: S603  our own program
        yield whole


@contextmanager
def own_database() -> Iterator[str]:
    """The DATABASE_URL of an empty database; "" on SQLite, where the data folder holds it."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield ""
        return
    import psycopg  # noqa: PLC0415  only where the suite runs on PostgreSQL
    from psycopg import sql  # noqa: PLC0415  the same

    server = urlsplit(url)
    name = f"own_{uuid4().hex[:12]}"
    with psycopg.connect(urlunsplit(server._replace(path="/postgres")), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(server._replace(path=f"/{name}"))
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
