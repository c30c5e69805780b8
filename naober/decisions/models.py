"""What the municipality puts on its agendas and decides, and which villages each point concerns."""

from django.db import models
from django.db.models import Q

from naober.journal.models import Entry
from naober.people.models import Body, Person, Village
from naober.post.models import Receipt


class Sitting(models.Model):
    """A meeting of a body of the municipality on a day. The agenda before it and the decisions after
    it are documents of the same sitting (domain dossier, 3)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="sittings")
    on = models.DateField("dag")
    sequence = models.PositiveSmallIntegerField("hoeveelste die dag", default=1)
    slug = models.SlugField("adres", max_length=120, unique=True)
    starts_at = models.DateTimeField("begint om", null=True, blank=True)
    source_url = models.URLField("bij de gemeente", blank=True)

    class Meta:
        verbose_name = "zitting"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "on", "sequence"],
                name="one_sitting",
                violation_error_message="Deze vergadering staat er al.",
            )
        ]
        indexes = [models.Index(fields=["-on", "-id"], name="sitting_newest")]

    def __str__(self) -> str:
        return f"{self.body}, {self.on:%d-%m-%Y}"


class Document(models.Model):
    """One text about a sitting, as it was read: a later text is a new version, never a change."""

    class Kind(models.TextChoices):
        AGENDA = "agenda", "agenda"
        DECISIONS = "decisions", "besluitenlijst"

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="documents")
    kind = models.CharField("soort", max_length=9, choices=Kind)
    version = models.PositiveSmallIntegerField("versie")
    text_hash = models.CharField("controlegetal", max_length=64)
    receipt = models.ForeignKey(Receipt, models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField("gelezen")

    class Meta:
        verbose_name = "stuk"
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "version"],
                name="one_version",
                violation_error_message="Deze versie is er al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} van {self.sitting}"


class Decided(models.TextChoices):
    """How far a person is with a proposal of the reader."""

    PROPOSED = "proposed", "nog nakijken"
    CONFIRMED = "confirmed", "klopt"
    DISMISSED = "dismissed", "niet over ons"


class Item(models.Model):
    """A point of a sitting. It keeps its identity over the versions of the text."""

    class Everywhere(models.TextChoices):
        NO = "no", "nee"
        PROPOSED = "proposed", "nog nakijken"
        CONFIRMED = "confirmed", "klopt"
        DISMISSED = "dismissed", "niet over alle dorpen"

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="items")
    stable_key = models.CharField("sleutel", max_length=120)
    position = models.PositiveSmallIntegerField("plaats op de agenda")
    number = models.CharField("punt", max_length=20, blank=True)
    title = models.CharField("onderwerp", max_length=300)
    everywhere = models.CharField("over alle dorpen", max_length=9, choices=Everywhere, default=Everywhere.NO)
    everywhere_quote = models.CharField("waar dat staat", max_length=300, blank=True)
    everywhere_entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    everywhere_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    everywhere_at = models.DateTimeField("nagekeken op", null=True, blank=True)
    outcome_told = models.ForeignKey(
        "Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="afloop verteld"
    )

    class Meta:
        verbose_name = "punt"
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "stable_key"],
                name="one_item",
                violation_error_message="Dit punt staat er al.",
            )
        ]
        indexes = [
            models.Index(fields=["sitting"], condition=Q(everywhere="proposed"), name="everywhere_open"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Outcome(models.TextChoices):
    """What became of a point; the clerk's word stands beside ours on the page."""

    ADOPTED = "vastgesteld", "vastgesteld"
    ACCEPTED = "aangenomen", "aangenomen"
    REJECTED = "verworpen", "verworpen"
    POSTPONED = "aangehouden", "uitgesteld"
    NOTED = "ter_kennisname", "alleen ter informatie"
    OTHER = "overig", "besproken"
    NONE = "geen", "nog geen besluit"


class ItemText(models.Model):
    """What one document says about a point, without the names of speakers."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="texts")
    document = models.ForeignKey(Document, models.PROTECT, related_name="texts")
    text = models.TextField("tekst")
    proposed = models.TextField("voorgesteld besluit", blank=True)
    decision = models.TextField("besluit", blank=True)
    outcome = models.CharField("uitslag", max_length=14, choices=Outcome, default=Outcome.NONE)
    votes = models.JSONField("stemmen", null=True, blank=True)
    themes = models.JSONField("thema's", default=list, blank=True)
    speak_until = models.DateTimeField("aanmelden om te spreken tot", null=True, blank=True)

    class Meta:
        verbose_name = "tekst bij een punt"
        constraints = [
            models.UniqueConstraint(
                fields=["item", "document"],
                name="one_text_per_document",
                violation_error_message="Deze tekst staat er al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} in {self.document}"


HOW_SURE = ((0.9, "bijna zeker"), (0.7, "waarschijnlijk"), (0.0, "twijfel"))


class Concern(models.Model):
    """A point concerns a village, and why. A machine proposes, a person decides, and no later reading
    undoes what a person decided."""

    class FoundBy(models.TextChoices):
        READER = "reader", "de computer"
        PERSON = "person", "een mens"
        EVERYWHERE = "everywhere", "over alle dorpen"

    item = models.ForeignKey(Item, models.PROTECT, related_name="concerns")
    village = models.ForeignKey(Village, models.PROTECT, related_name="+")
    state = models.CharField("stand", max_length=9, choices=Decided, default=Decided.PROPOSED)
    quote = models.CharField("waar dat staat", max_length=300, blank=True)
    found_by = models.CharField("gevonden door", max_length=10, choices=FoundBy)
    confidence = models.FloatField("zekerheid", default=1.0)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField("nagekeken op", null=True, blank=True)
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    early_entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="verteld, niet nagekeken"
    )

    class Meta:
        verbose_name = "gaat over een dorp"
        constraints = [
            models.UniqueConstraint(
                fields=["item", "village"],
                name="one_concern",
                violation_error_message="Dit dorp staat er al bij.",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at=None) | ~Q(state="proposed") & ~Q(decided_at=None),
                name="decided_with_moment",
                violation_error_message="Zeg erbij wanneer dit is nagekeken.",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "state", "-confidence", "-id"], name="concern_surest"),
            models.Index(fields=["state", "item"], name="concern_state"),
        ]

    def __str__(self) -> str:
        return f"{self.item} gaat over {self.village}"

    @property
    def how_sure(self) -> str:
        """How sure the reader was, in words; of what it calls nearly sure, 97 of 100 are right."""
        return next(word for least, word in HOW_SURE if self.confidence >= least)


class Commitment(models.Model):
    """Something a member of the executive promised the council, until it is done. The same promise in a
    later paper is the same row, seen again."""

    class State(models.TextChoices):
        OPEN = "open", "beloofd"
        KEPT = "kept", "gedaan"
        DROPPED = "dropped", "vervallen"

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="commitments")
    key = models.CharField("sleutel", max_length=64)
    text = models.CharField("wat er beloofd is", max_length=500)
    who = models.CharField("wie", max_length=60, blank=True)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    state = models.CharField("stand", max_length=7, choices=State, default=State.OPEN)
    last_seen_in = models.ForeignKey(Document, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "beloofd"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "key"],
                name="one_commitment",
                violation_error_message="Dit is al beloofd.",
            )
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="commitment_due")]

    def __str__(self) -> str:
        return self.text
