"""What the register keeps beside the nouns of `people`: who is signed in where, and lists that came in."""

from django.db import models

from naober.people.models import Account, Person
from naober.register.checks.models import DataCheck
from naober.register.own_village.models import VillageDate, VillagePhoto, VillageText
from naober.register.privacy.models import Consent
from naober.register.sheets.models import Sheet, SheetChange
from naober.register.standing_in.models import Absence, Asked

__all__ = [
    "Absence",
    "Asked",
    "BrowserSession",
    "Consent",
    "DataCheck",
    "Sheet",
    "SheetChange",
    "VillageDate",
    "VillagePhoto",
    "VillageText",
]


class BrowserSession(models.Model):
    """A browser that is here: signed in, or on its way to it. Whoever reads this table gets in nowhere:
    the key that the browser holds is kept as its checksum."""

    session_key = models.CharField("controlegetal van de sleutel", max_length=64, primary_key=True)
    session_data = models.TextField("inhoud")
    expire_date = models.DateTimeField("verloopt", db_index=True)
    account = models.ForeignKey(Account, models.CASCADE, null=True, blank=True, related_name="sessions")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="sessions")
    device = models.CharField("apparaat", max_length=40, blank=True)
    own_device = models.BooleanField("eigen apparaat", default=False)
    since_on = models.DateField("sinds", null=True, blank=True)

    class Meta:
        verbose_name = "open aanmelding"

    def __str__(self) -> str:
        return self.device or "een bezoeker"
