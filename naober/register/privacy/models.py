"""What somebody agreed to, and when they took it back: kept as long as they are in the register."""

from django.db import models
from django.db.models import Q

from naober.people.models import Person


class Consent(models.Model):
    """One thing that a person agreed to, who wrote that down and how it reached us. Taken back is not
    deleted: it must be clear what held on which day."""

    class What(models.TextChoices):
        WEBSITE = "website", "naam en functie op de website"
        PHOTO = "photo", "foto op de dorpspagina"
        PHONE = "phone", "telefoon voor de andere besturen"

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    what = models.CharField("waarmee", max_length=8, choices=What)
    given_at = models.DateTimeField("gegeven")
    channel = models.CharField("hoe", max_length=8)
    entered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField("ingetrokken", null=True, blank=True)
    withdrawn_channel = models.CharField("hoe ingetrokken", max_length=8, blank=True)
    withdrawn_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "toestemming"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "what"],
                condition=Q(withdrawn_at=None),
                name="one_consent_at_a_time",
                violation_error_message="Deze toestemming staat er al.",
            )
        ]

    def __str__(self) -> str:
        return str(self.What(self.what).label)
