"""The red thread of the demo in six stops: from a telephone call to the call back. A stop that the product
cannot show yet says so; nothing is faked."""

from dataclasses import dataclass

from django.urls import reverse

from naober.config.demo import cast
from naober.contact.models import CallNote
from naober.post.models import OutboxMessage

PHONE_PARAGRAPHS = 5


@dataclass(frozen=True)
class Stop:
    """One stop. `door` is who looks, `url` where; without an `url` it is still to come. `phone` is what
    stands on a telephone, `aloud` what is read to somebody without one."""

    number: int
    title: str
    text: str
    door: str = ""
    name: str = ""
    url: str = ""
    phone: str = ""
    aloud: str = ""

    @property
    def following(self) -> int:
        """The number of the next stop; 0 after the last."""
        return self.number + 1 if self.number < LAST else 0


LAST = 6


def stop_by_number(number: int) -> Stop | None:
    return next((stop for stop in stops() if stop.number == number), None)


def stops() -> tuple[Stop, ...]:
    """All six, with what the demo holds at this moment."""
    who, _ = cast.CALLER
    return (
        Stop(
            1,
            "Mevrouw Kuiper belt",
            "Zij is 81 en heeft geen mail. Renske schrijft op wat zij zegt, en belooft terug te bellen.",
            "renske",
            "Renske",
            _call_note_url(),
            aloud=_said(),
        ),
        Stop(
            2,
            "Het speelt ook in …",
            "Andere dorpen zeggen hetzelfde, in andere woorden. Naober legt ze naast elkaar.",
        ),
        Stop(
            3,
            "Het staat op de agenda",
            "Hijken leest waarom het over Hijken gaat, en tot wanneer het kan spreken in de commissie.",
            "bert",
            "Bert",
            reverse("village", kwargs={"slug": "hijken"}),
            phone=_newest_mail(cast.mail_behind("bert")),
        ),
        Stop(4, "De vraag aan de dorpen", "Ja, ja maar, nee, of wij bespreken het nog. Zwijgen is nooit ja."),
        Stop(5, "De brief en het antwoord", "Wat de dorpen vroegen, wat de gemeente overneemt, en wat niet."),
        Stop(
            6,
            "Zij wordt teruggebeld",
            f"Op de terugbellijst staat {who}, met wat wij beloofden. Wie geen mail heeft, hoort het ook.",
            "renske",
            "Renske",
            reverse("callback_list"),
            aloud=_promised(),
        ),
    )


def _call_note() -> CallNote | None:
    return CallNote.objects.filter(caller_name=cast.CALLER[0]).order_by("id").first()


def _call_note_url() -> str:
    note = _call_note()
    return reverse("call_note", kwargs={"note_id": note.pk}) if note else ""


def _said() -> str:
    note = _call_note()
    return note.said if note else ""


def _promised() -> str:
    note = _call_note()
    return note.promise if note else ""


def _newest_mail(address: str) -> str:
    """What a phone shows of the newest mail to an address: the subject, and from the greeting on."""
    mail = OutboxMessage.objects.filter(to=address, area="journal").order_by("-id").first()
    if mail is None:
        return ""
    lines = (line for line in mail.text.splitlines() if not line or line.strip("-"))
    paragraphs = [" ".join(part.split()) for part in "\n".join(lines).split("\n\n")]
    begin = next((n for n, part in enumerate(paragraphs) if part.startswith("Dag ")), 0)
    shown = [part for part in paragraphs[begin:] if part][:PHONE_PARAGRAPHS]
    return "\n\n".join([mail.subject, *shown])
