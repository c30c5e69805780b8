"""Two people press the same button: one of them tells the village, the other reads who did and when."""

import re

import pytest

from journeys import paper, shown
from journeys.hands import Mouse
from journeys.mail import Mailbox, told_in, wait_until
from journeys.steps import BERT, GEERTJE, RENSKE, paste, sign_in

BUTTON = "Klopt, vertel het Hijken"
ALREADY = re.compile(r"(Renske Dekker|Geertje Alberts) was u voor, vandaag \d\d\.\d\d uur")
AT_ONCE = 0


@pytest.mark.parametrize("release_minutes", [AT_ONCE])
def test_one_entry_one_mail_and_the_second_reads_who_and_when(live_site, smtp_sink, page, another_page):
    officer, secretary = Mouse(page), Mouse(another_page())
    sign_in(officer, smtp_sink, RENSKE)
    sign_in(secretary, smtp_sink, GEERTJE)
    paste(officer)
    secretary.page.goto(page.url)
    both = (officer.page, secretary.page)

    for one in both:  # without waiting in between, so that the two meet at the server
        one.get_by_role("button", name=BUTTON, exact=True).evaluate("button => { button.click() }")
    for one in both:
        wait_until(
            lambda one=one: one.get_by_role("button", name=BUTTON, exact=True).count() == 0, "it is done"
        )

    late = [one for one in both if one.get_by_role("heading", name="Dit is al gedaan", exact=True).count()]
    assert len(late) == 1
    first_name = "Renske Dekker" if late == [secretary.page] else "Geertje Alberts"
    said = late[0].get_by_role("main").inner_text()
    assert [match[1] for match in ALREADY.finditer(said)] == [first_name]

    assert [each.title for each in told_in(Mailbox(smtp_sink, BERT).next_news())] == [
        f"{paper.LAMPS}: op de agenda"
    ]
    visitor = another_page()
    visitor.goto("/dorpen/hijken/")
    assert visitor.get_by_role("heading", name=re.compile(paper.LAMPS)).count() == 1
    assert shown.on_home(visitor, "Hijken") == {paper.LAMPS: paper.LAMPS_QUOTE}
    assert visitor.get_by_role("heading", name=re.compile(paper.LAMPS)).count() == 1

    # The next mail is about the next point alone: nothing was told twice.
    officer.page.goto(shown.SITTING)
    officer.press("Klopt, vertel het alle dorpen")
    assert [each.title for each in told_in(Mailbox(smtp_sink, BERT).next_news(earlier=1))] == [
        f"{paper.LEAVES}: op de agenda"
    ]
