"""The child process that reads mails: length and bytes in, one line of JSON out, until its input ends.

It must stand alone: no Django, no settings, no network. Limits come first, before anything that reads.
"""

import json
import resource
import struct
import sys
from typing import BinaryIO

MOST_MEMORY = 512 * 1024 * 1024
MOST_CPU_SECONDS = 600


def main() -> None:
    """Answer every mail on standard input. The context of the reader is the first argument."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from naober.post.incoming.reader import read  # noqa: PLC0415  only after the limits

    context = json.loads(sys.argv[1])
    while (content := _next(sys.stdin.buffer)) is not None:
        sys.stdout.write(json.dumps(read(content, context)) + "\n")
        sys.stdout.flush()


def _next(source: BinaryIO) -> bytes | None:
    head = source.read(8)
    return source.read(struct.unpack(">Q", head)[0]) if len(head) == 8 else None


if __name__ == "__main__":
    main()
