"""The sheets and the templates of the whole house against each other, and the strict rules of the look."""

import re
from gzip import compress
from pathlib import Path

import pytest
from django.template.loader import get_template

from naober.kit import icons

HOUSE = Path(__file__).resolve().parent.parent.parent
SHEETS = HOUSE / "kit" / "static" / "kit"
TEMPLATES = sorted(path for path in HOUSE.glob("**/templates/**/*.html"))
PAGES = [path for path in TEMPLATES if "mail" not in (*path.parts, path.stem)]


def sheet_text():
    return "\n".join(path.read_text("utf-8") for path in sorted(SHEETS.glob("*.css")))


def classes_in_sheets():
    return set(re.findall(r"\.(naober-[\w-]+)", sheet_text()))


def classes_in_use():
    sources = [*PAGES, HOUSE / "kit" / "templatetags" / "naober.py"]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    written = set(re.findall(r"(?<![\w/{-])naober-[a-z][\w-]*", text))
    # A variant that a template chooses by a word: class="naober-button--{{ look }}".
    chosen = {f"naober-button--{look}" for look in re.findall(r'look="(\w+)"', text)}
    return {name for name in written if not name.endswith("--")} | chosen


def test_every_class_in_a_template_has_a_rule():
    assert classes_in_use() - classes_in_sheets() == set()


def test_every_rule_has_a_template():
    assert classes_in_sheets() - classes_in_use() == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_page_carries_style_or_script_of_its_own(path):
    text = path.read_text("utf-8")

    # A form that needs a script names a file of its own, and works without it.
    own_file = r'<script src="\{% static "[\w/.-]+" %\}" defer></script>'
    assert re.findall(r"<style|<script|\sstyle=|\son\w+=\"|javascript:", re.sub(own_file, "", text)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_form_that_changes_something_is_protected(path):
    text = path.read_text("utf-8")

    assert text.count('method="post"') == text.count("{% csrf_token %}")


def test_every_template_compiles():
    for path in TEMPLATES:
        get_template(path.as_posix().split("/templates/", 1)[1])


def test_every_colour_is_a_token():
    outside = "\n".join(
        path.read_text("utf-8")
        for path in SHEETS.glob("*.css")
        if path.name not in ("tokens.css", "print.css")
    )

    assert re.findall(r"#[0-9a-f]{3,6}\b", outside) == []


def test_every_token_in_use_exists_and_every_token_is_in_use():
    made = set(re.findall(r"(--naober-[\w-]+):", sheet_text()))
    used = set(re.findall(r"var\((--naober-[\w-]+)", sheet_text()))

    assert used == made


def test_the_sheets_are_light():
    weight = sum(len(compress(path.read_bytes())) for path in SHEETS.glob("*.css"))

    assert weight <= 15_000  # with the typeface of at most 40 000 a first visit stays under 55 KB


def test_the_linked_sheets_are_the_sheets():
    linked = re.findall(r"kit/([\w-]+\.css)", (HOUSE / "kit/templates/kit/_styles.html").read_text("utf-8"))

    assert sorted(linked) == sorted(path.name for path in SHEETS.glob("*.css"))
    assert linked[0] == "tokens.css"
    assert linked[-1] == "print.css"


def contrast(one, two):
    """WCAG contrast of two colours written as #rrggbb."""

    def light(colour):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("document", "wit"),
        ("document", "kei"),
        ("document", "lucht"),
        ("document", "zand-light"),
        ("document", "lamp-light"),
        ("kei-text", "wit"),
        ("kei-text", "lucht"),
        ("kei-text", "zand-light"),
        ("link", "wit"),
        ("link", "lucht"),
        ("link", "zand-light"),
        ("link", "roest-light"),
        ("wit", "nacht"),
        ("wit", "schemer"),
        ("nacht", "lamp"),
        ("schemer", "wit"),
        ("mos", "wit"),
        ("roest", "wit"),
        ("rood", "wit"),
    ],
)
def test_text_stands_out_from_its_ground(text, ground):
    tokens = dict(re.findall(r"--naober-(?:color-)?([\w-]+?)(?:-color)?: (#[0-9a-f]{6});", sheet_text()))

    assert contrast(tokens[text], tokens[ground]) >= 7


def test_the_mark_in_the_tab_is_the_mark_on_the_page():
    assert icons.BRAND_MARK in (SHEETS / "mark.svg").read_text("utf-8")
