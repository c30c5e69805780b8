"""What somebody fills in who is away for a while."""

from datetime import date, timedelta
from typing import Any, cast

from django import forms

from naober.kit import dates
from naober.people.models import Person

LONGEST = timedelta(days=366)


class AwayForm(forms.Form):
    """Until when, and who takes over."""

    back_on = forms.DateField(
        label="Wanneer bent u er weer?",
        help_text="Tot die dag krijgt u alleen wat echt niet kan wachten.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Kies de dag waarop u er weer bent.",
            "invalid": "Schrijf de dag als dag-maand-jaar, bijvoorbeeld 8-12-2026.",
        },
    )
    deputy = forms.ModelChoiceField(
        label="Wie neemt het over?",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Niemand in het bijzonder",
        error_messages={"invalid_choice": "Kies iemand uit de lijst."},
    )

    def __init__(self, *args: Any, colleagues: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["deputy"])
        field.queryset = Person.objects.filter(pk__in=[person.pk for person in colleagues]).order_by("name")
        if not colleagues:
            del self.fields["deputy"]

    def clean_back_on(self) -> date:
        day: date = self.cleaned_data["back_on"]
        if day <= dates.today():
            raise forms.ValidationError("Kies een dag die nog komt.")
        if day - dates.today() > LONGEST:
            raise forms.ValidationError("Kies een dag binnen een jaar. Daarna kunt u het opnieuw zeggen.")
        return day
