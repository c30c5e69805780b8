"""Make the data of the minimal page and serve it: `python -m bench.minimal --serve --port 8101`.

Prints one line of JSON with its first page, {"pid": ..., "port": ..., "start_s": ...}, and serves until that
process ends. Another script that takes the same arguments and prints the same can stand in for it.
"""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from bench.load import Page, wait_for

VILLAGES = 22
TEXT = "Signalen van dorp"
WORDS = (
    "verkeer",
    "weg",
    "fietspad",
    "brug",
    "school",
    "speeltuin",
    "sloot",
    "bus",
    "woning",
    "zorg",
    "raad",
)


def build(database: Path, rows: int) -> None:
    """Make a database of `rows` messages about 22 villages, with the one index that the page needs."""
    rng = random.Random(1)  # noqa: S311  the same each time
    messages = (
        (
            rng.randrange(VILLAGES),
            " ".join(rng.choices(WORDS, k=6)),
            " ".join(rng.choices(WORDS, k=60)),
            rng.choice(("idee", "knelpunt")),
            f"20{rng.randrange(16, 27)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02} 12:00:00",
        )
        for _ in range(rows)
    )
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute(
            "CREATE TABLE message (id integer PRIMARY KEY, village integer, title, text, kind, at)"
        )
        connection.executemany(
            "INSERT INTO message (village, title, text, kind, at) VALUES (?, ?, ?, ?, ?)", messages
        )
        connection.execute("CREATE INDEX message_newest ON message (village, at DESC)")


def main() -> None:
    """Build, serve, and clean up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", action="store_true", help="it always does; other such scripts ask for it")
    parser.add_argument("--port", type=int, default=8101)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rows", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="naober-bench-") as folder:
        database = Path(folder) / "minimal.sqlite3"
        build(database, arguments.rows)
        command = [sys.executable, "-m", "gunicorn", "bench.minimal_site:application", "--log-level", "error"]
        command += ["--workers", str(arguments.workers), "--bind", f"127.0.0.1:{arguments.port}"]
        environment = os.environ | {"NAOBER_BENCH_DATABASE": str(database)}
        began = time.perf_counter()
        server = subprocess.Popen(command, env=environment)  # noqa: S603  our own
        wait_for(Page("minimal", arguments.port, "/", TEXT), server)
        started = {"pid": server.pid, "port": arguments.port, "start_s": time.perf_counter() - began}
        print(json.dumps(started), flush=True)
        server.wait()


if __name__ == "__main__":
    main()
