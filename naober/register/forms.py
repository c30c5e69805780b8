"""What people fill in about themselves."""

from typing import Any, cast

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django import forms

from naober.people.models import Account, Person, PlaceName
from naober.register import queries

NO_ADDRESS = "Dit is geen heel mailadres. Schrijf het zoals naam@dorp.nl."
NO_CODE = "Vul de code in die in de mail staat."


class VillageChoiceForm(forms.Form):
    """The village that somebody chose in the list on the home page."""

    dorp = forms.SlugField(max_length=80)


class PlaceNameForm(forms.Form):
    """A word by which people mean a village."""

    text = forms.CharField(
        label="Welk woord hoort bij uw dorp?",
        help_text="Een veld, een weg, een gebouw of een andere naam, zoals het in een stuk staat.",
        min_length=4,
        max_length=80,
        error_messages={
            "required": "Schrijf het woord op, bijvoorbeeld de naam van een veld of een weg.",
            "min_length": "Dit woord is zo kort dat het overal in voorkomt. Neem een langer woord.",
            "max_length": "Dit is te lang om te herkennen. Neem alleen de naam zelf.",
        },
    )
    kind = forms.ChoiceField(
        label="Wat is het",
        choices=[choice for choice in PlaceName.Kind.choices if choice[0] != PlaceName.Kind.ADJECTIVE],
        initial=PlaceName.Kind.LANDMARK,
        error_messages={"required": "Kies wat het is.", "invalid_choice": "Kies wat het is uit de lijst."},
    )


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
    """The code from the mail; capitals and dashes do not matter."""

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
