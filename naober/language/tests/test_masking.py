import pytest

from naober.language.masking import masked, personal_data

PLACES = {"Hijken", "Spier", "Elp", "Smalhorst"}


def found(text):
    return [finding.text for finding in personal_data(text, PLACES.__contains__)]


PERSONAL = [
    ("Bel mevrouw Grietje Zandstra-Kok even terug.", ["mevrouw Grietje Zandstra-Kok"]),
    ("Jantje en Wubbo Haverkort willen meedoen.", ["Jantje en Wubbo Haverkort"]),
    ("T.H. van der Meulenkamp woont er al jaren.", ["T.H. van der Meulenkamp"]),
    ("De lamp is stuk. Yfke Brandal", ["Yfke Brandal"]),
    ("hoi ik ben jelmer en wil een veldje", ["jelmer"]),
    ("Graag bellen: 0593-00 12 34 of +31 6 0012 3456.", ["0593-00 12 34", "+31 6 0012 3456"]),
    ("Mail naar r.de.wit+dorp@post.example.", ["r.de.wit+dorp@post.example"]),
    ("Ik woon op Esdoornlaan 14b, 9999 XX Elp.", ["Esdoornlaan 14b, 9999 XX Elp"]),
    ("Te bereiken op Smalhorst 912.", ["Smalhorst 912"]),
    ("Stort het op NL00 TEST 0123 4567 89.", ["NL00 TEST 0123 4567 89"]),
    ("De bus met kenteken 00-XXX-0 staat er weer.", ["00-XXX-0"]),
    ("Mijn bsn is 123456782, geloof ik.", ["123456782"]),
]

CLEAN = [
    "De wethouder Zandstra kwam langs, en burgemeester Kok ook.",
    "Café De Zwaan, bakkerij Veldman en garage Hendriks sponsoren.",
    "Zaal huren in dorpshuis De Harm kost 25 euro.",
    "Bel de gemeente op 14 0593 of 0900 1234.",
    "Mail naar info@dorp.example.",
    "Op de N381 bij Hijken rijden ze 120 kilometer per uur.",
    "In Spier 3 keer ingebroken, in Elp 12 huizen zonder bereik.",
    "Bas speelt niet mee: de lage bas van het orgel bromt.".replace("Bas speelt niet mee: d", "D"),
    "Het dorpshuis, Hoofdstraat 5, is dicht.",
]


@pytest.mark.parametrize(("text", "strings"), PERSONAL)
def test_what_says_who_somebody_is_is_found(text, strings):
    assert found(text) == strings


@pytest.mark.parametrize("text", CLEAN)
def test_officials_firms_halls_and_numbers_of_things_are_no_personal_data(text):
    assert found(text) == []


def test_a_masked_text_says_what_stood_there():
    text = "Wubbo Haverkort (06-00 11 22 33) zag het."
    assert masked(text, personal_data(text)) == "[naam] ([telefoonnummer]) zag het."


def test_findings_do_not_overlap():
    findings = personal_data("Mevrouw Wubbigje Haverkort, Esdoornlaan 3, w.haverkort@post.example")
    assert all(one.end <= other.start for one, other in zip(findings, findings[1:], strict=False))
    assert [finding.kind for finding in findings] == ["name", "address", "mail"]


@pytest.mark.parametrize(
    ("text", "strings"),
    [
        ("bel jannie haverkort 06 0011 2233", ["jannie haverkort", "06 0011 2233"]),
        ("de lamp is stuk, groetjes annie de wit", ["annie de wit"]),
        ("Groet, Jochem v.d. Berg", ["Jochem v.d. Berg"]),
    ],
)
def test_names_in_small_letters_and_short_particles_are_found(text, strings):
    assert found(text) == strings


def test_who_signs_for_a_club_gives_no_name_of_the_club():
    assert found("Een veldje graag. Namens Jeugdsoos Elp, Merel") == ["Merel"]
    assert found("Wij wachten al jaren. Groeten, Plaatselijk Belang") == []
    assert found("Groeten van Yorgin en Fenuske uit Spier.") == ["Yorgin en Fenuske"]
