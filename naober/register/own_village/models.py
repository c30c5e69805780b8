"""What a board puts on the page of its own village: dates, a text in versions, and a photo."""

from django.db import models
from django.db.models import F

from naober.people.models import Person, Village, new_key
from naober.post.models import StoredFile


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


class VillagePhoto(models.Model):
    """A photo on the page of a village; the newest that is shown is the one. Taken away, it is not served
    any more."""

    public_id = models.CharField("sleutel", max_length=32, unique=True, default=new_key)
    village = models.ForeignKey(Village, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    alt = models.CharField("wat er te zien is", max_length=160)
    width = models.PositiveIntegerField("breedte")
    height = models.PositiveIntegerField("hoogte")
    people_agreed = models.BooleanField("wie erop staat, vindt het goed", null=True, blank=True)
    shown = models.BooleanField("op de bladzijde", default=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField("geplaatst")

    class Meta:
        verbose_name = "foto van een dorp"
        indexes = [models.Index(fields=["village", "shown", "-id"], name="village_photo")]

    def __str__(self) -> str:
        return self.alt
