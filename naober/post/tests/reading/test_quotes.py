"""Answers as mail programs lay them out: the words of the writer, without what is quoted."""

import pytest

from .make_mail import REPLY_TO_US, layouts, mail, read, reply

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


def test_a_sentence_right_above_the_announcement_stays():
    body = (
        "Op 12 november vergaderen wij.\nOp 3 nov 2026 09:12 +0100 schreef Het overleg "
        f"<{REPLY_TO_US}>:\n> Steunt u dit?"
    )
    assert read(reply(body)).text == "Op 12 november vergaderen wij."


def test_the_broken_off_rest_of_a_quoted_line_is_quoted_too():
    quote = (
        "> Staat uw bestuur achter de brief over de sloten? Ja, nee of\nnog niet besproken.\n> Het overleg"
    )
    assert read(
        reply(f"Op 03-11-2026 om 09:12 schreef Het overleg:\n{quote}\n\nWij vergaderen maandag.")
    ).text == ("Wij vergaderen maandag.")


def test_a_letter_that_looks_like_a_mark_is_none_in_html():
    markup = "<p>Gemeten:<br>&gt; 50 km/u: 12<br>&gt; 70 km/u: 3</p><blockquote>Hoe hard?</blockquote>"
    expected = "Gemeten:\n> 50 km/u: 12\n> 70 km/u: 3"
    assert read(reply(markup, content_type="text/html; charset=utf-8")).text == expected
