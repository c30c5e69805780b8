"""What people fill in about themselves."""

from typing import Any, cast

from django import forms

from naober.people.models import Person


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
