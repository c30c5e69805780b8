"""A disk that is full for a while. A program of its own, since the limit holds for a whole process.

    python -m naober.post.tests.full_disk '{"fault": ""}'

No file of this process may grow beyond a little more than it is: that is what a full disk does to the
database and to the files beside it. Some mails come in, then the disk is full, then there is room again; a
mail that was not acknowledged stays at its source and comes again.
"""

import json
import resource
import signal
import sys
from pathlib import Path

from naober.post.tests import lives  # sets Django up

from django.conf import settings  # isort: skip
from django.db import DatabaseError, connection  # isort: skip

from naober.post.incoming import door  # isort: skip
from naober.post.models import Receipt  # isort: skip

MAILS = 40
BEFORE = 5


def main(fault=""):
    lives.only_this_area()
    lives.plant(fault)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # else the process ends where a full disk gives an error
    source = {
        f"{number:016x}": lives.mail(f"{number:016x}", number) + b"x" * 4_000 for number in range(MAILS)
    }
    canaries = list(source)
    deliver(source, canaries[:BEFORE])
    limit_to(most_bytes())
    failed = deliver(source, canaries[BEFORE:])
    read_while_full = Receipt.objects.count()
    limit_to(None)
    failed_after = deliver(source, list(source))
    ledger = lives.Ledger(None)
    ledger.put = dict.fromkeys(canaries)
    halves = list(Path(settings.NAOBER_DATA).rglob("*.half"))
    told = {"failed": failed, "read_while_full": read_while_full, "failed_after": failed_after}
    print(json.dumps(told | {"left": len(source), "halves": len(halves)} | lives.facts(ledger)))


def deliver(source, canaries):
    """Let these mails come in; how many could not be kept."""
    failed = 0
    for canary in canaries:
        try:
            door.take_in(source[canary], remove=lambda canary=canary: source.pop(canary))
        except (OSError, DatabaseError):
            failed += 1
    return failed


def most_bytes():
    """How large a file may be while the disk is full: on PostgreSQL only the mails are files of ours."""
    if connection.vendor != "sqlite":
        return 2_000
    return max(path.stat().st_size for path in Path(settings.NAOBER_DATA).glob("*.sqlite3*")) + 60_000


def limit_to(size):
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
