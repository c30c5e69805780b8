"""A list that came in, and what saving it changed, so that it can be taken back whole."""

from django.db import models

from naober.people.models import MailAddress, Person, Seat, new_key
from naober.post.models import Receipt


class Sheet(models.Model):
    """A list that somebody pasted or uploaded. The list itself is the file of its receipt; here stands how
    its columns are read and what was chosen for the rows that are in doubt."""

    class State(models.TextChoices):
        OPEN = "open", "nog niet bewaard"
        SAVED = "saved", "bewaard"
        UNDONE = "undone", "teruggedraaid"

    public_id = models.CharField("sleutel", max_length=32, unique=True, default=new_key)
    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="+")
    state = models.CharField("stand", max_length=8, choices=State, default=State.OPEN)
    columns = models.JSONField("kolommen", default=dict)
    choices = models.JSONField("keuzes", default=dict)
    made_at = models.DateTimeField("ingelezen")
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    saved_at = models.DateTimeField("bewaard op", null=True, blank=True)
    undone_at = models.DateTimeField("teruggedraaid op", null=True, blank=True)

    class Meta:
        verbose_name = "lijst"

    def __str__(self) -> str:
        return f"lijst {self.receipt.reference}"


class SheetChange(models.Model):
    """One thing that saving a list changed. `before` and `after` hold words of a person, so they go with
    that person, and with the list itself after 90 days."""

    class Kind(models.TextChoices):
        PERSON_ADDED = "person_added", "mens erbij"
        PERSON_CHANGED = "person_changed", "gegeven van een mens"
        SEAT_ADDED = "seat_added", "functie erbij"
        SEAT_CHANGED = "seat_changed", "dag van een functie"
        SEAT_ENDED = "seat_ended", "functie gestopt"
        ADDRESS_ADDED = "address_added", "mailadres erbij"

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="changes")
    kind = models.CharField("soort", max_length=14, choices=Kind)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, null=True, blank=True, related_name="+")
    address = models.ForeignKey(MailAddress, models.CASCADE, null=True, blank=True, related_name="+")
    field = models.CharField("veld", max_length=20, blank=True)
    before = models.CharField("was", max_length=300, blank=True)
    after = models.CharField("werd", max_length=300, blank=True)

    class Meta:
        verbose_name = "verandering uit een lijst"

    def __str__(self) -> str:
        return str(self.Kind(self.kind).label)
