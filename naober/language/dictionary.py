"""The dictionary of Dutch words: whether a word is one, its dictionary form, its stem.

The two packages load with the first word that is asked, since they take half a second and the verbs of the
command line answer for reading their first line sooner than that.
"""

from functools import lru_cache
from importlib import import_module
from typing import Any

LANGUAGE = "nl"


@lru_cache(maxsize=1)
def _lemmatizer() -> Any:
    return import_module("simplemma")


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    return import_module("snowballstemmer").stemmer("dutch")


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether Dutch knows `word`, in small letters."""
    return bool(_lemmatizer().is_known(word, lang=LANGUAGE))


@lru_cache(maxsize=50_000)
def dictionary_form(word: str) -> str:
    """The form of `word` that stands in a dictionary; the word itself when it is not known."""
    return str(_lemmatizer().lemmatize(word, lang=LANGUAGE)).replace("_", "")


@lru_cache(maxsize=50_000)
def word_stem(word: str) -> str:
    """What remains of `word` without its endings."""
    return str(_stemmer().stemWord(word))
