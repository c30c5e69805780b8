import pytest

from naober.decisions.reading import read_text

from .paper import PLACES, read_item

VOTES = [
    ("Aangenomen met 13 stemmen voor en 8 stemmen tegen.", {"voor_totaal": 13, "tegen_totaal": 8}),
    (
        "Aangenomen met 13 stemmen voor (CDA, PvdA, VVD) en 8 tegen (D66, GroenLinks).",
        {
            "voor": {"CDA": None, "PvdA": None, "VVD": None},
            "voor_totaal": 13,
            "tegen": {"D66": None, "GroenLinks": None},
            "tegen_totaal": 8,
        },
    ),
    ("Het voorstel is aangenomen (15 voor, 6 tegen).", {"voor_totaal": 15, "tegen_totaal": 6}),
    ("Verworpen: 8 voor en 13 tegen.", {"voor_totaal": 8, "tegen_totaal": 13}),
    ("Verworpen met 8 tegen 13 stemmen.", {"voor_totaal": 8, "tegen_totaal": 13}),
    ("Aangenomen met algemene stemmen.", {}),
    ("Aangenomen; de VVD (3) stemt tegen.", {"tegen": {"VVD": 3}, "tegen_totaal": 3}),
    ("Aangenomen. Tegen: VVD (3), D66 (1).", {"tegen": {"VVD": 3, "D66": 1}, "tegen_totaal": 4}),
    (
        "Aangenomen. Voor: CDA (3), PvdA (4). Tegen: VVD (3).",
        {"voor": {"CDA": 3, "PvdA": 4}, "voor_totaal": 7, "tegen": {"VVD": 3}, "tegen_totaal": 3},
    ),
    ("Aangenomen. De fracties van VVD en D66 stemmen tegen.", {"tegen": {"VVD": None, "D66": None}}),
    ("Aangenomen met de stemmen van de VVD (3) tegen.", {"tegen": {"VVD": 3}, "tegen_totaal": 3}),
    (
        "Verworpen. Voor stemden PvdA (4) en GroenLinks (1). Tegen stemden CDA (3), VVD (3) en D66 (1).",
        {
            "voor": {"PvdA": 4, "GroenLinks": 1},
            "voor_totaal": 5,
            "tegen": {"CDA": 3, "VVD": 3, "D66": 1},
            "tegen_totaal": 7,
        },
    ),
    ("Aangenomen met 20 tegen 3 stemmen (VVD).", {"voor_totaal": 20, "tegen": {"VVD": 3}, "tegen_totaal": 3}),
    (
        "Vastgesteld met 19 stemmen voor en 4 tegen (VVD 3, D66 1).",
        {"voor_totaal": 19, "tegen": {"VVD": 3, "D66": 1}, "tegen_totaal": 4},
    ),
    (
        "Aangenomen met 22 stemmen voor en 1 stem tegen (D66).",
        {"voor_totaal": 22, "tegen": {"D66": 1}, "tegen_totaal": 1},
    ),
    (
        "Verworpen: 4 stemmen voor (PvdA), 17 stemmen tegen.",
        {"voor": {"PvdA": 4}, "voor_totaal": 4, "tegen_totaal": 17},
    ),
    ("Stemverhouding: 12 voor, 11 tegen. Aangenomen.", {"voor_totaal": 12, "tegen_totaal": 11}),
    ("Aangenomen, tegen stemt de VVD (3).", {"tegen": {"VVD": 3}, "tegen_totaal": 3}),
    (
        "De motie wordt met 9 stemmen voor en 12 stemmen tegen verworpen.",
        {"voor_totaal": 9, "tegen_totaal": 12},
    ),
    ("Verworpen met 12 stemmen tegen en 9 stemmen voor.", {"voor_totaal": 9, "tegen_totaal": 12}),
    ("Unaniem aangenomen (21 stemmen).", {}),
    ("De drie leden die tegen waren gaven uitleg. Aangenomen.", {}),
    ("Er zijn 3 insprekers voor dit punt. Aangenomen.", {}),
]


@pytest.mark.parametrize(("decision", "printed"), VOTES)
def test_votes_are_read_as_far_as_they_are_printed(decision, printed):
    votes = read_item("raad", decision).votes or {}
    assert {key: value for key, value in votes.items() if value not in ({}, None)} == printed


def test_a_table_of_votes_gives_parties_and_totals():
    table = "Aangenomen.\nStemuitslag\nvoor 60%\nvoor\nLijst Zon (3), Dorpspartij (4)\ntegen\nLijst Maan (5)"
    assert read_item("raad", table).votes == {
        "voor": {"Lijst Zon": 3, "Dorpspartij": 4},
        "tegen": {"Lijst Maan": 5},
        "voor_totaal": 7,
        "tegen_totaal": 5,
    }


def test_a_party_that_was_misread_once_gets_the_name_of_the_other_votes():
    vote = "Besluit\nAangenomen.\nStemuitslag\nvoor\n{} (4), Volt (1)\ntegen\nLijst Maan (2)\n"
    names = ["Dorpspartij"] * 3 + ["Dorpspartii"]
    rows = "\n".join(f"{n}\nVoorstel {n}\n{vote.format(name)}" for n, name in enumerate(names, start=1))
    items = read_text("Gemeenteraad\ndonderdag 27 mei 2027\n\n" + rows, PLACES).items
    assert [item.votes["voor"] for item in items] == [{"Dorpspartij": 4, "Volt": 1}] * 4


def test_the_vote_on_a_motion_is_not_the_vote_on_the_proposal():
    text = "De raad stelt de visie vast. Een motie over bankjes is verworpen met 7 stemmen voor en 16 tegen."
    item = read_item("raad", text, title="Visie op het landschap")
    assert (item.outcome, item.votes) == ("vastgesteld", None)
