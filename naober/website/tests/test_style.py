"""The page of the look shows everything that the sheets of components know, drawn as on any page."""

import re
from pathlib import Path

import pytest
from django.test import Client

from naober import kit
from naober.kit.templatetags.naober import ALERT_SHAPES, STATUS_SHAPES
from naober.website.style import ALERT_WORDS, STATUS_WORDS

pytestmark = pytest.mark.django_db
SHEETS = Path(kit.__file__).parent / "static" / "kit"
# What stands on this page only in words, or not at all, and why.
ELSEWHERE = {
    "naober-columns": "two columns beside each other: every page",
    "naober-columns--main": "the same",
    "naober-columns--side": "the same",
    "naober-band": "room above and below a part: every page",
    "naober-doors": "only in a demo",
    "naober-photo": "a photo that a board puts on the page of its village",
    "naober-handset": "only in a demo",
    "naober-handset__text": "only in a demo",
    "naober-doors__list": "only in a demo",
    "naober-door": "only in a demo",
}


@pytest.fixture
def page():
    return Client().get("/stijl/").content.decode()


def test_every_component_stands_on_the_page(page):
    sheets = "\n".join(path.read_text("utf-8") for path in SHEETS.glob("components-*.css"))
    known = set(re.findall(r"\.(naober-[\w-]+)", sheets))
    shown = {name for value in re.findall(r'class="([^"]*)"', page) for name in value.split()}
    assert known - shown - set(ELSEWHERE) == set()


def test_every_tone_of_an_alert_and_a_status_stands_on_the_page(page):
    assert (set(ALERT_WORDS), set(STATUS_WORDS)) == (set(ALERT_SHAPES), set(STATUS_SHAPES))
    assert [word for word in STATUS_WORDS.values() if f"</svg> {word}</span>" not in page] == []
    assert [title for title, _ in ALERT_WORDS.values() if f"<strong>{title}</strong>" not in page] == []


def test_the_form_shows_what_is_missing_and_what_may_stay_empty(page):
    assert page.count('id="fouten" role="alert"') == 1
    assert page.count("(mag leeg)") >= 6
    assert "Schrijf wat u ziet. Eén zin is genoeg." in page
    assert 'aria-invalid="true"' in page


def test_the_page_stands_without_an_umbrella(page):
    assert page.count("<h1>Stijl</h1>") == 1
