"""Is the confidence honest: of the villages reported with at least 0.9, how many are right?

Over all (item, village) pairs of the labelled papers, items aligned as the scorer does. Prints JSON with
the precision and the share per band of confidence, for the whole papers and the beginnings.

    python -m bench.reading_calibration --corpus FOLDER --places CSV
"""

import argparse
import json
from pathlib import Path
from types import ModuleType

from bench.reading_corpus import corpus_folder, load_part, load_scorer
from naober.decisions.reading import read_text
from naober.decisions.reading.verb import item_row
from naober.language.places import Gazetteer, load_places, with_shipped

BANDS = (0.9, 0.8, 0.7, 0.0)


def pairs_of(
    scorer: ModuleType, document: dict, label: dict, gazetteer: Gazetteer
) -> list[tuple[float, bool]]:
    """Confidence and rightness of every village reported in one paper."""
    read = read_text(document["text"], gazetteer, municipality=document["municipality"])
    predicted = [item_row(item) for item in read.items]
    gold = [dict(item) for item in label["items"]]
    partner = {at: index for index, at in scorer.align(gold, predicted)}
    pairs = []
    for at, item in enumerate(predicted):
        right = {scorer.place(name) for name in gold[partner[at]]["villages"]} if at in partner else set()
        pairs += [(item["confidence"][name], scorer.place(name) in right) for name in item["villages"]]
    return pairs


def bands(pairs: list[tuple[float, bool]]) -> dict:
    """Precision and share from each band upward."""
    report = {}
    for least in BANDS:
        inside = [right for sure, right in pairs if sure >= least]
        if inside:
            report[f">= {least}"] = {
                "pairs": len(inside),
                "share": round(len(inside) / len(pairs), 3),
                "precision": round(sum(inside) / len(inside), 3),
            }
    return report


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus")
    parser.add_argument("--places", type=Path, required=True)
    options = parser.parse_args()
    folder = corpus_folder(options.corpus)
    scorer = load_scorer(folder)
    gazetteer = Gazetteer(with_shipped(load_places(options.places)))
    report = {}
    for kind in ("full", "short"):
        papers = load_part(folder, kind)
        report[kind] = bands([pair for paper in papers for pair in pairs_of(scorer, *paper, gazetteer)])
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
