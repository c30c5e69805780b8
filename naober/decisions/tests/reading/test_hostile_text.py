import time

import pytest

from naober.decisions.reading import read_text

from .paper import PLACES

HEAD = "Gemeenteraad\ndonderdag 3 februari 2028\n\n1\nOpening\nBesluit\n"
TEXTS = {
    "empty lines": "\n" * 200_000,
    "dashes": "-\n" * 50_000,
    "bare numbers": "\n".join(str(number % 50) for number in range(20_000)),
    "the first number again and again": "1. A\n" * 10_000,
    "spaces": HEAD + " " * 200_000 + "x",
    "brackets": HEAD + "(" * 50_000,
    "votes": HEAD + "10 stemmen voor en 9 stemmen tegen (Zon, Maan) " * 4_000,
    "names": HEAD + "Elp en Spier, " * 5_000,
    "titles of persons": HEAD + "wethouder De wethouder Jan zal " * 6_000,
    "initials": HEAD + "A. B. " * 20_000,
    "speakers": HEAD + "00:00:01 - 00:00:02 - x " * 8_000,
}


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_a_hostile_text_is_read_in_time(kind):
    before = time.process_time()
    read_text(TEXTS[kind], PLACES)
    assert time.process_time() - before < 5
