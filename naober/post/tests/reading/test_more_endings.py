"""More endings, one by one: what is taken off and what stays."""

import pytest

from .make_mail import mail, read

MORE = {
    "drents": (
        "Moi,\n\nDe sloot an de Kerkweg zit hielemaol dichte. Kun der iene kieken?\n\nGoodgaon,\nFokje",
        "Moi,\n\nDe sloot an de Kerkweg zit hielemaol dichte. Kun der iene kieken?",
    ),
    "drents2": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nMoi,\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "groetn": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nDe groeten,\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "veel groeten": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nVeel groeten van Fokje en Wubbe",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "comma closing": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nMet vriendelijke groet, namens de bewoners van "
        "de Kerkweg\nFokje Dijkhuis",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "dank en groet": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nDank en groet,\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nDank",
    ),
    "bvd gr": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nBvd, gr Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nBvd,",
    ),
    "in afwachting": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nIn afwachting van uw reactie,\nmet vriendelijke "
        "groet,\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nIn afwachting van uw reactie,",
    ),
    "hopende": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nHopende u voldoende te hebben geïnformeerd, "
        "verblijf ik,\nhoogachtend,\nF. Dijkhuis",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nHopende u voldoende te hebben geïnformeerd, "
        "verblijf ik,",
    ),
    "tweetalig device": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nSent from Outlook for Android<https://aka.ms/x>",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "samsung tablet": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nVerzonden vanaf Samsung-tablet",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "mail app": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nVerstuurd vanuit de mail-app op mijn telefoon",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "huawei": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\n\nVerzonden vanaf mijn HUAWEI-telefoon",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "bluemail": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nDownload BlueMail voor Android",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "phone excuses": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nVerstuurd vanaf mijn telefoon, excuses voor "
        "typefouten",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "mac": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nVerzonden vanaf Outlook voor Mac",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "not device": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nVerstuurd met de post is het ook nooit aangekomen.",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nVerstuurd met de post is het ook nooit aangekomen.",
    ),
    "not device 2": (
        "Verzonden via de gemeente kwam er geen antwoord, dus nu per mail aan u.",
        "Verzonden via de gemeente kwam er geen antwoord, dus nu per mail aan u.",
    ),
    "youth": ("yo die sloot stinkt echt :(\n\ngroetjes mees en fenna groep 8", "yo die sloot stinkt echt :("),
    "sig first dash": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n- Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "em": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nMet een hartelijke groet vanuit een zonnig "
        "Veen,\n\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "kind regards nl": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nBest regards / Met vriendelijke groeten,\n\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "i.o.": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nHoogachtend,\n\nF. Dijkhuis\nnamens deze,\nW. "
        "Katerberg",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "cc": (
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nMet vriendelijke groet,\nFokje\n\ncc: wethouder",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    "ggroups": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nFokje\n\n-- \nJe hebt dit "
        "bericht ontvangen omdat je bent geabonneerd op de groep 'Dorpsraden' van Google Groepen.\nAls "
        "je je wilt afmelden, stuur dan een e-mail.",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "mailman": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nGroet,\nFokje\n\n"
        "_______________________________________________\nRaden mailing list\nRaden@lijst.example\n"
        "https://lijst.example/mailman/listinfo/raden",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "ps en sig": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nMvg\nFokje\n\nPS: neem "
        "laarzen mee!\n\nFokje Dijkhuis\n06-12345678",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nPS: neem laarzen mee!",
    ),
    "two closings": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nAlvast hartelijk dank,\n"
        "Groet Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nAlvast hartelijk dank,",
    ),
    "gem sig": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nMet vriendelijke groet,\n"
        "\nTjarda Poelman\nBeleidsadviseur Ruimte\n\nGemeente Zandhuizen\nPostbus 12, 9400 AA "
        "Zandhuizen\nT 14 0592\nE t.poelman@zandhuizen.example\nI www.zandhuizen.example\nWerkdagen: "
        "ma, di en do\n\nVolg ons op Facebook",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "nosig": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nTjarda Poelman\n"
        "Beleidsadviseur Ruimte\n\nGemeente Zandhuizen\nT 14 0592",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "only name line": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "initial": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nF.",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "couple": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nFokje en Wubbe Dijkhuis",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "fam": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nFam. Dijkhuis\nKerkweg 3",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "lower name": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nfokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "lower name2": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\ngroetjes fok",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "tel only": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\n0592-123456",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "bold": (
        "*De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?*\n\n*Met vriendelijke "
        "groet,*\n\n*Fokje*",
        "*De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?*",
    ),
    "html sig img": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nMet vriendelijke groet,\n"
        "Fokje\n[image: logo.png]\n<https://x.example>",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "dash": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\n—\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "unders": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\n___\nFokje Dijkhuis",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "zelfde regel naam": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken? Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken? Fokje",
    ),
    "long list": (
        "Punten:\n\n1. Lamp stuk\n2. Hek open\n3. Sloot vol\n\nGr. Fokje",
        "Punten:\n\n1. Lamp stuk\n2. Hek open\n3. Sloot vol",
    ),
    "list at end": ("Wat nodig is:\n1. Lamp\n2. Hek\n3. Sloot", "Wat nodig is:\n1. Lamp\n2. Hek\n3. Sloot"),
    "places at end": (
        "Deze dorpen doen mee:\nZandhuizen\nVeenhuizen\nElp",
        "Deze dorpen doen mee:\nZandhuizen\nVeenhuizen\nElp",
    ),
    "address content": (
        "Het gaat om dit adres:\nKerkweg 3\n9400 AB Zandhuizen",
        "Het gaat om dit adres:\nKerkweg 3\n9400 AB Zandhuizen",
    ),
    "date content": ("De avond is op:\n\n12 november 2026", "De avond is op:\n\n12 november 2026"),
    "bel mij": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nBel mij op 06-12345678.",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nBel mij op 06-12345678.",
    ),
    "question name": ("Kent u Fokje Dijkhuis?", "Kent u Fokje Dijkhuis?"),
    "one word": ("Hallo", "Hallo"),
    "only sig": ("Met vriendelijke groet,\nFokje", ""),
    "only device": ("\n\nVerstuurd vanaf mijn iPhone", ""),
    "conf": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nFokje\n\nThis e-mail and "
        "any attachments are confidential and intended solely for the addressee. If you are not the "
        "intended recipient please delete it.",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "german": (
        "Der Weg ist kaputt.\n\nViele Grüße\nHeike\n\nVon meinem iPad gesendet",
        "Der Weg ist kaputt.",
    ),
    "banner": (
        "[EXTERN] Deze e-mail is afkomstig van buiten de organisatie. Klik niet op links.\n\nDe sloot "
        "langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "milieu mid": (
        "Wij denken aan het milieu en willen zonnepanelen. Kan dat?",
        "Wij denken aan het milieu en willen zonnepanelen. Kan dat?",
    ),
    "kvk": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nFokje Dijkhuis\nKvK 12345678",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "iban in body": (
        "Graag overmaken op NL12RABO0123456789 van de ijsclub.",
        "Graag overmaken op NL12RABO0123456789 van de ijsclub.",
    ),
    "vertrouwelijk": (
        "Deze mail is vertrouwelijk: de wethouder weet het nog niet. De weg gaat dicht.",
        "Deze mail is vertrouwelijk: de wethouder weet het nog niet. De weg gaat dicht.",
    ),
    "uitschrijven": (
        "Ik wil mij graag uitschrijven voor de nieuwsbrief.",
        "Ik wil mij graag uitschrijven voor de nieuwsbrief.",
    ),
    "groetend mid": (
        "Wij kwamen de buurman tegen.\nGroetend liep hij door. De hond bleef staan.",
        "Wij kwamen de buurman tegen.\nGroetend liep hij door. De hond bleef staan.",
    ),
    "namens begin": (
        "Namens de ijsvereniging wil ik u vragen om een bijdrage.\n\nFokje",
        "Namens de ijsvereniging wil ik u vragen om een bijdrage.",
    ),
    "namens mid sig": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nnamens de bewoners van de "
        "Kerkweg,\nFokje Dijkhuis",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "namens dot": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nNamens alle buren.",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nNamens alle buren.",
    ),
    "best2": (
        "Beste Gea,\n\nDe sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nBeste groet",
        "Beste Gea,\n\nDe sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "m.v.g. caps": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nM.V.G.\nF. Dijkhuis",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "tnx": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nThanks,\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "v.gr": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nV.gr. Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "Hgr": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nHgr, Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "vrgr": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nVrgr Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "hart gr": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nHart. gr. Fokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "warme": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nEen warme groet uit "
        "Zandhuizen,\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "tot horens": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nTot horens!\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "ik hoor graag": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nIk hoor graag,\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nIk hoor graag,",
    ),
    "bvd": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nB.v.d.\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nB.v.d.",
    ),
    "succes": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nSucces ermee!\n\nFokje",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "emoji name": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nFokje 🌻",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "xx": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nGroetjes en een kus,\nFokje xx",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "mvg,nl": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nmet vriendelijke groet , "
        "fokje dijkhuis",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "quote slogan": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nFokje Dijkhuis"
        '\n\n"Samen staan we sterk"',
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
    "fwd: slogan p": (
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?\n\nGroet,\nFokje\n\nBezoek "
        "ook onze website www.zandhuizen.example",
        "De sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?",
    ),
}
SENDERS = [
    (
        "Dorpsbelang <info@veen.example>",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nFokje Dijkhuis (voorzitter)\nWubbe Katerberg "
        "(secretaris)",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    (
        "Dorpsbelang <info@veen.example>",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nWubbe Katerberg",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    (
        "Dorpsbelang Veen <info@veen.example>",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nDorpsbelang Veen",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
    (
        "Dorpsbelang Veen <info@veen.example>",
        "De sloot langs de Kerkweg is dichtgegroeid.\n\nBestuur Dorpsbelang Veen\nwww.veen.example",
        "De sloot langs de Kerkweg is dichtgegroeid.",
    ),
]


@pytest.mark.parametrize("name", MORE)
def test_words_and_ending_are_told_apart(name):
    body, words = MORE[name]
    assert read(mail(body)).text == words


@pytest.mark.parametrize(("sender", "body", "words"), SENDERS)
def test_a_board_signs_with_the_names_of_its_people_or_its_own(sender, body, words):
    assert read(mail(body, sender=sender)).text == words
