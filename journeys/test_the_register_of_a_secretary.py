"""The register as a secretary keeps it: her list from Excel, a board that changes, the yearly question, and
somebody without mail who is complete."""

import re

from journeys.hands import Mouse
from journeys.mail import Mailbox, text_of
from journeys.steps import BERT, GEERTJE, sign_in

# (association, village): 22 boards of the demo, each with a secretary of our own making.
BOARDS = (
    ("Buurtschap Beilervaart", "Beilervaart"), ("Plaatselijk Belang De Broekstreek", "Mantinge"),
    ("Buurtschap Brunsting", "Brunsting"), ("Buurtschap Bruntinge", "Bruntinge"),
    ("Plaatselijk Belang Drijber", "Drijber"), ("Dorpsbelangen Elp", "Elp"),
    ("Buurtschap Eursinge", "Eursinge"), ("Belangenvereniging Hijbel", "Hijken"),
    ("Buurtschap Holthe-Lieving-Makkum", "Lieving"), ("Dorpsbelangen Hoogersmilde", "Hoogersmilde"),
    ("Dorpsbelangen Hooghalen", "Laaghalen"), ("Buurtschap Klatering", "Klatering"),
    ("De Vooruitgang", "Nieuw-Balinge"), ("Buurtvereniging Oranje", "Oranje"), ("VABO", "Orvelte"),
    ("Buurtschap Smalhorst", "Smalhorst"), ("Dorpsbelangen Spier", "Spier"),
    ("Dorpsbelangen Wijster", "Wijster"), ("Dorpsbelang Witteveen", "Witteveen"),
    ("Dorpsbelangen Zwiggelte", "Zwiggelte"), ("Dorpsbelangen Olderveen", "Olderveen"),
    ("Dorpsbelangen Zandloo", "Zandloo"),
)  # fmt: skip
KNOWN = {"Hijken": "Bert Oosting", "Laaghalen": "Carla Venema"}
HEADER = "Vereniging\tDorp\tSecretaris\tE-mailadres\tTel.nr.\tAdres\tPostcode\tWoonplaats\tAftredend"


def row(number: int, association: str, village: str) -> str:
    """One board on her sheet; a cell with a new line stands in quotes, as Excel copies it."""
    name = KNOWN.get(village, f"Mens{number} van 't Hof")
    phone = f"0593 00 01 {number:02}"
    address = f'"Brink {number}\nachterom"'
    return f"{association}\t{village}\t{name}\t\t{phone}\t{address}\t9400 AA\t{village}\t1-3-2028"


def her_sheet() -> str:
    """22 boards, of which three rows are doubtful: a village that is not there, a mail address that can not
    be read, a day that can not be."""
    rows = [row(number, *board) for number, board in enumerate(BOARDS, start=1)]
    rows[0] = rows[0].replace("Buurtschap Beilervaart\tBeilervaart", "Buurt aan het water\tNergenshuizen")
    rows[1] = rows[1].replace("\t\t0593", "\tsecretaris apenstaart mantinge\t0593")
    rows[2] = rows[2].replace("1-3-2028", "31-2-2028")
    return "\n".join((HEADER, *rows))


def test_her_list_of_22_boards_is_read_saved_and_taken_back(live_site, smtp_sink, page, assert_accessible):
    hand = Mouse(page)
    sign_in(hand, smtp_sink, GEERTJE)
    page.goto("/wie-is-wie/")
    before = page.get_by_role("main").inner_text()
    assert_accessible(page)
    hand.press("Een lijst uit Excel")
    hand.press("Laat de verschillen zien")
    assert page.get_by_role("alert").count() == 1
    assert_accessible(page)
    hand.write("De tabel uit Excel", her_sheet())
    hand.press("Laat de verschillen zien")
    assert "22 regels gelezen" in page.get_by_role("main").inner_text()
    doubts = page.get_by_role("region", name="Klopt dit?", exact=True)
    assert doubts.get_by_role("heading", level=3).all_inner_texts() == [
        "Regel 2: Mens1 van 't Hof", "Regel 3: Mens2 van 't Hof", "Regel 4: Mens3 van 't Hof"]  # fmt: skip
    assert page.get_by_role("button", name="Bewaar dit in het register").count() == 0
    assert_accessible(page)

    hand.choose(
        "Er staat “Buurt aan het water Nergenshuizen”. Welke vereniging is dat?", "Buurtschap Beilervaart"
    )
    page.get_by_label("Bewaar de regel zonder: e-mail").check()
    page.get_by_label("Bewaar de regel zonder: aftredend op").check()
    hand.press("Onthoud mijn antwoorden")
    assert page.get_by_role("heading", name="Nieuw: 20", exact=True).count() == 1
    assert page.get_by_role("heading", name="Anders: 2", exact=True).count() == 1
    assert_accessible(page)
    hand.press("Bewaar dit in het register")
    assert "20 regels nieuw en twee regels bijgewerkt" in page.get_by_role("main").inner_text()
    assert_accessible(page)
    page.goto("/wie-is-wie/?zoek=mantinge")
    shown = page.get_by_role("main").inner_text()
    assert "Mens2 van 't Hof" in shown
    assert "aftredend op 1 maart 2028" in shown

    page.goto("/wie-is-wie/lijst/")
    page.get_by_role("link", name=re.compile("^O-")).first.click()
    hand.press("Draai deze lijst terug")
    assert "Alles staat weer zoals het was" in page.get_by_role("main").inner_text()
    page.goto("/wie-is-wie/")
    assert page.get_by_role("main").inner_text() == before


def test_another_becomes_secretary_and_the_old_one_is_out_at_once(
    live_site, smtp_sink, page, another_page, assert_accessible
):
    bert, geertje = Mouse(page), Mouse(another_page())
    sign_in(bert, smtp_sink, BERT)
    open_page = another_page()
    old = Mouse(open_page)
    sign_in(old, smtp_sink, BERT)  # the same sign-in, open at home
    old.page.goto("/dorpen/hijken/namen/")
    assert old.page.get_by_role("heading", level=1).inner_text() == "Hieraan herkennen wij Hijken"

    sign_in(geertje, smtp_sink, GEERTJE)
    geertje.page.goto("/wie-is-wie/?zoek=bert")
    geertje.press("Bert Oosting")
    geertje.press("Een mailadres van deze functie")
    geertje.write("Mailadres", "post@hijken.example")
    geertje.press("Zet het erbij")

    bert.page.goto("/wie-is-wie/?zoek=hijken")
    bert.press("Belangenvereniging Hijbel")
    bert.press("Een ander wordt secretaris")
    assert_accessible(bert.page)
    bert.write("Naam (mag leeg)", "Jan van 't Hof")
    bert.press("Draag de functie over")

    for mine in (bert, old):
        mine.page.goto("/dorpen/hijken/namen/")
        assert mine.page.get_by_role("heading", level=1).inner_text() != "Hieraan herkennen wij Hijken"
    visitor = another_page()
    visitor.goto("/dorpen/hijken/")
    assert "Bert Oosting" not in visitor.get_by_role("main").inner_text()

    new = Mouse(another_page())
    sign_in(new, smtp_sink, "post@hijken.example")
    assert "Jan van 't Hof, secretaris" in new.page.get_by_role("contentinfo").inner_text()
    new.page.goto("/dorpen/hijken/namen/")
    assert new.page.get_by_role("heading", level=1).inner_text() == "Hieraan herkennen wij Hijken"


def test_klopt_dit_nog_by_one_button_in_a_mail(
    live_site, smtp_sink, page, another_page, no_script_page, assert_accessible
):
    hand = Mouse(page)
    sign_in(hand, smtp_sink, GEERTJE)
    page.goto("/wie-is-wie/")
    hand.press("Klopt dit nog?")
    assert_accessible(page)
    ask = page.get_by_role("button", name=re.compile("^Vraag het nu aan"))
    ask.click()
    page.wait_for_load_state()
    assert_accessible(page)

    mail = Mailbox(smtp_sink, BERT).next_news()
    said = text_of(mail)
    assert "Secretaris van Belangenvereniging Hijbel" in said
    link = re.search(r"/klopt-dit-nog/\w+/", said)[0]
    looking = Mouse(another_page())
    looking.page.goto(link)
    assert_accessible(looking.page)
    looking.press("Geef dit door")
    assert looking.page.get_by_role("alert").count() == 1
    assert_accessible(looking.page)
    answer = Mouse(no_script_page)
    answer.page.goto(link)
    answer.press("Ja, het klopt")
    assert answer.page.get_by_role("heading", level=1).inner_text() == "Dank u wel"
    answer.page.goto(link)
    assert answer.page.get_by_role("heading", level=1).inner_text() == "Deze bladzijde is er niet"
    page.goto("/klopt-dit-nog/")
    assert "Eén mens zei dat het klopt" in page.get_by_role("main").inner_text()


def test_somebody_without_mail_is_complete(live_site, smtp_sink, page, another_page, assert_accessible):
    bert = Mouse(page)
    sign_in(bert, smtp_sink, BERT)
    page.goto("/wie-is-wie/?zoek=hijken")
    bert.press("Belangenvereniging Hijbel")
    bert.press("Iemand erbij in het bestuur")
    bert.write("Naam (mag leeg)", "Trijntje Smid")
    bert.write("Telefoon (mag leeg)", "0593 00 02 02")
    bert.choose("Welke functie", "penningmeester")
    bert.press("Zet in het bestuur")
    assert "Trijntje Smid" in page.get_by_role("main").inner_text()
    assert_accessible(page)
    bert.press("Trijntje Smid")
    assert "Het liefst per telefoon." in page.get_by_role("main").inner_text()
    assert_accessible(page)

    geertje = Mouse(another_page())
    sign_in(geertje, smtp_sink, GEERTJE)
    geertje.page.goto("/klopt-dit-nog/")
    geertje.page.get_by_role("button", name=re.compile("^Vraag het nu aan")).click()
    calls = geertje.page.get_by_role("region", name="Bellen", exact=True)
    assert "0593 00 02 02" in calls.inner_text()
    geertje.press("Het klopt: Trijntje Smid")
    assert geertje.page.get_by_role("region", name="Bellen", exact=True).count() == 0
