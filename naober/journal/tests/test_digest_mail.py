"""The HTML mail and its text twin say the same."""

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace

import time_machine
from django.template.loader import render_to_string
from selectolax.lexbor import LexborHTMLParser

UMBRELLA = SimpleNamespace(
    name="Dorpenoverleg",
    region="Midden-Drenthe",
    contact_name="Renske Dekker",
    contact_phone="0000 - 00 00 00",
    contact_hours="maandag tot en met donderdag",
)
SPEED = {
    "title": "Snelheid op doorgaande wegen",
    "when": datetime(2026, 11, 26, 19, 0, tzinfo=UTC),
    "where": "commissie Ruimte en Groen",
    "what": "Voorstel: in 2027 wordt het 30 in de kom.",
    "reason": "Omdat bij punt 9.1 staat: “te beginnen in Hijken & Hooghalen”.",
    "url": "https://dorpenoverleg.example/besluiten/" + "lang-" * 20 + "adres",
    "asks": "5 minuten spreken (inspreken): aanmelden tot donderdag 10.00 uur.",
    "action": "Maak de mail aan de griffie klaar",
}
PLAN = {
    "title": "Woonplan: ruimte in <kleine> kernen",
    "when": date(2026, 11, 25),
    "reason": "Omdat het over alle dorpen gaat.",
    "url": "https://dorpenoverleg.example/b/2",
}
FULL = {
    "subject": "Hijken: aanmelden tot donderdag 10.00 uur",
    "person_first_name": "Geertje",
    "umbrella": UMBRELLA,
    "demo": True,
    "site_url": "https://dorpenoverleg.example",
    "good_news": "de soos op dinsdagmiddag is weer open.",
    "opening": "één ding vraagt iets van u, de rest is alleen ter informatie.",
    "groups": [{"village": "Hijken", "items": [SPEED, PLAN]}, {"village": "Elp en Spier", "items": [PLAN]}],
    "all_villages_items": [PLAN],
    "information_items": [{**PLAN, "village": "Hijken", "url": ""}],
    "corrections": [
        {"title": "Toch niet over Elp", "what": "Het is de naam van een bedrijf.", "url": "https://x.example"}
    ],
    "why_you_get_this": ["U krijgt dit omdat u secretaris bent.", "En omdat u Elp volgt."],
}
SPARE = {
    "subject": "Nieuws over Elp",
    "person_first_name": "Bert",
    "umbrella": UMBRELLA,
    "site_url": "https://dorpenoverleg.example",
    "groups": [{"village": "Elp", "items": [PLAN]}],
    "why_you_get_this": ["U krijgt dit omdat u Elp volgt."],
    "stop_url": "https://dorpenoverleg.example/minder",
}


def render(kind, context):
    with time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False):
        return render_to_string(f"journal/mail/digest.{kind}", context)


def words_of(text):
    return re.findall(r"\w+", re.sub(r"https?://\S+", " ", text).lower())


def words_of_html(html):
    tree = LexborHTMLParser(html)
    tree.strip_tags(["head"])
    return words_of(tree.css_first("[role=main]").text(separator=" "))


def test_html_and_text_say_the_same_in_the_same_order():
    for context in (FULL, SPARE):
        assert words_of_html(render("html", context)) == words_of(render("txt", context))


def test_html_and_text_lead_to_the_same_addresses():
    for context in (FULL, SPARE):
        links = [a.attributes["href"] for a in LexborHTMLParser(render("html", context)).css("a")]
        assert links == re.findall(r"https?://\S+", render("txt", context))


def test_the_mail_opens_with_good_news():
    text = render("txt", FULL)

    assert text.index("Gelukt: de soos op dinsdagmiddag is weer open.") < text.index("Dag Geertje, één ding")
    assert "Gelukt" not in render("txt", SPARE)


def test_groups_stand_in_order_and_empty_ones_are_not_there():
    headings = [h.text(strip=True) for h in LexborHTMLParser(render("html", FULL)).css("h2")]

    assert headings == ["Hijken", "Elp en Spier", "Over alle dorpen", "Alleen ter informatie", "Rechtgezet"]
    assert [h.text(strip=True) for h in LexborHTMLParser(render("html", SPARE)).css("h2")] == ["Elp"]


def test_what_others_wrote_is_escaped_in_html_and_plain_in_text():
    assert "Woonplan: ruimte in &lt;kleine&gt; kernen" in render("html", FULL)
    assert "Woonplan: ruimte in <kleine> kernen" in render("txt", FULL)
    assert "Omdat bij punt 9.1 staat: “te beginnen in Hijken & Hooghalen”." in render("txt", FULL)


def test_only_what_asks_something_gets_a_button():
    html = render("html", FULL)

    assert html.count("display:inline-block;padding:13px 24px") == 1
    assert "Maak de mail aan de griffie klaar</a>" in html


def test_every_mail_names_a_human_and_how_to_stop():
    for context in (FULL, SPARE):
        assert "Liever bellen? Bel Renske Dekker: 0000 - 00 00 00" in render("txt", context)
        assert "Minder vaak of stoppen" in render("txt", context)


def test_lines_are_short_and_addresses_whole():
    lines = render("txt", FULL).splitlines()

    assert max(len(line) for line in lines if "://" not in line) <= 72
    assert SPEED["url"] in lines


def test_in_the_demo_every_mail_says_that_it_was_never_sent():
    assert "VOORBEELD, nooit verstuurd." in render("html", FULL)
    assert "VOORBEELD" not in render("html", SPARE)


def test_the_mail_loads_nothing_from_elsewhere():
    html = render("html", FULL)

    assert [tag for tag in ("<img", "<link", "<script", "<style", "url(", "@import") if tag in html] == []
