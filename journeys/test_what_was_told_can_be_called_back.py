"""Mail can be called back: before its release nothing leaves, after it the correction follows."""

import pytest

from journeys import paper, shown
from journeys.hands import Mouse
from journeys.mail import Mailbox, Told, told_in
from journeys.steps import BERT, CARLA, RENSKE, WIETSKE, paste, sign_in

A_QUARTER_MINUTE = 0.25
AT_ONCE = 0
ALL = "Over alle dorpen"


@pytest.mark.parametrize("release_minutes", [A_QUARTER_MINUTE])
def test_called_back_before_its_release_nothing_leaves(live_site, smtp_sink, page, another_page):
    officer = Mouse(page)
    sign_in(officer, smtp_sink, RENSKE)
    paste(officer)
    officer.press("Klopt, vertel het Hijken")
    officer.press("Klopt, vertel het Hooghalen")
    officer.press("Terugroepen: punt 3.1")
    assert page.get_by_role("status").inner_text() == "Teruggeroepen. Er is niets verstuurd."

    # Both would have left together: whoever sits for Hooghalen has their mail.
    told = told_in(Mailbox(smtp_sink, CARLA).next_news())
    assert [each.title for each in told] == [f"{paper.BENCH}: op de agenda"]
    # And this mail is written after theirs, and the worker takes the oldest first.
    reader = Mouse(another_page())
    sign_in(reader, smtp_sink, WIETSKE)
    assert Mailbox(smtp_sink, BERT).news() == []
    visitor = another_page()
    assert shown.on_home(visitor, "Hijken") == {}
    assert shown.on_village_page(visitor, "Hijken") == {}
    assert shown.on_sitting_page(visitor, "Hijken") == {}


@pytest.mark.parametrize("release_minutes", [AT_ONCE])
def test_called_back_after_it_the_correction_goes_along_in_the_next_mail(
    live_site, smtp_sink, page, another_page
):
    officer, bert = Mouse(page), Mailbox(smtp_sink, BERT)
    sign_in(officer, smtp_sink, RENSKE)
    paste(officer)
    officer.press("Klopt, vertel het Hijken")
    (lamps,) = told_in(bert.next_news())
    assert lamps.title == f"{paper.LAMPS}: op de agenda"

    officer.press("Terugroepen: punt 3.1")
    assert page.get_by_role("status").inner_text() == (
        "Teruggeroepen. Wie er mail over kreeg, leest in de volgende mail: rechtgezet."
    )
    visitor = another_page()
    for show in (shown.on_home, shown.on_village_page):
        assert show(visitor, "Hijken") == {paper.LAMPS: paper.LAMPS_QUOTE}
        corrected = visitor.get_by_role(
            "heading", name=f"Rechtgezet: {paper.LAMPS}: op de agenda", exact=True
        )
        assert corrected.count() == 1
    assert shown.on_sitting_page(visitor, "Hijken") == {}

    officer.press("Klopt, vertel het alle dorpen")
    assert told_in(bert.next_news(earlier=1)) == [
        Told(ALL, f"{paper.LEAVES}: op de agenda", paper.LEAVES_QUOTE),
        Told("Rechtgezet", f"Rechtgezet: {paper.LAMPS}: op de agenda", ""),
    ]
    # Who had no mail about it reads no correction.
    assert [each.heading for each in told_in(Mailbox(smtp_sink, CARLA).next_news())] == [ALL]
