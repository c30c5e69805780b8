"""`python -m guards [NAME ...]`: run the guards on the tree in the working folder."""

import sys
from collections.abc import Callable, Sequence

from guards import foreign_keys, imports, lock, requests, sizes, words

GUARDS: dict[str, Callable[[], list[str]]] = {
    "imports": imports.complaints,
    "requests": requests.complaints,
    "sizes": sizes.complaints,
    "lock": lock.complaints,
    "foreign-keys": foreign_keys.complaints,
    "words": words.complaints,
}


def main(names: Sequence[str]) -> int:
    """Run the named guards, or all; print every complaint; 0 when there is none, else 1."""
    wrong = 0
    for name in names or GUARDS:
        for complaint in GUARDS[name]():
            print(f"{name}: {complaint}")
            wrong += 1
    if not names:
        print(sizes.summary())
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
