"""The process tree of a running site: a web server and a worker, started, watched and stopped together."""

import os
import signal
import socket
import subprocess
import sys
import time
from typing import Any

WATCH_SECONDS = 1.0
STOP_SECONDS = 10


class StopRequestedError(Exception):
    """Somebody asked this process to stop."""


def run_until_stopped(port: str) -> int:
    """Serve pages on `port` and carry out mail, until Ctrl-C or SIGTERM (then 0).

    A worker that ends is started again, since a site that sends no mail looks healthy. When the web
    server ends, all ends, with its exit status: whoever started us sees that and can start anew.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _ask_to_stop)
    web = _start("gunicorn", "naober.config.wsgi:application", *_web_options(port))
    work = _start("naober.config", "worker")
    try:
        while web.poll() is None:
            if work.poll() is not None:
                print("De postbode was gestopt en begint opnieuw.", file=sys.stderr, flush=True)
                work = _start("naober.config", "worker")
            time.sleep(WATCH_SECONDS)
        return web.returncode
    except StopRequestedError:
        return 0
    finally:
        _stop(work)
        _stop(web)


def is_free(port: str) -> bool:
    """Whether nobody listens on this port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", int(port))) != 0


def _web_options(port: str) -> tuple[str, ...]:
    bind = f"127.0.0.1:{port}"
    return ("--workers", "2", "--bind", bind, "--log-level", "warning", "--timeout", "60")


def _start(module: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """Start a program of ours that does not hear Ctrl-C itself: we stop it, in order and in silence."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", module, *arguments]
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child starts with what its parent ignores
    try:
        return subprocess.Popen(command, env=environment)  # noqa: S603  our own programs
    finally:
        signal.signal(signal.SIGINT, heard)


def _ask_to_stop(number: int, frame: Any) -> None:
    raise StopRequestedError


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask a process to end, and end it when it does not: what it was doing is done again later."""
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
