"""The pages, filled and in error, for a visitor and for a member, on a telephone and on a wide screen.

No violation that axe-core knows, nothing to scroll sideways, nothing too small for a finger; nothing asked
of another host (every page is watched for that), and no cookie for who only reads.
"""

import pytest

from journeys import shown
from journeys.hands import Mouse
from journeys.mail import Mailbox
from journeys.steps import BERT, GEERTJE, RENSKE, paste, sign_in

TEN_MINUTES = 10


def test_what_a_visitor_reads_and_without_a_cookie(live_site, page, assert_accessible):
    for address in ("/", "/dorpen/", "/dorpen/hijken/", "/besluiten/", "/dorpen/bestaat-niet/"):
        page.goto(address)
        assert_accessible(page)
    page.goto("/")
    Mouse(page).press("Commissie Ruimte en Groen")
    assert_accessible(page)
    assert page.context.cookies() == []


def test_signing_in_well_and_wrong(live_site, smtp_sink, page, assert_accessible):
    hand = Mouse(page)
    page.goto("/inloggen/")
    assert_accessible(page)
    hand.write("Uw mailadres", "geen adres")
    hand.press("Stuur mij een code")
    assert page.get_by_role("alert").count() == 1
    assert_accessible(page)
    hand.write("Uw mailadres", BERT)
    hand.press("Stuur mij een code")
    assert_accessible(page)
    hand.write("De code uit de mail", "XXXXXX")
    hand.press("Ga verder")
    assert page.get_by_role("alert").count() == 1
    assert_accessible(page)
    hand.write("De code uit de mail", Mailbox(smtp_sink, BERT).next_code())
    hand.press("Ga verder")
    assert page.get_by_role("region", name="Misschien over ons", exact=True).count() == 1
    assert_accessible(page)
    for address in ("/", "/bestaat-niet/"):
        page.goto(address)
        assert_accessible(page)


@pytest.mark.parametrize("release_minutes", [TEN_MINUTES])
def test_the_work_of_the_officer(live_site, smtp_sink, page, another_page, assert_accessible):
    hand, late = Mouse(page), Mouse(another_page())
    sign_in(hand, smtp_sink, RENSKE)
    assert_accessible(page)  # Vandaag
    hand.press("Plak een agenda")
    assert_accessible(page)
    hand.press("Lees de tekst")
    assert page.get_by_role("alert").count() == 1
    assert_accessible(page)
    page.goto("/vandaag/")
    paste(hand)
    assert_accessible(page)

    sign_in(late, smtp_sink, GEERTJE)
    late.page.goto(shown.SITTING)
    hand.press("Klopt, vertel het Hijken")
    hand.press("Niet over ons, punt 3.4")
    assert_accessible(page)
    late.press("Klopt, vertel het Hijken")
    assert late.page.get_by_role("heading", level=1).inner_text() == "Dit is al gedaan"
    assert_accessible(late.page)
    hand.press("Ook over … een ander dorp, punt 3.1")
    assert_accessible(page)
    for address in ("/", "/dorpen/hijken/", "/dorpen/", "/besluiten/", "/bestaat-niet/"):
        page.goto(address)
        assert_accessible(page)
