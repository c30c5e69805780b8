"""The process tree of a running site holds together: it heals, and it stops as a whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def worker_of(pid: int) -> int | None:
    """The process id of the worker below `pid`; None while there is none."""
    for child in children(pid):
        if Path(f"/proc/{child}/cmdline").read_bytes().endswith(b"\0worker\0"):
            return child
    return None


def wait_for(what: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_worker_that_is_killed_is_started_again(live_site):
    before = worker_of(live_site.tree.pid)
    os.kill(before, signal.SIGKILL)
    wait_for(lambda: worker_of(live_site.tree.pid) not in (None, before))
    assert "De postbode was gestopt en begint opnieuw.\n" in live_site.log


def test_a_site_that_is_asked_to_stop_leaves_no_process(live_site):
    tree = live_site.tree
    grandchildren = [pid for child in children(tree.pid) for pid in children(child)]
    family = [*children(tree.pid), *grandchildren]
    os.kill(tree.pid, signal.SIGTERM)
    assert tree.wait(timeout=20) == 0
    assert [pid for pid in family if Path(f"/proc/{pid}").exists()] == []


def test_a_web_server_that_ends_ends_all(live_site):
    tree = live_site.tree
    (web,) = set(children(tree.pid)) - {worker_of(tree.pid)}
    os.kill(web, signal.SIGKILL)
    assert tree.wait(timeout=20) == -signal.SIGKILL % 256


def test_a_port_that_is_taken_is_said_in_dutch(live_site):
    port = live_site.url.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "naober.config", "serve"],
        env=os.environ | {"PORT": port},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"Op poort {port} draait al iets. Stop dat, of kies een andere: make run PORT=8001\n"
    )
