"""What is filled in about what somebody agreed to."""

from django import forms

from naober.people.actor import Channel
from naober.register.privacy.models import Consent

HOW = {Channel.PHONE: "door de telefoon", Channel.PAPER: "op papier", Channel.MAIL: "per mail"}


class HeardForm(forms.Form):
    """What somebody said, by who heard it."""

    what = forms.ChoiceField(
        label="Waarover",
        choices=Consent.What.choices,
        error_messages={"required": "Kies waarover het ging.", "invalid_choice": "Kies uit de lijst."},
    )
    agreed = forms.ChoiceField(
        label="Wat was het antwoord",
        choices=(("ja", "Ja, dat mag"), ("nee", "Nee, of niet meer")),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee.", "invalid_choice": "Kies ja of nee."},
    )
    channel = forms.ChoiceField(
        label="Hoe hoorde u het",
        choices=tuple(HOW.items()),
        error_messages={"required": "Kies hoe u het hoorde.", "invalid_choice": "Kies uit de lijst."},
    )
