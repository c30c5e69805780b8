"""What is filled in while somebody talks: the words first, the rest is one press."""

from typing import Any, cast
from uuid import uuid4

from django import forms

from naober.contact import queries
from naober.contact.models import Attempt, CallNote
from naober.people.models import Village

WAY_BACK_NEEDED = "Vul een telefoonnummer in. Anders kunnen wij niet terugbellen."


class CallNoteForm(forms.Form):
    """A phone note. Only the words and how to go on are asked; whoever is in the register is recognised."""

    said = forms.CharField(
        label="Wat werd er gezegd?",
        help_text="In uw eigen woorden. Schrijf niets op over iemands gezondheid.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5, "autofocus": True}),
        error_messages={
            "required": "Schrijf op wat er gezegd werd.",
            "max_length": "Dit is te lang. Neem het belangrijkste.",
        },
    )
    caller_name = forms.CharField(
        label="Wie belde?",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "namen"}),
    )
    caller_phone = forms.CharField(
        label="Telefoon",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    village = forms.ModelChoiceField(
        label="Welk dorp", queryset=Village.objects.none(), required=False, empty_label="Geen of niet gezegd"
    )
    result = forms.ChoiceField(
        label="Hoe verder?",
        choices=CallNote.Result,
        initial=CallNote.Result.CALL_BACK,
        widget=forms.RadioSelect,
    )
    promise = forms.CharField(label="Wat beloofde u?", max_length=200, required=False)
    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("form_key", uuid4())
        cast(forms.ModelChoiceField, self.fields["village"]).queryset = queries.villages()

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        known = queries.people_named(fields.get("caller_name", ""))
        fields["caller"] = known[0] if len(known) == 1 else None
        reachable = fields.get("caller_phone") or (fields["caller"] and fields["caller"].phone)
        if fields.get("result") == CallNote.Result.CALL_BACK and not reachable and not self.errors:
            self.add_error("caller_phone", WAY_BACK_NEEDED)
        return fields


class AttemptForm(forms.Form):
    """How a call went: which button was pressed."""

    outcome = forms.ChoiceField(choices=Attempt.Outcome)
