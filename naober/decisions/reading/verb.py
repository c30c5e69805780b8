"""The verb `read-decisions`: JSON Lines in, JSON Lines out, one line per line, at once."""

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from naober.language.places import Gazetteer, load_places, shipped_places, with_shipped

from .changes import Change, changes_between
from .document import ReadDocument, ReadItem, read_text
from .files import FileReader, Part, Refusal


def main(argv: list[str]) -> int:
    """Run the verb; 0 unless the command itself is wrong (2)."""
    parser = argparse.ArgumentParser(prog="naober read-decisions", description=__doc__)
    parser.add_argument("--places", type=Path, help="places as JSON Lines or the national CSV")
    try:
        options = parser.parse_args(argv)
        gazetteer = _gazetteer(options.places)
    except SystemExit as stop:
        return int(stop.code or 0)
    except (OSError, ValueError, KeyError, AttributeError) as error:
        print(f"naober read-decisions: {options.places}: {error}", file=sys.stderr)
        return 2
    with FileReader() as reader:
        for answer in answers(sys.stdin.buffer, gazetteer, reader):
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0


def _gazetteer(places: Path | None) -> Gazetteer:
    return Gazetteer(with_shipped(load_places(places)) if places else shipped_places())


def answers(lines: Iterable[bytes], gazetteer: Gazetteer, reader: FileReader) -> Iterable[dict]:
    """One answer per line; lines that share `meeting` are versions of one paper and give changes."""
    meetings: dict[str, ReadDocument] = {}
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        try:
            request = json.loads(raw)
            if not isinstance(request, dict):
                raise TypeError
        except (ValueError, TypeError):
            yield _error({"id": None}, "bad_line", f"Regel {number} is geen JSON-object.")
            continue
        try:
            document = read_request(request, gazetteer, reader)
        except Refusal as refusal:
            yield _error(request, refusal.code, refusal.message)
            continue
        yield answer_of(request, document, meetings)


def _error(request: dict, code: str, message: str) -> dict:
    key = "id" if "id" in request else "file"
    return {key: request.get(key), "error": {"code": code, "message": message}}


def read_request(request: dict, gazetteer: Gazetteer, reader: FileReader) -> ReadDocument:
    """The document that one request line names. Raises Refusal when it can not be read."""
    municipality = request.get("municipality") or None
    today = _day(request.get("today"))
    if request.get("file"):
        parts = reader.read(Path(str(request["file"])))
    elif isinstance(request.get("text"), str) and request["text"].strip():
        parts = [Part("", request["text"])]
    else:
        raise Refusal("empty")
    return read_parts(parts, gazetteer, municipality=municipality, today=today)


def read_parts(
    parts: list[Part], gazetteer: Gazetteer, *, municipality: str | None, today: date | None
) -> ReadDocument:
    """The part that is a paper of a meeting: of a mail with attachments the one with the most items."""
    read = [read_text(part.text, gazetteer, municipality=municipality, today=today) for part in parts]
    return max(read, key=lambda document: len(document.items))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def answer_of(request: dict, document: ReadDocument, meetings: dict[str, ReadDocument]) -> dict:
    """The output line for a document that was read; `meetings` remembers the last version of each."""
    answer: dict = {"id": request.get("id"), "items": [item_row(item) for item in document.items]}
    if document.warnings:
        answer["warnings"] = list(document.warnings)
    meeting = request.get("meeting")
    if meeting is not None:
        before = meetings.get(str(meeting))
        changes = changes_between(before, document) if before else ()
        answer["changes"] = [change_row(change) for change in changes]
        meetings[str(meeting)] = document
    return answer


def change_row(change: Change) -> dict:
    """One change as the verb prints it."""
    return {"number": change.number, "kinds": list(change.kinds)}


def item_row(item: ReadItem) -> dict:
    """One item as the verb prints it."""
    return {
        "number": item.number,
        "title": item.title,
        "text": item.text,
        "start": item.start,
        "end": item.end,
        "has_decision": item.has_decision,
        "outcome": item.outcome,
        "votes": item.votes,
        "villages": list(item.villages),
        "all_villages": item.all_villages,
        "themes": list(item.themes),
        "commitments": [
            {"text": c.text, "who": c.who, "due": c.due.isoformat() if c.due else None}
            for c in item.commitments
        ],
        "speak_until": item.speak_until.isoformat(timespec="minutes") if item.speak_until else None,
        "sub_decisions": [
            {"title": sub.title, "outcome": sub.outcome, "votes": sub.votes} for sub in item.sub_decisions
        ],
        "reasons": [{"village": r.village, "quote": r.quote} for r in item.reasons],
        "confidence": item.confidence,
    }
