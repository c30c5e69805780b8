"""How well reading holds when a mail looks different: the labelled mails, disturbed, scored again.

Kinds: other people and domains, other programs (quote and forward headers), other closings, endings, HTML
alone, codings, line breaks, marks before subjects, machines that speak otherwise. Each kind with many seeds;
labels are disturbed along. Prints JSON: per kind and figure the mean over the seeds, and what was unsafe.

    python -m bench.mail_disturb CORPUS_FOLDER [--seeds 20] [--errors]
"""

import argparse
import copy
import json
import random
import re
import textwrap
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.mail_corpus import Corpus, load_corpus
from bench.mail_layouts import more_below, other_client, other_closing, plain_of, with_body
from naober.post.reading.context import Context
from naober.post.reading.read import read_mail
from naober.post.reading.subjects import forwards

Pair = tuple[bytes, dict]
FIGURES = (
    ("kind", "accuracy"), ("from", "accuracy"), ("subject", "accuracy"), ("text", "mean_token_f1"),
    ("text", "share_ge_0.95"), ("forwarded_text", "mean_token_f1"), ("author_hint", "accuracy"),
    ("answer", "accuracy"), ("reply_token", "accuracy"), ("attachments", "accuracy"),
)  # fmt: skip
UNSAFE = (("auto_reply", "unsafe"), ("answer", "false_yes"), ("must_not_contain", "violations"))
FIRST = [
    "Harm",
    "Jantien",
    "Roelof",
    "Aaltje",
    "Bertus",
    "Froukje",
    "Lammert",
    "Zwaantje",
    "Egbert",
    "Hilligje",
    "Wietse",
    "Annechien",
    "Geert",
    "Margje",
    "Tinus",
    "Sjoukje",
    "Albert",
    "Wolter",
    "Klaasje",
    "Berend",
]
LAST = [
    "Boerma",
    "ter Horst",
    "van 't Veen",
    "Kuipers-Bakker",
    "de Groot",
    "Wieringa",
    "Oosting",
    "Nijboer",
    "van der Wal",
    "Hoving",
    "Meems",
    "Speelman",
]
DOMAINS = (
    "gmail",
    "hotmail",
    "ziggo",
    "kpnmail",
    "home",
    "live",
    "icloud",
    "planet",
    "xs4all",
    "dorpsbelang",
    "vereniging",
)


# ---------------------------------------------------------------- words of the mail
def _changed_words(
    pair: Pair, rng: random.Random, change: Callable[[str], str], *, as_html: bool = False
) -> Pair:
    raw, label = pair
    text = plain_of(raw)
    if text is None or label["kind"] in ("bounce", "auto", "quarantine", "bulk"):
        return pair
    return with_body(raw, change(text), rng, as_html=as_html), label


def other_programs(pair: Pair, rng: random.Random) -> Pair:
    """The quote or forward header of another program."""
    forward = forwards(pair[1]["subject"] or "")
    return _changed_words(pair, rng, lambda text: other_client(text, forward, rng))


def other_closings(pair: Pair, rng: random.Random) -> Pair:
    """Another closing formula."""
    return _changed_words(pair, rng, lambda text: other_closing(text, rng))


def more_endings(pair: Pair, rng: random.Random) -> Pair:
    """A device line or disclaimer more."""
    return _changed_words(pair, rng, lambda text: more_below(text, rng))


def html_alone(pair: Pair, rng: random.Random) -> Pair:
    """HTML without plain text, in the style of one of five programs."""
    return _changed_words(pair, rng, lambda text: text, as_html=True)


def other_codings(pair: Pair, rng: random.Random) -> Pair:
    """Another character set and transfer coding."""
    return _changed_words(pair, rng, lambda text: text)


def wrapped(pair: Pair, rng: random.Random) -> Pair:
    """Hard breaks at 60 to 78 characters, as old programs make them."""
    width = rng.randint(60, 78)

    def change(text: str) -> str:
        return "\n".join(_wrapped_line(line, width) for line in text.split("\n"))

    return _changed_words(pair, rng, change)


def _wrapped_line(line: str, width: int) -> str:
    mark = re.match(r"(?:> ?)*", line)
    before = mark[0] if mark else ""
    if re.match(r"(?:Van|From|Aan|To|Onderwerp|Subject|Op |On |Am )", line[len(before) :]):
        return line
    pieces = textwrap.wrap(line[len(before) :], width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(before + piece for piece in pieces) or line


# ---------------------------------------------------------------- people and headers
def other_people(pair: Pair, rng: random.Random) -> Pair:
    """Another name and address for the sender, in headers, words and label."""
    raw, label = pair
    head = raw.split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    found = re.search(rb'(?m)^From: "?([A-Z][\w.\xc3-]+) ([\w\xc3. -]+?)"? <([^@>]+)@([^>]+)>', head)
    if not found or label["kind"] in ("quarantine", "bounce") or b"base64" in raw[: len(head) + 400]:
        return pair
    first, last, local, domain = (part.decode("utf-8", "replace") for part in found.groups())
    new_first, new_last = rng.choice(FIRST), rng.choice(LAST)
    new_local = rng.choice(
        [new_first.lower(), f"{new_first[0].lower()}.{new_last.split()[-1].lower()}", "secretaris"]
    )
    swaps = [
        (f"{local}@{domain}", f"{new_local}@{rng.choice(DOMAINS)}.example"),
        (f"{first} {last}", f"{new_first} {new_last}"),
        (first, new_first),
        (last, new_last),
    ]  # fmt: skip
    new_label = json.loads(_swapped(json.dumps(label, ensure_ascii=False), swaps))
    new_label["file"] = label["file"]
    return _swapped(raw.decode("utf-8", "surrogateescape"), swaps).encode(
        "utf-8", "surrogateescape"
    ), new_label


def _swapped(text: str, swaps: list[tuple[str, str]]) -> str:
    for old, new in swaps:
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new.replace("\\", ""), text)
    return text


def other_marks(pair: Pair, rng: random.Random) -> Pair:
    """Other marks before the subject: RE, Antw, AW; FW, Fwd, Doorst, WG."""
    raw, label = pair
    label = copy.deepcopy(label)
    subject = label["subject"] or ""
    for old, new in (
        (r"re", ("RE", "Re", "Antw", "AW", "Betr")),
        (r"fwd?", ("FW", "Fwd", "Fw", "Doorst", "WG")),
    ):
        if re.match(rf"(?i){old}:", subject):
            mark = rng.choice(new)
            label["subject"] = re.sub(rf"(?i)^{old}:", f"{mark}:", subject)
            raw = re.sub(
                rb"(?mi)^(Subject: )" + old.encode() + rb":", rb"\g<1>" + mark.encode() + b":", raw, count=1
            )
            break
    return raw, label


def other_machines(pair: Pair, rng: random.Random) -> Pair:
    """Machines, lists and filters that give themselves away by another mark."""
    raw, label = pair
    marks = {
        "bulk": ["List-Id: <nieuws.example>", "Precedence: bulk", "Precedence: list"],
        "spam_suspect": ["X-Spam-Flag: YES", "X-Spam-Status: Yes, score=12", "X-Rspamd-Action: add header"],
        "auto": ["Auto-Submitted: auto-replied (vacation)", "X-Autoreply: yes", "Precedence: auto_reply"],
    }.get(label["kind"])  # fmt: skip
    if not marks:
        return pair
    raw = re.sub(
        rb"(?mi)^(?:List-\w+|Precedence|X-Spam-\w+|Auto-Submitted|X-Auto\w*):.*\n(?:[ \t].*\n)*", b"", raw
    )
    return rng.choice(marks).encode() + b"\n" + raw, label


KINDS: dict[str, Callable[[Pair, random.Random], Pair]] = {
    change.__name__: change
    for change in (
        other_programs, other_closings, more_endings, html_alone, other_codings, wrapped, other_people,
        other_marks, other_machines,
    )
}  # fmt: skip


def everything(pair: Pair, rng: random.Random) -> Pair:
    """Three kinds, one after another."""
    for name in rng.sample(sorted(KINDS), 3):
        pair = KINDS[name](pair, rng)
    return pair


# ---------------------------------------------------------------- scoring
def figures(
    corpus: Corpus, pairs: list[Pair], context: Context
) -> tuple[dict[str, float], dict[str, int], list[dict]]:
    """The figures of reading these mails, the counts of what is unsafe, and what went wrong."""
    rows = {label["file"]: {"file": label["file"], **read_mail(raw, context).row()} for raw, label in pairs}
    measured, errors = corpus.scorer.score([label for _, label in pairs], rows)
    values = {f"{a}.{b}": measured[a][b] for a, b in FIGURES if measured.get(a, {}).get(b) is not None}
    return values, {f"{a}.{b}": measured[a][b] for a, b in UNSAFE}, errors


def main() -> None:
    """Disturb, read, score, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--errors", action="store_true", help="also what went wrong, once per file and kind")
    options = parser.parse_args()
    corpus = load_corpus(options.corpus)
    plain, _, _ = figures(corpus, corpus.pairs, corpus.context)
    report: dict[str, dict[str, float]] = {}
    wrong: dict[str, dict] = {}
    for kind, disturb in {**KINDS, "three_at_once": everything}.items():
        sums: dict[str, list[float]] = defaultdict(list)
        for seed in range(options.seeds):
            rng = random.Random(f"{kind}{seed}")  # noqa: S311 - a bench
            values, unsafe, errors = figures(
                corpus, [disturb(pair, rng) for pair in corpus.pairs], corpus.context
            )
            for name, value in {**values, **unsafe}.items():
                sums[name].append(value)
            wrong.update(
                {f"{kind} {error['file']} {error['what'][:12]}": {**error, "seed": seed} for error in errors}
            )
        report[kind] = {name: round(sum(value) / len(value), 4) for name, value in sums.items()}
    below = {
        name: round(plain[name] - sum(row[name] for row in report.values()) / len(report), 4)
        for name in plain
    }
    summary = {"seeds": options.seeds, "undisturbed": plain, "kinds": report, "below_undisturbed": below}
    if options.errors:
        summary["errors"] = wrong
    print(json.dumps(summary, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
