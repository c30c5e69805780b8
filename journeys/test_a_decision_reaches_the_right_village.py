"""The main job: what the council decides is read, confirmed by a person, and told to whom it concerns.

Each village reads and is mailed what concerns it, with the literal words of the paper, and only that.
"""

import pytest

from journeys import paper, shown
from journeys.hands import Mouse
from journeys.mail import Mailbox, Told, told_in
from journeys.steps import BERT, CARLA, LAMMIE, RENSKE, WIETSKE, paste, sign_in, tell_also

# The release moves on with each confirmation, so that all of them go in one mail.
A_QUARTER_MINUTE = 0.25
ALL = "Over alle dorpen"


@pytest.mark.parametrize("release_minutes", [A_QUARTER_MINUTE])
def test_each_village_is_told_what_is_about_it_and_only_that(live_site, smtp_sink, page, another_page):
    officer = Mouse(page)
    sign_in(officer, smtp_sink, RENSKE)
    paste(officer)
    officer.press("Klopt, vertel het Hijken")
    officer.press("Klopt, vertel het Hooghalen")
    officer.press("Niet over ons, punt 3.4")
    tell_also(officer, "3.5", "Elp")
    officer.press("Klopt, vertel het alle dorpen")

    lamps = Told("Hijken", f"{paper.LAMPS}: op de agenda", paper.LAMPS_QUOTE)
    bench = Told("Hooghalen", f"{paper.BENCH}: op de agenda", paper.BENCH_QUOTE)
    verges = Told(
        "Elp",
        f"{paper.VERGES}: op de agenda",
        "Omdat de medewerker voor de dorpen dit dorp aanwees bij punt 3.5",
    )
    leaves = Told(ALL, f"{paper.LEAVES}: op de agenda", paper.LEAVES_QUOTE)
    mailboxes = {address: Mailbox(smtp_sink, address) for address in (BERT, CARLA, WIETSKE, LAMMIE)}
    told = {address: told_in(mailbox.next_news()) for address, mailbox in mailboxes.items()}
    assert told == {
        BERT: [lamps, leaves],
        CARLA: [bench, leaves],
        WIETSKE: [verges, leaves],
        LAMMIE: [leaves],  # Wijster: the painting is not about it
    }

    visitor = another_page()
    for village, address in (("Hijken", BERT), ("Hooghalen", CARLA), ("Elp", WIETSKE), ("Wijster", LAMMIE)):
        mailed = {paper.title_in(each.title): each.why for each in told[address]}
        assert shown.on_home(visitor, village) == mailed
        assert shown.on_village_page(visitor, village) == mailed
        assert shown.on_sitting_page(visitor, village) == mailed
    assert {address: len(mailbox.news()) for address, mailbox in mailboxes.items()} == dict.fromkeys(told, 1)
