"""Answers as mail programs lay them out: the words of the writer, without what is quoted."""

import pytest

from .make_mail import layouts, mail, read, reply

WORDS = "Ja, wij staan erachter."
ANSWERS = layouts("answers", words=WORDS)


@pytest.mark.parametrize("program", ANSWERS)
def test_only_the_words_of_the_writer_are_left(program):
    mail = read(reply(ANSWERS[program]))
    assert (mail.text, mail.kind, mail.answer) == (WORDS, "reply", "yes")


def test_answers_between_the_quotes_are_kept():
    body = (
        "Op 03-11-2026 om 09:12 schreef Het overleg:\n> Vraag 1: staat u erachter?\nJa.\n"
        "> Vraag 2: wie komt er?\nWubbe komt.\n> Groet\n\nGroet,\nFokje"
    )
    mail = read(reply(body))
    assert (mail.text, mail.answer) == ("Ja.\n\nWubbe komt.", "yes")


def test_marks_in_a_mail_that_answers_nothing_are_no_quote():
    body = "Gemeten op de Kerkweg:\n\n> 50 km/u: 12 auto's\n> 70 km/u: 3 auto's\n\nDat is te hard."
    assert read(mail(body)).text == body


def test_a_sentence_that_tells_what_somebody_wrote_is_no_quote():
    body = "Op 3 maart schreef de gemeente ons dat de brug in april klaar is. Dat is niet gebeurd."
    assert read(mail(body)).text == body
