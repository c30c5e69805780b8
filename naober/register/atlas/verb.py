"""`naober import-places FILE`: takes a file of places or borders into the register, and says what it did."""

import argparse
import sys
from pathlib import Path

from naober.kit.words import capital, counted
from naober.people.actor import Actor
from naober.register import rules
from naober.register.atlas.actions import summary, take_in_places
from naober.register.atlas.comparing import Differences, NotForUsError, compare
from naober.register.atlas.reading import MOST_BYTES, UnreadableError, read_places_file

SOURCE = "CBS (CC BY 4.0)"


def import_places(arguments: list[str]) -> int:
    """Read the file, compare, take in what is new. Exit status 0; 1 with a Dutch sentence when the file can
    not be used; 2 for wrong use. Asked again with the same file it changes nothing."""
    options = _options(arguments)
    try:
        read = read_places_file(_bytes_of(options.file))
        found = compare(read, options.gemeente)
    except (UnreadableError, NotForUsError) as wrong:
        print(wrong, file=sys.stderr)
        return 1
    if not found.is_empty:
        take_in_places(by=Actor.machine(rules.SETUP), found=found, source=options.bron)
    print(told(found, read.left_out))
    return 0


def told(found: Differences, left_out: int) -> str:
    """What was done, in a few Dutch lines."""
    done = "Er veranderde niets." if found.is_empty else f"{capital(summary(found))}."
    known = f"Er stond al zo: {counted(found.known, 'onderdeel', 'onderdelen')}."
    passed = found.elsewhere + left_out
    rest = f"Overgeslagen, want van een andere gemeente of geen plaats of gemeentegrens: {passed}."
    return "\n".join([done, *([known] if found.known else []), *([rest] if passed else [])])


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="naober import-places", description="Neem plaatsen of een gemeentegrens over uit een bestand."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="GeoJSON of CSV, in graden (WGS84)")
    parser.add_argument("--gemeente", default="", help="alleen deze gemeente; ook als zij nog niet meedoet")
    parser.add_argument("--bron", default=SOURCE, help=f"wie de grens maakte (anders: {SOURCE})")
    return parser.parse_args(arguments)


def _bytes_of(path: Path) -> bytes:
    """What stands in the file, and not much more than may be. Raises UnreadableError."""
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError:
        raise UnreadableError(f"Het bestand {path} is er niet, of het is niet te lezen.") from None
