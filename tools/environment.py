"""Make the environment in `.venv`, or leave it when it is already right.

    python3 tools/environment.py run    what a volunteer's machine needs, and no more
    python3 tools/environment.py dev    the same, and everything that builds and tests

The file `.venv/installed` says what was installed and from which locked files, so that a second
call returns at once. An environment for `dev` also serves `run`. Only the standard library is
used: this runs before anything is installed.
"""

import hashlib
import shlex
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
MARKER = ENVIRONMENT / "installed"
BOOTSTRAP = ROOT / "requirements" / "uv.txt"
LOCKED = {"run": ROOT / "requirements" / "run.txt", "dev": ROOT / "requirements" / "dev.txt"}
OLDEST_PYTHON = (3, 11)
NOT_POSSIBLE = 3


def marker_for(kind: str) -> str:
    """What the marker must say: the kind, and a fingerprint of all that decides the content."""
    parts = [str(ROOT), sys.version, BOOTSTRAP.read_text("utf-8"), LOCKED[kind].read_text("utf-8")]
    return f"{kind} {hashlib.sha256('|'.join(parts).encode()).hexdigest()}"


def is_ready(kind: str) -> bool:
    """Whether the environment holds at least what `kind` needs, from the files as they are now."""
    if not (MARKER.is_file() and PYTHON.exists()):
        return False
    return MARKER.read_text("utf-8") in {marker_for(kind), marker_for("dev")}


def create() -> None:
    """Make an empty environment with pip and the pinned uv, unless it is there and its Python works."""
    if not PYTHON.exists() or subprocess.run([PYTHON, "-c", ""], check=False).returncode:
        try:
            venv.EnvBuilder(clear=True, symlinks=True, with_pip=True).create(ENVIRONMENT)
        except subprocess.CalledProcessError:
            stop("Deze Python kan geen omgeving maken. Op Debian en Ubuntu: apt-get install python3-venv")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "--requirement", BOOTSTRAP], check=True)


def install(kind: str) -> None:
    """Make the content of the environment equal to the locked files, hashes checked."""
    uv: list[str | Path] = [ENVIRONMENT / "bin" / "uv", "pip", "sync", "--quiet", "--python", PYTHON]
    subprocess.run([*uv, "--require-hashes", LOCKED[kind]], check=True)
    add_naober()


def add_naober() -> None:
    """Let this working copy itself be the installed package: one path file and the command.

    Building a package would need a build back end that is in no locked file; a path needs nothing.
    """
    question = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([PYTHON, "-c", question], check=True, capture_output=True, text=True)
    (Path(answer.stdout.strip()) / "naober.pth").write_text(f"{ROOT}\n", "utf-8")
    command = ENVIRONMENT / "bin" / "naober"
    # Through sh, since a first line "#!" fails in a folder with a space in its name. -P keeps the
    # folder where somebody works from shadowing modules.
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -P -m naober.config "$@"\n', "utf-8")
    command.chmod(0o755)


def stop(message: str) -> None:
    """Say in one line what is missing, and end with the status for "not possible here"."""
    print(message, file=sys.stderr)
    raise SystemExit(NOT_POSSIBLE)


def main(kind: str) -> None:
    """Bring the environment in order for `kind` and print the seconds that it took."""
    if sys.version_info < OLDEST_PYTHON:
        stop(f"Naober vraagt Python 3.11 of nieuwer; dit is {sys.version.split()[0]}.")
    began = time.monotonic()
    if not is_ready(kind):
        print("Even geduld: de pakketten komen van het net.", flush=True)
        create()
        MARKER.unlink(missing_ok=True)
        install(kind)
        MARKER.write_text(marker_for(kind), "utf-8")
    print(f"{'pakketten':<24} {time.monotonic() - began:6.1f} s", flush=True)


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["dev"]):
        raise SystemExit("usage: environment.py run | dev")
    main(sys.argv[1])
