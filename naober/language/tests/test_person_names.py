import pytest

from naober.language.person_names import without_names


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Wethouder Kraaij belooft een brief.", "Wethouder … belooft een brief."),
        ("De heer Van der Sluis-Boer (D66) is verhinderd.", "De heer … (D66) is verhinderd."),
        ("Ook mevrouw Oostra heeft zich afgemeld.", "Ook mevrouw … heeft zich afgemeld."),
        ("Portefeuillehouder: J.H. de Vries", "Portefeuillehouder: …"),
        ("De heer Elp vraagt naar de brug.", "De heer … vraagt naar de brug."),
        ("Aanwezig zijn A. Mulder en B. ten Cate.", "Aanwezig zijn … en …."),
        ("Voorzitter Marie Postma opent.", "Voorzitter … opent."),
        ("De heren Wolters, Smit en Ter Veld spraken.", "De heren … spraken."),
        ("Er sprak ook iemand: S. Ter Horstink.", "Er sprak ook iemand: …."),
    ],
)
def test_a_name_behind_a_title_or_initials_goes(text, kept):
    assert without_names(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "De school in Wijster krijgt een zebrapad.",
        "De burgemeester en wethouders van Midden-Drenthe stellen voor.",
        "De voorzitter opent de vergadering om 19.30 uur.",
        "Dorpsbelangen Elp en de buurtvereniging Oranje spraken in.",
        "De wethouder zegt toe dat Hooghalen een brief krijgt.",
        "Het voorstel van Hijken op Stoom is overgenomen.",
    ],
)
def test_places_clubs_and_functions_stay(text):
    assert without_names(text) == text
