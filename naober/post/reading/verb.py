"""The verb `read-mail`: JSON Lines in, JSON Lines out, one line per line, at once."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from .apart import MESSAGES, MailReader, Refusal
from .context import context_of, load_context


def main(argv: list[str]) -> int:
    """Run the verb; 0 unless the command itself is wrong (2)."""
    parser = argparse.ArgumentParser(prog="naober read-mail", description=__doc__)
    parser.add_argument("--context", type=Path, required=True, help="our addresses and the limits, as JSON")
    try:
        options = parser.parse_args(argv)
        context = load_context(options.context)
        context_of(context)
    except SystemExit as stop:
        return int(stop.code or 0)
    except (OSError, ValueError) as error:
        print(f"naober read-mail: {options.context}: {error}", file=sys.stderr)
        return 2
    with MailReader(context) as reader:
        for answer in answers(sys.stdin.buffer, reader):
            sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            sys.stdout.buffer.flush()
    return 0


def answers(lines: Iterable[bytes], reader: MailReader) -> Iterable[dict]:
    """One answer per line that is not empty, in their order."""
    for raw in lines:
        if raw.strip():
            yield _answer(raw, reader)


def _answer(raw: bytes, reader: MailReader) -> dict:
    try:
        request = json.loads(raw)
    except ValueError:
        return _error(None, "bad_line")
    name = request.get("file") if isinstance(request, dict) else None
    if not isinstance(name, str) or not name:
        return _error(name, "bad_line")
    try:
        return {"file": name, **reader.read(Path(name))}
    except Refusal as refusal:
        return _error(name, refusal.code)


def _error(name: object, code: str) -> dict:
    return {"file": name, "error": {"code": code, "message": MESSAGES[code]}}
