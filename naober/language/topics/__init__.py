"""Topics: the everyday matters of small villages, each with the words that people use for it.

The layer that lets two texts meet that share no word: "we zitten met dekens op de bank" and "de gasrekening
is niet te betalen" are both about energiearmoede. The words stand in the files beside this one.
"""

from .finding import TopicFinder, TopicHit, shipped_finder
from .table import Topic, shipped_topics

__all__ = ["Topic", "TopicFinder", "TopicHit", "shipped_finder", "shipped_topics"]
