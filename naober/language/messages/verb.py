"""The verb `read-signals`: JSON Lines in, all read to the end, then one line out per line."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from naober.language.likeness import Likeness
from naober.language.places import Gazetteer, load_places, shipped_places, with_shipped

from .reading import ReadMessage, read_message

MOST_SIMILAR = 100
PRINTED_DECIMALS = 4


def main(argv: list[str]) -> int:
    """Run the verb; 0 unless the command itself is wrong (2)."""
    parser = argparse.ArgumentParser(prog="naober read-signals", description=__doc__)
    parser.add_argument("--places", type=Path, help="places as JSON Lines or the national CSV")
    try:
        options = parser.parse_args(argv)
        gazetteer = _gazetteer(options.places)
    except SystemExit as stop:
        return int(stop.code or 0)
    except (OSError, ValueError, KeyError, AttributeError) as error:
        print(f"naober read-signals: {options.places}: {error}", file=sys.stderr)
        return 2
    for answer in answers(sys.stdin.buffer, gazetteer):
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


def _gazetteer(places: Path | None) -> Gazetteer:
    return Gazetteer(with_shipped(load_places(places)) if places else shipped_places())


def answers(lines: Iterable[bytes], gazetteer: Gazetteer) -> Iterator[dict]:
    """One answer per line that is not empty, in order; what can not be read gives an error and counts not."""
    rows: list[tuple[dict, ReadMessage | None]] = []
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            rows.append(_read_line(number, raw, gazetteer))
    # Two lines may carry the same id, so likeness goes by position.
    read = {str(at): message for at, (_, message) in enumerate(rows) if message}
    likeness = Likeness({key: message.fingerprint for key, message in read.items()})
    for at, (answer, message) in enumerate(rows):
        if message:
            answer = {**answer, **_answer(str(at), message, likeness, rows)}
        yield answer


def _read_line(number: int, raw: bytes, gazetteer: Gazetteer) -> tuple[dict, ReadMessage | None]:
    try:
        request = json.loads(raw)
        if not isinstance(request, dict):
            raise TypeError
    except (ValueError, TypeError):
        return _error(None, "bad_line", f"Regel {number} is geen JSON-object."), None
    text = request.get("text")
    if not isinstance(text, str) or not text.strip():
        return _error(request.get("id"), "empty", "Er is geen tekst om te lezen."), None
    places, warnings = gazetteer, []
    municipality = request.get("municipality")
    if municipality:
        places = gazetteer.within(str(municipality))
        if not places.places:
            warnings.append(f"De gemeente {municipality} is niet bekend, dus er zijn geen dorpen gezocht.")
    answer = {"id": request.get("id")}
    return ({**answer, "warnings": warnings} if warnings else answer), read_message(text, places, gazetteer)


def _error(identity: object, code: str, message: str) -> dict:
    return {"id": identity, "error": {"code": code, "message": message}}


def _answer(
    key: str, message: ReadMessage, likeness: Likeness, rows: list[tuple[dict, ReadMessage | None]]
) -> dict:
    return {
        "similar": [
            {
                "id": rows[int(other.key)][0]["id"],
                "score": round(other.score, PRINTED_DECIMALS),
                "suggested": other.suggested,
            }
            for other in likeness.similar_to(key, MOST_SIMILAR)
        ],
        "themes": list(message.themes),
        "villages": [message.village] if message.village else [],
        "kind": message.kind,
        "scope": message.scope,
        "personal_data": list(dict.fromkeys(finding.text for finding in message.personal_data)),
    }
