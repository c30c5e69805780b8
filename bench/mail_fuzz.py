"""Mails changed at random, read one after another: does one crash the reader, how long does the worst take?

    python -m bench.mail_fuzz CORPUS_FOLDER [--mails 100000] [--seed 1]

Prints JSON. `worst_seconds` is of the processor, so that a busy machine does not count.
A crash ends the run with its trace, and the mail stands in `--keep`.
"""

import argparse
import json
import random
import time
from pathlib import Path

from bench.mail_corpus import load_corpus
from naober.post.reading.read import read_mail

LARGEST = 12_000
PIECES = [
    b"", b"\0", b"\r", b"\n", b"\n\n", b"=", b"--", b'"', b"\xff", b"=?", b";", b"<", b">", b"<div>", b"> ",
    b":", b"@", b"\xc3", b"Van: ", b"=?utf-8?B?", b"'", b"\x1b", b"(", b"boundary=",
]  # fmt: skip


def changed(mail: bytes, rng: random.Random) -> bytes:
    """The mail with up to thirty pieces put in, taken out or doubled."""
    data = bytearray(mail)
    for _ in range(rng.randint(1, 30)):
        at, chance = rng.randrange(len(data) + 1), rng.random()
        if chance < 0.5:
            data[at : at + rng.randint(0, 6)] = rng.choice(PIECES)
        elif chance < 0.7:
            copied = rng.randrange(len(data) + 1)
            data[at:at] = data[copied : copied + rng.randint(1, 400)]
        elif chance < 0.85:
            del data[at : at + rng.randint(1, 300)]
        else:
            data[at:at] = rng.choice(PIECES) * rng.randint(1, 200)
    return bytes(data)


def main() -> None:
    """Change, read, count, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--mails", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz.eml"), help="the mail that is being read")
    options = parser.parse_args()
    corpus = load_corpus(options.corpus)
    seeds = [raw for raw, _ in corpus.pairs if len(raw) < LARGEST]
    rng = random.Random(options.seed)  # noqa: S311 - a bench
    unsafe, worst = 0, 0.0
    for _ in range(options.mails):
        mail = changed(rng.choice(seeds), rng)
        began = time.process_time()
        options.keep.write_bytes(mail)
        read = read_mail(mail, corpus.context)
        unsafe += read.may_auto_reply and read.kind not in ("new", "reply")
        worst = max(worst, time.process_time() - began)
    report = {"mails": options.mails, "unsafe": unsafe, "worst_seconds": round(worst, 3)}
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
