"""A request stops at the views: nothing below them knows that there is a web."""

import ast
from collections.abc import Iterator
from pathlib import Path

WEB = ("django.http", "django.shortcuts")
# config and kit serve the views themselves; who asks, and whether they may, is made out of a request. An
# adapter is how a library of the web behaves here.
ALLOWED_AREAS = {"config", "kit"}
ALLOWED_FILES = {"views.py", "middleware.py", "may.py", "web.py", "adapter.py"}


def complaints() -> list[str]:
    """A sentence per import of the web in a file that is no view."""
    return [
        f"{path}:{node.lineno} imports {module}; a request stops at views"
        for path in sorted(Path("naober").rglob("*.py"))
        if not is_allowed(path)
        for node, module in imports(path)
        if module.startswith(WEB)
    ]


def is_allowed(path: Path) -> bool:
    """Whether the file may know of requests. Views may be a folder; tests call views."""
    in_area = path.parts[2:]
    return bool(
        path.parts[1] in ALLOWED_AREAS
        or path.name in ALLOWED_FILES
        or {"views", "tests"} & set(in_area)
        or path.name == "__init__.py"
    )


def imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported module of a file, with where it stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
        elif isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
