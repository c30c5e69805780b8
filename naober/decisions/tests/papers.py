"""Papers as the reader gives them, made by hand, and taken in."""

from datetime import date, datetime

from naober.decisions.models import Concern, Item
from naober.decisions.reading import ReadDocument, ReadHeader, ReadItem, Reason
from naober.decisions.taking_in import take_in_document
from naober.journal.models import Notice
from naober.kit.dates import LOCAL
from naober.people.actor import Actor

BODY = "Commissie Ruimte en Groen"
ON = date(2026, 11, 26)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=LOCAL)
QUOTE = "de weg door {}"


def point(number="4", *villages, title="Snelheid in de kom", about_all=False, **fields):
    text = f"{title}: " + ", ".join(QUOTE.format(village) for village in villages)
    fields.setdefault("reasons", tuple(Reason(v, QUOTE.format(v), "naam") for v in villages))
    return ReadItem(
        number=number, title=title, text=text, start=0, end=len(text), villages=villages, clean_text=text,
        all_villages=about_all, all_villages_quote="in alle dorpen" if about_all else "", **fields,
    )  # fmt: skip


def take_in(house, *points, on=ON, starts_at=None, phase="agenda", body=BODY):
    header = ReadHeader(None, None, None, None, None, phase)
    return take_in_document(
        by=Actor.machine("intake"),
        body=house.bodies[body],
        on=on,
        starts_at=starts_at,
        read=ReadDocument(header, points, ()),
    )


def item(number="4"):
    return Item.objects.select_related("sitting__body").get(number=number)


def states(number="4"):
    found = Concern.objects.filter(item__number=number).order_by("village__name")
    return dict(found.values_list("village__name", "state"))


def told(entry):
    return sorted(entry.lines.values_list("village__name", flat=True))


def owed(entry):
    return sorted(Notice.objects.filter(entry=entry).values_list("person__call_name", flat=True))
