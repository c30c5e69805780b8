from datetime import date

import pytest

from .paper import read_item

# the sentence, who promises, the last day (None: no day can be derived)
PROMISES = [
    (
        "Aangenomen. Wethouder Vossema zegt toe de raad in september te informeren.",
        "wethouder Vossema",
        "2027-09-30",
    ),
    ("Wethouder Ter Laak belooft voor 1 juli een notitie.", "wethouder Ter Laak", "2027-07-01"),
    ("De burgemeester stuurt de raad vóór de zomer een overzicht.", "burgemeester", "2027-07-01"),
    ("De wethouder zal de raad in het vierde kwartaal een voorstel doen.", "wethouder", "2027-12-31"),
    ("Het college komt in het najaar met een plan.", "college", "2027-11-30"),
    ("De portefeuillehouder komt hier in de volgende vergadering op terug.", "portefeuillehouder", None),
    (
        "Wethouder Boonstra gaat na of er subsidie is en laat dat in juni weten.",
        "wethouder Boonstra",
        "2027-06-30",
    ),
    ("De wethouder gaat in gesprek met de bewoners.", "wethouder", None),
    ("Toezegging: wethouder Vossema levert uiterlijk 15 juni de cijfers.", "wethouder Vossema", "2027-06-15"),
    ("De burgemeester heeft toegezegd de brief eind juni te sturen.", "burgemeester", "2027-06-30"),
    (
        "De raad krijgt van wethouder Ter Laak voor 1 oktober een doorrekening.",
        "wethouder Ter Laak",
        "2027-10-01",
    ),
    (
        "Wethouder Vossema informeert de raad schriftelijk binnen vier weken.",
        "wethouder Vossema",
        "2027-06-24",
    ),
    ("De wethouder neemt de vraag mee en antwoordt schriftelijk.", "wethouder", None),
    ("De wethouder zoekt uit wie de eigenaar is.", "wethouder", None),
    ("Wethouder Vossema zal eind dit jaar evalueren.", "wethouder Vossema", "2027-12-31"),
    ("Wethouder Vossema organiseert in oktober een avond voor de dorpen.", "wethouder Vossema", "2027-10-31"),
    (
        "De wethouder nodigt de dorpen uit voor een gesprek in de eerste helft van 2028.",
        "wethouder",
        "2028-06-30",
    ),
    ("De burgemeester bespreekt dit in juni met de politie en koppelt terug.", "burgemeester", "2027-06-30"),
    ("Wethouder Boonstra belooft beterschap.", "wethouder Boonstra", None),
]
NO_PROMISES = [
    "De wethouder zegt dat het onderzoek in juni klaar is.",
    "Wethouder Vossema licht het voorstel toe.",
    "De wethouder doet geen toezegging.",
    "De motie verzoekt het college voor 1 juli een plan te maken.",
    "De wethouder wil dat niet toezeggen.",
    "Wethouder Vossema meldt dat de brug van 1 tot 19 juni dicht is.",
    "Wethouder Vossema vindt het plan te duur.",
    "De wethouder bedankt de vrijwilligers.",
]


@pytest.mark.parametrize(("sentence", "who", "due"), PROMISES)
def test_a_promise_is_read_with_who_and_until_when(sentence, who, due):
    (promise,) = read_item("raad", sentence, intro="De weg is smal.").commitments
    assert promise.who.lower().removeprefix("de ") == who.lower()
    assert promise.due == (date.fromisoformat(due) if due else None)
    assert sentence.split(". ")[-1] in promise.text


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_an_answer_or_a_request_is_no_promise(sentence):
    assert read_item("raad", sentence, intro="De weg is smal.").commitments == ()


def test_an_open_entry_of_the_list_of_promises_is_one():
    text = "Nummer 4, het plan voor de brug, is rood. Nummer 5 is klaar. De andere zijn groen."
    (promise,) = read_item("raad", text, title="Lijst van toezeggingen").commitments
    assert (promise.from_list, promise.who) == (True, "college")
    assert promise.text == "Nummer 4, het plan voor de brug, is rood."


LIST_ENTRIES = [
    ("Toezegging 12 (oversteek Wijster) blijft staan.", None),
    ("Nummer 3 loopt door tot de vergadering van 3 juni 2027.", "2027-06-03"),
    ("De evaluatie van het afvalbeleid staat op rood.", None),
    ("Toezegging 8 wordt in september 2027 afgerond.", "2027-09-30"),
    ("De toezegging over de kerkklok krijgt een nieuwe termijn: 1 oktober 2027.", "2027-10-01"),
    ("De nota speeltuinen is verschoven naar juni.", "2027-06-30"),
]


@pytest.mark.parametrize(("entry", "due"), LIST_ENTRIES)
def test_an_entry_that_stays_open_is_a_promise_and_no_decision(entry, due):
    item = read_item("raad", entry, title="Lijst van toezeggingen")
    (promise,) = item.commitments
    assert (promise.text, promise.from_list) == (entry, True)
    assert promise.due == (date.fromisoformat(due) if due else None)
    assert item.outcome == "geen"


@pytest.mark.parametrize(
    "entry", ["De toezegging over de haag is nagekomen.", "Alle toezeggingen zijn groen."]
)
def test_an_entry_that_is_done_is_no_promise(entry):
    assert read_item("raad", entry, title="Lijst van toezeggingen").commitments == ()
