import tomllib

import pytest

from naober.language.themes import vocabulary
from naober.language.topics import TopicFinder, shipped_finder, shipped_topics
from naober.language.topics.table import SETS, STRONG, topic_from
from naober.language.words import plain, stop_words

ROW = {"name": "proef", "themes": ["verkeer"], "scope": "lokaal", "hint": []}


def topics(text, **terms):
    finder = TopicFinder([topic_from("proef", ROW | terms, {"snel": ("hard", "vlug")})])
    return [(hit.strength, hit.words) for hit in finder.find(text)]


def test_a_phrase_stands_in_order_with_at_most_two_words_between():
    assert topics("Ze rijden hier te hard", strong=["rijden hard"]) == [(3.0, ("rijden", "hard"))]
    assert topics("hard rijden", strong=["rijden hard"]) == []
    assert topics("rijden zij nu echt heel hard", strong=["rijden hard"]) == []


def test_parts_of_a_term_stand_near_each_other_in_any_order():
    assert topics("hard, zo wordt er gereden, zeg", strong=["gereden + hard"])[0][0] == 3.0
    assert topics("hard " + "en " * 13 + "gereden", strong=["gereden + hard"]) == []


def test_a_star_stands_for_the_rest_and_a_set_for_its_words():
    assert topics("De speeltoestellen", strong=["speeltoestel*"]) == [(3.0, ("speeltoestellen",))]
    assert topics("vlug gaan", strong=["@snel gaan"]) == [(3.0, ("vlug", "gaan"))]
    assert topics("Het toestel", strong=["speeltoestel*"]) == []


def test_one_hint_is_no_topic_and_two_are():
    assert topics("een kaars", strong=[], hint=["kaars", "licht"]) == []
    assert topics("een kaars geeft licht", strong=[], hint=["kaars", "licht"]) == [(2.0, ("kaars", "licht"))]


def test_a_word_counts_once_however_often_it_stands_there():
    assert topics("wolf, wolf en wolf", strong=["wolf", "wolf*"]) == [(3.0, ("wolf",))]


# Sentences of our own that share no word with each other, two by two about one matter.
PAIRS = [
    (
        "zwembad",
        "De badmeester gaat met pensioen.",
        "Waar haalt mijn kleinkind straks haar diploma in het water? Zwemles is ver weg.",
    ),
    (
        "wolf",
        "Vannacht zijn drie lammetjes verscheurd.",
        "Ik vraag me af of een raster van 1,20 hoog helpt tegen dat roofdier.",
    ),
    (
        "te-hard-rijden",
        "Op onze straot wordt veuls te hadde reden.",
        "Een flitspaal zou hier goud verdienen.",
    ),
    (
        "contant-geld",
        "De laatste geldautomaat is weg.",
        "Bij de rommelmarkt kon niemand met briefjes betalen, alleen pinnen.",
    ),
    (
        "eikenprocessierups",
        "Mijn armen zitten vol rode bultjes en jeuk.",
        "Hang kastjes op voor mezen, die eten de rupsen.",
    ),
]


@pytest.mark.parametrize(("key", "one", "other"), PAIRS)
def test_two_texts_without_a_common_word_meet_in_a_topic(key, one, other):
    for text in (one, other):
        assert key in [hit.topic.key for hit in shipped_finder().find(text)]


def test_every_topic_has_its_labels_and_no_stop_word_alone_tells_one():
    themes = {theme for word in vocabulary().words for theme, _ in word.weights}
    keys = [topic.key for topic in shipped_topics()]
    assert len(keys) == len(set(keys)) >= 100
    for topic in shipped_topics():
        assert set(topic.themes) <= themes
        assert topic.scope in ("lokaal", "gemeentelijk", "landelijk")
        assert topic.kind in ("", "kans", "knelpunt")
        alone = [term.parts[0] for term in topic.terms if term.weight == STRONG and len(term.parts) == 1]
        words = {word for part in alone for phrase in part if len(phrase) == 1 for word in phrase[0]}
        assert words & {plain(word) for word in stop_words()} == set()


def test_the_sets_hold_single_words():
    sets = tomllib.loads(SETS.read_text("utf-8"))
    assert [word for words in sets.values() for word in words if " " in word] == []
