"""Durable rows are the queue (ADR 3): what came in, what must go out, what must be done again."""

from uuid import uuid4

from django.db import models

from naober.kit.dates import LOCAL


class Queued(models.Model):
    """A row that waits for the worker. One worker at a time holds the lease; a lease that ran out,
    because its worker was killed, is simply taken over."""

    class State(models.TextChoices):
        WAITING = "waiting", "wacht"
        DONE = "done", "klaar"
        FAILED = "failed", "gaf het op"

    state = models.CharField("stand", max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField("op zijn vroegst")
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    lease_until = models.DateTimeField("bezig tot", null=True, blank=True)
    lease_by = models.CharField("bezig door", max_length=40, blank=True)
    last_error = models.CharField("laatste fout", max_length=300, blank=True)

    class Meta:
        abstract = True


class StoredFile(models.Model):
    """A file known by its checksum. Raw intake is erased after 90 days; the checksum stays."""

    class Kind(models.TextChoices):
        RAW_INTAKE = "raw_intake", "zoals het binnenkwam"

    kind = models.CharField("soort", max_length=12, choices=Kind)
    sha256 = models.CharField("controlegetal", max_length=64)
    size = models.PositiveBigIntegerField("bytes")
    stored_at = models.DateTimeField("bewaard")
    erased_at = models.DateTimeField("gewist", null=True, blank=True)

    class Meta:
        verbose_name = "bewaard bestand"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "sha256"],
                name="unique_stored_file",
                violation_error_message="Dit bestand is er al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.sha256[:12]}"


class Receipt(models.Model):
    """Proof that something came in, written before anything is done with it. The same thing from the
    same source has the same key, so it is received once."""

    class State(models.TextChoices):
        RECEIVED = "received", "ontvangen"
        READ = "read", "gelezen"
        REFUSED = "refused", "niet te lezen"

    source = models.CharField("waarvandaan", max_length=12)
    key = models.CharField("sleutel", max_length=120)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="receipts")
    received_at = models.DateTimeField("ontvangen")
    state = models.CharField("stand", max_length=8, choices=State, default=State.RECEIVED)
    note = models.CharField("wat ermee is", max_length=300, blank=True)
    area = models.CharField("deel", max_length=20, blank=True)
    subject_id = models.PositiveBigIntegerField("nummer", null=True, blank=True)

    class Meta:
        verbose_name = "ontvangst"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"],
                name="received_once",
                violation_error_message="Dit hebben wij al ontvangen.",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number that people can quote, such as O-2026-0042."""
        return f"O-{self.received_at.astimezone(LOCAL).year}-{self.pk:04d}"


def new_public_id() -> str:
    """A random id for an address or a Message-ID of what is not public."""
    return uuid4().hex


class OutboxMessage(Queued):
    """A mail, written in the transaction of its cause. It keeps its Message-ID over every try, so that a
    mail that arrives twice is seen as one. A secret mail (a sign-in code) is blanked once sent."""

    public_id = models.CharField("sleutel", max_length=32, unique=True, default=new_public_id)
    to = models.EmailField("aan")
    subject = models.CharField("onderwerp", max_length=200)
    text = models.TextField("tekst")
    html = models.TextField("opgemaakt", blank=True)
    area = models.CharField("deel", max_length=20)
    subject_id = models.PositiveBigIntegerField("nummer", null=True, blank=True)
    secret = models.BooleanField("geheim", default=False)
    expires_at = models.DateTimeField("verloopt", null=True, blank=True)
    created_at = models.DateTimeField("geschreven")
    sent_at = models.DateTimeField("verstuurd", null=True, blank=True)

    class Meta:
        verbose_name = "mail die weggaat"
        indexes = [
            models.Index(fields=["state", "due_at"], name="outbox_waiting"),
            models.Index(fields=["-id"], name="outbox_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} aan {self.to}"


class JobRun(Queued):
    """The timetable: one row for each job that areas name, with when it last went well."""

    name = models.CharField("naam", max_length=60, unique=True)
    done_at = models.DateTimeField("laatst gelukt", null=True, blank=True)

    class Meta:
        verbose_name = "vast werk"

    def __str__(self) -> str:
        return self.name
