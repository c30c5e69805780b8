"""What people fill in about places."""

from django import forms

from naober.people.models import PlaceName


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
