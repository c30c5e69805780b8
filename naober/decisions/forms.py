"""What people fill in about sittings."""

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from naober.decisions import queries, wording
from naober.decisions.models import Item
from naober.people.models import Body, Village

MOST_BYTES = 24 * 1024 * 1024
NOTHING_YET = (
    "Er staat nog niets. Plak hier de tekst van de agenda of de besluitenlijst, of kies een bestand."
)


class PastedField(forms.CharField):
    """A text as it was pasted: the intake takes out what nobody can see, so nothing is refused here."""

    def run_validators(self, value: str) -> None:
        pass


class PasteForm(forms.Form):
    """A pasted paper; body and day are asked only when the text does not say them."""

    text = PastedField(
        label="De tekst van de agenda of de besluitenlijst",
        help_text="Kopieer de hele bladzijde van de gemeente en plak die hier.",
        widget=forms.Textarea(attrs={"rows": 14}),
        strip=False,
        required=False,
    )
    file = forms.FileField(
        label="Of kies een bestand",
        help_text="Een pdf, een Word-bestand, een bewaarde webpagina of een mail van de gemeente.",
        required=False,
        allow_empty_file=True,
    )
    body = forms.ModelChoiceField(
        label="Wie vergadert er",
        queryset=Body.objects.none(),
        required=False,
        empty_label="Dat staat in de tekst",
        error_messages={"invalid_choice": "Kies wie er vergadert uit de lijst."},
    )
    on = forms.DateField(
        label="Op welke dag",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Schrijf de dag als dag-maand-jaar, bijvoorbeeld 26-11-2026."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["body"]).queryset = queries.bodies()

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file and (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Dit bestand is te groot. Neem één vergadering tegelijk.")
        return file

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        if not fields.get("text") and not fields.get("file") and not self.errors:
            self.add_error("text", NOTHING_YET)
        return fields


class VillagesForm(forms.Form):
    """Which of a point's villages a decision is about; none named means all that the reader may decide on."""

    village = forms.ModelMultipleChoiceField(queryset=Village.objects.all(), required=False)


class AlsoAboutForm(forms.Form):
    """The village that a point also concerns."""

    village = forms.ModelChoiceField(
        label="Welk dorp",
        queryset=Village.objects.none(),
        empty_label="Kies een dorp",
        error_messages={
            "required": "Kies een dorp uit de lijst.",
            "invalid_choice": "Kies een dorp uit de lijst.",
        },
    )

    phrase = forms.CharField(
        label="Welke woorden in de tekst gaan over dit dorp?",
        help_text="Bijvoorbeeld de naam van een weg of een veld. Dan herkennen wij het de volgende keer.",
        required=False,
        min_length=4,
        max_length=80,
        error_messages={
            "min_length": "Dit woord is zo kort dat het overal in voorkomt. Neem een langer woord.",
            "max_length": "Dit is te lang om te herkennen. Neem alleen de naam zelf.",
        },
    )

    def __init__(self, *args: Any, item: Item, villages: QuerySet[Village], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        cast(forms.ModelChoiceField, self.fields["village"]).queryset = villages

    def clean_phrase(self) -> str:
        phrase = str(self.cleaned_data["phrase"])
        if phrase and not wording.sentence_with(self.item, phrase):
            raise forms.ValidationError("Deze woorden staan niet in de tekst van dit punt. Kopieer ze eruit.")
        return phrase
