"""Mail that is passed on: what the sender adds, what the author wrote, who the author is."""

import pytest

from .make_mail import layouts, mail, parts, read, text_part

WORDS = "Dag allemaal,\n\nDe brug is van 9 tot 20 november dicht voor auto's. Fietsers kunnen erlangs."
COMMENT = "Dit kwam vanmorgen binnen, wat vinden jullie?"
AUTHOR = "Waterschap Reest <brug@waterschap.example>"
FORWARDS = layouts("forwards", words=WORDS, comment=COMMENT)
MORE = {
    "fyi": (
        "FW: Brug",
        "FYI\n\nVan: Jan Pol <jan@pol.example>\nVerzonden: dinsdag 3 november 2026 08:00\nAan: Fokje "
        "Dijkhuis <fokje@dijkhuis.example>\nOnderwerp: Brug\n\nDe brug is dicht.",
        "FYI",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "tk": (
        "FW: Brug",
        "Ter kennisname.\n\nGroet,\nFokje\n\nVan: Jan Pol <jan@pol.example>\nVerzonden: dinsdag 3 "
        "november 2026 08:00\nAan: Fokje Dijkhuis <fokje@dijkhuis.example>\nOnderwerp: Brug\n\nDe brug "
        "is dicht.\n\nJan Pol",
        "Ter kennisname.",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "no name": (
        "FW: Brug",
        "Zie onder\n\nVan: Loket Verkeer\nVerzonden: dinsdag 3 november 2026 08:00\nAan: Fokje\n"
        "Onderwerp: Brug\n\nDe brug is dicht.\n\nMet vriendelijke groet,\nLoket",
        "Zie onder",
        "De brug is dicht.",
        "Loket Verkeer",
    ),
    "namens": (
        "FW: Brug",
        "Zie onder\n\nVan: lijst <lijst@x.example> namens Jan Pol <jan@pol.example>\nVerzonden: dinsdag "
        "3 november 2026 08:00\nAan: Fokje\nOnderwerp: Brug\n\nDe brug is dicht.",
        "Zie onder",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "owa link": (
        "FW: Brug",
        "Zie onder\n\nVan: Jan Pol <jan@pol.example<mailto:jan@pol.example>>\nVerzonden: dinsdag 3 "
        "november 2026 08:00\nAan: Fokje\nOnderwerp: Brug\n\nDe brug is dicht.",
        "Zie onder",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "re chain": (
        "FW: Brug",
        "Zie dit gesprek.\n\nVan: Jan Pol <jan@pol.example>\nVerzonden: dinsdag 3 november 2026 08:00\n"
        "Aan: Fokje\nOnderwerp: Re: Brug\n\nNee, dat kan niet.\n\nOp ma 2 nov 2026 om 20:00 schreef "
        "Fokje <fokje@dijkhuis.example>:\n> Kan de brug open?",
        "Zie dit gesprek.",
        "Nee, dat kan niet.",
        "jan@pol.example",
    ),
    "no subj prefix": (
        "brug",
        "Kijk eens:\n\n---------- Forwarded message ---------\nVan: Jan Pol <jan@pol.example>\nDate: di "
        "3 nov 2026 om 08:00\nSubject: Brug\nTo: Fokje\n\nDe brug is dicht.",
        "Kijk eens:",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "changed subj": (
        "agendapunt brug",
        "Graag op de agenda.\n\nVan: Jan Pol <jan@pol.example>\nVerzonden: dinsdag 3 november 2026 "
        "08:00\nAan: Fokje Dijkhuis <fokje@dijkhuis.example>\nOnderwerp: Brug\n\nDe brug is dicht.",
        "Graag op de agenda.",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "gmail 2x": (
        "Fwd: Brug",
        "Zie onder.\n\n---------- Forwarded message ---------\nVan: Piet <piet@x.example>\nDate: di 3 "
        "nov 2026 om 09:00\nSubject: Fwd: Brug\nTo: Fokje\n\n\nVoor jullie.\n\n---------- Forwarded "
        "message ---------\nVan: Jan Pol <jan@pol.example>\nDate: di 3 nov 2026 om 08:00\nSubject: "
        "Brug\nTo: Piet\n\n\nDe brug is dicht.\n\nJan",
        "Zie onder.",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "long aan": (
        "FW: Brug",
        "Zie onder.\n\nVan: Jan Pol <jan@pol.example>\nVerzonden: dinsdag 3 november 2026 08:00\nAan: "
        "Fokje Dijkhuis <fokje@dijkhuis.example>; Piet Smit <piet@x.example>;\n Klaas "
        "<klaas@x.example>; Aly <aly@x.example>\nCC: Griffie <g@x.example>\nOnderwerp: Brug\nUrgentie: "
        "Hoog\n\nDe brug is dicht.",
        "Zie onder.",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "bijlagen": (
        "FW: Brug",
        "Zie onder.\n\nVan: Jan Pol <jan@pol.example>\nVerzonden: dinsdag 3 november 2026 08:00\nAan: "
        "Fokje\nOnderwerp: Brug\nBijlagen: kaart.pdf\n\nDe brug is dicht.",
        "Zie onder.",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "orig appointment": (
        "FW: Brug",
        "Zie onder.\n\n-----Oorspronkelijke afspraak-----\nVan: Jan Pol <jan@pol.example>\nVerzonden: "
        "dinsdag 3 november 2026 08:00\nAan: Fokje\nOnderwerp: Brug\nTijd: donderdag 20:00\nLocatie: "
        "Dorpshuis\n\nWij praten over de brug.",
        "Zie onder.",
        "Wij praten over de brug.",
        "jan@pol.example",
    ),
    "en iphone": (
        "Fwd: Brug",
        "See below\n\nSent from my iPhone\n\nBegin forwarded message:\n\n> From: Jan Pol "
        "<jan@pol.example>\n> Date: November 3, 2026 at 8:00:00 AM GMT+1\n> To: Fokje "
        "<fokje@dijkhuis.example>\n> Subject: Brug\n> \n> De brug is dicht.",
        "See below",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "comment in mail of banner": (
        "FW: Brug",
        "Zie onder.\n\nVan: Jan Pol <jan@pol.example>\nVerzonden: dinsdag 3 november 2026 08:00\nAan: "
        "Fokje Dijkhuis <fokje@dijkhuis.example>\nOnderwerp: Brug\n\nLet op: deze e-mail komt van "
        "buiten de organisatie.\n\nDe brug is dicht.",
        "Zie onder.",
        "De brug is dicht.",
        "jan@pol.example",
    ),
    "attribution fwd": (
        "Fwd: Brug",
        "Kreeg dit:\n\nOp di 3 nov 2026 om 08:00 schreef Jan Pol <jan@pol.example>:\n\n> De brug is dicht.",
        "Kreeg dit:",
        "De brug is dicht.",
        "jan@pol.example",
    ),
}


@pytest.mark.parametrize("program", FORWARDS)
def test_comment_author_and_words_are_told_apart(program):
    mail_read = read(mail(FORWARDS[program], subject="Fwd: Brug dicht"))
    comment = "" if program == "nocomment" else COMMENT
    assert (mail_read.kind, mail_read.text) == ("new", comment)
    assert (mail_read.author_hint, mail_read.forwarded_text) == ("brug@waterschap.example", WORDS)


def test_the_innermost_author_counts_when_a_mail_was_passed_on_twice():
    inner = FORWARDS["gmail"].partition("\n\n")[2]
    body = (
        "Zie hieronder.\n\nVan: Wubbe Katerberg <wubbe@katerberg.example>\n"
        f"Verzonden: dinsdag 3 november 2026 09:00\nAan: Fokje Dijkhuis\nOnderwerp: Fwd: Brug dicht\n\n"
        f"Kan jij hier iets mee?\n\n{inner}"
    )
    mail_read = read(mail(body, subject="FW: Fwd: Brug dicht"))
    assert (mail_read.text, mail_read.author_hint) == ("Zie hieronder.", "brug@waterschap.example")
    assert mail_read.forwarded_text == WORDS


def test_what_the_author_quoted_is_not_what_the_author_wrote():
    body = (
        f"Ter info.\n\nVan: {AUTHOR}\nVerzonden: dinsdag 3 november 2026 08:00\nAan: Fokje Dijkhuis\n"
        "Onderwerp: RE: Brug dicht\n\nDat klopt.\n\nVan: Fokje Dijkhuis <fokje@dijkhuis.example>\n"
        "Verzonden: maandag 2 november 2026 20:00\nAan: Waterschap Reest\nOnderwerp: Brug dicht\n\n"
        "Gaat hij dicht?"
    )
    mail_read = read(mail(body, subject="FW: Brug dicht"))
    assert (mail_read.author_hint, mail_read.forwarded_text) == ("brug@waterschap.example", "Dat klopt.")


def test_an_attached_mail_is_passed_on_too():
    inner = mail(f"{WORDS}\n\nGroet,\nTeam bruggen", sender=AUTHOR, subject="Brug dicht")
    attached = (
        b'Content-Type: message/rfc822; name="Brug dicht.eml"\r\nContent-Disposition: attachment\r\n\r\n'
        + inner
    )
    mail_read = read(parts(text_part(COMMENT), attached))
    assert (mail_read.kind, mail_read.text, mail_read.author_hint) == (
        "new",
        COMMENT,
        "brug@waterschap.example",
    )
    assert mail_read.forwarded_text == WORDS
    assert [(file.name_shown, file.kind) for file in mail_read.attachments] == [("Brug dicht.eml", "message")]


@pytest.mark.parametrize("name", MORE)
def test_forwards_of_many_kinds_are_told_apart(name):
    subject, body, words, forwarded, author = MORE[name]
    mail_read = read(mail(body, subject=subject))
    assert (mail_read.kind, mail_read.text) == ("new", words)
    assert (mail_read.forwarded_text, mail_read.author_hint) == (forwarded, author)
