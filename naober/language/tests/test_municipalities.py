import pytest

from naober.language.municipalities import municipality_in_head, municipality_names


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Gemeenteraad Midden-Drenthe\ndonderdag", "Midden-Drenthe"),
        ("Besluitenlijst van de gemeenteraad van Aa en Hunze", "Aa en Hunze"),
        ("College van burgemeester en wethouders van Assen", "Assen"),
        ("Commissie Ruimte en Groen Midden-Drenthe", "Midden-Drenthe"),
        ("GEMEENTE De Wolden, agenda", "De Wolden"),
        ("Agenda commissie\nOpening", None),
        ("Fietspad naar Assen", None),
    ],
)
def test_the_head_names_the_municipality(head, name):
    assert municipality_in_head(head) == name


def test_a_longer_name_is_not_cut_short():
    assert municipality_in_head("Gemeente Bergen op Zoom") == "Bergen op Zoom"


def test_further_on_in_the_text_no_name_counts():
    assert municipality_in_head("x" * 600 + " gemeente Assen") is None


def test_the_country_is_whole():
    assert len(municipality_names()) == 342
