"""Durable rows are the queue (ADR 3): what came in, what must go out, what must be done again."""

from uuid import uuid4

from django.db import models

from naober.kit.dates import LOCAL
from naober.people.models import Person, Seat


class Leased(models.Model):
    """A row that waits for the worker while its state is WAITS. One worker at a time holds the lease; a
    lease that ran out, because its worker was killed, is simply taken over."""

    WAITS = "waiting"
    GIVEN_UP = "failed"

    state = models.CharField("stand", max_length=8)
    due_at = models.DateTimeField("op zijn vroegst")
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    lease_until = models.DateTimeField("bezig tot", null=True, blank=True)
    lease_by = models.CharField("bezig door", max_length=40, blank=True)
    last_error = models.CharField("laatste fout", max_length=300, blank=True)

    class Meta:
        abstract = True


class Queued(Leased):
    """A row of which nothing but waiting, done and given up is to be known."""

    class State(models.TextChoices):
        WAITING = "waiting", "wacht"
        DONE = "done", "klaar"
        FAILED = "failed", "gaf het op"

    state = models.CharField("stand", max_length=8, choices=State, default=State.WAITING)

    class Meta:
        abstract = True


class StoredFile(models.Model):
    """A file known by its checksum. Raw intake is erased after 90 days; the checksum stays."""

    class Kind(models.TextChoices):
        RAW_INTAKE = "raw_intake", "zoals het binnenkwam"
        PHOTO = "photo", "foto"

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


class Receipt(Leased):
    """Proof that something came in, written before anything is done with it. The same thing from the
    same source has the same key, so it is received once. Without `due_at` the worker leaves it alone: who
    received it, such as a form, reads it at once.

    What is known of a mail itself (sender, Message-ID, hash of its text) serves to see copies and to hang
    answers under what they answer; both are looked up, never stored twice, so order does not matter.
    """

    WAITS = "received"
    GIVEN_UP = "aside"

    class State(models.TextChoices):
        RECEIVED = "received", "ontvangen"
        READ = "read", "gelezen"
        REFUSED = "refused", "niet te lezen"
        ASIDE = "aside", "even nakijken"

    class Kind(models.TextChoices):
        NEW = "new", "nieuw"
        REPLY = "reply", "antwoord"
        AUTO = "auto", "automatisch antwoord"
        BOUNCE = "bounce", "niet aangekomen"
        BULK = "bulk", "nieuwsbrief of lijst"
        SPAM_SUSPECT = "spam_suspect", "misschien ongewenst"
        QUARANTINE = "quarantine", "niet veilig te lezen"

    class Dmarc(models.TextChoices):
        PASS = "pass", "afzender klopt"
        FAIL = "fail", "afzender klopt niet"

    source = models.CharField("waarvandaan", max_length=12)
    key = models.CharField("sleutel", max_length=120)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="receipts")
    received_at = models.DateTimeField("ontvangen")
    due_at = models.DateTimeField("op zijn vroegst", null=True, blank=True)  # type: ignore[assignment]
    state = models.CharField("stand", max_length=8, choices=State, default=State.RECEIVED)
    kind = models.CharField("soort", max_length=12, choices=Kind, blank=True)
    sender = models.CharField("afzender", max_length=254, blank=True)
    dmarc = models.CharField("controle van de afzender", max_length=4, choices=Dmarc, blank=True)
    message_id = models.CharField("nummer van de mail", max_length=64, blank=True)
    answers_to = models.CharField("antwoordt op", max_length=64, blank=True)
    text_hash = models.CharField("controlegetal van de tekst", max_length=64, blank=True)
    copy_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="copies")
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
        indexes = [
            models.Index(fields=["state", "due_at"], name="receipt_waiting"),
            models.Index(fields=["message_id"], name="receipt_message_id"),
            models.Index(fields=["text_hash"], name="receipt_text_hash"),
            models.Index(fields=["sender", "-received_at"], name="receipt_sender"),
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
    mail that arrives twice is seen as one. A secret mail (a sign-in code) is blanked once sent.

    `unclear` counts the times that nobody knows whether the server took it: the connection broke, or the
    worker was killed, before its answer. Such a mail is sent again as the same mail."""

    class Bounced(models.TextChoices):
        SOFT = "soft", "kwam nu niet aan"
        HARD = "hard", "het adres bestaat niet"

    public_id = models.CharField("sleutel", max_length=32, unique=True, default=new_public_id)
    to = models.EmailField("aan")
    reply_to = models.EmailField("antwoorden naar", blank=True)
    subject = models.CharField("onderwerp", max_length=200)
    text = models.TextField("tekst")
    html = models.TextField("opgemaakt", blank=True)
    area = models.CharField("deel", max_length=20)
    subject_id = models.PositiveBigIntegerField("nummer", null=True, blank=True)
    secret = models.BooleanField("geheim", default=False)
    expires_at = models.DateTimeField("verloopt", null=True, blank=True)
    created_at = models.DateTimeField("geschreven")
    sent_at = models.DateTimeField("verstuurd", null=True, blank=True)
    can_wait = models.BooleanField("mag wachten tot de ochtend", default=False)
    answers = models.CharField("antwoordt op", max_length=250, blank=True)
    automatic = models.BooleanField("automatisch antwoord", default=False)
    reply_token = models.ForeignKey(
        "ReplyToken", models.PROTECT, null=True, blank=True, related_name="messages"
    )
    list_name = models.CharField("naam van de lijst", max_length=60, blank=True)
    unsubscribe_url = models.URLField("afmelden", max_length=300, blank=True)
    unclear = models.PositiveSmallIntegerField("niet zeker of het aankwam", default=0)
    bounced = models.CharField("niet aangekomen", max_length=4, choices=Bounced, blank=True)
    bounced_at = models.DateTimeField("kwam terug", null=True, blank=True)

    class Meta:
        verbose_name = "mail die weggaat"
        indexes = [
            models.Index(fields=["state", "due_at"], name="outbox_waiting"),
            models.Index(fields=["-id"], name="outbox_newest"),
            models.Index(fields=["to", "bounced_at"], name="outbox_bounced"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} aan {self.to}"


class ReplyToken(models.Model):
    """What makes a mail that comes back the answer of one person to one question. Only a hash is kept; the
    token itself is made again from the key of this installation when a mail goes out (tokens.py)."""

    salt = models.CharField("zout", max_length=32, unique=True, default=new_public_id)
    hashed = models.CharField("controlegetal", max_length=64, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    area = models.CharField("deel", max_length=20)
    subject_id = models.PositiveBigIntegerField("nummer")
    created_at = models.DateTimeField("gemaakt")
    expires_at = models.DateTimeField("verloopt")
    ended_at = models.DateTimeField("geldt niet meer sinds", null=True, blank=True)

    class Meta:
        verbose_name = "antwoordsleutel"
        indexes = [models.Index(fields=["area", "subject_id"], name="reply_token_cause")]

    def __str__(self) -> str:
        return f"{self.area} {self.subject_id}"


class AddressState(models.Model):
    """What we know of an address that gave mail back. `stopped_at`: nothing is mailed there any more, so
    somebody must ring. Who hears that it works again lifts that; what came back before counts no more."""

    address = models.EmailField("mailadres", unique=True)
    soft = models.PositiveSmallIntegerField("kwam nu niet aan", default=0)
    hard = models.PositiveSmallIntegerField("bestaat niet", default=0)
    last_bounced_at = models.DateTimeField("laatst teruggekomen")
    stopped_at = models.DateTimeField("post gestopt", null=True, blank=True)
    lifted_at = models.DateTimeField("weer in orde", null=True, blank=True)

    class Meta:
        verbose_name = "adres dat post teruggaf"

    def __str__(self) -> str:
        return self.address


class AutomaticAnswer(models.Model):
    """That we answered somebody by ourselves: once per sender, kind and local day, so no loop can live."""

    sender = models.CharField("controlegetal van de afzender", max_length=64)
    kind = models.CharField("soort", max_length=30)
    on = models.DateField("dag")

    class Meta:
        verbose_name = "automatisch antwoord van ons"
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "kind", "on"],
                name="answered_once_a_day",
                violation_error_message="Deze afzender kreeg vandaag al automatisch antwoord.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class JobRun(Queued):
    """The timetable: one row for each job that areas name, with when it last went well."""

    name = models.CharField("naam", max_length=60, unique=True)
    done_at = models.DateTimeField("laatst gelukt", null=True, blank=True)

    class Meta:
        verbose_name = "vast werk"

    def __str__(self) -> str:
        return self.name


class Verification(models.Model):
    """What `naober verify` found, once a night: that nothing is lost and nothing twice, or where there is a
    hole."""

    checked_at = models.DateTimeField("nagekeken")
    holes = models.PositiveIntegerField("gaten")
    said = models.TextField("wat er ontbreekt", blank=True)

    class Meta:
        verbose_name = "controle"

    def __str__(self) -> str:
        return f"{self.checked_at:%Y-%m-%d}: {self.holes}"
