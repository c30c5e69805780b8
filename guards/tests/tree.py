"""A copy of the tree in which a breach can be planted, and the commands that must see it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", "build", "__pycache__", ".*_cache", ".hypothesis")
# What a run of the suite tells its own processes, and these commands must not hear.
NOT_PASSED_ON = ("DATABASE_URL", "PYTEST_", "NAOBER_")


class Tree:
    """A copy of the whole tree in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=NOT_COPIED)

    def append(self, path: str, text: str) -> None:
        """Plant lines at the end of a file."""
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write("\n" + text)

    def write(self, path: str, text: str) -> None:
        """Plant a file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def run(self, module: str, *arguments: str) -> tuple[int, str]:
        """Run `python -m module` in the copy: its exit status and all that it said."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(NOT_PASSED_ON)}
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder,
            env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def guard(self, *names: str) -> tuple[int, str]:
        """Run the guards of those names, or all of them."""
        return self.run("guards", *names)

    def django_check(self) -> tuple[int, str]:
        """Run Django's checks, ours among them."""
        return self.run("django", "check", "--settings", "naober.config.settings")

    def test(self, text: str) -> tuple[int, str]:
        """Plant a test file and run it."""
        self.write("naober/people/tests/test_planted.py", text)
        return self.run("pytest", "--quiet", "-p", "no:cacheprovider", "naober/people/tests/test_planted.py")
