"""How machines and people word a mail without any mark in its headers: subject and words alone."""

import pytest

from .make_mail import mail, read

MACHINES = [
    (
        "Re: Sloten",
        "Geachte heer, mevrouw,\n\nTot en met 14 november ben ik met verlof. Mijn mail wordt in deze "
        "periode niet gelezen. Voor dringende zaken kunt u terecht bij mijn collega Tjarda.\n\nMet "
        "vriendelijke groet,\nJ. Boer",
    ),
    ("Afwezigheidsbericht", "Ik ben tot 14 november afwezig."),
    (
        "Automatisch antwoord: Sloten",
        "Ik werk op maandag en dinsdag. Uw mail beantwoord ik zodra ik weer aanwezig ben.",
    ),
    ("Automatische reactie: Sloten", "Dank voor uw mail."),
    ("Automatic reply: Sloten", "Thanks for your mail."),
    ("Autoreply: Sloten", "x"),
    ("Auto-antwoord: Sloten", "x"),
    ("Out of office", "I am away."),
    ("OOO: Sloten", "x"),
    (
        "Ik ben er even niet",
        "Van 2 tot 14 november ben ik met vakantie. Bij spoed kun je bellen met Wubbe: 06-12345678.",
    ),
    (
        "Re: Sloten",
        "Ik ben momenteel niet op kantoor en heb beperkt toegang tot mijn mail. Vanaf maandag 16 "
        "november ben ik weer bereikbaar.",
    ),
    (
        "Sloten",
        "Beste afzender,\n\nHartelijk dank voor uw bericht. Wegens zwangerschapsverlof ben ik afwezig "
        "tot 1 maart. Voor vragen kunt u contact opnemen met het secretariaat.",
    ),
    (
        "Re: Sloten",
        "Ons kantoor is gesloten van 24 december t/m 1 januari. Voor dringende gevallen kunt u bellen "
        "met 0592-000000.",
    ),
    ("Abwesenheitsnotiz: Sloten", "x"),
    (
        "AW: Sloten",
        "Moin,\n\nunsere Geschäftsstelle ist wegen Umbau bis zum 3. Mai geschlossen. Ihre E-Mail wird nicht "
        "gelesen. Ab dem 4. Mai sind wir wieder für Sie da.",
    ),
    (
        "Ofwêzich: ik bin der net",
        "Tige tank. Ik bin oant tiisdei mei fakânsje. Dêrnei krije jo fan my antwurd.",
    ),
    ("Automatische Antwort: Sloten", "x"),
    ("Abwesenheit: Sloten", "Ich bin bis 14.11. im Urlaub und danach wieder erreichbar."),
    (
        "Re: Sloten",
        "Vielen Dank für Ihre Nachricht. Ich bin vom 2.11. bis 14.11. nicht im Büro. In dringenden "
        "Fällen wenden Sie sich bitte an Frau Maier.",
    ),
    ("Réponse automatique : Sloten", "Je suis absent."),
    ("Ontvangstbevestiging: uw bericht aan de gemeente", "Wij hebben uw bericht ontvangen."),
    (
        "Wij hebben uw melding ontvangen (Z2026-0012)",
        "Bedankt voor uw melding. Deze is geregistreerd onder nummer Z2026-0012. U ontvangt binnen vijf "
        "werkdagen een reactie. Dit is een automatisch verstuurd bericht.",
    ),
    (
        "Uw bericht aan Waterschap Reest",
        "Beste Fokje,\n\nBedankt voor uw bericht. U hoort binnen 5 werkdagen van ons.\n\nU kunt niet "
        "reageren op deze e-mail.",
    ),
    (
        "[Zaak 2026-4455] Ontvangst",
        "Uw zaak is geregistreerd met zaaknummer 2026-4455. Reageren op deze automatische mail is niet "
        "mogelijk.",
    ),
    ("Niet gelezen: Brief over de sloten", "Uw bericht is verwijderd zonder te zijn gelezen."),
    ("Read: Brief", "Your message was read."),
    ("Gelesen: Brief", "x"),
    ("Bezorgd: Brief", "x"),
    ("Delivered: Brief", "Your message has been delivered to the following recipients: x@y.example"),
    (
        "Ticket #44556 aangemaakt: Sloten",
        "Uw verzoek is ontvangen en er is een ticket aangemaakt. Wij streven ernaar binnen 2 werkdagen "
        "te antwoorden. Antwoord niet op deze mail.",
    ),
    ("Bevestiging aanmelding", "Deze e-mail is automatisch gegenereerd. Uw aanmelding is ontvangen."),
    ("Vakantie!", "Joehoe, ik ben met vakantie tot 14 november! Mail wordt niet gelezen. Tot dan!"),
    (
        "Re: Sloten",
        "Ik ben deze week op vakantie en lees mijn mail niet. Na 14 november reageer ik op je bericht.",
    ),
    ("Automatisch bericht", "Uw mail is aangekomen."),
    (
        "Mailadres wijzigt",
        "Dit mailadres wordt niet meer gebruikt. Uw bericht wordt niet doorgestuurd. Dit is een "
        "automatisch bericht.",
    ),
]
PEOPLE = [
    ("Re: Sloten", "Ik ben maandag weer thuis, dan bel ik je. Bij spoed kun je mijn man bellen."),
    (
        "Vergadering 12 november",
        "Helaas ben ik die avond afwezig, ik ben met vakantie. Wubbe neemt mijn plaats waar.",
    ),
    (
        "Melding",
        "Ik heb vorige week een melding gedaan bij de gemeente (nummer 2026-4711). Zij zouden binnen 5 "
        "werkdagen reageren, maar ik heb niets gehoord.",
    ),
    (
        "Re: uw brief",
        "Wij hebben uw brief ontvangen en in het bestuur besproken. Voor vragen kunt u contact opnemen "
        "met onze secretaris.",
    ),
    ("Zaak 2026-4455", "De gemeente heeft mijn zaak gesloten zonder antwoord. Kunt u helpen?"),
    (
        "Read: interesting book about villages",
        "Misschien iets voor de bieb van het dorpshuis. Ik heb er twee.",
    ),
    ("gemeentehuis", "Het loket is gesloten op vrijdag. Dat is lastig voor ouderen. Kunt u dat aankaarten?"),
    ("Bevestiging", "Hierbij bevestig ik onze afspraak van dinsdag. Ik neem de kaarten mee."),
    (
        "Uw vraag over de lamp",
        "Beste Gea, de lamp bij nummer 7 is gemaakt. Laat maar weten of het nu goed is.",
    ),
    ("Ticket voor de feestavond", "Ik wil graag twee tickets bestellen voor de feestavond."),
    (
        "Vakantie in het dorp",
        "Wij organiseren een vakantieweek van 2 tot 14 augustus. Mag dat in de nieuwsbrief?",
    ),
    ("Automatische deur dorpshuis", "De automatische deur van het dorpshuis doet het niet."),
    ("Auto te water", "Er ligt een auto in de sloot bij de Kerkweg."),
    ("Auto: te hard op de Kerkweg", "Er rijdt iedere avond een auto veel te hard. Wie handhaaft er?"),
    ("Oud mailadres", "Mijn oude mailadres werkt niet meer. Graag dit adres gebruiken."),
    ("Afwezig bestuurslid", "Onze penningmeester is langdurig ziek. Wie kan ons helpen met de jaarstukken?"),
    ("Re: uw voorstel", "Wij kunnen nog niet reageren op dit voorstel, het bestuur is er nog niet uit."),
]


@pytest.mark.parametrize(("subject", "words"), MACHINES)
def test_a_machine_is_known_by_its_words(subject, words):
    mail_read = read(mail(words, subject=subject))
    assert (mail_read.kind, mail_read.may_auto_reply) == ("auto", False)


@pytest.mark.parametrize(("subject", "words"), PEOPLE)
def test_a_person_who_uses_the_same_words_is_no_machine(subject, words):
    mail_read = read(mail(words, subject=subject))
    assert (mail_read.kind, mail_read.may_auto_reply) == ("new", True)
