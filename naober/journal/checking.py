"""What `naober verify` asks of the journal: lines in step with their entries, links to what is there, and
nobody forgotten who should be told."""

from collections.abc import Iterator
from datetime import timedelta

from naober.journal import projection, queries
from naober.journal.models import Entry
from naober.kit import dates
from naober.kit.area import areas
from naober.post.verify import missing

# News leaves within the hour or at the weekly moment; what waits longer than that after its moment is stuck.
STUCK = timedelta(days=1)


def lines() -> Iterator[str]:
    """Lines that are no longer what their entries say."""
    if stale := projection.stale_lines().count():
        yield f"{stale} regels horen bij iets dat teruggenomen is."
    if wrong := projection.wrong_lines().count():
        yield f"{wrong} regels zijn anders dan wat er gebeurde."


def links() -> Iterator[str]:
    """Entries that name something that is not there."""
    known = {area.name: area.subjects for area in areas()}
    for name in Entry.objects.values_list("area", flat=True).distinct().order_by("area"):
        area, _, part = name.partition(":")
        if area not in known:
            yield f"Een regel hoort bij {name}, en dat is er niet."
        elif part in known[area]:
            yield from missing(Entry.objects.filter(area=name), "Regel", known[area][part])


def untold() -> Iterator[str]:
    """People who should have been told and were not."""
    forgotten = len(queries.people_to_mail(dates.now() - STUCK))
    if forgotten:
        yield f"Voor {forgotten} mensen wacht er nieuws dat al een dag weg had moeten zijn."
