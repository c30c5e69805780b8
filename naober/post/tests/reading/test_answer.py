"""What boards write under a question whether they agree: one sentence each, as villages write them."""

import pytest

from naober.post.reading.answer import answer_of

from .make_mail import ASKED, read, reply

SUBJECT = "Re: Brief over de sloten: staat uw bestuur hierachter?"

YES = [
    "Jao, daor bint wij het met iens.",
    "Wij bint veur.",
    "Count us in.",
    "JAAAA!!!",
    "Acoord!",
    "Elp: ja. Veen: ja.",
    "Daar kunnen wij mee leven.",
    "Namens Dorpsbelang Veen laat ik weten dat wij akkoord zijn.",
    "In onze vergadering hebben wij de brief besproken. Het bestuur kan zich vinden in de inhoud en "
    "steunt de oproep. We willen wel vragen om de volgende keer eerder te worden geïnformeerd.",
    "Ja",
    "Ja.",
    "ja hoor",
    "Ja, prima",
    "Ja, akkoord met de brief.",
    "JA!",
    "Akkoord",
    "Akkoord namens Veenhuizen",
    "Wij zijn akkoord.",
    "Het bestuur gaat akkoord.",
    "Het bestuur van Zandhuizen is akkoord met deze brief.",
    "Wij steunen dit.",
    "Ons bestuur steunt de brief van harte.",
    "Onze steun heeft u.",
    "Jullie hebben onze steun.",
    "Wij staan hier volledig achter.",
    "Daar staan wij achter.",
    "Prima!",
    "Prima brief, verstuur maar.",
    "Helemaal goed zo.",
    "Oké",
    "Ok, doen we",
    "Goed plan! Wij doen mee.",
    "Wij doen graag mee.",
    "Veenhuizen doet mee.",
    "Doe ons maar mee",
    "Zet ons er maar bij.",
    "Jullie mogen ons noemen.",
    "U mag onze naam gebruiken.",
    "Noem Veenhuizen er gerust bij",
    "Geen bezwaar.",
    "Wij hebben geen bezwaar.",
    "Van onze kant geen bezwaren",
    "Wij hebben er niets op tegen.",
    "Niets tegen in te brengen",
    "Nee hoor, prima zo.",
    "Nee, geen bezwaar.",
    "Nee, wij hebben daar geen bezwaar tegen.",
    "Eens!",
    "Wij zijn het ermee eens.",
    "Mee eens.",
    "Helemaal mee eens",
    "Wij kunnen ons vinden in de tekst.",
    "Daar kunnen wij ons prima in vinden.",
    "We stemmen in met het voorstel.",
    "Ons bestuur stemt in.",
    "Het bestuur heeft ingestemd met de brief.",
    "Gisteren in de vergadering besproken en unaniem akkoord.",
    "Besproken in het bestuur, wij zijn voor.",
    "Wij zijn voor.",
    "Voor",
    "Voor!",
    "Namens Veenhuizen: voor.",
    "Uiteraard, graag zelfs.",
    "Natuurlijk steunen wij dit.",
    "Ja natuurlijk!",
    "Jazeker",
    "Zeker weten",
    "Absoluut, ja.",
    "👍",
    "Akkoord 👍",
    "Wij onderschrijven de brief.",
    "Wij ondertekenen graag mee.",
    "Wij tekenen mee",
    "Graag!",
    "Graag, wij doen mee.",
    "Met plezier, ja.",
    "Namens het bestuur: ja.",
    "Ja, wij staan erachter. Wel een tikfoutje in de tweede alinea.",
    "Akkoord. Succes ermee!",
    "Ja. Kunnen jullie mij ook een kopie sturen?",
    "Ja, met dank voor het werk.",
    "Wij gaan akkoord met de voorgestelde tekst.",
    "Geen probleem, gaat uw gang.",
    "Waarom niet? Ja dus.",
    "Wij vinden het een goed voorstel.",
    "Goed idee, doen!",
    "Veenhuizen is voor.",
    "Wat mij betreft prima.",
    "Voor ons is het goed.",
    "Wij zijn unaniem voor.",
    "Joa, mooi zo.",
    "Yes, we agree.",
    "Einverstanden.",
    "Dat is goed",
    "Prima, stuur maar door.",
    "Mooi stuk, wij staan er achter",
    "Wij sluiten ons hier graag bij aan.",
    "Fijn dat jullie dit oppakken. Wij doen mee!",
    "In het bestuur hebben we het hierover gehad. Iedereen is het ermee eens.",
    "Wij geven onze steun aan dit standpunt.",
    "Er zijn geen bezwaren binnen ons bestuur.",
    "Onze leden zijn er voor",
    "Alle bestuursleden zijn akkoord",
    "Daar zeggen wij geen nee tegen.",
    "Kan niet beter, akkoord!",
    "Ja. Tot de volgende vergadering!",
    "Na overleg in het bestuur: akkoord.",
    "Als bestuur van Veenhuizen zijn wij akkoord.",
    "Ja. U hoort nog van mij over de datum.",
    "Hoi,\n\nJa prima, doen we. Alleen staat onze naam fout gespeld, het is Veenhuizen met twee e's.",
    "Het bestuur heeft besloten de brief te ondersteunen.",
]
NO = [
    "Helaas moeten wij laten weten dat ons bestuur deze brief niet ondersteunt. Wij willen de goede "
    "verhouding met het waterschap houden.",
    "Wij willen dat niet en steunen de brief niet.",
    "Wij bint teugen.",
    "We would rather not.",
    "Nee, bedankt.",
    "Ons bestuur heeft niet ingestemd.",
    "Geen enkele steun van ons.",
    "Nee",
    "Nee.",
    "nee, liever niet",
    "Nee, wij zijn tegen.",
    "Tegen",
    "Wij zijn tegen.",
    "Wij zijn het hier niet mee eens.",
    "Niet akkoord.",
    "Wij gaan niet akkoord.",
    "Niet mee eens",
    "Wij steunen dit niet.",
    "Wij kunnen dit niet steunen.",
    "Daar kunnen wij ons niet in vinden.",
    "Ons bestuur stemt niet in.",
    "Ons bestuur stemt tegen.",
    "Wij doen niet mee.",
    "Veenhuizen doet hier niet aan mee.",
    "Laat ons er maar buiten.",
    "Haal ons dorp er maar af.",
    "Oneens",
    "Wij zien dit niet zitten.",
    "Wij maken bezwaar.",
    "Wij hebben bezwaar tegen deze tekst.",
    "Helaas, wij kunnen hier niet mee instemmen.",
    "Het bestuur is tegen, omdat de weg al smal is.",
    "Namens Veenhuizen: nee",
    "Wij willen dit standpunt niet ondersteunen.",
    "Nee, want onze leden zijn tegen.",
    "Slecht plan, wij doen niet mee.",
    "Geen steun van ons.",
    "Wij wijzen dit af.",
    "No, we do not agree.",
    "Nein",
    "Wij zijn hier geen voorstander van.",
    "Ons bestuur is geen voorstander.",
    "Liever niet.",
    "Wij zijn beslist niet akkoord.",
    "Nee, niet akkoord. De tekst is te scherp.",
    "Onze stem: tegen",
    "Wij zijn er niet voor.",
    "Graag zonder ons.",
    "Het bestuur heeft besloten de brief niet te ondersteunen.",
]
UNDECIDED = [
    "Drie leden zijn voor en twee tegen.",
    "Wij zijn niet tegen, maar ook niet voor.",
    "Ja, ontvangen!",
    "Ja, ik kijk ernaar.",
    "Ja, dat klopt, de brief is binnen. Antwoord volgt.",
    "Het bestuur zou ja kunnen zeggen.",
    "Over de sloten: ja. Over het hek: nee.",
    "Akkoord met punt 1, niet akkoord met punt 2.",
    "Nee, nog niet.",
    "Jao, mar eerst mut de weg klaor.",
    "Wij zijn het eens met de strekking, maar de toon is te hard. Als de laatste alinea eruit gaat mag "
    "onze naam eronder.",
    "Ja, maar alleen als de prijs omlaag gaat.",
    "Ja, mits de brug open blijft.",
    "Ja, maar wij willen wel een aanpassing.",
    "Akkoord, mits paragraaf 3 wordt aangepast.",
    "Onder voorbehoud akkoord.",
    "In principe akkoord.",
    "In principe wel, het moet nog in het bestuur.",
    "Op voorwaarde dat de kosten laag blijven.",
    "Tenzij de gemeente betaalt, zijn wij tegen.",
    "Nog niet besproken.",
    "Wij bespreken het op 12 november.",
    "Wij hebben dit nog niet besproken.",
    "Het staat op de agenda voor volgende week.",
    "Wij vergaderen pas in december.",
    "Wij komen er op terug.",
    "U hoort nog van ons.",
    "Ik leg het voor aan het bestuur.",
    "Ik moet dit eerst overleggen.",
    "We weten het nog niet.",
    "Daar moeten wij nog over nadenken.",
    "De meningen zijn verdeeld.",
    "Ons bestuur is verdeeld.",
    "Drie voor, twee tegen.",
    "Wij onthouden ons van stemming.",
    "Geen mening.",
    "Dank, ontvangen.",
    "Bedankt voor het toesturen.",
    "Ontvangen, wordt besproken.",
    "Om welke brief gaat het?",
    "Wat bedoelen jullie met inbreiding?",
    "Mogen wij de hele tekst zien?",
    "Wanneer moet het antwoord binnen zijn?",
    "Misschien.",
    "Twijfelgeval, ik vraag het na.",
    "Wij zijn voor, maar de buren zijn tegen.",
    "Ja en nee.",
    "Deels akkoord.",
    "Grotendeels eens, behalve met punt 4.",
    "Akkoord behalve punt 2.",
    "Kunnen we uitstel krijgen tot december?",
    "Ik ben voor, Wubbe is tegen.",
    "Alleen als ook Veenhuizen meedoet.",
    "Als de laatste zin eruit gaat zijn wij akkoord.",
    "Zodra de kosten bekend zijn laten we het weten.",
    "Voorlopig nog geen standpunt.",
    "Ik zal het in de bestuursvergadering inbrengen.",
    "Eerst willen wij weten wat het kost.",
    "Het bestuur komt volgende maand bij elkaar.",
    "We hebben meer informatie nodig.",
    "We zijn er nog niet uit.",
    "Nog even geduld graag.",
    "Akkoord? Dat moet ik eerst met het bestuur bespreken.",
    "Ik ben akkoord maar moet het nog met de rest bespreken.",
    "Neutraal",
    "Geen bezwaar mits de bus blijft rijden.",
    "Ja als de gemeente meebetaalt",
    "Top, bedankt!",
    "Prima stuk. We bespreken het volgende week.",
    "Mooi. Staat op de agenda van 12 november.",
    "Met de brief op zich zijn we het eens, niet met de toon.",
    "Ik ben het met jullie eens, maar het bestuur moet nog beslissen.",
]
NOTHING = [
    "Wij durven hier niet meer te fietsen.",
    "Graag wegzuigen voor de zomer.",
    "Onze secretaris heeft een ander e-mailadres, willen jullie dat aanpassen?",
    "Graag afmelden voor deze mails.",
    "Hierbij ons nieuwe rekeningnummer: zie de bijlage.",
    "Mijn mailadres is veranderd, graag aanpassen.",
    "De foto's van de dorpsdag staan online.",
    "Wij komen met vier personen naar de avond.",
    "Aanvulling op mijn melding van vorige week: de lamp is nu ook stuk.",
    "Het hek staat nu weer open.",
    "Beterschap gewenst!",
    "Het gaat goed met de sloot.",
    "Ik bel je nog wel eens.",
    "Van harte gefeliciteerd met het jubileum!",
    "Wij willen heel graag een nieuwe brug.",
]


@pytest.mark.parametrize("words", YES)
def test_a_yes_is_read_as_yes(words):
    assert answer_of(words, SUBJECT, ASKED) == "yes"


@pytest.mark.parametrize("words", NO)
def test_a_no_is_read_as_no(words):
    assert answer_of(words, SUBJECT, ASKED) == "no"


@pytest.mark.parametrize("words", UNDECIDED)
def test_a_condition_a_delay_and_a_receipt_are_no_yes(words):
    assert answer_of(words, SUBJECT, ASKED) == "undecided"


@pytest.mark.parametrize("words", NOTHING)
def test_words_about_something_else_are_no_answer(words):
    assert answer_of(words, SUBJECT, ASKED) is None


def test_no_sentence_that_is_not_a_yes_is_read_as_one():
    read_as = [answer_of(words, SUBJECT, ASKED) for words in NO + UNDECIDED + NOTHING]
    assert read_as.count("yes") == 0


def test_a_yes_to_a_mail_that_asked_nothing_is_no_answer():
    told = "Wij hebben uw melding over de lamp ontvangen. Een medewerker gaat kijken."
    assert answer_of("Ja, het is de lamp bij nummer 7.", "Re: Lamp Kerkweg", told) is None


def test_the_yes_of_a_quote_is_not_the_yes_of_the_writer():
    asked = "Staat uw bestuur erachter? Ja, graag een reactie voor vrijdag."
    mail = read(reply(f"De stukken kreeg ik niet geopend.\n\n> {asked}\n"))
    assert (mail.kind, mail.answer) == ("reply", None)


@pytest.mark.parametrize(
    ("subject", "answer"), [("Akkoord: Brief", "yes"), ("Nee: Brief", "no"), ("Re: Brief", None)]
)
def test_a_voting_button_answers_in_the_subject(subject, answer):
    assert read(reply("", subject=subject)).answer == answer


def test_an_absence_notice_to_a_question_is_never_an_answer():
    words = (
        "Ja, ik ben met vakantie tot en met 12 november. Bij dringende vragen kunt u mailen met het bestuur."
    )
    mail = read(reply(words, subject="Automatisch antwoord: Brief over de sloten"))
    assert (mail.kind, mail.answer, mail.may_auto_reply) == ("auto", None, False)
