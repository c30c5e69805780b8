"""A list of decisions in running prose, as councils without a portal write it: "De raad besluit unaniem:"."""

from naober.decisions.reading import read_text

from .paper import PLACES

PAPER = """Besluitenlijst raadsvergadering 29 juni 2027 aanvang 19.30 uur
1. Opening.
Mevrouw Zwartelucht deelt mee dat de raad heeft besloten de burgemeester aan te bevelen
voor een tweede termijn.

2. Vaststelling agenda.
Op verzoek van de raad wordt een motie toegevoegd onder punt 6.
De agenda is hierna vastgesteld.

3. Voorstel tot aanleg van een fietspad in Hijken.
De raad besluit unaniem:
het fietspad aan te leggen en daarvoor € 40.000 beschikbaar te stellen.

4. Rapport over het groen.
De fractie van D66 dient een amendement in over de bermen. Wethouder Grasman zegt toe dat er een plan komt.
Daarop besluit de fractie van D66 het amendement aan te houden.

De raad besluit unaniem:
1. De conclusies uit het rapport te onderschrijven.
2. De aanbevelingen over te nemen.

5. Voorstel over de statuten van de stichting.
De fractie van het CDA dient een amendement in.

De raad besluit in meerderheid:
het amendement te aanvaarden.
Tegen het amendement stemden de fracties van het CDA en de VVD.

De raad besluit in meerderheid:
In te stemmen met de statuten.
Tegen het voorstel stemden de fracties van de Waterpartij en de PvdA.

6. Motie over de taken van de wethouders.
De raad besluit in meerderheid (16 stemmen voor en 14 stemmen tegen)
er bij het college op aan te dringen dat de taken worden verdeeld.

Voor de motie stemden:
Waterpartij: de dames Zwartelucht en Regenboog en de heer Dauw;
ChristenUnie: mevrouw Mist.

Tegen de motie stemden:
CDA: mevrouw Hagel en de heren Storm en Nevel;
VVD: de heer IJzel.

7. Sluiting.
Niets meer aan de orde zijnde, sluit de voorzitter de vergadering.
"""


def read() -> dict:
    return {item.number: item for item in read_text(PAPER, PLACES, municipality="Midden-Drenthe").items}


def test_a_decision_in_prose_is_that_of_the_last_resolution():
    assert {number: item.outcome for number, item in read().items()} == {
        "1": "geen",  # told there, decided elsewhere
        "2": "vastgesteld",
        "3": "aangenomen",
        "4": "aangenomen",  # the amendment is held, the proposal is not
        "5": "aangenomen",
        "6": "aangenomen",
        "7": "geen",
    }


def test_the_vote_is_that_on_the_proposal():
    items = read()
    assert items["4"].votes is None
    assert items["5"].votes["tegen"] == {"Waterpartij": None, "PvdA": None}


def test_a_vote_by_name_gives_the_parties_and_no_people():
    votes = read()["6"].votes
    assert votes == {
        "voor": {"Waterpartij": None, "ChristenUnie": None},
        "tegen": {"CDA": None, "VVD": None},
        "voor_totaal": 16,
        "tegen_totaal": 14,
    }
