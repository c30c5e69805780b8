"""How fast mail is read: start of the verb, mails per second, the slowest mail, and the memory of the child.

    python -m bench.mail CORPUS_FOLDER [--times 20]

Prints JSON. `start_ms`: from the start of the process to the answer on the first line; `per_second`: the
mails of the folder read again and again by one child.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from naober.post.reading.apart import MailReader
from naober.post.reading.context import load_context

START = "from naober.config.cli import main; main()"


def start_ms(folder: Path, mail: Path) -> float:
    """Milliseconds from the start of the verb to its first answer."""
    began = time.monotonic()
    subprocess.run(  # noqa: S603 - our own interpreter and command
        [sys.executable, "-c", START, "read-mail", "--context", str(folder / "mail_split.json")],
        input=json.dumps({"file": str(mail)}).encode() + b"\n",
        capture_output=True,
        check=True,
    )
    return (time.monotonic() - began) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    mails = sorted((options.corpus / "mail").glob("*.eml"))
    starts = [start_ms(options.corpus, mails[0]) for _ in range(5)]
    taken: dict[str, list[float]] = {mail.name: [] for mail in mails}
    with MailReader(load_context(options.corpus / "mail_split.json")) as reader:
        began = time.monotonic()
        for _ in range(options.times):
            for mail in mails:
                at = time.monotonic()
                reader.read(mail)
                taken[mail.name].append((time.monotonic() - at) * 1000)
        seconds = time.monotonic() - began
    middle = {name: statistics.median(values) for name, values in taken.items()}
    slowest = max(middle, key=lambda name: middle[name])
    report = {
        "start_ms": round(statistics.median(starts), 1),
        "per_second": round(options.times * len(mails) / seconds, 1),
        "median_ms": round(statistics.median(middle.values()), 2),
        "slowest": {"file": slowest, "ms": round(middle[slowest], 2)},
        "child_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1),
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
