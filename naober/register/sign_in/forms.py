"""What people fill in to sign in."""

from typing import Any, cast

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django import forms

from naober.people.models import Account, Person
from naober.register import queries

NO_ADDRESS = "Dit is geen heel mailadres. Schrijf het zoals naam@dorp.nl."
NO_CODE = "Vul de code in die in de mail staat."


class SignInForm(RequestLoginCodeForm):  # type: ignore[misc]  # allauth carries no types
    """The address that the code goes to. An address that nobody holds looks the same on the page."""

    _user: Account | None
    email = forms.EmailField(
        label="Uw mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Vul uw mailadres in. Daar sturen wij de code heen.",
            "invalid": NO_ADDRESS,
            "max_length": NO_ADDRESS,
            "null_characters_not_allowed": NO_ADDRESS,
        },
    )

    def clean_email(self) -> str:
        """The address in lower case. Whoever handed over a function no longer gets its codes."""
        email = str(super().clean_email()).lower()
        if self._user and not queries.holders_of(email):
            self._user = None
        return email


class SignInCodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]  # allauth carries no types
    """The code from the mail, and whether this device is one's own."""

    code = forms.CharField(
        label="De code uit de mail",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
        error_messages={
            "required": NO_CODE,
            "max_length": NO_CODE,
            "null_characters_not_allowed": NO_CODE,
        },
    )
    own_device = forms.BooleanField(
        label="Dit is mijn eigen apparaat",
        help_text="Dan hoeft u hier 90 dagen geen code in te vullen. Niet doen op een computer die meer "
        "mensen gebruiken.",
        required=False,
    )


class WhoAreYouForm(forms.Form):
    """Behind one address sit several people: which one is this?"""

    person = forms.ModelChoiceField(
        label="Wie bent u",
        queryset=Person.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Kies wie u bent.", "invalid_choice": "Kies wie u bent uit de lijst."},
    )

    def __init__(self, *args: Any, holders: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(pk__in=[person.pk for person in holders])
        cast(forms.ModelChoiceField, self.fields["person"]).queryset = people.order_by("name")
