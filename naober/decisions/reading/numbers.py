"""Numbers of agenda points: "7", "7.1", "9a", "004.b", "B.2", and which one may follow which."""

import re

NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-z])?|[A-Z]{1,2}(?:\.?[0-9O]{1,2})?(?:\.[A-Z0-9]{1,2}){0,2})"
DIGITS = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-z])?"

Key = tuple[int, ...]


def key_of(number: str) -> Key:
    """The number as comparable steps: "7.10" -> (7, 10), "9a" -> (9, 1), "B.2" -> (1002, 2)."""
    steps: list[int] = []
    for part in re.findall(r"\d+|[a-z]|[A-Z]+", number):
        if part.isdigit():
            steps.append(int(part))
        elif part.islower():
            steps.append(ord(part) - 96)
        else:
            steps.append(1000 + ord(part[0]) - 64 + 30 * (len(part) - 1))
    return tuple(steps)


ROMAN = {text: value for value, text in enumerate(
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII", "XVIII", "XIX", "XX"], start=1
)}  # fmt: skip


def roman_value(text: str) -> int | None:
    """The value of a Roman number up to twenty, or None."""
    return ROMAN.get(text)


def is_first(key: Key) -> bool:
    """True for a number with which a list can begin: 1, 0, A, I, 1.1, A.1."""
    return all(step in (0, 1, 1001, 2001) for step in key)


def follows(last: Key, key: Key) -> float:
    """How well `key` follows `last` in a list: 1 is the next one, 0 means it can not follow."""
    if key[: len(last)] == last and len(key) == len(last) + 1:
        return {0: 0.9, 1: 1.0, 2: 0.5}.get(key[-1], 0.1)
    for depth in range(len(last), 0, -1):
        if key[: depth - 1] != last[: depth - 1] or len(key) < depth:
            continue
        step = key[depth - 1] - last[depth - 1]
        if step < 1:
            continue
        score = 1.0 if step == 1 else 0.5 if step <= 3 else 0.15 if step <= 12 else 0.0
        if len(key) > depth:  # "6" -> "7.1": the heading "7" is not there
            score *= 0.9 if key[depth:] == (1,) * (len(key) - depth) else 0.3
        return score
    return 0.0
