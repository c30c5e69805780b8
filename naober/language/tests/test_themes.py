import pytest

from naober.language.themes import themes_of

SUBJECTS = [
    ("Zonneveld aan de Esweg", "Er komt twaalf hectare met zonnepanelen.", {"energie"}),
    ("Starterswoningen", "Twaalf huurwoningen voor starters.", {"wonen"}),
    (
        "Oversteek bij de school",
        "Kinderen steken de drukke weg over; er is veel verkeer.",
        {"verkeer", "veiligheid", "onderwijs"},
    ),
    ("Zendmast", "Het mobiel bereik is slecht.", {"bereikbaarheid_digitaal"}),
    ("Dak van het dorpshuis", "Het dak lekt.", {"voorzieningen_dorpshuizen"}),
    ("Bomenkap langs de beek", "Er worden eiken gekapt.", {"natuur_water"}),
    ("Begroting 2029", "De reserves zijn op peil.", {"financien_bestuur"}),
    ("Vuurwerk", "Er geldt een verbod.", {"veiligheid"}),
    ("Volgend punt", "Niets bijzonders.", set()),
]


@pytest.mark.parametrize(("title", "text", "themes"), SUBJECTS)
def test_words_give_the_themes(title, text, themes):
    assert set(themes_of(title, text)) == themes


def test_at_most_three_themes_the_strongest_first():
    themes = themes_of("Zwembad, school, zorg en bos", "Over het zwembad en wat erbij hoort.")
    assert len(themes) == 3
    assert set(themes[:2]) == {"recreatie_wandelen", "voorzieningen_dorpshuizen"}


def test_a_word_inside_another_word_is_no_word():
    assert themes_of("De bosschage", "buslading") == ()
