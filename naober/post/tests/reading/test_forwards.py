"""Mail that is passed on: what the sender adds, what the author wrote, who the author is."""

import pytest

from .make_mail import layouts, mail, parts, read, text_part

WORDS = "Dag allemaal,\n\nDe brug is van 9 tot 20 november dicht voor auto's. Fietsers kunnen erlangs."
COMMENT = "Dit kwam vanmorgen binnen, wat vinden jullie?"
AUTHOR = "Waterschap Reest <brug@waterschap.example>"
FORWARDS = layouts("forwards", words=WORDS, comment=COMMENT)


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
