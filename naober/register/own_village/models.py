"""What a board writes about its own village: dates, and a text in versions."""

from django.db import models
from django.db.models import F

from naober.people.models import Person, Village


class VillageDate(models.Model):
    """A day in the agenda of a village: for everybody, or for its own board alone."""

    village = models.ForeignKey(Village, models.PROTECT, related_name="dates")
    on = models.DateField("dag")
    at = models.TimeField("tijd", null=True, blank=True)
    title = models.CharField("wat", max_length=80)
    where = models.CharField("waar", max_length=80, blank=True)
    public = models.BooleanField("voor iedereen", default=True)

    class Meta:
        verbose_name = "datum van een dorp"
        indexes = [models.Index(fields=["village", "on"], name="village_date")]

    def __str__(self) -> str:
        return self.title


class VillageText(models.Model):
    """One version of what a village says about itself. Never changed; going back is a new version."""

    village = models.ForeignKey(Village, models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField("versie")
    text = models.TextField("tekst", blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField("geschreven")

    class Meta:
        verbose_name = "tekst over een dorp"
        constraints = [
            models.UniqueConstraint(
                fields=["village", "number"],
                name="one_text_per_version",
                violation_error_message="Iemand anders was net eerder.",
            )
        ]
        ordering = (F("number").desc(),)

    def __str__(self) -> str:
        return f"{self.village}, versie {self.number}"
