"""A PostgreSQL server that lives as long as one run of the suite: its own folder, its own port."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

USER = "postgres"
# The data is thrown away after the run, so nothing has to survive a power cut.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "unix_socket_directories": "",
}
START_SECONDS = 30


@contextmanager
def temporary_server() -> Iterator[str]:
    """Yield a DATABASE_URL on a free loopback port; the server is gone afterwards.

    The database that the address names does not exist yet: a test run makes `test_` and its name.

    Raises RuntimeError when the server programs are missing or the server does not start.
    """
    programs = newest_programs()
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="naober-postgres-") as folder:
        data = Path(folder) / "data"
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, USER)
        make_data_folder(programs, data)
        options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        log = Path(folder) / "log"
        with log.open("w") as output:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, "-p", str(port), *options],
                stdout=output,
                stderr=output,
                cwd="/",
                user=server_account(),
            )
        try:
            wait_until_ready(server, programs, port, log)
            yield f"postgres://{USER}@127.0.0.1:{port}/naober"
        finally:
            server.send_signal(signal.SIGINT)  # ends its sessions, then itself
            server.wait()


def newest_programs() -> Path:
    """The folder of the newest server programs that Debian's packages installed."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    versions = sorted(found, key=lambda path: float(path.parts[4]))
    if not versions:
        raise RuntimeError("PostgreSQL's server programs are missing (tools/system_packages.sh)")
    return versions[-1].parent


def free_port() -> int:
    """A port of the loopback address that nobody listens on now."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def server_account() -> int | None:
    """The account that the server runs as when we are root, which it refuses; else our own."""
    return pwd.getpwnam(USER).pw_uid if os.geteuid() == 0 else None


def make_data_folder(programs: Path, data: Path) -> None:
    """Make an empty server's data; raises RuntimeError with the program's words when that fails."""
    command = [str(programs / "initdb"), "--pgdata", str(data), "--username", USER, "--auth", "trust"]
    command += ["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd="/", user=server_account()
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr}")


def wait_until_ready(server: subprocess.Popen[bytes], programs: Path, port: int, log: Path) -> None:
    """Return as soon as the server takes connections; raises RuntimeError with its log otherwise."""
    deadline = time.monotonic() + START_SECONDS
    ready = [str(programs / "pg_isready"), "--quiet", "--host", "127.0.0.1", "--port", str(port)]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}")
        time.sleep(0.05)
