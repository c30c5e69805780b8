"""What people said by telephone, and how we get back to who has no mail."""

from django.db import models
from django.db.models import Q

from naober.journal.models import Entry, Theme
from naober.kit import dates
from naober.kit.dates import LOCAL
from naober.people.models import Association, Person, Village
from naober.post.models import OutboxMessage, new_public_id


class CallNote(models.Model):
    """What somebody said on the telephone or at the door, written down for whoever goes on with it."""

    class Result(models.TextChoices):
        DONE = "done", "Het is klaar"
        CALL_BACK = "call_back", "Wij bellen terug"
        WRITE = "write", "Wij schrijven een brief"

    said = models.TextField("wat er gezegd is", max_length=4000)
    caller = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    caller_name = models.CharField("wie het zei", max_length=120, blank=True)
    caller_phone = models.CharField("telefoon", max_length=40, blank=True)
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    result = models.CharField("hoe verder", max_length=9, choices=Result)
    promise = models.CharField("wat wij beloofden", max_length=200, blank=True)
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField("opgeschreven")
    closed_at = models.DateTimeField("klaar sinds", null=True, blank=True)
    form_key = models.UUIDField("sleutel van het formulier", unique=True)

    class Meta:
        verbose_name = "telefoonnotitie"
        constraints = [
            models.CheckConstraint(
                condition=~Q(result="done") | Q(closed_at__isnull=False),
                name="done_is_closed",
                violation_error_message="Wat klaar is, is ook afgesloten.",
            )
        ]
        indexes = [
            models.Index(fields=["result", "noted_at"], condition=Q(closed_at=None), name="call_note_open"),
            models.Index(fields=["-id"], name="call_note_newest"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number that people can quote, such as T-2026-0007."""
        return f"T-{self.noted_at.astimezone(LOCAL).year}-{self.pk:04d}"


class Attempt(models.Model):
    """That somebody was called about something on the terugbellijst, and how that went.

    What it was about is named softly: a phone note, a notice that had no mail address, a mail that came
    back.
    """

    class About(models.TextChoices):
        CALL_NOTE = "call_note", "telefoonnotitie"
        NOTICE = "notice", "bericht zonder mailadres"
        MAIL = "mail", "mail die niet aankwam"
        COPY = "copy", "rondgestuurd, zonder mailadres"

    class Outcome(models.TextChoices):
        SPOKEN = "spoken", "Gesproken"
        NOT_HOME = "not_home", "Niet thuis"
        LETTER = "letter", "Krijgt een brief"

    about = models.CharField("waarover", max_length=9, choices=About)
    subject_id = models.PositiveBigIntegerField("nummer")
    outcome = models.CharField("hoe het ging", max_length=8, choices=Outcome)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField("wanneer")

    class Meta:
        verbose_name = "belpoging"
        indexes = [models.Index(fields=["about", "subject_id", "outcome"], name="attempt_about")]
        constraints = [
            # Spoken or written to ends it; only "not at home" comes back.
            models.UniqueConstraint(
                fields=["about", "subject_id"],
                condition=~Q(outcome="not_home"),
                name="ended_once",
                violation_error_message="Dit is al gebeld.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.get_outcome_display()}"


class Circular(models.Model):
    """A text that was sent round. It leaves a while after it was sent, and can be called back until then."""

    class Reach(models.TextChoices):
        ALL = "all", "Alle besturen"
        SOME = "some", "Een paar besturen"
        THEME = "theme", "Wie een thema volgt"

    public_id = models.CharField("sleutel", max_length=32, unique=True, default=new_public_id)
    form_key = models.UUIDField("sleutel van het formulier", unique=True)
    subject = models.CharField("onderwerp", max_length=160)
    text = models.TextField("tekst", max_length=20_000)
    reach = models.CharField("aan wie", max_length=5, choices=Reach)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    sent_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField("rondgestuurd")
    release_at = models.DateTimeField("post vanaf")
    recalled_at = models.DateTimeField("teruggeroepen", null=True, blank=True)
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "rondgestuurd bericht"
        indexes = [models.Index(fields=["-id"], name="circular_newest")]

    def __str__(self) -> str:
        return self.subject

    @property
    def may_be_recalled(self) -> bool:
        """Whether none of its mail can have left yet."""
        return self.recalled_at is None and self.release_at > dates.now()


class CircularCopy(models.Model):
    """What one person gets of a circular: a mail, or a telephone call where there is no address."""

    circular = models.ForeignKey(Circular, models.CASCADE, related_name="copies")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    association = models.ForeignKey(Association, models.PROTECT, null=True, blank=True, related_name="+")
    outbox = models.ForeignKey(OutboxMessage, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "exemplaar"
        constraints = [
            models.UniqueConstraint(
                fields=["circular", "person"],
                name="one_copy",
                violation_error_message="Deze mens krijgt dit al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.circular} aan {self.person}"
