"""One question to one person: is what we keep of you still right?"""

from django.db import models
from django.db.models import Q

from naober.people.models import Person
from naober.post.models import ReplyToken


class DataCheck(models.Model):
    """Asked once a year. `token` opens the page from the mail without signing in, for this one question
    alone; who has no mail has none, and is called."""

    class Answer(models.TextChoices):
        RIGHT = "right", "klopt"
        CHANGED = "changed", "er is iets veranderd"

    person = models.ForeignKey(Person, models.CASCADE, related_name="checks")
    token = models.OneToOneField(ReplyToken, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd")
    reminded_at = models.DateTimeField("herinnerd", null=True, blank=True)
    answered_at = models.DateTimeField("geantwoord", null=True, blank=True)
    answer = models.CharField("antwoord", max_length=8, choices=Answer, blank=True)
    remark = models.TextField("wat er veranderde", blank=True)
    handled_at = models.DateTimeField("verwerkt", null=True, blank=True)

    class Meta:
        verbose_name = "vraag of het nog klopt"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="answer_with_moment",
                violation_error_message="Kies of het klopt.",
            )
        ]

    def __str__(self) -> str:
        return f"vraag {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None
