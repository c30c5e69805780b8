from naober.language.sentences import first_sentence, sentences


def test_a_full_stop_and_a_line_break_end_a_sentence():
    text = "De brug gaat dicht. Dat duurt tot mei.\nFietsers mogen langs"
    assert sentences(text) == ["De brug gaat dicht.", "Dat duurt tot mei.", "Fietsers mogen langs"]


def test_an_abbreviation_ends_none():
    text = "Het gaat om ca. 40 bomen langs de weg, o.a. Eiken. Er komen nieuwe."
    assert sentences(text) == ["Het gaat om ca. 40 bomen langs de weg, o.a. Eiken.", "Er komen nieuwe."]


def test_an_initial_ends_none():
    assert sentences("De heer J. Boer sprak in. Hij kreeg bijval.") == [
        "De heer J. Boer sprak in.",
        "Hij kreeg bijval.",
    ]


def test_the_closing_quote_stays_with_its_sentence():
    assert sentences("Hij zei: “Doe het.” Daarna ging hij.") == ["Hij zei: “Doe het.”", "Daarna ging hij."]


def test_the_first_sentence_is_one_that_says_something():
    assert first_sentence("Toelichting.\nDe molen krijgt nieuwe wieken. Dat kost tijd.") == (
        "De molen krijgt nieuwe wieken."
    )
    assert first_sentence("Aangenomen.") == "Aangenomen."
    assert first_sentence("  \n ") == ""
