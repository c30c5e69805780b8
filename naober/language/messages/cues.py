"""Small word lists that vote: for a theme, for a chance or a bottleneck, for who can solve it."""

import tomllib
from functools import lru_cache
from pathlib import Path

from naober.language.topics import TopicFinder
from naober.language.topics.table import topic_from

DATA = Path(__file__).parent.parent / "data"


@lru_cache(maxsize=3)
def cue_finder(table: str) -> TopicFinder:
    """A finder over the file `message_<table>.toml`: each of its sections is one vote."""
    sections = tomllib.loads((DATA / f"message_{table}.toml").read_text("utf-8"))
    return TopicFinder(
        [
            topic_from(
                key,
                {
                    "name": key,
                    "themes": (),
                    "scope": "",
                    "strong": row.get("strong", ()),
                    "hint": row["hint"],
                },
                {},
            )
            for key, row in sections.items()
        ],
        least=0.5,
    )


def votes(table: str, text: str) -> dict[str, float]:
    """How strongly `text` votes for each section of a table."""
    return {hit.topic.key: hit.strength for hit in cue_finder(table).find(text)}
