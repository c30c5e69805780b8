"""How well reading holds when a paper looks different: the labelled papers, disturbed, scored again.

Kinds: other places (and their landmarks) swapped in, other numbering and layout, titles dropped, lines
joined, faults as of a scanner. Each kind with many seeds; the labels are disturbed along. Prints JSON:
per kind and figure the mean over the seeds, the undisturbed value and the difference.

    python -m bench.reading_disturb --corpus FOLDER --places CSV [--seeds 20]
"""

import argparse
import copy
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from bench.reading_corpus import corpus_folder, load_part, load_scorer
from naober.decisions.reading import read_text
from naober.decisions.reading.verb import item_row
from naober.language.places import Gazetteer, Place, load_places, shipped_places, with_shipped

Pair = tuple[dict, dict]
FIGURES = (
    ("segmentation", "f1"), ("has_decision", "accuracy"), ("outcome", "accuracy"), ("votes", "exact"),
    ("villages_item", "f1"), ("all_villages", "f1"), ("themes", "f1"), ("commitments", "f1"),
    ("speak_until", "accuracy"),
)  # fmt: skip


# ---------------------------------------------------------------- rebuilding a paper from its pieces
def rebuild(document: dict, label: dict, change: Callable[[dict, str], str]) -> Pair:
    """The paper with every item's text passed through `change`; starts and texts of the labels follow."""
    text, items = document["text"], copy.deepcopy(label["items"])
    out, at = [], 0
    size = 0
    for item in items:
        before = text[at : item["start"]]
        new = change(item, text[item["start"] : item["end"]])
        out += [before, new]
        size += len(before)
        at = item["end"]
        item["start"], item["end"], item["text"] = size, size + len(new), new
        size += len(new)
    out.append(text[at:])
    return {**document, "text": "".join(out)}, {**label, "items": items}


def head_and_body(item: dict, text: str) -> tuple[str, str]:
    """An item's text split after its number and title."""
    number, title = item.get("number") or "", item.get("title") or ""
    at = text.find(title) + len(title) if title and title in text[: len(title) + 40] else 0
    if not at and number:
        match = re.match(rf"(?:[-•]\s*)?(?:\d{{1,2}}\.\s+)?{re.escape(number)}[.:]?", text)
        at = match.end() if match else 0
    return text[:at], text[at:]


# ---------------------------------------------------------------- the kinds of disturbance
HEADS = ("{n} {t}", "{n}. {t}", "{n}) {t}", "{n}\n{t}", "Agendapunt {n}: {t}", "Punt {n}. {t}", "{n} | {t} |",
         "{n}  {t}", "- {n} {t}", "{n}\n\n{t}", "{n}. {t}.", "Agendapunt {n}\n{t}", "## {n} {t}")  # fmt: skip


def other_numbering(pair: Pair, rng: random.Random) -> Pair:
    """The same items with another way of writing number and title, in blocks with empty lines between."""
    document, label = pair
    style = rng.choice(HEADS)
    if not any(item.get("number") and item.get("title") for item in label["items"]):
        return pair
    numbered = [item for item in label["items"] if item.get("number")]
    if any(not item.get("title") for item in numbered):
        return pair
    first = label["items"][0]["start"]
    head = re.sub(r"[\s\d.•-]+$", "", document["text"][:first])
    pieces, items, size = [head + "\n\n"], [], len(head) + 2
    for item in copy.deepcopy(label["items"]):
        _, body = head_and_body(item, document["text"][item["start"] : item["end"]])
        body = re.sub(r"\s-$", "", body.rstrip())
        if item.get("number"):
            new = style.format(n=item["number"], t=item["title"]) + (
                "\n" + body.lstrip(" \n") if body.strip() else ""
            )
        else:
            new = document["text"][item["start"] : item["end"]]
        item["start"], item["end"], item["text"] = size, size + len(new), new
        pieces.append(new + "\n\n")
        size += len(new) + 2
        items.append(item)
    return {**document, "text": "".join(pieces)}, {**label, "items": items}


def no_titles(pair: Pair, rng: random.Random) -> Pair:
    """Half of the titles dropped, as portals do; only where items have numbers."""

    def drop(item: dict, text: str) -> str:
        title, number = item.get("title"), item.get("number")
        if not title or not number or rng.random() < 0.5 or title not in text[: len(title) + 40]:
            return text
        item["title"] = ""
        return text.replace(title, "", 1)

    return rebuild(*pair, drop)


def joined_lines(pair: Pair, rng: random.Random) -> Pair:
    """Lines of an item's body run on in one line, as copying from a page does."""

    def join(item: dict, text: str) -> str:
        head, body = head_and_body(item, text)
        if rng.random() < 0.3:
            return text
        return head + re.sub(r"(?<=[.:a-z0-9)])\n(?=[ ]*[A-Z€v\d])(?![ ]*\n)", " ", body)

    return rebuild(*pair, join)


SCAN = {
    "l": "1",
    "O": "0",
    "rn": "m",
    "m": "rn",
    "e": "c",
    "i": "l",
    "ij": "y",
    "u": "ii",
    "fi": "f i",
    "h": "b",
}


def scanned(pair: Pair, rng: random.Random) -> Pair:
    """Faults of a scanner in about one letter in 400, outside numbers and names of places."""
    names = sorted({name for item in pair[1]["items"] for name in item["villages"]}, key=len, reverse=True)
    keep = re.compile("|".join([*map(re.escape, names), r"\d[\d.:-]*"]))

    def fault(item: dict, text: str) -> str:
        head, body = head_and_body(item, text)
        return head + "".join(
            piece if keep.fullmatch(piece) else _faulty(piece, rng)
            for piece in re.split(f"({keep.pattern})", body)
        )

    return rebuild(*pair, fault)


def _faulty(text: str, rng: random.Random) -> str:
    return re.sub(r"rn|ij|fi|[lOmeiuh]", lambda m: SCAN[m[0]] if rng.random() < 0.01 else m[0], text)


def renamed_places(
    ours: list[Place], used: list[Place], municipality: str
) -> tuple[dict[str, str], list[Place]]:
    """For every word of our places a word of another, and the places as they are then called."""
    fresh = iter(used)
    words: dict[str, str] = {}
    new_places = []
    for place in ours:
        name = next(fresh).name
        words[place.name] = name
        made: dict[str, tuple[str, ...]] = {
            "adjectives": (),
            "landmarks": (),
            "clubs": (),
            "roads": (),
            "other_names": (),
        }
        for field, ending in (("landmarks", "hoes"), ("roads", "laan"), ("clubs", "bel")):
            renamed = []
            for old in getattr(place, field):
                words.setdefault(old, next(fresh).name + ending)
                renamed.append(words[old])
            made[field] = tuple(renamed)
        made["other_names"] = tuple(words.setdefault(o, next(fresh).name) for o in place.other_names)
        made["adjectives"] = tuple(words.setdefault(a, name + "se") for a in place.adjectives)
        new_places.append(Place(name, municipality, place.kind, risky=place.risky, **made))
    return words, new_places


def swap_places(pair: Pair, gazetteer: list[Place], rng: random.Random) -> tuple[Pair, list[Place]]:
    """Other places in the text and the labels, with landmarks, adjectives and clubs of their own."""
    document, label = pair
    ours = [place for place in gazetteer if place.municipality == document["municipality"]]
    pool = [
        p for p in gazetteer if p.municipality != document["municipality"] and not p.risky and len(p.name) > 4
    ]
    pool = [p for p in pool if re.fullmatch(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?", p.name)]
    used = rng.sample(pool, len(ours) * 3)
    words, new_places = renamed_places(ours, used, document["municipality"])
    longest = sorted(words, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w])(" + "|".join(map(re.escape, longest)) + r")(?![\w])")

    def renamed_text(text: str) -> str:
        return pattern.sub(lambda m: words[m[0]], text)

    done = rebuild({**document, "text": document["text"]}, label, lambda item, text: renamed_text(text))
    done[0]["text"] = (
        done[0]["text"][: done[1]["items"][0]["start"]] + done[0]["text"][done[1]["items"][0]["start"] :]
    )
    for item in done[1]["items"]:
        item["villages"] = [renamed_text(name) for name in item["villages"]]
        item["title"] = renamed_text(item.get("title") or "")
        for promise in item.get("commitments", ()):
            promise["text"] = renamed_text(promise["text"])
        item["traps"] = [
            {
                **trap,
                "surface": renamed_text(trap["surface"]),
                "would_report": [renamed_text(v) for v in trap.get("would_report") or []],
            }
            for trap in item["traps"]
        ]
        if item.get("via_per_village"):
            item["via_per_village"] = {renamed_text(k): v for k, v in item["via_per_village"].items()}
    return done, new_places


# ---------------------------------------------------------------- scoring
def figures(scorer: ModuleType, pairs: list[Pair], gazetteers: list[Gazetteer]) -> dict[str, float]:
    """The figures of reading these papers, each with its own gazetteer."""
    counts = []
    for (document, label), gazetteer in zip(pairs, gazetteers, strict=True):
        read = read_text(document["text"], gazetteer, municipality=document["municipality"])
        counts.append(
            scorer.count_document(label, {"id": document["id"], "items": [item_row(i) for i in read.items]})
        )
    measured = scorer.metrics(scorer.total(counts))
    return {f"{a}.{b}": measured[a][b] for a, b in FIGURES if measured.get(a, {}).get(b) is not None}


KINDS = {
    "other_numbering": other_numbering,
    "no_titles": no_titles,
    "joined_lines": joined_lines,
    "scanned": scanned,
}


def main() -> None:
    """Disturb, read, score, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus")
    parser.add_argument("--places", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--kind", choices=("full", "short"), default="full")
    options = parser.parse_args()
    folder = corpus_folder(options.corpus)
    scorer, pairs = load_scorer(folder), load_part(folder, options.kind)
    places = list(with_shipped(load_places(options.places))) or list(shipped_places())
    whole = Gazetteer(places)
    plain = figures(scorer, pairs, [whole] * len(pairs))
    sums: dict[str, dict[str, list[float]]] = {kind: defaultdict(list) for kind in ("other_places", *KINDS)}
    for seed in range(options.seeds):
        for kind, disturb in KINDS.items():
            rng = random.Random(f"{kind}{seed}")  # noqa: S311 - a bench
            disturbed = [disturb(pair, rng) for pair in pairs]
            for name, value in figures(scorer, disturbed, [whole] * len(pairs)).items():
                sums[kind][name].append(value)
        rng = random.Random(f"places{seed}")  # noqa: S311 - a bench
        swapped = [swap_places(pair, places, rng) for pair in pairs]
        own = [Gazetteer(new) for _, new in swapped]
        for name, value in figures(scorer, [pair for pair, _ in swapped], own).items():
            sums["other_places"][name].append(value)
    report = {
        kind: {name: round(sum(v) / len(v), 3) for name, v in values.items()} for kind, values in sums.items()
    }
    every = {name: [report[kind][name] for kind in report if name in report[kind]] for name in plain}
    mean = {name: round(sum(v) / len(v), 3) for name, v in every.items()}
    below = {name: round(plain[name] - mean[name], 3) for name in plain}
    summary = {
        "seeds": options.seeds,
        "undisturbed": {name: round(value, 3) for name, value in plain.items()},
        "kinds": report,
        "mean": mean,
        "below_undisturbed": below,
        "mean_below": round(sum(below.values()) / len(below), 3),
    }
    print(json.dumps(summary, indent=1))


if __name__ == "__main__":
    main()
