"""What people fill in about boards and who sits in them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from naober.kit import dates
from naober.kit.words import day_long
from naober.people.models import Association, Person, Seat, Village
from naober.register.book.actions import NewPerson

NO_MAIL = "Dit is geen heel mailadres. Schrijf het zoals naam@dorp.nl, of laat het leeg."
BOARD_ROLES = [
    (role.value, role.label)
    for role in (
        Seat.Role.CHAIR,
        Seat.Role.SECRETARY,
        Seat.Role.TREASURER,
        Seat.Role.BOARD_MEMBER,
        Seat.Role.CONTACT,
    )
]
TOO_LATE = "Dit is intussen veranderd. Hieronder staat wat u schreef; er staat nu: {now}"


class DayField(forms.DateField):
    """A day, by the calendar of the browser or in Dutch."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
            error_messages={
                "required": "Vul de dag in.",
                "invalid": "Schrijf de dag als dag-maand-jaar, bijvoorbeeld 26-11-2026.",
            },
            **kwargs,
        )


def _text(label: str, length: int, **kwargs: Any) -> forms.CharField:
    messages = {"required": f"Vul in: {label.lower()}.", "max_length": "Dit is te lang. Maak het korter."}
    return forms.CharField(label=label, max_length=length, error_messages=messages, **kwargs)


class SearchForm(forms.Form):
    """A name, a village, a function: whatever somebody knows of whom they want."""

    zoek = forms.CharField(label="Zoek op naam, dorp of functie", max_length=80, required=False)


class PersonForm(forms.Form):
    """All that the register holds of a person, mail addresses excepted."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    name = _text("Naam", 300)
    call_name = _text("Roepnaam", 60)
    phone = _text("Telefoon", 20, required=False, widget=forms.TextInput(attrs={"type": "tel"}))
    way_back = forms.ChoiceField(
        label="Hoe bereiken wij u het liefst",
        choices=Person.WayBack.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe.", "invalid_choice": "Kies hoe, uit de lijst."},
    )
    through = forms.ModelChoiceField(
        label="Via wie",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Niemand",
        error_messages={"invalid_choice": "Kies iemand uit de lijst."},
    )
    street = _text("Straat en huisnummer", 120, required=False)
    postal_code = _text("Postcode", 10, required=False)
    town = _text("Woonplaats", 80, required=False)

    def __init__(self, *args: Any, persons: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["through"]).queryset = persons

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        needed = {
            Person.WayBack.PHONE: (("phone",), "Vul een telefoonnummer in, of kies een andere manier."),
            Person.WayBack.THROUGH: (("through",), "Kies via wie, of kies een andere manier."),
            Person.WayBack.LETTER: (
                ("street", "postal_code", "town"),
                "Vul het adres in, of kies een andere manier.",
            ),
        }
        names, complaint = needed.get(fields.get("way_back", ""), ((), ""))
        for name in names:
            if not fields.get(name) and name not in self.errors:
                self.add_error(name, complaint)
        return fields

    @classmethod
    def of(cls, person: Person, data: Any, persons: QuerySet[Person]) -> "PersonForm":
        """The form as the register has it, or as it was sent."""
        names = ("version", "name", "call_name", "phone", "way_back", "street", "postal_code", "town")
        initial = {name: getattr(person, name) for name in names} | {"through": person.through_id}
        return cls(data, initial=initial, persons=persons)


class AssociationForm(forms.Form):
    """What an association is."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = _text("Naam", 120)
    short_name = _text("Korte naam", 60, help_text="Zoals iedereen hem noemt.")
    kind = forms.ChoiceField(
        label="Wat is de vereniging bij ons",
        help_text="Alleen leden antwoorden namens hun dorpen.",
        choices=Association.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het is.", "invalid_choice": "Kies wat het is uit de lijst."},
    )
    legal_form = forms.ChoiceField(
        label="Rechtsvorm",
        choices=[("", "Weten wij nog niet"), *Association.LegalForm.choices],
        required=False,
        error_messages={"invalid_choice": "Kies de rechtsvorm uit de lijst."},
    )

    def __init__(self, *args: Any, own_id: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_id = own_id

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if Association.objects.filter(name__iexact=name).exclude(pk=self.own_id).exists():
            raise forms.ValidationError("Deze vereniging staat er al.")
        return name


class PlaceForm(forms.Form):
    """A place that an association speaks for from now on."""

    village = forms.ModelChoiceField(
        label="Welk dorp of welke buurtschap",
        queryset=Village.objects.order_by("name"),
        empty_label="Kies een dorp",
        error_messages={"required": "Kies een dorp.", "invalid_choice": "Kies een dorp uit de lijst."},
    )
    from_on = DayField(label="Vanaf welke dag")
    agreed = forms.BooleanField(
        label="Het dorp is groter dan de grens, en het bestuur van het dorpenoverleg besloot dat het meedoet",
        required=False,
    )


class EndForm(forms.Form):
    """From what day something no longer holds."""

    until_on = DayField(label="Vanaf welke dag niet meer")

    def __init__(self, *args: Any, from_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.from_on = from_on

    def clean_until_on(self) -> date:
        until_on: date = self.cleaned_data["until_on"]
        if until_on < self.from_on:
            raise forms.ValidationError(f"Dit begon pas op {day_long(self.from_on)}. Kies een latere dag.")
        return until_on


class TermForm(forms.Form):
    """Until when a term runs, and whether the function may stand on the website."""

    term_ends_on = DayField(label="Aftredend op", required=False)
    shown_public = forms.BooleanField(label="Naam en functie mogen op de website", required=False)

    def __init__(self, *args: Any, from_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.from_on = from_on

    def clean_term_ends_on(self) -> date | None:
        day: date | None = self.cleaned_data["term_ends_on"]
        if day and day < self.from_on:
            raise forms.ValidationError(f"De functie begon op {day_long(self.from_on)}. Kies een latere dag.")
        return day


class SomebodyForm(forms.Form):
    """Who gets a function: somebody from the list, or somebody new with a way to reach them."""

    person = forms.ModelChoiceField(
        label="Iemand die wij kennen",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Iemand anders, hieronder",
        error_messages={"invalid_choice": "Kies iemand uit de lijst."},
    )
    name = _text("Naam", 300, required=False)
    call_name = _text("Roepnaam", 60, required=False)
    same_name = forms.BooleanField(label="Er is al iemand die zo heet, en dit is een ander", required=False)
    mail = forms.EmailField(
        label="Eigen mailadres", max_length=254, required=False, error_messages={"invalid": NO_MAIL}
    )
    phone = _text("Telefoon", 20, required=False, widget=forms.TextInput(attrs={"type": "tel"}))
    term_ends_on = DayField(label="Aftredend op", required=False)
    shown_public = forms.BooleanField(label="Naam en functie mogen op de website", required=False)

    def __init__(
        self, *args: Any, persons: QuerySet[Person], has_address: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.has_address, self.persons = has_address, persons
        cast(forms.ModelChoiceField, self.fields["person"]).queryset = persons

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        if fields.get("person") or "person" in self.errors:
            return fields
        if not fields.get("name"):
            self.add_error("name", "Kies iemand uit de lijst, of schrijf hier de naam.")
        elif not (fields.get("mail") or fields.get("phone") or self.has_address or self.errors):
            self.add_error(
                "phone", "Vul een mailadres of een telefoonnummer in, dan kunnen wij iets vertellen."
            )
        elif self.persons.filter(name__iexact=fields["name"]).exists() and not fields.get("same_name"):
            self.add_error(
                "same_name", "Er is al iemand die zo heet. Kies die in de lijst, of zet hier een vinkje."
            )
        return fields

    @property
    def somebody(self) -> Person | NewPerson:
        """Who was chosen or written down."""
        fields: Mapping[str, Any] = self.cleaned_data
        if fields["person"]:
            return fields["person"]
        call_name = fields["call_name"] or fields["name"].split()[0][:60]
        return NewPerson(fields["name"], call_name, fields["mail"], fields["phone"])


class HandOverForm(SomebodyForm):
    """Another person takes over a function."""

    on = DayField(label="Vanaf welke dag")

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seat = seat

    def clean_person(self) -> Person | None:
        person: Person | None = self.cleaned_data["person"]
        if person and person.pk == self.seat.person_id:
            raise forms.ValidationError(f"{person.name} is dat al.")
        return person

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > dates.today():
            raise forms.ValidationError("Dit gaat meteen in. Kies vandaag of een eerdere dag.")
        if on < self.seat.from_on:
            raise forms.ValidationError(f"De functie begon op {day_long(self.seat.from_on)}.")
        return on


class NewSeatForm(SomebodyForm):
    """Somebody gets a function in a board."""

    role = forms.ChoiceField(
        label="Welke functie",
        choices=BOARD_ROLES,
        error_messages={"required": "Kies een functie.", "invalid_choice": "Kies een functie uit de lijst."},
    )
    from_on = DayField(label="Vanaf welke dag")

    def clean(self) -> dict[str, Any]:
        fields = super().clean()
        begins, ends = fields.get("from_on"), fields.get("term_ends_on")
        if begins and ends and ends < begins:
            self.add_error("term_ends_on", "De termijn loopt af voor de eerste dag.")
        return fields


class AddressForm(forms.Form):
    """A mail address of a person, a function or a board."""

    address = forms.EmailField(
        label="Mailadres",
        max_length=254,
        error_messages={"required": "Vul het mailadres in.", "invalid": NO_MAIL},
    )


class ResidentsForm(forms.Form):
    """How many residents a place has."""

    residents = forms.IntegerField(
        label="Aantal inwoners",
        min_value=0,
        max_value=10_000_000,
        error_messages={"required": "Vul het aantal in.", "invalid": "Schrijf een getal, bijvoorbeeld 845."},
    )
    year = forms.IntegerField(
        label="In welk jaar geteld",
        min_value=1900,
        max_value=2100,
        error_messages={"required": "Vul het jaar in.", "invalid": "Schrijf een jaar, bijvoorbeeld 2026."},
    )
    source = _text("Wie telde het", 80, help_text="Bijvoorbeeld CBS, of de gemeente.")


def say_what_is_there(form: PersonForm, person: Person) -> None:
    """After somebody else changed it: beside each field that differs, what is there now; saving again
    then is a choice."""
    for name in ("name", "call_name", "phone", "street", "postal_code", "town"):
        now = getattr(person, name)
        if form.cleaned_data.get(name) != now:
            form.add_error(name, TOO_LATE.format(now=now or "niets"))
    if not form.errors:
        form.add_error(None, "Iemand anders veranderde dit intussen. Kijk het na en bewaar het nog eens.")
    form.data = {**form.data.dict(), "version": str(person.version)}  # type: ignore[attr-defined]
