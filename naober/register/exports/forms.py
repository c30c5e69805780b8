"""What people choose when they take the register along."""

from django import forms


class EnvelopesForm(forms.Form):
    """Whom the envelopes are for."""

    whom = forms.ChoiceField(
        label="Etiketten voor wie",
        choices=(
            ("all", "Iedereen in een bestuur"),
            ("leads", "Voorzitters en secretarissen"),
            ("letter", "Wie liever een brief krijgt"),
        ),
        initial="leads",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies voor wie.", "invalid_choice": "Kies voor wie, uit de lijst."},
    )
