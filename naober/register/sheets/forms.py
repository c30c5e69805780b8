"""What people fill in about a list."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from naober.register.sheets.comparing import ENDS, STAYS, Plan, Proposal
from naober.register.sheets.queries import ShownColumn
from naober.register.sheets.reading.cells import MESSAGES, MOST_BYTES
from naober.register.sheets.reading.columns import Column

FEW = 5
NOTHING_YET = "Er staat nog niets. Plak hier de tabel, of kies een bestand."


class _Pasted(forms.CharField):
    """A table as it was pasted: what nobody can see is taken out later, so nothing is refused here."""

    def run_validators(self, value: str) -> None:
        pass


class SheetForm(forms.Form):
    """A list: pasted from Excel, or as a file."""

    text = _Pasted(
        label="De tabel uit Excel",
        help_text="Selecteer in Excel de hele tabel, met de kopjes erboven. Kopieer, en plak hier.",
        widget=forms.Textarea(attrs={"rows": 10}),
        strip=False,
        required=False,
    )
    file = forms.FileField(
        label="Of kies een bestand",
        help_text="Excel (.xlsx) of csv.",
        required=False,
        allow_empty_file=True,
    )

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file and (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(MESSAGES["too_large"])
        return file

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        if not fields.get("text", "").strip() and not fields.get("file") and not self.errors:
            self.add_error("text", NOTHING_YET)
        return fields

    @property
    def content(self) -> bytes:
        """What came, as it came. A file goes before a text: whoever chose one meant it."""
        file = self.cleaned_data["file"]
        return file.read() if file else self.cleaned_data["text"].encode("utf-8", "replace")


class ColumnsForm(forms.Form):
    """What each column holds."""

    def __init__(self, *args: Any, columns: tuple[ShownColumn, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [("", "Niets van dit alles"), *((c.name, c.value) for c in Column)]
        for column in columns:
            self.fields[str(column.number)] = forms.ChoiceField(
                label=f"Kolom “{column.header}”" if column.header else f"Kolom {column.number + 1}",
                help_text=f"Bijvoorbeeld: {', '.join(column.examples)}" if column.examples else "",
                choices=options,
                required=False,
                initial=column.column,
                error_messages={"invalid_choice": "Kies uit de lijst wat erin staat."},
            )

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        said = [name for name in fields.values() if name]
        double = next((name for name in said if said.count(name) > 1), None)
        if double:
            raise forms.ValidationError(f"Er zijn twee kolommen met {Column[double].value}. Kies er één.")
        return fields

    @property
    def chosen(self) -> dict[str, str]:
        return {number: name for number, name in self.cleaned_data.items() if name}


class ChoicesForm(forms.Form):
    """The questions about rows that are in doubt, and who of the missing stops."""

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        for proposal in plan.asked:
            for doubt in proposal.doubts:
                self.fields[doubt.key] = _answer(doubt.question, list(doubt.options), doubt.chosen)
        for missing in plan.missing:
            seat = missing.seat
            question = f"{seat.person.name}, {seat}"
            options = [(STAYS, "Blijft zoals het is"), (ENDS, "Stopt vandaag")]
            self.fields[f"seat:{seat.pk}"] = _answer(question, options, missing.chosen)

    def asked(self) -> Iterator[tuple[Proposal, list[forms.BoundField]]]:
        """The rows in doubt with their questions."""
        for proposal in self.plan.asked:
            yield proposal, [self[doubt.key] for doubt in proposal.doubts]

    def missing(self) -> list[forms.BoundField]:
        """The question about each who is not on the list."""
        return [self[f"seat:{missing.seat.pk}"] for missing in self.plan.missing]

    @property
    def answers(self) -> Mapping[str, str]:
        """What was answered; a question may stay open for now."""
        return {key: value for key, value in self.cleaned_data.items() if value}


def _answer(question: str, options: list[tuple[str, str]], chosen: str) -> forms.ChoiceField:
    few = len(options) <= FEW
    return forms.ChoiceField(
        label=question,
        choices=options if few else [("", "Kies"), *options],
        widget=forms.RadioSelect if few else forms.Select,
        required=False,
        initial=chosen,
        error_messages={"invalid_choice": "Kies een antwoord uit de lijst."},
    )


class SaveForm(forms.Form):
    """What was shown, so that it is what is saved."""

    fingerprint = forms.CharField(max_length=32, widget=forms.HiddenInput)
