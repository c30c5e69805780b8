"""The run itself is a guard: a part that is red, skipped or too small may never pass for green."""

import pytest

from guards.tests.tree import ROOT
from tools import suite
from tools.suite import Outcome


@pytest.fixture(autouse=True)
def minimum(tmp_path, monkeypatch):
    file = tmp_path / "tests.minimum"
    file.write_text("# words\nsqlite 3\njourneys 1\n", "utf-8")
    monkeypatch.setattr(suite, "MINIMUM", file)


def outcome(name="sqlite", *, green=True, passed=3, failed=0, skipped=0):
    return Outcome(name, 1.0, green, {"passed": passed, "failed": failed, "skipped": skipped})


def test_green_parts_give_no_complaint():
    assert suite.complaints([Outcome("style", 1.0, green=True), outcome()]) == []


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (Outcome("style", 1.0, green=False), "style: red"),
        (outcome(skipped=1), "sqlite: 1 skipped; a test runs or is removed"),
        (outcome(passed=2), "sqlite: fewer tests than the 3 of tests.minimum"),
        (Outcome("sqlite", 1.0, green=True), "sqlite: fewer tests than the 3 of tests.minimum"),
    ],
)
def test_what_is_not_good_enough(bad, complaint):
    assert suite.complaints([bad]) == [complaint]


def test_a_report_is_counted_by_result(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="1"/></testsuites>', "utf-8"
    )
    assert suite.read_report(report) == {"passed": 5, "failed": 3, "skipped": 1}


def test_a_run_that_did_not_come_to_testing_counts_nothing(tmp_path):
    assert suite.read_report(tmp_path / "no.xml") == {}


def test_the_closing_line_has_the_form_of_pytest():
    line = suite.closing_line([outcome(), outcome("journeys", passed=1)], 61.5, good=True)
    assert line.strip("=") == " 4 passed in 61.50s "


def test_the_closing_line_of_a_red_run_never_says_only_passed():
    line = suite.closing_line([outcome()], 1.0, good=False)
    assert line.strip("=") == " 1 failed, 3 passed in 1.00s "


def test_every_test_is_in_a_suite():
    suites = {part.tests for part in (suite.GUARDS, suite.ON_SQLITE, suite.ON_POSTGRESQL, suite.JOURNEYS)}
    found = {path.relative_to(ROOT).parts[0] for path in ROOT.rglob("test_*.py")}
    assert found - {".venv", "var", "build"} == suites


def test_what_is_soaked_is_there_and_takes_its_number():
    words = {path: (ROOT / path).read_text("utf-8") for path in suite.SOAKED}
    used = {name for name in suite.SOAK for text in words.values() if f'"{name}"' in text}
    assert used == set(suite.SOAK)
