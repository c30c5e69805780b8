"""The labelled corpus for the bench scripts: documents, labels and the corpus's own scorer."""

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType


def corpus_folder(given: str | None) -> Path:
    """The corpus folder: the argument, else NAOBER_CORPUS. Ends the program when there is none."""
    folder = given or os.environ.get("NAOBER_CORPUS")
    if not folder or not Path(folder).is_dir():
        raise SystemExit("give the corpus folder as --corpus or in NAOBER_CORPUS")
    return Path(folder)


def load_scorer(folder: Path) -> ModuleType:
    """The scorer that lies in the corpus folder."""
    script = folder / "score_decisions.py"
    spec = importlib.util.spec_from_file_location("score_decisions", script)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_part(folder: Path, kind: str) -> list[tuple[dict, dict]]:
    """Pairs of document and label of the dev part of `full` or `short`; each document has its `text`."""
    prefix = "full_" if kind == "full" else ""

    def lines(name: str) -> list[dict]:
        return [
            json.loads(line) for line in (folder / f"{prefix}{name}.jsonl").read_text("utf-8").splitlines()
        ]

    labels = {label["doc_id"]: label for label in lines("labels")}
    dev = json.loads((folder / f"{prefix}split.json").read_text("utf-8"))["dev"]
    pairs = []
    for document in lines("documents"):
        if document["id"] not in dev:
            continue
        if document.get("expected_text"):
            document["text"] = (folder / document["expected_text"]).read_text("utf-8")
        pairs.append((document, labels[document["id"]]))
    return pairs
