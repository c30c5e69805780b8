"""The labelled mails for the bench scripts: raw mails, labels, context, and the corpus's own scorer."""

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from naober.post.reading.context import Context, context_of


@dataclass(frozen=True)
class Corpus:
    """The dev part: pairs of raw mail and label."""

    pairs: list[tuple[bytes, dict]]
    context: Context
    scorer: ModuleType


def load_corpus(folder: Path) -> Corpus:
    """The dev part of the mails in a corpus folder."""
    split = json.loads((folder / "mail_split.json").read_text("utf-8"))
    lines = (folder / "mail_labels.jsonl").read_text("utf-8").split("\n")
    labels = [json.loads(line) for line in lines if line.strip()]
    pairs = [
        ((folder / "mail" / label["file"]).read_bytes(), label)
        for label in labels
        if label["file"] in split["dev"]
    ]
    return Corpus(pairs, context_of(split["context"]), _scorer(folder))


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_mail", folder / "score_mail.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
