"""The import order: what an area may see of others, and a file of the files beside it."""

import subprocess
import sys
from pathlib import Path

LINTER = Path(sys.executable).parent / "lint-imports"


def complaints() -> list[str]:
    """What import-linter says of the contracts in `.importlinter`; nothing when all are kept."""
    done = subprocess.run([LINTER, "--no-cache"], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    said = done.stdout + done.stderr
    return [said[max(said.find("Broken contracts"), 0) :]]
