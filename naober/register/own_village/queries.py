"""Reads about one village for its own board: what asks something of it, what it wrote, how it is heard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import OuterRef, QuerySet, Subquery

from naober.journal import queries as journal
from naober.journal.models import Audience, Entry, Line
from naober.kit import dates
from naober.kit.area import Task, areas
from naober.kit.words import capital, counted, day_near, moment_near
from naober.people.actor import Actor
from naober.people.models import Association, Village
from naober.register.own_village import rules
from naober.register.own_village.models import VillageDate, VillagePhoto, VillageText

SILENT_DAYS = 180
MOST_DATES = 12


@dataclass(frozen=True)
class OwnVillage:
    """What only the own board sees of its village: what it is asked, and how it was heard last."""

    tasks: tuple[Task, ...]
    heard_at: datetime | None
    quiet: Entry | None
    """That all is quiet here, while nothing was heard since."""

    @property
    def headline(self) -> str:
        """`In uw dorp: één ding, tot woensdag 25 november, 10.00 uur`."""
        if not self.tasks:
            return "In uw dorp: niets dat haast heeft"
        until = next((task.due for task in self.tasks if isinstance(task.due, datetime)), None)
        when = f", tot {moment_near(until.astimezone(dates.LOCAL), dates.today())}" if until else ""
        return f"In uw dorp: {counted(len(self.tasks), 'ding', 'dingen')}{when}"


@dataclass(frozen=True)
class SharedLine:
    """A line of a village's page, to be passed on among its neighbours."""

    village: Village
    shown: journal.ShownEntry


@dataclass(frozen=True)
class Rondvraag:
    """Three sentences to read aloud: what was, what comes, what we ask."""

    was: str
    comes: str
    asks: str


def own_village(actor: Actor, village: Village, association: Association | None) -> OwnVillage | None:
    """What a board sees first of its own village, for which `association` speaks; None for everybody else."""
    if village.pk not in actor.villages:
        return None
    quiet = _standing_quiet(village)
    heard = last_heard_at(association)
    return OwnVillage(
        tasks=tuple(tasks_of(actor, village)),
        heard_at=heard,
        quiet=quiet if quiet and heard == quiet.recorded_at else None,
    )


def tasks_of(actor: Actor, village: Village) -> list[Task]:
    """What asks something of a village, from every area; what runs out first comes first."""
    tasks = [t for area in areas() if area.village_tasks for t in area.village_tasks(actor, village)]
    return sorted(tasks, key=lambda task: (task.due is None, task.due))


def dates_of(actor: Actor, village: Village) -> list[VillageDate]:
    """The days to come in the agenda of a village, as `actor` may see them."""
    coming = VillageDate.objects.filter(village=village, on__gte=dates.today()).order_by("on")
    shown = coming if rules.may_keep_village(actor, village) else coming.filter(public=True)
    # The hours of a day are put in order here, so that the database walks its index and sorts nothing.
    return sorted(
        shown[:MOST_DATES], key=lambda one: (one.on, one.at is not None, one.at or time.min, one.pk)
    )


def date_by_id(date_id: int) -> VillageDate | None:
    return VillageDate.objects.select_related("village").filter(pk=date_id).first()


def texts_of(village: Village) -> QuerySet[VillageText]:
    """Every version of what a village says about itself, the newest first."""
    return VillageText.objects.filter(village=village).select_related("by").order_by("-number")


def newest_text(village: Village) -> VillageText | None:
    return texts_of(village).first()


def text_by_id(text_id: int) -> VillageText | None:
    return VillageText.objects.select_related("village").filter(pk=text_id).first()


def photo_of(village: Village) -> VillagePhoto | None:
    """The photo on the page of a village."""
    return VillagePhoto.objects.filter(village=village, shown=True).order_by("-id").first()


def earlier_photo_of(village: Village) -> VillagePhoto | None:
    """The photo that was there last, when there is none now."""
    if photo_of(village):
        return None
    return VillagePhoto.objects.filter(village=village).order_by("-id").first()


def photo_by_key(public_id: str) -> VillagePhoto | None:
    return VillagePhoto.objects.select_related("village", "file").filter(public_id=public_id).first()


def association_of(village: Village) -> Association | None:
    """Who speaks for a village today."""
    membership = village.memberships.on(dates.today()).select_related("association").first()
    return membership.association if membership else None


def last_heard_at(association: Association | None) -> datetime | None:
    """When an association last did or said anything here."""
    heard = _heard().filter(behalf_of=association).order_by("-id").first()
    return heard.recorded_at if association and heard else None


def not_heard_from() -> list[Association]:
    """Member associations that were not heard from in half a year, by name, each with `.heard_at`: for who
    asks whom we can help. Never an order of who is worst."""
    since = dates.now() - timedelta(days=SILENT_DAYS)
    last = _heard().filter(behalf_of=OuterRef("pk")).order_by("-id")
    members = Association.objects.filter(kind=Association.Kind.MEMBER).order_by("short_name")
    found = members.annotate(heard_at=Subquery(last.values("recorded_at")[:1]))
    return [one for one in found if one.heard_at is None or one.heard_at < since]


def _heard() -> QuerySet[Entry]:
    """What counts as hearing from somebody: all that stands. Taking something back leaves it as it was."""
    return Entry.objects.filter(withdrawn_by=None, withdraws=None)


def quiet_by_id(entry_id: int) -> Entry | None:
    found = Entry.objects.filter(pk=entry_id, kind=rules.QUIET, withdrawn_by=None)
    return found.prefetch_related("lines").first()


def shared_line(slug: str, entry_id: int) -> SharedLine | None:
    """A line of a village's page that anybody may read, to be passed on."""
    village = Village.objects.filter(slug=slug).first()
    if village is None:
        return None
    lines = Line.objects.filter(village=village, entry_id=entry_id, audience=Audience.PUBLIC)
    line = lines.select_related("entry").first()
    return SharedLine(village, journal.ShownEntry(line.entry, (village,), line.reason)) if line else None


def rondvraag(actor: Actor, village: Village) -> Rondvraag:
    """What to say about a village at a meeting: nothing that not everybody may hear."""
    coming = dates_of(Actor.visitor(), village)
    asks = tasks_of(actor, village)
    # What is asked is said at the end, and what the board put there itself is said as what comes.
    asked = tuple(task.title for task in asks)
    public = journal.of_village(Actor.visitor(), village).entries
    was = [e.title for e in public if e.entry.area != "register" and not e.title.startswith(asked)]
    return Rondvraag(
        was=f"{was[0]}." if was else f"Er was deze tijd geen nieuws over {village}.",
        comes=_sentence_of(coming[0]) if coming else "Er staat nog niets op onze agenda.",
        asks=_first_request(asks) or "Weet u iets dat beter kan? Zeg het een van ons.",
    )


def _sentence_of(village_date: VillageDate) -> str:
    today = dates.today()
    when = day_near(village_date.on, today)
    if village_date.at:
        when = moment_near(dates.local_moment(village_date.on, village_date.at), today)
    where = f", {village_date.where}" if village_date.where else ""
    return f"{capital(when)}: {village_date.title}{where}."


def _first_request(tasks: Iterable[Task]) -> str:
    first = next(iter(tasks), None)
    if first is None:
        return ""
    is_question = first.title.endswith("?")
    return (
        f"{first.title} {first.text}"
        if is_question
        else f"Wie neemt dit op zich? {first.title}. {first.text}"
    )


def _standing_quiet(village: Village) -> Entry | None:
    said = Entry.objects.filter(area="register", subject_id=village.pk, kind=rules.QUIET, withdrawn_by=None)
    return said.order_by("-id").first()
