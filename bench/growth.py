"""Whether a page grows with the journal: `python -m bench.growth`, a few minutes.

Serves two umbrellas that differ in the size of their journal only, 10,000 and 1,000,000 entries, and asks
both for the same pages by turns: the first and the fortieth. Prints JSON: per page the median over the rounds
of p50 at each size, the ratio of the two, and that of each round.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.load import Page, load_average, run_block, run_rounds
from bench.pages import WARM_UP, page_at, run_json, serving_product

SMALL, LARGE = "small", "large"
FILLED = ("entries", "seconds", "database_mb")


def main() -> None:
    """Fill both, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000, help="of the small one")
    parser.add_argument("--times", type=int, default=100, help="how many times as many the large one has")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--requests", type=int, default=100, help="for a page in one round")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="naober-growth-")))
        filled, pages = {}, []
        for size, times in ((SMALL, 1), (LARGE, arguments.times)):
            environment = os.environ | {"NAOBER_DATA": str(folder / size), "NAOBER_DEMO": "0"}
            environment.pop("DATABASE_URL", None)
            (folder / size).mkdir()
            options = ("--entries", str(arguments.entries), "--times", str(times), "--deep")
            filled[size] = run_json("-m", "bench.fill", *options, environment=environment)
            server = stack.enter_context(serving_product(filled[size]["pages"][0], environment))
            pages += [page_at(_named(about, size), server.port) for about in filled[size]["pages"]]
        before = load_average()
        rows = _measure(pages, arguments.requests, arguments.rounds)
    report = {
        "rounds": arguments.rounds,
        "requests_per_round": arguments.requests,
        "pages": rows,
        "filled": {
            size: {key: one[key] for key in ("entries", "seconds", "database_mb")}
            for size, one in filled.items()
        },
        "load_average": {"before": before, "after": load_average()},
    }
    json.dump(report, sys.stdout, indent=1, ensure_ascii=False)
    print()


def _named(about: dict[str, Any], size: str) -> dict[str, Any]:
    return {**about, "name": f"{about['name']} | {size}"}


def _measure(pages: list[Page], requests: int, rounds: int) -> list[dict[str, Any]]:
    """Ask for every page of both by turns; a row for each page."""
    for page in pages:
        run_block(page, 2, WARM_UP)
    figures = run_rounds(pages, 1, requests, rounds)
    rows = []
    for name in dict.fromkeys(page.name.rpartition(" | ")[0] for page in pages):
        small = [one["p50_ms"] for one in figures[f"{name} | {SMALL}"]]
        large = [one["p50_ms"] for one in figures[f"{name} | {LARGE}"]]
        ratios = [after / before for before, after in zip(small, large, strict=True)]
        rows.append(
            {
                "page": name,
                "p50_ms": [round(statistics.median(small), 2), round(statistics.median(large), 2)],
                "ratio": round(statistics.median(large) / statistics.median(small), 3),
                "ratio_of_rounds": [round(ratio, 3) for ratio in sorted(ratios)],
            }
        )
    return rows


if __name__ == "__main__":
    main()
