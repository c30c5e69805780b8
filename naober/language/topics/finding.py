"""Which topics a text speaks of, how strongly, and by which of its words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from naober.language.words import forms, tokens

from .table import Phrase, Term, Topic, Word, shipped_topics

GAP = 2  # words that may stand between two words of a phrase
NEAR = 12  # words within which the parts of a term must stand
LEAST = 2.0  # less is no topic
OPEN, CLOSE = "\x02", "\x03"

Span = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic in a text: its strength, and the words of the text that told it, in order."""

    topic: Topic
    strength: float
    words: tuple[str, ...]


class TopicFinder:
    """Looks for all terms of all topics in one pass."""

    def __init__(self, topics: Iterable[Topic], least: float = LEAST) -> None:
        """`least`: the strength below which a topic is not told."""
        self._least = least
        self._terms: list[tuple[Topic, Term]] = [(topic, term) for topic in topics for term in topic.terms]
        self._atoms: dict[str, int] = {}
        self._owners: dict[int, set[int]] = defaultdict(set)
        self._word_atoms: dict[Word, frozenset[int]] = {}
        for index, (_, term) in enumerate(self._terms):
            self._enter(index, term)
        self._automaton = AhoCorasick([_bounded(atom) for atom in self._atoms], matchkind=MatchKind.Standard)
        self._cache: dict[str, frozenset[int]] = {}

    def _enter(self, index: int, term: Term) -> None:
        """Number the words of a term; it is tried where a word of its rarest part stands."""
        rarest = min(term.parts, key=lambda part: sum(len(word) for phrase in part for word in phrase))
        for part in term.parts:
            for phrase in part:
                for word in phrase:
                    atoms = frozenset(self._atoms.setdefault(atom, len(self._atoms)) for atom in word)
                    self._word_atoms[word] = atoms
                    if part is rarest and word is phrase[0]:
                        for atom in atoms:
                            self._owners[atom].add(index)

    def find(self, text: str) -> list[TopicHit]:
        """The topics of `text`, strongest first."""
        words = [token.text for token in tokens(text)]
        at: dict[int, list[int]] = defaultdict(list)
        for position, word in enumerate(words):
            for atom in self._atoms_of(word):
                at[atom].append(position)
        candidates = sorted({index for atom in at for index in self._owners.get(atom, ())})
        told: dict[str, list[tuple[float, Span]]] = defaultdict(list)
        topics: dict[str, Topic] = {}
        for index in candidates:
            topic, term = self._terms[index]
            span = self._span_of(term, at)
            if span:
                topics[topic.key] = topic
                told[topic.key].append((term.weight, span))
        hits = [_weigh(topics[key], spans, words) for key, spans in told.items()]
        return sorted((hit for hit in hits if hit.strength >= self._least), key=lambda hit: -hit.strength)

    def _atoms_of(self, word: str) -> frozenset[int]:
        found = self._cache.get(word)
        if found is None:
            line = "".join(f"{OPEN}{form}{CLOSE}" for form in forms(word))
            found = frozenset(
                hit[0] for hit in self._automaton.find_matches_as_indexes(line, overlapping=True)
            )
            self._cache[word] = found
        return found

    def _span_of(self, term: Term, at: dict[int, list[int]]) -> Span | None:
        """The positions of one place where all parts of a term stand near each other."""
        choices = []
        for part in term.parts:
            spans = [span for phrase in part for span in self._phrase_spans(phrase, at)]
            if not spans:
                return None
            choices.append(spans)
        for first in choices[0]:
            found = first
            for others in choices[1:]:
                near = _nearest(found, others)
                if near is None:
                    break
                found = found + near
            else:
                return found
        return None

    def _phrase_spans(self, phrase: Phrase, at: dict[int, list[int]]) -> list[Span]:
        spans: list[Span] = [()]
        for word in phrase:
            positions = sorted({p for atom in self._word_atoms[word] for p in at.get(atom, ())})
            if not positions:
                return []
            spans = [
                (*span, position)
                for span in spans
                for position in positions
                if not span or span[-1] < position <= span[-1] + GAP + 1
            ]
        return spans


def _nearest(found: Span, others: list[Span]) -> Span | None:
    near = [
        (abs(other[0] - found[0]), other)
        for other in others
        if not set(other) & set(found) and abs(other[0] - found[0]) <= NEAR
    ]
    return min(near)[1] if near else None


def _weigh(topic: Topic, spans: list[tuple[float, Span]], words: list[str]) -> TopicHit:
    """A word counts once, and once per topic however often it stands there."""
    taken: set[int] = set()
    said: set[tuple[str, ...]] = set()
    strength = 0.0
    for weight, span in sorted(spans, key=lambda pair: (-pair[0], len(pair[1]), pair[1])):
        surface = tuple(words[position].lower() for position in span)
        if set(span) <= taken or surface in said:
            continue
        said.add(surface)
        strength += weight if not set(span) & taken else weight / 2
        taken |= set(span)
    return TopicHit(topic, strength, tuple(words[position] for position in sorted(taken)))


def _bounded(atom: str) -> str:
    left = "" if atom.startswith("*") else OPEN
    right = "" if atom.endswith("*") else CLOSE
    return left + atom.strip("*") + right


@lru_cache(maxsize=1)
def shipped_finder() -> TopicFinder:
    """A finder over the topics that the product ships."""
    return TopicFinder(shipped_topics())
