"""The authorisation table: who may do what at which address, one file `authorisation.yaml` per area,
or per folder of an area that has grown.

    item_confirm:                           the name of the address
      says: ...                             the same in a sentence, in Dutch, for whoever checks it
      POST: {umbrella: to sitting, board: own to sitting}

A cell says what a role gets: `page` (the page itself), `to <name>` (it leads to that address), and with
`own` before it only at what is of the own village, that of `board`; anybody else's is as if it were not
there. Whom a line does not name is refused: a visitor is sent to sign in, somebody we know reads that
this page is not there. `everybody`, `known` (all but the visitor) and `umbrella` (its board and its
officer) name several roles; the narrower name counts. HEAD is as GET; a method without a line answers 405
to everybody. What does not exist is not there, for whoever may see a thing; else it is as what is not theirs.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

import naober

ROLES = (
    "visitor",
    "resident",
    "board",
    "other_board",
    "umbrella_board",
    "officer",
    "coordinator",
    "alderman",
    "ended",
)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
WHOSE = ("own", "other", "none")
"""Something of the village of `board`, something of a village of nobody's here, and what is not there."""

GROUPS = {
    "everybody": ROLES,
    "known": ROLES[1:],
    "umbrella": ("umbrella_board", "officer"),
    **{role: (role,) for role in ROLES},
}
NOT_HERE, SIGN_IN, NO_METHOD = "not here", "to account_request_login_code", "no such method"


def rows() -> dict[str, dict]:
    """Every row by the name of its address; each knows the area whose file it is in."""
    found: dict[str, dict] = {}
    house = Path(naober.__file__).parent
    for path in sorted(house.rglob("authorisation.yaml")):
        for name, row in yaml.safe_load(path.read_text("utf-8")).items():
            assert name not in found, f"{name} has two rows"
            found[name] = {**row, "area": path.relative_to(house).parts[0]}
    return found


def expected(row: dict, role: str, method: str, whose: str) -> str:
    """What `role` gets for `method` at something of `whose`."""
    line = row.get("GET" if method == "HEAD" else method)
    if line is None:
        return NO_METHOD
    words = cell(line, role).split(" ", 1)
    only_own = words[0] == "own"
    answer = words[1] if only_own else " ".join(words)
    if not answer or (only_own and whose != "own"):
        return refused(role)
    return missing(line, role) if whose == "none" else answer


def cell(line: dict[str, str], role: str) -> str:
    """What a line says of a role, by its narrowest name; "" when it does not name it."""
    assert set(line) <= set(GROUPS), line
    named = [group for group in GROUPS if role in GROUPS[group] and group in line]
    return line[min(named, key=lambda group: len(GROUPS[group]))] if named else ""


def missing(line: dict[str, str], role: str) -> str:
    """What is not there: nobody need sign in to learn that a public page does not exist."""
    return NOT_HERE if "everybody" in line else refused(role)


def refused(role: str) -> str:
    return SIGN_IN if role == "visitor" else NOT_HERE


def combinations(has_thing: bool) -> Iterator[tuple[str, str, str]]:
    """Every role, method and, at an address of a thing, whose thing it is."""
    for role in ROLES:
        for method in METHODS:
            for whose in WHOSE if has_thing else WHOSE[:1]:
                yield role, method, whose
