"""Hard limits of size: a module of at most 400 lines, a function of at most 50.

Migrations and data are free, and tests of the limit on functions. Median and p90 are told, and
are never a reason to fail.
"""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("naober", "testing", "tools", "guards", "journeys", "bench")
MODULE_LINES = 400
FUNCTION_LINES = 50
Function = ast.FunctionDef | ast.AsyncFunctionDef


def complaints() -> list[str]:
    """A sentence per module or function that is too long."""
    found = []
    for path in modules():
        lines = path.read_text("utf-8").count("\n")
        if lines > MODULE_LINES:
            found.append(f"{path} has {lines} lines; at most {MODULE_LINES}")
        if not is_test(path):
            found += [too_long(path, f) for f in functions(path) if length(f) > FUNCTION_LINES]
    return found


def summary() -> str:
    """One line of information: how many functions there are, and how long they are."""
    lengths = [length(f) for path in modules() if not is_test(path) for f in functions(path)]
    if len(lengths) < 2:
        return "no functions to measure"
    p90 = statistics.quantiles(lengths, n=10)[-1]
    median = statistics.median(lengths)
    return f"{len(lengths)} functions outside tests: median {median:.0f}, p90 {p90:.0f} lines"


def modules() -> Iterator[Path]:
    """Every Python file that the limits hold for."""
    for folder in FOLDERS:
        for path in sorted(Path(folder).rglob("*.py")):
            if not {"migrations", "data"} & set(path.parts):
                yield path


def is_test(path: Path) -> bool:
    """Whether a file holds tests or what tests share."""
    return "tests" in path.parts or path.parts[0] == "journeys" or path.name == "conftest.py"


def functions(path: Path) -> Iterator[Function]:
    """Every function of a file, inner ones and methods too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield node


def too_long(path: Path, function: Function) -> str:
    """The sentence about a function over the limit."""
    return f"{path}:{function.lineno} {function.name} has {length(function)} lines; at most {FUNCTION_LINES}"


def length(function: Function) -> int:
    """Lines from `def` to the last, decorators left out."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
