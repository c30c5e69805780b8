"""Clients that ask a server on this machine for one page again and again, and check every answer.

Plain sockets, one connection per request as sync workers close them: cheap, so that the client is not
what is measured.
"""

import os
import socket
import statistics
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

TIMEOUT = 60
TURNS = 10  # of a round


class WrongAnswerError(RuntimeError):
    """A page was not the page that was asked for, so nothing was measured."""


@dataclass(frozen=True)
class Page:
    """A page to ask for; `text` stands on that page alone, `cookie` says who asks."""

    name: str
    port: int
    path: str
    text: str
    cookie: str = ""


@dataclass
class Block:
    """What one block of requests took, in seconds."""

    wall: float = 0.0
    times: list[float] = field(default_factory=list)

    def add(self, other: "Block") -> None:
        """Count another block of the same page in."""
        self.wall += other.wall
        self.times += other.times

    def figures(self) -> dict[str, float]:
        """p50 and p95 in milliseconds, and requests per second."""
        cuts = statistics.quantiles(self.times, n=20, method="inclusive")
        return {"p50_ms": 1000 * cuts[9], "p95_ms": 1000 * cuts[18], "req_s": len(self.times) / self.wall}


def ask(page: Page) -> bytes:
    """The body of a page. Raises WrongAnswerError unless it is 200 with the text of that page."""
    cookie = f"Cookie: {page.cookie}\r\n" if page.cookie else ""
    request = f"GET {page.path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}Connection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", page.port), timeout=TIMEOUT) as connection:
        connection.sendall(request.encode())
        parts = []
        while part := connection.recv(262_144):
            parts.append(part)
    head, _, body = b"".join(parts).partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200 ") or page.text.encode() not in body:
        raise WrongAnswerError(f"{page.name}: {head[:60]!r}, and {page.text!r} must stand on it")
    return body


def wait_for(page: Page, server: subprocess.Popen[bytes]) -> None:
    """Return as soon as a server that was started gives a page. Raises WrongAnswerError when it does not."""
    deadline = time.monotonic() + TIMEOUT
    while True:
        try:
            ask(page)
        except OSError as error:
            if server.poll() is not None or time.monotonic() > deadline:
                raise WrongAnswerError(f"{page.name}: the server did not start") from error
            time.sleep(0.01)
        else:
            return


def run_block(page: Page, clients: int, requests: int) -> Block:
    """Ask for a page `requests` times, spread over `clients` that ask at the same time."""
    block = Block()
    wrong: list[Exception] = []

    def work() -> None:
        times = []
        try:
            for _ in range(requests // clients):
                began = time.perf_counter()
                ask(page)
                times.append(time.perf_counter() - began)
        except (WrongAnswerError, OSError) as error:
            wrong.append(error)
        block.times.extend(times)

    threads = [threading.Thread(target=work) for _ in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    block.wall = time.perf_counter() - began
    if wrong:
        raise wrong[0]
    return block


def run_rounds(
    pages: Sequence[Page], clients: int, requests: int, rounds: int
) -> dict[str, list[dict[str, float]]]:
    """The figures of each page, one per round. A round goes by turns: each page gets a few requests, in an
    order that rotates, until all had theirs, so that other work on the machine hits all alike."""
    figures: dict[str, list[dict[str, float]]] = {page.name: [] for page in pages}
    for _ in range(rounds):
        blocks = {page.name: Block() for page in pages}
        for turn in range(TURNS):
            first = turn % len(pages)
            for page in (*pages[first:], *pages[:first]):
                blocks[page.name].add(run_block(page, clients, requests // TURNS))
        for name, block in blocks.items():
            figures[name].append(block.figures())
    return figures


def memory_mb(pid: int) -> float:
    """The memory that a process and all below it take for themselves (PSS), in MB."""
    kilobytes = 0
    for one in _tree(pid):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        kilobytes += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return kilobytes / 1024


def _tree(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(below for child in children for below in _tree(int(child)))]


def load_average() -> list[float]:
    """How busy the machine is: over one, five and fifteen minutes."""
    return [round(value, 2) for value in os.getloadavg()]
