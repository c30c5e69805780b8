"""What a board fills in about its own village."""

from datetime import date
from typing import Any

from django import forms

from naober.kit import dates


class DateForm(forms.Form):
    """A day in the agenda of the village."""

    title = forms.CharField(
        label="Wat is er?",
        max_length=80,
        error_messages={
            "required": "Schrijf op wat er is, bijvoorbeeld: jaarvergadering.",
            "max_length": "Maak het korter, dan past het in de agenda.",
        },
    )
    on = forms.DateField(
        label="Welke dag?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Kies een dag.",
            "invalid": "Schrijf de dag als dag-maand-jaar, bijvoorbeeld 8-12-2026.",
        },
    )
    at = forms.TimeField(
        label="Hoe laat?",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Schrijf de tijd als 19:30."},
    )
    where = forms.CharField(
        label="Waar?",
        max_length=80,
        required=False,
        error_messages={"max_length": "Maak het korter, de naam van de plek is genoeg."},
    )
    public = forms.TypedChoiceField(
        label="Wie mag het zien?",
        choices=[("yes", "Iedereen"), ("no", "Alleen ons bestuur")],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie het mag zien.", "invalid_choice": "Kies wie het mag zien."},
    )

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day < dates.today():
            raise forms.ValidationError("Deze dag is al geweest. Kies een dag die nog komt.")
        return day


class TextForm(forms.Form):
    """What a village says about itself, and after which version it was written."""

    text = forms.CharField(
        label="Wat wilt u over uw dorp vertellen?",
        help_text="Een paar zinnen. Iedereen kan dit lezen.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"max_length": "Dit is te lang. Een paar zinnen lezen mensen het liefst."},
    )
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    def clean_text(self) -> str:
        text: Any = self.cleaned_data["text"]
        return "\n".join(line.rstrip() for line in str(text).strip().splitlines())
