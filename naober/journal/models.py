"""The journal: one Entry for each thing that happened, a Line for each village it concerns, a Notice for
each person who is told (ADR 2)."""

from django.db import models
from django.db.models import F, Q

from naober.kit import dates
from naober.people.models import Association, Person, Seat, Village
from naober.post.models import OutboxMessage


class Audience(models.TextChoices):
    """Who may see an entry. Not a scale: `rules.audiences` is the only place that reads it."""

    PUBLIC = "public", "iedereen"
    MEMBERS = "members", "alle besturen"
    TABLE = "table", "besturen en gemeente"
    VILLAGE = "village", "de besturen van deze dorpen"
    BOARD = "board", "bestuur van het dorpenoverleg"
    NAMED = "named", "alleen genoemde mensen"


class Theme(models.Model):
    """A theme that people follow and that matters are sorted by."""

    code = models.SlugField("code", max_length=40, unique=True)
    name = models.CharField("naam", max_length=60)

    class Meta:
        verbose_name = "thema"

    def __str__(self) -> str:
        return self.name


class Thread(models.Model):
    """What a subject hangs its timeline on; the subject itself lives in a higher area."""

    class Meta:
        verbose_name = "draad"

    def __str__(self) -> str:
        return f"draad {self.pk}"


class Entry(models.Model):
    """One thing that happened. Never changed: a correction is a new entry that withdraws this one."""

    happened_at = models.DateTimeField("gebeurd")
    recorded_at = models.DateTimeField("opgeschreven")
    release_at = models.DateTimeField("post vanaf")
    kind = models.CharField("soort", max_length=40)
    line = models.CharField("regel", max_length=160)
    area = models.CharField("deel", max_length=20)
    subject_id = models.PositiveBigIntegerField("nummer", null=True, blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    thread = models.ForeignKey(Thread, models.PROTECT, null=True, blank=True, related_name="+")
    audience = models.CharField("voor wie", max_length=8, choices=Audience)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    behalf_of = models.ForeignKey(Association, models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField("hoe", max_length=8)
    withdraws = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="withdrawn_by"
    )

    class Meta:
        verbose_name = "wat er gebeurde"
        constraints = [
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")),
                name="happened_before_recorded",
                violation_error_message="Dit kan niet in de toekomst gebeurd zijn.",
            )
        ]
        indexes = [
            models.Index(fields=["thread", "-id"], name="entry_thread"),
            models.Index(fields=["theme", "audience", "-id"], name="entry_theme"),
            models.Index(fields=["area", "subject_id", "id"], name="entry_subject"),
            models.Index(fields=["audience", "-id"], name="entry_audience"),
            # When an association was heard from last; without its condition the planner walks what withdraws.
            models.Index(
                fields=["behalf_of", "-id"],
                condition=Q(behalf_of__isnull=False, withdraws=None),
                name="entry_heard",
            ),
        ]

    def __str__(self) -> str:
        return self.line

    @property
    def is_released(self) -> bool:
        """Whether mail about it may have left."""
        return self.release_at <= dates.now()


class Line(models.Model):
    """An entry on the page of one village, with the reason it stands there. Audience and moment are
    copies, so that a village page is one walk through one index; `naober rebuild-lines` makes them anew."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="lines")
    village = models.ForeignKey(Village, models.PROTECT, related_name="+")
    audience = models.CharField("voor wie", max_length=8, choices=Audience)
    shown_at = models.DateTimeField("getoond op")
    reason = models.CharField("reden", max_length=300, blank=True)

    class Meta:
        verbose_name = "regel bij een dorp"
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "village"],
                name="one_line_per_village",
                violation_error_message="Dit staat al bij dit dorp.",
            )
        ]
        indexes = [
            models.Index("village", F("shown_at").desc(), F("entry").desc(), "audience", name="line_village"),
            models.Index("village", "audience", F("entry").desc(), name="line_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.village}: {self.entry}"


class Reader(models.Model):
    """A person who may see an entry that only named people may see."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "genoemde lezer"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "entry"],
                name="one_reader",
                violation_error_message="Deze lezer staat er al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} leest {self.entry}"


class Follow(models.Model):
    """Somebody wants to hear about a village, a theme or a subject. Their own choice, no action."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="follows")
    village = models.ForeignKey(Village, models.CASCADE, null=True, blank=True, related_name="+")
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "houd mij op de hoogte"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(village__isnull=False, theme=None, thread=None)
                    | Q(village=None, theme__isnull=False, thread=None)
                    | Q(village=None, theme=None, thread__isnull=False)
                ),
                name="follows_one_thing",
                violation_error_message="Volg een dorp, een thema of een onderwerp.",
            ),
            *(
                models.UniqueConstraint(
                    fields=["person", what],
                    name=f"follows_{what}_once",
                    violation_error_message="U volgt dit al.",
                )
                for what in ("village", "theme", "thread")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} volgt {self.village or self.theme or self.thread}"


class Notice(models.Model):
    """A person is to be told of an entry, once, from a moment. It keeps what became of it: the mail it
    went in, or why it was dropped."""

    class Dropped(models.TextChoices):
        NO_ADDRESS = "no_address", "geen mailadres: bellen"
        NOT_ALLOWED = "not_allowed", "mag het niet meer zien"

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="notices")
    reason = models.CharField("waarom u dit krijgt", max_length=160)
    asks = models.CharField("vraagt iets", max_length=160, blank=True)
    due_at = models.DateTimeField("op zijn vroegst")
    outbox = models.ForeignKey(
        OutboxMessage, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    # NULL and not "", so that the database can prove that the partial indexes below apply.
    dropped_reason = models.CharField("niet verteld", max_length=12, choices=Dropped, null=True, blank=True)

    class Meta:
        verbose_name = "bericht aan iemand"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "entry"],
                name="told_once",
                violation_error_message="Dit is al verteld.",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at", "person"],
                condition=Q(outbox=None, dropped_reason=None),
                name="notice_open",
            ),
            models.Index(
                fields=["person", "entry"],
                condition=Q(outbox=None, dropped_reason=None),
                name="notice_open_person",
            ),
            # Not the usual index: with the open notices in it, SQLite would look for them there, and sort.
            models.Index(fields=["outbox"], condition=Q(outbox__isnull=False), name="notice_mailed"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.entry}"
