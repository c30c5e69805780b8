"""What people fill in about "klopt dit nog?"."""

from typing import Any

from django import forms

from naober.kit.words import MONTHS

TOO_LONG = "Dit is te lang. Maak het korter."


class ChangedForm(forms.Form):
    """What changed: in one's own words, and telephone and address at once."""

    remark = forms.CharField(
        label="Wat is er veranderd",
        help_text="Bijvoorbeeld: Jan is geen penningmeester meer, dat is nu Trijntje.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    phone = forms.CharField(
        label="Uw telefoon", max_length=20, required=False, error_messages={"max_length": TOO_LONG}
    )
    street = forms.CharField(
        label="Straat en huisnummer", max_length=120, required=False, error_messages={"max_length": TOO_LONG}
    )
    postal_code = forms.CharField(
        label="Postcode", max_length=10, required=False, error_messages={"max_length": TOO_LONG}
    )
    town = forms.CharField(
        label="Woonplaats", max_length=80, required=False, error_messages={"max_length": TOO_LONG}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.way_back = kwargs.pop("way_back")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        if self.errors:
            return fields
        if not self.has_changed():
            raise forms.ValidationError(
                "Schrijf op wat er veranderd is. Is alles goed, druk dan op Ja, het klopt."
            )
        if self.way_back == "phone" and not fields.get("phone"):
            self.add_error(
                "phone", "Wij bellen u. Vul daarom een nummer in, of schrijf hierboven hoe het anders kan."
            )
        post = [fields.get(name) for name in ("street", "postal_code", "town")]
        if self.way_back == "letter" and not all(post):
            self.add_error("street", "U krijgt post van ons. Vul daarom het hele adres in.")
        return fields


class MonthForm(forms.Form):
    """In which month the question goes out by itself."""

    month = forms.TypedChoiceField(
        label="Vraag het vanzelf, elk jaar in",
        choices=[("", "Niet vanzelf"), *((str(n), month) for n, month in enumerate(MONTHS, start=1))],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Kies een maand uit de lijst."},
    )
