"""What a board fills in about its own village."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from naober.kit import dates
from naober.register.own_village import picture


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


class PhotoForm(forms.Form):
    """A photo, what is on it in words, and whether who is on it agrees. `picture` is the photo drawn anew."""

    photo = forms.FileField(
        label="Kies een foto",
        help_text="Een jpg of png, tot 12 MB. Waar en waarmee hij gemaakt is, halen wij eruit.",
        error_messages={
            "required": "Kies een foto.",
            "empty": "Dit bestand is leeg. Kies een foto.",
            "invalid": "Kies een foto.",
        },
    )
    alt = forms.CharField(
        label="Wat is erop te zien?",
        help_text="In gewone woorden, voor wie de foto niet kan zien. Bijvoorbeeld: de brink in de sneeuw.",
        min_length=5,
        max_length=160,
        error_messages={
            "required": "Schrijf op wat erop te zien is.",
            "min_length": "Schrijf er iets meer bij: wie of wat, en waar.",
            "max_length": "Eén zin is genoeg.",
        },
    )
    people = forms.ChoiceField(
        label="Staan er mensen op die u kunt herkennen?",
        choices=[
            ("none", "Nee"),
            ("agreed", "Ja, en zij vinden het goed"),
            ("unknown", "Ja, maar ik weet het niet"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een antwoord.", "invalid_choice": "Kies een antwoord."},
    )
    picture: picture.Picture

    def clean_photo(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["photo"]
        try:
            if (file.size or 0) > picture.MOST_BYTES:
                raise picture.RefusedError("Deze foto is te groot. Neem een kleinere, tot 12 MB.")
            self.picture = picture.draw_anew(file.read())
        except picture.RefusedError as refused:
            raise forms.ValidationError(str(refused)) from refused
        return file

    def clean_people(self) -> bool | None:
        if self.cleaned_data["people"] == "unknown":
            raise forms.ValidationError("Vraag het hun eerst. Bij kinderen vraagt u het de ouders.")
        return None if self.cleaned_data["people"] == "none" else True
