"""What the page of the look shows: every component in every state, with invented content.

The page is drawn by the same tags and templates as all others, so whatever is wrong with them shows here.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django import forms

from naober.kit import dates, icons
from naober.kit.area import Task
from naober.kit.templatetags.naober import ALERT_SHAPES, STATUS_SHAPES

STATUS_WORDS = {
    "open": "Nog niets mee gedaan",
    "busy": "Opgepakt",
    "clock": "Gaat zo mee",
    "no": "Niet over ons",
    "letter": "Brief verstuurd",
    "done": "Gelukt",
    "good": "Wij houden u op de hoogte",
    "attention": "Rechtgezet",
    "late": "Al zeven weken geen antwoord",
}
ALERT_WORDS = {
    "info": ("Goed om te weten.", "De agenda van de raad staat er morgen."),
    "ok": ("Bedankt, wij hebben het.", "U krijgt bericht als er iets mee gebeurt."),
    "warning": ("Dit kan nog tot woensdag.", "Daarna is de vergadering geweest."),
    "error": ("Dat lukte niet.", "Uw tekst staat er nog; probeer het zo weer."),
}
BUTTONS = (
    ("", "Bewaar en mail Olderveen"),
    ("secondary", "Niet over ons"),
    ("quiet", "Ook over een ander dorp"),
    ("lamp", "Bekijk"),
)


@dataclass(frozen=True)
class StylePlace:
    """An invented place on the map of the page of the look."""

    pk: int
    name: str
    latitude: float
    longitude: float
    residents: int | None = None
    invented: bool = True

    @property
    def slug(self) -> str:
        return self.name.lower()


@dataclass(frozen=True)
class StyleEntry:
    """An invented line of the journal, as `kit/_entries.html` takes it."""

    happened_at: datetime
    title: str
    url: str
    villages: tuple[str, ...]
    reason: str = ""
    everywhere: bool = False

    @property
    def signs(self) -> tuple[str, ...]:
        return ("Alle dorpen",) if self.everywhere else self.villages


@dataclass(frozen=True)
class StylePerson:
    name: str
    phone: str


@dataclass(frozen=True)
class StyleAssociation:
    short_name: str


@dataclass(frozen=True)
class StyleSeat:
    """An invented function, as `kit/_people.html` takes it."""

    person: StylePerson
    get_role_display: str
    association: StyleAssociation | None = None
    mail: str = ""


class StyleForm(forms.Form):
    """One field of each kind. It goes nowhere."""

    what = forms.CharField(
        label="Wat ziet u",
        help_text="Eén zin is genoeg.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf wat u ziet. Eén zin is genoeg."},
    )
    mail = forms.EmailField(
        label="Uw mailadres",
        required=False,
        error_messages={"invalid": "Dit lijkt geen mailadres. Er hoort een @ in te staan."},
    )
    village = forms.ChoiceField(
        label="Welk dorp", choices=[("", "Kies een dorp"), ("olderveen", "Olderveen")], required=False
    )
    on = forms.DateField(label="Wanneer", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    paper = forms.FileField(label="Een foto of stuk", required=False)
    closed = forms.CharField(label="Kunt u nu niet veranderen", disabled=True, initial="Olderveen")
    kind = forms.ChoiceField(
        label="Is het een idee, of is er iets mis",
        choices=[("idea", "Een idee"), ("wrong", "Er is iets mis")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het is."},
    )
    themes = forms.MultipleChoiceField(
        label="Waar gaat het over",
        choices=[("verkeer", "Verkeer"), ("wonen", "Wonen")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def style_page() -> dict[str, object]:
    """The context of the page of the look."""
    today = dates.today()
    return {
        "form": StyleForm(prefix="nieuw"),
        "form_with_errors": StyleForm({"fout-mail": "geen adres"}, prefix="fout"),
        "statuses": [(tone, STATUS_WORDS[tone]) for tone in STATUS_SHAPES],
        "alerts": [(tone, *ALERT_WORDS[tone]) for tone in ALERT_SHAPES],
        "icons": sorted(icons.ICONS),
        "buttons": BUTTONS,
        "entries": _entries(),
        "tasks": _tasks(today),
        "seats": _seats(),
        "places": PLACES,
        "lit": {1},
        "members": {1, 2, 3},
        "days": [today, today + timedelta(days=8)],
    }


PLACES = (
    StylePlace(1, "Olderveen", 52.93, 6.52),
    StylePlace(2, "Zandloo", 52.84, 6.44),
    StylePlace(3, "Proefhoek", 52.86, 6.62, invented=False),
    StylePlace(4, "Grootveen", 52.89, 6.58, residents=9000, invented=False),
)


def _entries() -> tuple[StyleEntry, ...]:
    now = dates.now()
    quote = "Omdat bij punt 9.1 staat: “te beginnen in Olderveen en Zandloo”."
    return (
        StyleEntry(now, "Hoe hard mag je door het dorp?", "#regels", ("Olderveen", "Zandloo"), quote),
        StyleEntry(
            now - timedelta(days=2),
            "Beter bereik voor 112: aangenomen",
            "#regels",
            (),
            "Omdat bij punt 4 staat: “in alle kleine kernen”.",
            everywhere=True,
        ),
        StyleEntry(now - timedelta(days=9), "Zonder adres en zonder reden", "", ("Olderveen",)),
    )


def _tasks(today: date) -> tuple[Task, ...]:
    text = "Drie punten gaan misschien over een dorp."
    return (
        Task("Commissie Ruimte en Groen", text, "#taken", "Kijk het na", 3, due=today),
        Task("Gemeenteraad", text, "#taken", "Kijk het na", 3),
    )


def _seats() -> tuple[StyleSeat, ...]:
    board = StyleAssociation("Olderveen")
    return (
        StyleSeat(StylePerson("Jantje Proef", "0000 - 00 00 00"), "secretaris", board, "jantje@dorp.example"),
        StyleSeat(StylePerson("Klaas Voorbeeld", ""), "voorzitter"),
    )
