"""Run everything that decides whether a change may land, and say how long each part took.

    python -m tools.suite check    what needs no server and no browser: style, types, guards, Django's checks
    python -m tools.suite test     that, and every test: on SQLite, on PostgreSQL, and in a real browser
    python -m tools.suite soak     the tests that take a number, with ten times as much

A part that fails does not stop the next one: one run shows all that is wrong. Fails, too, when a
test was skipped or when fewer tests ran than `tests.minimum` says.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from tools.postgres import temporary_server

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / ".venv" / "bin"
MINIMUM = ROOT / "tests.minimum"
WORKERS = "2"


@dataclass(frozen=True)
class Part:
    """One command of the run. `tests` is the folder of its tests, "" when it runs none."""

    name: str
    command: tuple[str, ...]
    tests: str = ""


@dataclass
class Outcome:
    """What a part came to: seconds, whether it was green, and its tests by result."""

    name: str
    seconds: float
    green: bool
    tests: dict[str, int] = field(default_factory=dict)

    def count(self, result: str) -> int:
        """How many tests of this part ended so; 0 when it ran none."""
        return self.tests.get(result, 0)


def program(name: str, *arguments: str) -> tuple[str, ...]:
    """The command that runs a program of the environment."""
    return (str(PROGRAMS / name), *arguments)


def django(*arguments: str) -> tuple[str, ...]:
    """The command that asks Django something about this product."""
    return program("python", "-m", "django", *arguments, "--settings", "naober.config.settings")


def suite(name: str, folder: str, *options: str) -> Part:
    """A part that runs the tests of one folder, its name is the line in `tests.minimum`."""
    return Part(name, program("pytest", "--quiet", "--numprocesses", WORKERS, *options, folder), folder)


CHECKS = (
    Part("style", program("ruff", "check", "--output-format", "concise")),
    Part("format", program("ruff", "format", "--check", "--output-format", "concise")),
    Part("types", program("mypy")),
    Part("house", program("python", "-m", "guards")),
    Part("settings", django("check", "--fail-level", "WARNING")),
    Part("migrations", django("makemigrations", "--check", "--dry-run")),
)
GUARDS = suite("guards", "guards")
ON_SQLITE = suite("sqlite", "naober")
# What reads texts knows no database (the guards see to that), so it runs once.
WITHOUT_DATABASE = ("naober/language", "naober/decisions/tests/reading", "naober/post/tests/reading")
ON_POSTGRESQL = suite("postgresql", "naober", *(f"--ignore={folder}" for folder in WITHOUT_DATABASE))
JOURNEYS = suite("journeys", "journeys")
# Whether a page is for everybody lies in its markup, whatever keeps the data.
OF_MARKUP = ("test_every_address_is_for_everybody.py", "test_every_page_is_for_everybody.py")
JOURNEYS_ON_POSTGRESQL = suite(
    "journeys-pg", "journeys", *(f"--ignore=journeys/{module}" for module in OF_MARKUP)
)
# What may take a number, and ten times that of the suite.
SOAKED = (
    "naober/post/tests/test_kill.py",
    "naober/post/tests/test_answers.py",
    "journeys/test_saved_is_saved.py",
)
SOAK = {"SOAK_KILLS": "2000", "SOAK_MAILS": "100000", "SOAK_POSTS": "5000"}


def run(part: Part, **environment: str) -> Outcome:
    """Run one part where all see its output, and read what its tests came to."""
    print(f"\n━━ {part.name}", flush=True)
    began = time.monotonic()
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with tempfile.TemporaryDirectory(prefix="naober-suite-") as folder:
        report = Path(folder) / "report.xml"
        command = [*part.command, f"--junit-xml={report}"] if part.tests else list(part.command)
        done = subprocess.run(command, cwd=ROOT, env=clean | environment, check=False)
        tests = read_report(report) if part.tests else {}
    return Outcome(part.name, time.monotonic() - began, done.returncode == 0, tests)


def read_report(report: Path) -> dict[str, int]:
    """The tests of a pytest report by result; none of them when pytest did not get that far."""
    if not report.exists():
        return {}
    totals = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for found in ElementTree.parse(report).iter("testsuite"):  # noqa: S314  our own file
        for result in totals:
            totals[result] += int(found.get(result, "0"))
    failed = totals["failures"] + totals["errors"]
    passed = totals["tests"] - failed - totals["skipped"]
    return {"passed": passed, "failed": failed, "skipped": totals["skipped"]}


def complaints(outcomes: list[Outcome]) -> list[str]:
    """Every reason why this run is not good enough, in words."""
    found = [f"{outcome.name}: red" for outcome in outcomes if not outcome.green]
    minimum = read_minimum()
    for outcome in outcomes:
        if skipped := outcome.count("skipped"):
            found.append(f"{outcome.name}: {skipped} skipped; a test runs or is removed")
        if outcome.count("passed") < minimum.get(outcome.name, 0):
            found.append(f"{outcome.name}: fewer tests than the {minimum[outcome.name]} of {MINIMUM.name}")
    return found


def read_minimum() -> dict[str, int]:
    """How many tests each suite must have, from `tests.minimum`."""
    lines = (line.split() for line in MINIMUM.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name: int(number) for name, number in lines}


def report(outcomes: list[Outcome]) -> None:
    """Print the time and the number of tests of each part."""
    print("\n━━ time per part")
    for outcome in outcomes:
        tests = f"{outcome.count('passed'):6d} tests" if outcome.tests else ""
        colour = "" if outcome.green else "RED"
        print(f"{outcome.name:<12}{outcome.seconds:8.1f} s {tests:<14}{colour}".rstrip())


def closing_line(outcomes: list[Outcome], seconds: float, good: bool) -> str:
    """The last line of the run, in the form of pytest's own."""
    total = {name: sum(o.count(name) for o in outcomes) for name in ("failed", "passed", "skipped")}
    if not good:
        total["failed"] = max(total["failed"], 1)
    counts = ", ".join(f"{number} {name}" for name, number in total.items() if number)
    return f" {counts or 'no tests ran'} in {seconds:.2f}s ".center(80, "=")


def run_tests() -> list[Outcome]:
    """Run every suite, the same tests on both databases."""
    outcomes = [run(GUARDS), run(ON_SQLITE), run(JOURNEYS)]
    with temporary_server() as url:
        outcomes += [run(part, DATABASE_URL=url) for part in (ON_POSTGRESQL, JOURNEYS_ON_POSTGRESQL)]
    return outcomes


def run_soak() -> list[Outcome]:
    """Run the tests that take a number, each with a large one."""
    return [run(suite(f"soak {Path(path).stem}", path), **SOAK) for path in SOAKED]


def main(wanted: str) -> None:
    """Run what is wanted; exit status 1 when anything is wrong."""
    # Asked to stop, we end as from an error: what was started is stopped, PostgreSQL too.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    began = time.monotonic()
    outcomes = run_soak() if wanted == "soak" else [run(part) for part in CHECKS]
    if wanted == "test":
        outcomes += run_tests()
    report(outcomes)
    wrong = complaints(outcomes)
    print(*wrong, sep="\n")
    if wanted != "check":
        print(closing_line(outcomes, time.monotonic() - began, good=not wrong))
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    if sys.argv[1:] not in (["check"], ["test"], ["soak"]):
        raise SystemExit("usage: python -m tools.suite check | test | soak")
    main(sys.argv[1])
