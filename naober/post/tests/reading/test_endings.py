"""What stands under the words of a person, by many people and programs, and what only looks like it."""

import pytest

from .make_mail import html_part, mail, parts, read, text_part

WORDS = "Beste mensen,\n\nDe sloot langs de Kerkweg is dichtgegroeid. Kan er iemand kijken?"

ENDINGS = [
    "Met vriendelijke groet,\n\nFokje Dijkhuis",
    "Met vr. groet\nFokje",
    "mvg Fokje",
    "Groet,\nFokje",
    "Groetjes van Fokje",
    "Hartelijke groeten uit Zandhuizen,\nFokje en Wubbe",
    "Vriendelijke groet, Fokje Dijkhuis, voorzitter",
    "Groeten,\n\nFokje\n06-12 34 56 78",
    "Hoogachtend,\n\nF. Dijkhuis\nKerkweg 3\n9400 AB Zandhuizen",
    "Gr. Fokje",
    "Gr Fokje",
    "Namens het bestuur van Dorpsbelang Zandhuizen,\n\nFokje Dijkhuis, secretaris",
    "Namens Dorpsbelang Zandhuizen\nFokje Dijkhuis\nsecretaris",
    "Goodgaon,\nFokje",
    "Met dorpse groet,\nFokje",
    "Met noaberlijke groeten,\nFokje",
    "-- \nFokje Dijkhuis\nSecretaris Dorpsbelang Zandhuizen\nfokje@dijkhuis.example | 06 12345678",
    "Fokje",
    "Fokje Dijkhuis\nZandhuizen",
    "F. Dijkhuis, Kerkweg 3 Zandhuizen",
    "--\nFokje",
    "Mit freundlichen Grüßen\nFokje Dijkhuis",
    "Kind regards,\nFokje",
    "Best wishes,\nFokje",
    "Verzonden vanaf mijn Samsung Galaxy-smartphone.",
    "Verstuurd vanaf mijn iPhone",
    "Verzonden met Outlook voor Android<https://aka.ms/x>",
    "Outlook voor iOS downloaden<https://aka.ms/x>",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Verzonden vanuit Mail<https://go.microsoft.com/x> voor Windows",
    "Sent from Yahoo Mail on Android",
    "Verstuurd via de Ziggo Mail app",
    "Von meinem iPhone gesendet",
    "Met groet, Fokje\n\nVerstuurd vanaf mijn iPad",
    "m.v.g. F. Dijkhuis",
    "Met vriendelijke groet / Kind regards,\n\nFokje Dijkhuis\nOmgevingsmanager",
    "Liefs, Fokje",
    "Fijne dag!\n\nFokje",
    "Tot ziens,\nFokje",
    "Met vriendelijke groeten, Fokje Dijkhuis\n\nDeze e-mail is uitsluitend bestemd voor de geadresseerde.",
    "Groetjes Fokje 😊",
    "Grtjs Fok",
    "MVG\n\nFokje",
    "Met de meeste hoogachting,\nF. Dijkhuis",
    "Vr.gr. Fokje",
    "Hartelijke groet, mede namens Wubbe,\nFokje",
    "Cordialement,\nFokje",
    "Groet\nFokje & Wubbe",
    "- Fokje",
    "Beste groeten\nFokje",
    "Met sportieve groet,\n\nFokje Dijkhuis\nIJsvereniging De Kou",
    "Alle goeds,\nFokje",
    "Vriendelijk groetend,\nFokje",
    "Met groeten,\nF.Dijkhuis",
    "m.vr.gr.\nFokje",
    "Disclaimer: dit bericht is vertrouwelijk.",
    "Virusvrij.www.avast.com",
    "Denk aan het milieu voor u deze mail print",
    "Fokje Dijkhuis | Dorpsbelang Zandhuizen | 06-12345678",
    "[cid:logo.png]",
]
WORDS_TO_KEEP = [
    "Wie neemt dit op zich?",
    "Alvast bedankt",
    "De gemeente groet ons nooit terug, dat is het probleem.",
    "Met vriendelijke groet van de wethouder werden wij afgescheept, dat kan toch niet.",
    "Het gaat om deze plaatsen:\n- Zandhuizen\n- Veenhuizen",
    "Groeten doen we elkaar hier nog wel, maar de sloot blijft vol.",
    "Bij ons werkt dat goed.",
    "Ik hoor graag van u wanneer er iemand komt kijken naar de sloot.",
    "We zijn met vier straten: Kerkweg, Dorpsstraat, Brink en Es.",
    "Kosten: 1.200 euro",
    "Vertrouwelijk: de buurman weet hier niet van.",
    "Ik ben bereikbaar op 06-12345678.",
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_is_taken_off(ending):
    assert read(mail(f"{WORDS}\n\n{ending}\n")).text == WORDS


@pytest.mark.parametrize("kept", WORDS_TO_KEEP)
def test_words_that_look_like_an_ending_stay(kept):
    assert read(mail(f"{WORDS}\n\n{kept}\n")).text == f"{WORDS}\n\n{kept}"
    assert read(mail(f"{WORDS}\n\n{kept}\n\nGroet,\nFokje\n")).text == f"{WORDS}\n\n{kept}"


def test_a_postscript_stays_and_the_device_line_below_it_goes():
    body = f"{WORDS}\n\nGroeten,\nFokje\n\nP.S. De brug is ook stuk.\n\nVerstuurd vanaf mijn iPhone"
    assert read(mail(body)).text == f"{WORDS}\n\nP.S. De brug is ook stuk."


def test_thanks_and_greeting_on_one_line_are_told_apart():
    assert read(mail(f"{WORDS}\n\nAlvast bedankt en groeten,\nFokje")).text == f"{WORDS}\n\nAlvast bedankt"


def test_a_greeting_behind_the_last_sentence_is_taken_off():
    assert read(mail("Wie ruimt de sloot op? Groetjes Fokje")).text == "Wie ruimt de sloot op?"


def test_the_signature_that_html_marks_is_taken_off_the_plain_text():
    plain = f"{WORDS}\n\nuw bloemist aan de brug"
    markup = '<p>De sloot</p><div class="gmail_signature">uw bloemist aan de brug</div>'
    assert read(parts(text_part(plain), html_part(markup), kind="alternative")).text == WORDS


def test_a_warning_of_the_receivers_system_goes_and_the_words_stay():
    body = f"Let op: deze e-mail komt van buiten de organisatie.\n\n{WORDS}"
    assert read(mail(body)).text == WORDS
