"""Every code name that a user meets has its Dutch word in docs/woorden.md, and the same in the code.

Walks both ways: each model, each value of a choice and each kind of entry has a row with the word
that the code itself shows, and each row of code names stands for something that is there.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from guards import house
from guards.foreign_keys import area_of

TABLE = Path("docs/woorden.md")
# | `Village` | dorp | what it is |, or | `Entry.audience.public` `Line.audience.public` | iedereen | ... |
ROW = re.compile(r"^\| (?P<codes>`[^|]+`) \| (?P<word>[^|]+?) \|")


def complaints() -> list[str]:
    """A sentence per word that is missing, differs, or stands for nothing."""
    house.set_up_django()
    rows = table()
    shown = dict(code_names())
    found = [f"{code} ({word}) has no row" for code, word in shown.items() if code not in rows]
    found += [
        f"{code} is {word!r} in the code and {rows[code]!r} in the table"
        for code, word in shown.items()
        if code in rows and rows[code] != word
    ]
    return found + [
        f"{code} ({rows[code]}) stands for nothing any more" for code in rows if code not in shown
    ]


def table() -> dict[str, str]:
    """The Dutch word by code name, of every row whose first cell holds code names."""
    found = (ROW.match(line) for line in TABLE.read_text("utf-8").splitlines())
    return {code.strip("`"): row["word"] for row in found if row for code in row["codes"].split()}


def code_names() -> Iterator[tuple[str, str]]:
    """Every code name with the Dutch word that the code shows for it."""
    from django.apps import apps  # noqa: PLC0415  only after the settings are loaded

    from naober.kit.area import entry_kind_words  # noqa: PLC0415  the same

    for model in apps.get_models():
        if not area_of(model):
            continue
        yield model.__name__, str(model._meta.verbose_name)
        for field in model._meta.get_fields():
            for value, word in getattr(field, "flatchoices", ()):
                yield f"{model.__name__}.{field.name}.{value}", str(word)
    for kind, word in entry_kind_words().items():
        yield f"entry:{kind}", word
