"""The child that reads mails: apart from everything else, with limits that its parent sets.

The first line on standard input is the context; then one JSON object per line, `{"path": ..., "header_only":
bool}`, answered by `{"mail": {...}}` or `{"error": code}`. Started by `apart.py`.
"""

import json
import sys
from pathlib import Path

from naober.post.reading.context import Context, context_of
from naober.post.reading.read import read_header_only, read_mail


def answer(request: dict, context: Context) -> dict:
    """What stands in the file of one request, or the code of why it can not be read."""
    try:
        with Path(request["path"]).open("rb") as file:
            data = file.read(context.limits.bytes + 1)
    except FileNotFoundError:
        return {"error": "not_found"}
    except (OSError, ValueError):
        return {"error": "unreadable"}
    if not data.strip(b"\0\r\n\t "):
        return {"error": "empty"}
    reader = read_header_only if request.get("header_only") else read_mail
    return {"mail": reader(data, context).row()}


def main() -> None:
    """Answer one request after another until the parent closes the pipe."""
    context = context_of(json.loads(sys.stdin.buffer.readline()))
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(json.loads(line), context)).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
