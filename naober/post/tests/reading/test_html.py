"""Mail in HTML alone, as the programs of people make it."""

import pytest

from .make_mail import REPLY_TO_US, html_part, layouts, mail, parts, read, reply, text_part

WORDS = "Ja, wij staan erachter."
COMMENT = "Wat vinden jullie?"
FORWARDED = "Dag allemaal,\n\nDe brug is dicht."
ANSWERS = layouts("html_answers", words=WORDS, who=f"Het overleg &lt;{REPLY_TO_US}&gt;")
FORWARDS = layouts(
    "html_forwards",
    words_html=FORWARDED.replace("\n", "<br>"),
    comment=COMMENT,
    who="Waterschap Reest &lt;brug@waterschap.example&gt;",
)
HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize("program", ANSWERS)
def test_only_the_words_of_the_writer_are_left(program):
    mail_read = read(reply(ANSWERS[program], content_type=HTML))
    assert (mail_read.text, mail_read.answer) == (WORDS, "yes")


@pytest.mark.parametrize("program", FORWARDS)
def test_comment_author_and_words_are_told_apart(program):
    mail_read = read(mail(FORWARDS[program], subject="FW: Brug dicht", content_type=HTML))
    assert (mail_read.text, mail_read.forwarded_text) == (COMMENT, FORWARDED)
    assert mail_read.author_hint == "brug@waterschap.example"


def test_what_a_reader_does_not_see_is_not_read():
    markup = (
        "<head><title>Nee</title><style>p{}</style></head><body><div style='display: none'>Nee</div>"
        "<!-- Nee --><script>Nee</script><p hidden>Nee</p><p>De lamp is stuk.</p></body>"
    )
    assert read(mail(markup, content_type=HTML)).text == "De lamp is stuk."


def test_lists_and_tables_keep_their_lines():
    markup = (
        "<p>Nodig:</p><ol><li>zand</li><li>grind</li></ol><table><tr><td>Elp</td><td>3 uur</td></tr></table>"
    )
    assert read(mail(markup, content_type=HTML)).text == "Nodig:\n\n1. zand\n2. grind\n\nElp 3 uur"


def test_html_is_read_where_the_plain_part_only_says_that_there_is_html():
    stub = text_part("Uw e-mailprogramma kan geen HTML-berichten tonen.")
    markup = html_part(
        "<p>De brug bij de molen is kapot en er komt niemand kijken. Wie kan helpen met het hek?</p>"
    )
    expected = "De brug bij de molen is kapot en er komt niemand kijken. Wie kan helpen met het hek?"
    assert read(parts(stub, markup, kind="alternative")).text == expected
