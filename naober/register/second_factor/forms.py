"""What people fill in at the second lock."""

from django import forms

NO_CODE = "Vul de code in die u nu in de app ziet, of een code van uw kaart."
WRONG_CODE = (
    "Deze code klopt niet. Een code uit de app werkt een halve minuut, een code van de kaart één keer."
)
TOO_OFTEN = "U vulde vaak een verkeerde code in. Wacht vijf minuten, of bel ons."
WRONG_APP_CODE = "Deze code klopt niet. Kijk of de tijd op uw telefoon goed staat, en neem de nieuwste code."
ONLY_DIGITS = {"autocomplete": "one-time-code", "inputmode": "numeric"}


class CodeForm(forms.Form):
    """A code of the app or of the card."""

    code = forms.CharField(
        label="Code uit de app of van uw kaart",
        max_length=20,
        widget=forms.TextInput(attrs=ONLY_DIGITS),
        error_messages={
            "required": NO_CODE,
            "max_length": NO_CODE,
            "null_characters_not_allowed": NO_CODE,
        },
    )


class NewAppForm(CodeForm):
    """The first code that a new app shows."""

    code = forms.CharField(
        label="De zes cijfers die de app laat zien",
        max_length=20,
        widget=forms.TextInput(attrs=ONLY_DIGITS),
        error_messages={
            "required": "Vul de zes cijfers in die de app nu laat zien.",
            "max_length": WRONG_APP_CODE,
            "null_characters_not_allowed": WRONG_APP_CODE,
        },
    )


class CredentialForm(forms.Form):
    """What a browser says after somebody put a finger on it or looked at it."""

    credential = forms.JSONField()
