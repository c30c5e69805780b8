"""How fast the pages are, beside the least that a page of Django can cost: `python -m bench.pages`.

Fills a fresh database, serves the product and a minimal page with two sync workers each, and asks for the
pages in alternation. Nothing is cached; every answer is checked. Trust the ratios: they are of blocks of the
same round. Prints JSON.
"""

import argparse
import json
import os
import platform
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from bench.load import Page, ask, load_average, memory_mb, run_block, run_rounds, wait_for
from bench.minimal import TEXT as MINIMAL_TEXT

MINIMAL = "minimal"
CLIENTS = (1, 8)
LAUNCHES = 3
WARM_UP = 40
Figures = dict[str, list[dict[str, float]]]


@dataclass(frozen=True)
class Server:
    """A running server: its process, where it listens, and how long it took to its first page."""

    pid: int
    port: int
    first_page_s: float


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    before = load_average()
    with tempfile.TemporaryDirectory(prefix="naober-bench-") as folder:
        environment = os.environ | {"NAOBER_DATA": folder, "NAOBER_DEMO": "0"}
        environment.pop("DATABASE_URL", None)
        filled = run_json("-m", "bench.fill", "--entries", str(arguments.entries), environment=environment)
        launches = [_time_launch(filled["pages"][0], environment) for _ in range(LAUNCHES)]
        with (
            _minimal(arguments.minimal, arguments.entries) as minimal,
            serving_product(filled["pages"][0], environment) as product,
        ):
            report = _measure(arguments, minimal, product, filled["pages"])
    report |= {
        "first_page_s": report["first_page_s"] | {"product": round(statistics.median(launches), 2)},
        "seed": {key: filled[key] for key in ("entries", "seconds", "database_mb")},
        "load_average": {"before": before, "after": load_average()},
        "machine": _machine(),
    }
    json.dump(report, sys.stdout, indent=1, ensure_ascii=False)
    print()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000, help="of the journal: 10000, 100000, 1000000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--requests", type=int, default=200, help="for a page in one round, by turns of a tenth"
    )
    parser.add_argument(
        "--minimal",
        default=os.environ.get("NAOBER_LIMIT_PAGE", ""),
        help="a script in place of bench.minimal, with the same arguments and answer (NAOBER_LIMIT_PAGE)",
    )
    return parser.parse_args()


# --- servers ---------------------------------------------------------------------------------------------


@contextmanager
def serving_product(first: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Server]:
    """Serve the product as the verb `serve` does."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "naober.config.wsgi:application", "--log-level", "warning"]
    began = time.perf_counter()
    server = subprocess.Popen(  # noqa: S603  our own
        [*command, "--workers", "2", "--bind", f"127.0.0.1:{port}"], env=environment
    )
    try:
        wait_for(page_at(first, port), server)
        yield Server(server.pid, port, time.perf_counter() - began)
    finally:
        server.terminate()
        server.wait()


def _time_launch(first: Mapping[str, Any], environment: Mapping[str, str]) -> float:
    with serving_product(first, environment) as server:
        return server.first_page_s


@contextmanager
def _minimal(script: str, rows: int) -> Iterator[Server]:
    """Serve the minimal page: our own, or that of a script that was given."""
    program = [script] if script else ["-m", "bench.minimal"]
    options = ["--serve", "--port", str(_free_port()), "--workers", "2", "--rows", str(rows)]
    launcher = subprocess.Popen(  # noqa: S603  our own
        [sys.executable, *program, *options], stdout=subprocess.PIPE, text=True
    )
    started = json.loads(launcher.stdout.readline())  # type: ignore[union-attr]  # a pipe
    try:
        yield Server(started["pid"], started["port"], started["start_s"])
    finally:
        os.kill(started["pid"], signal.SIGTERM)  # the launcher ends with its server, and cleans up
        launcher.wait()


def page_at(about: Mapping[str, Any], port: int) -> Page:
    """A page as `bench.fill` describes it, at a server."""
    return Page(about["name"], port, about["path"], about["text"], about["cookie"])


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_json(*program: str, environment: Mapping[str, str]) -> dict[str, Any]:
    """What one of our programs prints as JSON."""
    done = subprocess.run(  # noqa: S603  our own
        [sys.executable, *program], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout)


# --- figures ---------------------------------------------------------------------------------------------


def _measure(
    arguments: argparse.Namespace, minimal: Server, product: Server, about: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Run all rounds; the report without what was measured elsewhere."""
    pages = [Page(MINIMAL, minimal.port, "/", MINIMAL_TEXT), *(page_at(one, product.port) for one in about)]
    weights = {page.name: len(ask(page)) for page in pages}
    for page in pages:
        run_block(page, 2, WARM_UP)
    results = []
    for clients in CLIENTS:
        figures = run_rounds(pages, clients, arguments.requests, arguments.rounds)
        results.append({"clients": clients, "pages": [_row(page.name, figures) for page in pages]})
    return {
        "rounds": arguments.rounds,
        "requests_per_round": arguments.requests,
        "results": results,
        "sql_queries": {one["name"]: one["sql_queries"] for one in about},
        "html_bytes": weights,
        "pss_mb": {"product": round(memory_mb(product.pid)), MINIMAL: round(memory_mb(minimal.pid))},
        "first_page_s": {MINIMAL: round(minimal.first_page_s, 2)},
    }


def _row(name: str, figures: Figures) -> dict[str, Any]:
    """The median over the rounds of each figure of one page, and of its ratio to the minimal page the median,
    the lowest and the highest of all rounds."""
    mine, least = figures[name], figures[MINIMAL]
    row: dict[str, Any] = {"page": name}
    for key in mine[0]:
        row[key] = round(statistics.median(one[key] for one in mine), 2)
        ratios = [one[key] / other[key] for one, other in zip(mine, least, strict=True)]
        row[f"{key}_ratio"] = {
            "median": round(statistics.median(ratios), 2),
            "lowest": round(min(ratios), 2),
            "highest": round(max(ratios), 2),
        }
    return row


def _machine() -> dict[str, Any]:
    packages = {name: version(name) for name in ("Django", "gunicorn")}
    return {"cores": os.cpu_count(), "python": platform.python_version(), **packages}


if __name__ == "__main__":
    main()
