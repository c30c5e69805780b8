from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
import time_machine
from django import forms
from django.template import Context, Template

from naober.kit import icons
from naober.kit.templatetags import naober as tags

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def render(source, **context):
    with time_machine.travel(NOW, tick=False):
        return Template("{% load naober %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("filter_name", "shown"),
    [
        ("day_long", "donderdag 26 november 2026"),
        ("day_short", "do 26 november"),
        ("day_near", "donderdag 26 november"),
        ("moment_near", "donderdag 26 november, 00.30 uur"),
        ("clock", "00.30 uur"),
        ("time_left", "dat kan nog twee dagen"),
        ("iso", "2026-11-26T00:30:00+01:00"),
    ],
)
def test_a_moment_in_utc_is_shown_in_local_time(filter_name, shown):
    late_in_utc = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)

    assert render("{{ when|" + filter_name + " }}", when=late_in_utc) == shown
    assert render("{{ when|" + filter_name + " }}", when=None) == ""


def test_a_day_without_a_time_stays_that_day():
    assert render("{{ day|day_near }} {{ day|iso }}", day=date(2026, 11, 24)) == "vandaag 2026-11-24"


def test_counts_and_lists_read_as_dutch():
    source = '{{ n|counted:"punt,punten"|capital }} over {{ villages|join_with_en }}, {{ n|number_word }}'

    assert render(source, n=1, villages=["Elp", "Spier"]) == "Eén punt over Elp en Spier, één"


def test_an_icon_is_drawn_in_place_and_hidden_from_a_screen_reader():
    assert render('{% icon "ja" small=True %}') == (
        '<svg class="naober-icon naober-icon--small" viewBox="0 0 24 24" aria-hidden="true">'
        '<path d="m4.5 12.5 5 5L19.5 7"/></svg>'
    )
    assert render('{% icon "klok" %}').startswith('<svg class="naober-icon" ')


def test_every_icon_of_the_look_can_be_drawn():
    for name in icons.ICONS:
        assert icons.ICONS[name] in render("{% icon name %}", name=name)


def test_a_status_has_a_shape_and_a_word():
    shown = render('{% status "done" word %}', word="Gelukt & klaar")

    assert shown.startswith('<span class="naober-status naober-status--done"><svg')
    assert shown.endswith("</svg> Gelukt &amp; klaar</span>")


def test_a_village_stands_on_a_sign_with_an_outline_while_nobody_confirmed_it():
    assert render("{% place village %}", village="Elp") == '<span class="naober-place">Elp</span>'
    assert render("{% place village outline=True %}", village="<Elp>") == (
        '<span class="naober-place naober-place--outline">&lt;Elp&gt;</span>'
    )
    assert render("{% places villages %}", villages=["Elp", "Spier"]) == (
        '<span class="naober-place">Elp</span> <span class="naober-place">Spier</span>'
    )


def test_theme_stone_and_tile():
    assert render('{% tag "Wonen" %}') == '<span class="naober-tag">Wonen</span>'
    assert render('{% stone "9.1" %}{% stone 1 lamp=True %}') == (
        '<span class="naober-stone" aria-hidden="true">9.1</span>'
        '<span class="naober-stone naober-stone--lamp" aria-hidden="true">1</span>'
    )
    assert render("{% date_tile day %}", day=datetime(2026, 11, 30, 23, 30, tzinfo=UTC)) == (
        '<time class="naober-date" datetime="2026-12-01"><span class="naober-date__part">di</span>'
        '<span class="naober-date__day">1</span><span class="naober-date__part">dec</span></time>'
    )


def test_a_quote_marks_the_villages_that_a_reason_rests_on():
    quote = "verlagen, te beginnen in Hijken en Elp."

    assert render("{% quoted quote villages %}", quote=quote, villages=["Elp", "Hijken"]) == (
        "“verlagen, te beginnen in <mark>Hijken</mark> en <mark>Elp</mark>”"
    )
    assert (
        render("{% quoted quote %}", quote=quote) == "<mark>“verlagen, te beginnen in Hijken en Elp”</mark>"
    )


def test_a_quote_of_a_stranger_stays_text():
    assert render("{% quoted quote villages %}", quote="<b>Elp</b> & <i>", villages=["Elp"]) == (
        "“&lt;b&gt;<mark>Elp</mark>&lt;/b&gt; &amp; &lt;i&gt;”"
    )


@dataclass
class Concern:
    village: str


class SpeakForm(forms.Form):
    mail = forms.EmailField(
        label="Mail",
        help_text="Wij sturen er één code naartoe.",
        error_messages={"required": "Vul uw mailadres in."},
    )
    paper = forms.FileField(label="Stuk", required=False)
    villages = forms.MultipleChoiceField(
        label="Welk dorp?", choices=[("elp", "Elp"), ("spier", "Spier")], widget=forms.CheckboxSelectMultiple
    )


def test_a_field_points_its_control_at_hint_and_error():
    shown = render('{% include "kit/_field.html" with field=form.mail %}', form=SpeakForm({}))

    assert 'id="id_mail_helptext">Wij sturen er één code naartoe.</p>' in shown
    assert '<div id="id_mail_error">' in shown
    assert 'aria-describedby="id_mail_helptext id_mail_error"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'class="naober-field__control"' in shown
    assert "(mag leeg)" not in shown


def test_a_field_that_may_stay_empty_says_so():
    shown = render('{% include "kit/_field.html" with field=form.paper %}', form=SpeakForm())

    assert "(mag leeg)" in shown
    assert 'class="naober-file__control"' in shown
    assert "aria-invalid" not in shown


def test_choices_are_big_labels_in_a_fieldset():
    shown = render('{% include "kit/_choices.html" with field=form.villages %}', form=SpeakForm({}))

    assert shown.count('<label class="naober-choice"><input type="checkbox"') == 2
    assert '<legend class="naober-field__label">Welk dorp?</legend>' in shown
    assert '<div id="id_villages_error">' in shown


def test_what_is_missing_stands_on_top_with_a_link_to_the_field():
    shown = render('{% include "kit/_form_errors.html" %}', form=SpeakForm({"villages": "elp"}))

    assert 'id="fouten" role="alert" tabindex="-1" autofocus' in shown
    assert '<a class="naober-link-alone" href="#id_mail">Vul uw mailadres in.</a>' in shown
    assert render('{% include "kit/_form_errors.html" %}', form=SpeakForm()).strip() == ""


def test_django_messages_become_alerts():
    source = "{% message_tone level as tone %}{% alert_class tone %} {{ tone }}"

    assert render(source, level="success") == "naober-alert naober-alert--ok ok"
    assert render(source, level="debug") == "naober-alert info"


def test_the_words_that_a_reason_rests_on_are_marked():
    reason = "Omdat bij punt 9 staat: “<Elp> & Spier.”."

    assert render("{{ reason|marked }}", reason=reason) == (
        "Omdat bij punt 9 staat: <mark>“&lt;Elp&gt; &amp; Spier”</mark>."
    )
    assert render("{{ reason|marked:villages }}", reason=reason, villages=["Elp"]) == (
        "Omdat bij punt 9 staat: “&lt;<mark>Elp</mark>&gt; &amp; Spier”."
    )
    assert render("{{ reason|marked }}", reason="Omdat er staat: “Elp.”") == (
        "Omdat er staat: <mark>“Elp.”</mark>"
    )
    assert render("{{ reason|marked }}", reason="Omdat u <Elp> volgt.") == "Omdat u &lt;Elp&gt; volgt."
    assert render("{{ reason|marked_in_mail }}", reason="Omdat er staat: “Elp”.") == (
        'Omdat er staat: <strong style="background-color:#ffeeb8;">“Elp”</strong>.'
    )


def test_what_is_still_to_come():
    assert render("{{ when|in_future }}", when=NOW.replace(hour=9)) == "True"
    assert render("{{ when|in_future }}", when=NOW) == "False"
    assert render("{{ when|in_future }}", when=None) == "False"


def test_the_villages_of_concerns_are_listed():
    found = [Concern("Elp"), Concern("Spier")]

    assert render("{{ found|villages_of|join_with_en }}", found=found) == "Elp en Spier"


def test_greeting_and_duration():
    assert render("{% greeting %}, {{ minutes|duration }}", minutes=15) == "Goedemorgen, een kwartier"


@dataclass
class Place:
    pk: int
    name: str
    latitude: float | None
    longitude: float | None
    residents: int | None = None
    invented: bool = False

    @property
    def slug(self):
        return self.name.lower()


PLACES = [
    Place(1, "Hijken", 52.893, 6.496),
    Place(2, "Elp", 52.884, 6.647, invented=True),
    Place(3, "Beilen", 52.863, 6.514, residents=11_000),
    Place(4, "Alting", 52.866, 6.539, residents=100),
    Place(5, "Nergens", None, None),
]


def test_members_stand_on_the_map_with_a_light_where_something_goes_on():
    source = (
        "{% village_map places lit members as map %}"
        "{% for v in map.villages %}{{ v.label.text }} {{ v.lit }} {{ v.invented }} {{ v.url }};{% endfor %}"
        "{{ map.labels.0.text }}, {{ map.dots|length }}"
    )

    assert render(source, places=PLACES, lit={1}, members={1, 2}) == (
        "Hijken True False /dorpen/hijken/;Elp False True /dorpen/elp/;Beilen, 2"
    )


def test_without_members_every_place_is_a_window():
    source = "{% village_map places lit members as map %}{{ map.villages|length }} {{ map.dots|length }}"

    assert render(source, places=PLACES, lit=set()) == "4 0"


def test_a_village_without_a_point_has_no_small_map():
    source = "{% village_small_map places village members as map %}{{ map.light.radius|default:'geen' }}"

    assert render(source, places=PLACES, village=PLACES[0], members={1, 2}) == "27"
    assert render(source, places=PLACES, village=PLACES[4], members={1, 2}) == "geen"
    assert render(source, places=PLACES, village=None, members={1, 2}) == "geen"


def test_places_without_any_point_give_no_map():
    assert (
        render("{% village_map places lit members as map %}{{ map }}", places=PLACES[4:], lit=set()) == "None"
    )


@pytest.fixture
def static_folder(settings, tmp_path):
    """A folder of its own for static files, as if nothing was made yet."""
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path]
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    tags._typeface_links.cache_clear()
    yield tmp_path
    tags._typeface_links.cache_clear()


def test_a_page_asks_for_no_typeface_until_it_is_made(static_folder):
    assert render("{% typeface %}") == ""


def test_a_page_asks_for_the_typeface_that_was_made(static_folder):
    (static_folder / "kit/fonts").mkdir(parents=True)
    (static_folder / tags.TYPEFACE_SHEET).touch()

    assert render("{% typeface %}") == (
        f'<link rel="preload" href="/static/{tags.TYPEFACE_FILE}" as="font" type="font/woff2" crossorigin>\n'
        f'<link rel="stylesheet" href="/static/{tags.TYPEFACE_SHEET}">'
    )
