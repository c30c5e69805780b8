"""Who asked to be left alone for a while, and who was asked to look at what waited."""

from django.db import models
from django.db.models import F, Q

from naober.people.models import Person


class Absence(models.Model):
    """Until when somebody hears only what cannot wait ("even niet"), and who takes over. One per person."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="absence")
    from_on = models.DateField("vanaf")
    back_on = models.DateField("weer terug op")
    deputy = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "even niet"
        constraints = [
            models.CheckConstraint(
                condition=Q(back_on__gt=F("from_on")),
                name="back_after_leaving",
                violation_error_message="Kies een dag die nog komt.",
            ),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=F("person")),
                name="somebody_else_takes_over",
                violation_error_message="Kies iemand anders.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} tot {self.back_on}"


class Asked(models.Model):
    """That a person was mailed about one thing in a queue, so that nobody is asked twice."""

    queue = models.CharField("rij", max_length=40)
    key = models.CharField("waarover", max_length=40)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField("gevraagd")

    class Meta:
        verbose_name = "gevraagd om na te kijken"
        constraints = [
            models.UniqueConstraint(
                fields=["queue", "key", "person"],
                name="asked_once",
                violation_error_message="Dit is al gevraagd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.queue} {self.key}"
