"""How well messages are read: `read-signals` on labelled messages, beside character n-grams. Prints JSON.

    python -m bench.signals [--corpus FOLDER] [--texts CSV]

The folder holds `signals.jsonl`, `signals_split.json` and `score_signals.py` (or NAOBER_CORPUS does);
it is never committed. `--texts` is a second set, with columns `tekst` and `bundel`. Three sets of our own, in
the tests of `language`, are always measured: the words were widened with the first two of them.
"""

import argparse
import csv
import importlib.util
import json
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.reading_corpus import corpus_folder
from naober.language.messages.verb import answers
from naober.language.places import Gazetteer, shipped_places
from naober.language.words import plain

OWN = Path("naober/language/tests/data")
GRAMS = (3, 4, 5)


def read(texts: list[tuple[str, str]]) -> list[dict]:
    """What the verb answers to pairs of id and text."""
    lines = [json.dumps({"id": key, "text": text}).encode() for key, text in texts]
    return list(answers(lines, Gazetteer(shipped_places())))


def by_grams(texts: list[tuple[str, str]]) -> list[dict]:
    """The same answers, as far as likeness goes, by cosine of character n-grams."""
    counts = [Counter(_grams(text)) for _, text in texts]
    seen = Counter(gram for count in counts for gram in count)
    vectors = []
    for count in counts:
        vector = {
            gram: (1 + math.log(times)) * (math.log((len(texts) + 1) / (seen[gram] + 1)) + 1)
            for gram, times in count.items()
        }
        length = math.sqrt(sum(value * value for value in vector.values()))
        vectors.append({gram: value / length for gram, value in vector.items()})
    return [
        {
            "id": key,
            "similar": [
                {"id": other, "score": _cosine(vectors[at], vectors[to]), "suggested": False}
                for to, (other, _) in enumerate(texts)
                if to != at
            ],
        }
        for at, (key, _) in enumerate(texts)
    ]


def _grams(text: str) -> Iterable[str]:
    spaced = f" {' '.join(plain(text).split())} "
    return (spaced[at : at + size] for size in GRAMS for at in range(len(spaced) - size + 1))


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(value * other.get(gram, 0.0) for gram, value in one.items())


def likeness_figures(groups: dict[str, str | None], rows: list[dict]) -> dict[str, float]:
    """recall@5 and mean reciprocal rank over the texts that have a mate; `groups`: group by id."""
    recalls, reciprocals = [], []
    for row in rows:
        group = groups[row["id"]]
        mates = {key for key, other in groups.items() if group and other == group and key != row["id"]}
        if not mates:
            continue
        order = [entry["id"] for entry in sorted(row["similar"], key=lambda entry: -entry["score"])]
        recalls.append(len(mates & set(order[:5])) / len(mates))
        reciprocals.append(max((1 / (order.index(mate) + 1) for mate in mates if mate in order), default=0.0))
    return {
        "queries": len(recalls),
        "recall_at_5": round(sum(recalls) / len(recalls), 3),
        "mrr": round(sum(reciprocals) / len(reciprocals), 3),
    }


def label_figures(labels: list[dict], rows: list[dict]) -> dict[str, float]:
    """Themes (micro F1), village, kind and scope against the labels of one of our own sets."""
    pairs = list(zip(labels, rows, strict=True))
    hits = sum(len(set(row["themes"]) & set(label["themes"])) for label, row in pairs)
    said = sum(len(row["themes"]) + len(label["themes"]) for label, row in pairs)
    places = sum(row["villages"] == [name for name in [label["village"]] if name] for label, row in pairs)
    return {
        "themes_f1": round(2 * hits / said, 3),
        "village": round(places / len(pairs), 3),
        "kind": round(sum(row["kind"] == label["kind"] for label, row in pairs) / len(pairs), 3),
        "scope": round(sum(row["scope"] == label["scope"] for label, row in pairs) / len(pairs), 3),
        "personal_exact": round(
            sum(set(row["personal_data"]) == set(label["personal_data"]) for label, row in pairs)
            / len(pairs),
            3,
        ),
    }


def own_set(name: str) -> dict:
    """The figures of one of our own sets."""
    labels = [json.loads(line) for line in (OWN / f"{name}.jsonl").read_text("utf-8").splitlines()]
    texts = [(label["id"], label["text"]) for label in labels]
    groups = {label["id"]: label["group"] for label in labels}
    rows = read(texts)
    return {
        "likeness": likeness_figures(groups, rows),
        "ngrams": likeness_figures(groups, by_grams(texts)),
        "labels": label_figures(labels, rows),
    }


def second_set(path: Path) -> dict:
    """The figures of a CSV with `id`, `tekst` and `bundel`."""
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, delimiter=";"))
    texts = [(row["id"], row["tekst"]) for row in table]
    groups = {row["id"]: row["bundel"] or None for row in table}
    return {
        "likeness": likeness_figures(groups, read(texts)),
        "ngrams": likeness_figures(groups, by_grams(texts)),
    }


def labelled_set(folder: Path) -> dict:
    """The scorer's figures on the part of the corpus that lies in `folder`, and those of n-grams."""
    spec = importlib.util.spec_from_file_location("score_signals", folder / "score_signals.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    split = json.loads((folder / "signals_split.json").read_text("utf-8"))
    everything = [json.loads(line) for line in (folder / "signals.jsonl").read_text("utf-8").splitlines()]
    signals = [signal for signal in everything if signal["id"] in set(split["dev"])]
    texts = [(signal["id"], signal["text"]) for signal in signals]
    uncommon = scorer.uncommon_words(everything, split["villages"])
    rows = {row["id"]: row for row in read(texts)}
    grams = {row["id"]: row for row in by_grams(texts)}
    return {
        **scorer.score_similar(signals, rows, uncommon),
        "ngrams": scorer.score_similar(signals, grams, uncommon)["similar"],
        "themes": scorer.score_themes(signals, rows),
        "village": scorer.score_villages(signals, rows),
        "kind": scorer.score_label(signals, rows, "kind"),
        "scope": scorer.score_label(signals, rows, "scope"),
        "personal_data": scorer.score_personal(signals, rows),
    }


def main() -> None:
    """Print all figures that can be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus")
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    figures = {"labelled": labelled_set(corpus_folder(options.corpus))}
    if options.texts:
        figures["texts"] = second_set(options.texts)
    figures |= {name: own_set(name) for name in ("messages", "messages_fresh", "messages_unseen")}
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
