"""Papers as other hands write them: a dash list, minutes in prose, a market of opinions, copies with broken
words and feet of pages. Every person and fact is invented."""

from datetime import datetime

import pytest

from naober.decisions.reading import read_text

from .paper import PLACES


def read_about(sentence: str):
    head = "Gemeenteraad\ndonderdag 27 mei 2027\n\n1\nOpening\n\n2\nOnderwerp twee\n"
    return items(f"{head}{sentence}\n\n3\nSluiting\n")["2"]


def items(text: str) -> dict:
    read = read_text(text, PLACES, municipality="Midden-Drenthe").items
    return {item.number or item.title: item for item in read}


COLLEGE = """Wat besloten burgemeester en wethouders op 14 maart 2028?

Voorzitter: H. Dauw. Verder: A. Mist en secretaris L. Nevel.

- Bestrating van de brink
  De klinkers in Elp zijn verzakt.
  Het werk wordt gegund voor € 212.000.

- Ontheffing voor muziek
  Het feest is op de ijsbaan van Zwiggelte.
  De ontheffing is gegeven tot één uur.

- Proef met deelfietsen
  Een bedrijf wil twintig fietsen plaatsen.
  Geen medewerking.

- Nota over bomen
  De reacties zijn nog niet verwerkt.
  Het college praat hier over twee weken verder over.
"""


def test_a_dash_opens_each_subject_of_a_list_without_numbers():
    assert {title: (item.outcome, item.villages) for title, item in items(COLLEGE).items()} == {
        "Bestrating van de brink": ("aangenomen", ("Elp",)),
        "Ontheffing voor muziek": ("aangenomen", ("Zwiggelte",)),
        "Proef met deelfietsen": ("verworpen", ()),
        "Nota over bomen": ("aangehouden", ()),
    }


COUNCIL = """Besluitenlijst raad Midden-Drenthe 9 mei 2028
1 Opening
De voorzitter opent.
2 Sluiting gymzaal Elp
De zaal is oud. Zij moet wor-
den gesloopt.
Amendement 1 (VVD): langer open houden. Voor: VVD 3, D66 1. Tegen: 19. Verworpen.
Besluitenlijst raad Midden-Drenthe 9 mei 2028                pagina 2 van 4
Stemming over het voorstel: voor 20, tegen 3 (VVD). Het voorstel is aange-
nomen.
3 Motie over de bank
Gevraagd: een bank bij de kerk. Voor: CDA (10), D66 (3). Tegen: VVD (4). Aangenomen.
4 Vrijliggend fietspad
Hoofdelijk gestemd. Voor (9): Dauw, Elp, Spier, Mist. Tegen (14): de overige leden. Verworpen.
5 Verordening op de markt
De raad besluit bij meerderheid (14-11):
de verordening vast te stellen.
6 Krediet voor de brug
Door ziekte komt het onderwerp in mei terug.
7 Benoeming
De raad besluit mevrouw dr. A. Hagel te benoemen.
8 Verslag 3 maart
Op bladzijde 3 wordt "Hooghalen" gewijzigd in "Laaghalen". Daarmee vastgesteld.
9 Sluiting
De voorzitter sluit.
"""


def test_broken_words_and_feet_of_pages_hide_no_decision():
    read = items(COUNCIL)
    assert {number: item.outcome for number, item in read.items()} == {
        "1": "geen",
        "2": "aangenomen",  # a gymnasium is closed, not the meeting
        "3": "aangenomen",
        "4": "verworpen",
        "5": "vastgesteld",
        "6": "aangehouden",
        "7": "aangenomen",
        "8": "vastgesteld",
        "9": "geen",
    }
    assert [sub.outcome for sub in read["2"].sub_decisions] == ["verworpen"]


@pytest.mark.parametrize(
    ("number", "votes"),
    [
        ("2", {"tegen": {"VVD": None}, "voor_totaal": 20, "tegen_totaal": 3}),
        ("3", {"voor": {"CDA": 10, "D66": 3}, "voor_totaal": 13, "tegen": {"VVD": 4}, "tegen_totaal": 4}),
        ("4", {"voor_totaal": 9, "tegen_totaal": 14}),
        ("5", {"voor_totaal": 14, "tegen_totaal": 11}),
    ],
)
def test_votes_in_other_hands(number, votes):
    nothing = {"voor": {}, "tegen": {}, "voor_totaal": None, "tegen_totaal": None}
    read = items(COUNCIL)[number].votes
    if number == "2":
        read = {**read, "tegen": dict.fromkeys(read["tegen"])}
    assert read == nothing | votes


def test_who_voted_and_what_minutes_correct_are_no_villages():
    read = items(COUNCIL)
    assert (read["4"].villages, read["8"].villages) == ((), ())
    assert read["2"].villages == ("Elp",)


MARKET = """Gemeente Midden-Drenthe Politieke markt 7 november 2028 20:00 uur
Wie mee wil praten meldt zich tot maandag 6 november 14.00 uur bij de griffie.
1 Opening en vaststelling agenda
Vastgesteld. 20:01:12 J. Dauw (voorzitter)2 Inspreekronde
Bewoners spreken over glasvezel. 20:03:40 mw. Mist3 Presentatie: het zwembad
Een adviseur laat de cijfers zien.
4 Het pad bij Orvelte
Het voorstel is rijp voor besluitvorming.
5 Verslag 24 oktober
Vastgesteld.
"""


def test_a_number_that_was_copied_behind_the_text_before_it_opens_an_item():
    read = items(MARKET)
    assert [(number, item.title) for number, item in read.items()] == [
        ("1", "Opening en vaststelling agenda"),
        ("2", "Inspreekronde"),
        ("3", "Presentatie: het zwembad"),
        ("4", "Het pad bij Orvelte"),
        ("5", "Verslag 24 oktober"),
    ]


def test_where_nothing_says_which_items_are_open_all_subjects_are():
    until = datetime.fromisoformat("2028-11-06T14:00")
    assert {number: item.speak_until for number, item in items(MARKET).items()} == {
        "1": None,
        "2": until,
        "3": None,
        "4": until,
        "5": None,
    }


PROMISES = """Commissie Ruimte en Groen
Korte weergave van de vergadering op donderdag 21 september 2028, 19.30 uur
1. Toezeggingenlijst
nr. | wat | wie | wanneer | stand
28-04 | onderzoek naar trillingen | weth. Mist | 15-10-2028 | loopt
28-09 | cijfers over zwerfafval | weth. Dauw | 01-09-2028 | gereed
28-11 | gesprek over ruiterpaden | burgemeester | najaar 2028 | loopt

2. Het plein in Elp
Wethouder Mist neemt het groen mee in het ontwerp dat de raad in het vierde kwartaal krijgt.
Wegens ziekte van de wethouder komt de tekening in mei.

3. Rondvraag
De heer Hagel vroeg naar katten. In januari deelt de wethouder een plan.
"""


def test_promises_in_rows_and_in_other_words():
    read = items(PROMISES)
    rows = [(c.text, c.who, c.due.isoformat()) for c in read["1"].commitments]
    assert rows == [
        ("onderzoek naar trillingen", "wethouder Mist", "2028-10-15"),
        ("gesprek over ruiterpaden", "burgemeester", "2028-11-30"),
    ]
    (plan,) = read["2"].commitments
    assert (plan.who, plan.due.isoformat()) == ("Wethouder Mist", "2028-12-31")
    assert [c.due.isoformat() for c in read["3"].commitments][-1:] == ["2029-01-31"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mevrouw I. Dauw uit Elp volgt de heer Mist op.",
        "Benoemd zijn P. Verhoeven (Orvelte) en K. Mist (Assen).",
        "Muziekvereniging Oranje vraagt een bijdrage.",
        "Gymvereniging Elp, huur van de zaal.",
        "Jaarverslag van Orvelte's Glorie.",
        "Brief van Fa. Van Elp over schade.",
        "Indieners: CDA, Lijst Elp.",
        "De zaal gaat Sjoerd Elp Hal heten.",
        "In Elp verandert niets.",
        "Losloopgebied, behalve in de Boswachterij Hooghalen.",
    ],
)
def test_more_names_that_are_no_village(sentence):
    assert read_about(sentence).villages == ()


def test_a_number_of_villages_is_all_of_them():
    assert read_about("De 26 dorpen krijgen samen geld.").all_villages
