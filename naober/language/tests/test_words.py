from naober.language.compounds import parts
from naober.language.drents import to_dutch
from naober.language.words import forms, stem, stop_words, terms, tokens


def test_tokens_keep_hyphen_and_apostrophe_and_their_place():
    text = "Auto's op de 30-weg."
    assert [(token.text, text[token.start : token.end]) for token in tokens(text)] == [
        ("Auto's", "Auto's"),
        ("op", "op"),
        ("de", "de"),
        ("30-weg", "30-weg"),
    ]


def test_drents_is_read_as_dutch_by_list_and_by_sound():
    assert [to_dutch(word) for word in ("hoes", "iesbaan", "straot", "gien", "tied")] == [
        "huis",
        "ijsbaan",
        "straat",
        "geen",
        "tijd",
    ]


def test_a_dutch_word_stays_as_it_is():
    assert [to_dutch(word) for word in ("boek", "niet", "toen", "wat", "reden")] == [
        "boek",
        "niet",
        "toen",
        "wat",
        "reden",
    ]


def test_a_compound_falls_apart_at_everyday_parts_only():
    assert parts("dorpshuisbestuur") == ("dorp", "huis", "bestuur")
    assert parts("straatlantaarn") == ("straat", "lantaarn")
    assert parts("verboden") == ()


def test_forms_of_one_word_share_a_stem():
    assert stem("huizen") == stem("huis") == stem("hoes")
    assert "rijden" in forms("rijdt")


def test_terms_leave_out_what_says_nothing():
    assert "de" in stop_words()
    assert list(terms("De wolf is in het dorp")) == ["wolf"]
