"""What is filled in to send something round."""

from typing import Any, cast
from uuid import uuid4

from django import forms

from naober.contact.circulars import queries
from naober.contact.models import Circular
from naober.journal.models import Theme
from naober.people.models import Association, Person


class CircularForm(forms.Form):
    """A text, and to whom. Boards and theme count only for the choice that they belong to."""

    subject = forms.CharField(
        label="Onderwerp",
        max_length=160,
        error_messages={"required": "Geef het een onderwerp.", "max_length": "Maak het onderwerp korter."},
    )
    text = forms.CharField(
        label="Wat wilt u rondsturen?",
        help_text="Iedereen krijgt een eigen mail, met “Dag” en de roepnaam erboven en uw naam eronder.",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={
            "required": "Schrijf wat u wilt rondsturen.",
            "max_length": "Dit is te lang voor een mail.",
        },
    )
    reach = forms.ChoiceField(
        label="Aan wie", choices=Circular.Reach, initial=Circular.Reach.ALL, widget=forms.RadioSelect
    )
    associations = forms.ModelMultipleChoiceField(
        label="Welke besturen",
        queryset=Association.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    theme = forms.ModelChoiceField(
        label="Welk thema", queryset=Theme.objects.none(), required=False, empty_label="Kies een thema"
    )
    whole_board = forms.BooleanField(
        label="Het hele bestuur, niet alleen de secretaris",
        required=False,
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("form_key", uuid4())
        cast(
            forms.ModelMultipleChoiceField, self.fields["associations"]
        ).queryset = queries.member_associations()
        cast(forms.ModelChoiceField, self.fields["theme"]).queryset = queries.themes()

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        if fields.get("reach") == Circular.Reach.SOME and not fields.get("associations"):
            self.add_error("associations", "Kies welke besturen het krijgen.")
        if fields.get("reach") == Circular.Reach.THEME and not fields.get("theme"):
            self.add_error("theme", "Kies een thema uit de lijst.")
        return fields

    @property
    def choice(self) -> dict[str, Any]:
        """Whom the form means, as `queries.recipients` asks it."""
        keys = ("reach", "associations", "theme", "whole_board")
        return {key: self.cleaned_data[key] for key in keys}


class AsWhomForm(forms.Form):
    """Whose mail to look at before it leaves."""

    as_whom = forms.ModelChoiceField(
        label="Kijk mee als", queryset=Person.objects.none(), required=False, empty_label=None
    )

    def __init__(self, *args: Any, recipients: list[queries.Recipient], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = [recipient.person.pk for recipient in recipients]
        cast(forms.ModelChoiceField, self.fields["as_whom"]).queryset = Person.objects.filter(
            pk__in=ids
        ).order_by("name")
