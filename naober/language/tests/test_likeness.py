from naober.language.likeness import Likeness, fingerprint

TEXTS = {
    "wolf-1": "Twee van mijn lammetjes verscheurd, vlak achter het schrikdraad. Zou dat een wolf zijn?",
    "wolf-2": "De wolf liep langs de kudde, mijn schapen zijn bang.",
    "wolf-3": "Welpen en hun leiding zoeken een veld voor een kamp.",
    "bus": "Sinds de nieuwe dienstregeling rijdt er in het weekend geen bus meer.",
    "pin": "De pinautomaat is weg, contant geld halen kan alleen nog in Beilen.",
}


def likeness():
    return Likeness({key: fingerprint(text) for key, text in TEXTS.items()})


def test_the_same_matter_comes_first_and_is_suggested_with_what_is_shared():
    best = likeness().similar_to("wolf-1")[0]
    assert (best.key, best.suggested, best.topics) == ("wolf-2", True, ("wolf",))
    assert best.words == ("wolf",)


def test_a_text_that_borrows_the_words_of_a_matter_stays_quiet():
    assert [other.key for other in likeness().similar_to("wolf-3") if other.suggested] == []


def test_scores_lie_between_nothing_and_one_best_first():
    for key in TEXTS:
        scores = [other.score for other in likeness().similar_to(key)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1.000001 for score in scores)


def test_a_text_that_is_not_among_them_can_be_asked():
    asked = fingerprint("Geldautomaat verdwenen, nergens contant geld te pinnen.")
    best = likeness().alike(asked)[0]
    assert (best.key, best.suggested) == ("pin", True)


def test_no_texts_are_like_nothing():
    assert Likeness({}).alike(fingerprint("De bus rijdt niet.")) == []
    assert Likeness({"leeg": fingerprint("en de")}).similar_to("leeg") == []
