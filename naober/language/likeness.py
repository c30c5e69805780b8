"""Which texts speak of the same matter: by topic first, by shared words second, with the reason."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .topics import TopicFinder, shipped_finder
from .words import terms

WORDS_WEIGHT = 0.5  # of shared words, beside shared topics
STRONGEST = 9.0  # more words of one topic make a text no surer of it
# When a likeness is said aloud. Learnt on one part of a set of labelled texts and confirmed on the other, so
# that a text that only borrows the words of a matter stays quiet.
SURE_STRENGTH = 4.5  # both speak this clearly of the topic
MAIN_SHARE = 0.7  # and of hardly anything more clearly
SURE_SCORE = 0.33


@dataclass(frozen=True)
class Fingerprint:
    """What likeness needs of a text: the strength of each topic and how often each term stands there."""

    topics: Mapping[str, float]
    terms: Mapping[str, int]

    def speaks_of(self, topic: str) -> bool:
        """Whether this topic is clearly what the text is about."""
        strength = self.topics.get(topic, 0.0)
        return strength >= SURE_STRENGTH and strength >= MAIN_SHARE * max(self.topics.values())


@dataclass(frozen=True)
class Similar:
    """A text like another: how much (0 to 1), whether to suggest it, and what they share."""

    key: str
    score: float
    suggested: bool
    topics: tuple[str, ...]
    words: tuple[str, ...]


def fingerprint(text: str, finder: TopicFinder | None = None) -> Fingerprint:
    """The fingerprint of a text, by the shipped topics or those of `finder`."""
    hits = (finder or shipped_finder()).find(text)
    return Fingerprint({hit.topic.key: hit.strength for hit in hits}, Counter(terms(text)))


class Likeness:
    """Texts by their fingerprints, asked one by one which others are alike."""

    def __init__(self, prints: Mapping[str, Fingerprint]) -> None:
        """`prints`: fingerprint by key; rare topics and rare words count more than those that all share."""
        self._prints = dict(prints)
        self._topic_counts = Counter(topic for found in prints.values() for topic in found.topics)
        self._term_counts = Counter(term for found in prints.values() for term in found.terms)
        self._by_topic: dict[str, dict[str, float]] = defaultdict(dict)
        self._by_term: dict[str, dict[str, float]] = defaultdict(dict)
        for key, found in prints.items():
            for topic, weight in self._topic_vector(found).items():
                self._by_topic[topic][key] = weight
            for term, weight in self._term_vector(found).items():
                self._by_term[term][key] = weight

    def similar_to(self, key: str, most: int = 100) -> list[Similar]:
        """The texts that are most like the one with this key, best first."""
        return [other for other in self.alike(self._prints[key], most + 1) if other.key != key][:most]

    def alike(self, asked: Fingerprint, most: int = 100) -> list[Similar]:
        """The texts that are most like this fingerprint, best first."""
        scores: dict[str, float] = defaultdict(float)
        for vector, postings, share in (
            (self._topic_vector(asked), self._by_topic, 1.0),
            (self._term_vector(asked), self._by_term, WORDS_WEIGHT),
        ):
            for feature, weight in vector.items():
                for key, other in postings.get(feature, {}).items():
                    scores[key] += share * weight * other / (1.0 + WORDS_WEIGHT)
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        return [self._similar(asked, key, score) for key, score in best]

    def _similar(self, asked: Fingerprint, key: str, score: float) -> Similar:
        other = self._prints[key]
        topics = sorted(set(asked.topics) & set(other.topics), key=lambda t: -asked.topics[t])
        words = sorted(set(asked.terms) & set(other.terms), key=lambda term: self._term_counts[term])
        sure = any(asked.speaks_of(topic) and other.speaks_of(topic) for topic in topics)
        return Similar(key, score, sure and score >= SURE_SCORE, tuple(topics), tuple(words))

    def _topic_vector(self, found: Fingerprint) -> dict[str, float]:
        return _unit(
            {
                topic: min(strength, STRONGEST) * self._rarity(self._topic_counts[topic])
                for topic, strength in found.topics.items()
            }
        )

    def _term_vector(self, found: Fingerprint) -> dict[str, float]:
        return _unit(
            {
                term: (1 + math.log(times)) * self._rarity(self._term_counts[term])
                for term, times in found.terms.items()
            }
        )

    def _rarity(self, count: int) -> float:
        return math.log((len(self._prints) + 1) / (count + 1)) + 1


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {feature: weight / length for feature, weight in vector.items()} if length else {}
