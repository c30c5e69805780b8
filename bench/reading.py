"""How fast papers are read: tagging places, text to items, pdf to items. Prints JSON.

    python bench/reading.py --places CSV [--megabytes 20]

Tagging looks for every name, spelling, adjective, landmark, road and club of all places at once and
keeps whole words, the longest first. `tagging_judged_mb_s` adds the rules that tell a village from a
surname or a firm, on a text as dense with names as a list of decisions. Figures are of one core: time
of this process, for the pdf also of the child that reads the file.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from naober.decisions.reading import read_text
from naober.decisions.reading.files import FileReader
from naober.decisions.reading.traps import Around, trap_of
from naober.decisions.tests.reading import make_files
from naober.language.places import Gazetteer, Place, load_places, with_shipped

SYLLABLES = (
    "aar",
    "ber",
    "ge",
    "ing",
    "ke",
    "loo",
    "meer",
    "op",
    "plas",
    "ste",
    "ver",
    "voor",
    "zijl",
    "ten",
    "gen",
    "pad",
)
EVERYDAY = """
    de het een van in is dat op te en voor met zijn aan niet er om ook als bij of naar door over uit tot nog
    college raad gemeente wordt worden heeft besluit voorstel besloten kosten plan jaar euro bewoners
    wethouder motie fractie stichting bijeenkomst agenda geen zoals richting kantoor inwoners weg 2028
"""
SENTENCE_ENDS = 14  # words, on average
WORDS_PER_NAME = 40


def best_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The least time of processor that `work` took."""
    took = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        took.append(time.process_time() - before)
    return min(took)


def documents_with(names: list[str], megabytes: float) -> list[str]:
    """Texts of about 2 kB in which one word in forty is a name, and half of the others are words that the
    papers use every day, some of which make a rule look closer; a sentence has about fourteen words."""
    rng = random.Random(5)  # noqa: S311 - a bench
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 3)))) for _ in range(20_000)]
    everyday = EVERYDAY.split()
    pieces, size = [], 0
    while size < megabytes * 1e6:
        chance = rng.random()
        words = names if chance < 1 / WORDS_PER_NAME else everyday if chance < 0.5 else vocabulary
        word = rng.choice(words) + ("." if rng.random() < 1 / SENTENCE_ENDS else "")
        pieces.append(word)
        size += len(word.encode()) + 1
    text = " ".join(pieces)
    return [text[at : at + 2000] for at in range(0, len(text), 2000)]


def doubled(places: list[Place]) -> list[Place]:
    """Twice as many places: each once more under its name written backwards."""
    return places + [Place(place.name[::-1].capitalize(), "Elders") for place in places]


def tagging(places: list[Place], megabytes: float) -> dict:
    """Megabytes per second of looking for all places, and of twice as many."""
    texts = documents_with(sorted({place.name for place in places}), megabytes)
    size = sum(len(text.encode()) for text in texts) / 1e6
    one, two = Gazetteer(places), Gazetteer(doubled(places))
    found = [one.find(text) for text in texts]
    once = twice = float("inf")
    for _ in range(6):  # in turn, so that a busy machine weighs on both
        once = min(once, best_seconds(lambda: [one.find(text) for text in texts], 1))
        twice = min(twice, best_seconds(lambda: [two.find(text) for text in texts], 1))
    part = texts[: len(texts) // 20]

    def judged() -> None:
        for text in part:
            for mention in one.find(text):
                trap_of(Around(text, mention, in_title=False, title=""), one)

    return {
        "names": len(places),
        "mentions": sum(map(len, found)),
        "tagging_mb_s": round(size / once, 1),
        "doubling_costs": round(twice / once, 3),
        "tagging_judged_mb_s": round(size / 20 / best_seconds(judged, 2), 1),
    }


def agenda(places: list[str], items: int = 40) -> list[tuple[str, str, str, str]]:
    """Rows of number, title, explanation and decision."""
    return [
        (
            str(number),
            f"Plan {number} voor {places[number % len(places)]}",
            "Het college legt een plan voor. De weg is smal en de bermen zijn stuk. De raming is € 120.000. "
            "Bewoners vragen om een oversteek bij de school, de provincie betaalt de helft.",
            "Aangenomen met 12 stemmen voor en 9 tegen. De wethouder komt er in september op terug.",
        )
        for number in range(1, items + 1)
    ]


def text_to_items(gazetteer: Gazetteer, names: list[str]) -> float:
    """Items per second from text."""
    rows = agenda(names)
    head = "Gemeenteraad\ndonderdag 3 februari 2028\n19:30 - 22:00\n\n"
    text = head + "\n\n".join(f"{n}\n{title}\n{why}\nBesluit\n{what}" for n, title, why, what in rows)
    read_text(text, gazetteer, municipality="Midden-Drenthe")
    seconds = best_seconds(
        lambda: [read_text(text, gazetteer, municipality="Midden-Drenthe") for _ in range(5)]
    )
    return 5 * len(rows) / seconds


def pdf_to_items(gazetteer: Gazetteer, names: list[str], files: int = 20) -> float:
    """Items per second from pdf files, the start of the child left out."""
    rows = agenda(names)
    pages: list[list] = []
    y = 0.0
    for number, title, why, what in rows:
        if y < 150:
            pages.append([])
            y = 790.0
        for text, bold in (
            (f"{number}. {title}", True),
            (why[:95], False),
            (why[95:], False),
            ("Besluit", True),
            (what, False),
        ):
            pages[-1].append((60, y, text.replace("€", "EUR").strip(), bold))
            y -= 14
        y -= 10
    with tempfile.TemporaryDirectory() as folder, FileReader() as reader:
        path = Path(folder) / "lijst.pdf"
        path.write_bytes(make_files.pdf(pages))
        reader.read(path)
        before = time.perf_counter()
        count = 0
        for _ in range(files):
            (part,) = reader.read(path)
            count += len(read_text(part.text, gazetteer, municipality="Midden-Drenthe").items)
        return count / (time.perf_counter() - before)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--places", type=Path, required=True, help="the national CSV")
    parser.add_argument("--megabytes", type=float, default=20)
    options = parser.parse_args()
    places = list(with_shipped(load_places(options.places)))
    gazetteer = Gazetteer(places)
    own = [place.name for place in gazetteer.within("Midden-Drenthe").places]
    report = {
        **tagging(places, options.megabytes),
        "text_items_s": round(text_to_items(gazetteer, own)),
        "pdf_items_s": round(pdf_to_items(gazetteer, own)),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
