from datetime import timedelta

from django.urls import reverse

from naober.decisions import deadlines, panels, queries, unchecked
from naober.kit.area import Area, EntryKind, Job, Panel
from naober.kit.retention import ACTED, FACT, TECHNICAL
from naober.register.standing_in import clock


def subject_url(item_id: int) -> str:
    return reverse("item", kwargs={"item_id": item_id})


def sitting_url(sitting_id: int) -> str:
    return reverse("sitting_by_number", kwargs={"sitting_id": sitting_id})


AREA = Area(
    name="decisions",
    title="Besluiten",
    entry_kinds=(
        EntryKind("document_taken_in", "stuk gelezen"),
        EntryKind("item_confirmed", "bij de gemeente"),
        EntryKind("item_confirmed_everywhere", "bij de gemeente", everywhere=True),
        EntryKind("item_outcome", "besloten"),
        EntryKind("item_outcome_everywhere", "besloten", everywhere=True),
        EntryKind("item_unchecked", "nog niet nagekeken"),
        EntryKind("item_dismissed", "niet over ons"),
        EntryKind("item_called_back", "rechtgezet"),
        EntryKind("item_narrowed", "voor minder mensen"),
        EntryKind("concern_reopened", "toch nog nakijken"),
    ),
    subject_url=subject_url,
    part_urls={"sitting": sitting_url},
    subjects={"": queries.items_among, "sitting": queries.sittings_among, "receipt": queries.sittings_among},
    panels=(Panel("village", "decisions/_perhaps_about_us.html", panels.perhaps_about_us, order=10),),
    tasks=panels.tasks,
    queues=(deadlines.QUEUE,),
    village_tasks=panels.village_tasks,
    jobs=(
        clock.job_of(deadlines.QUEUE),
        Job(
            "tell_unchecked",
            timedelta(minutes=10),
            unchecked.tell_what_cannot_wait,
            title="Op tijd waarschuwen voor de gemeente",
        ),
    ),
    machines={
        "intake": ("decisions.take_in_document",),
        "setup": ("decisions.take_in_document",),
        "clock": ("decisions.tell_unchecked",),
    },
    retention={
        "Sitting": {TECHNICAL: "id", FACT: "body on sequence slug starts_at source_url"},
        "Document": {TECHNICAL: "id text_hash receipt", FACT: "sitting kind version read_at"},
        "Item": {
            TECHNICAL: "id stable_key",
            FACT: "sitting position number title everywhere everywhere_quote everywhere_entry everywhere_at "
            "outcome_told",
            ACTED: "everywhere_by",
        },
        "ItemText": {
            TECHNICAL: "id",
            FACT: "item document text proposed decision outcome votes themes speak_until",
        },
        "Commitment": {TECHNICAL: "id key", FACT: "body item text who due_on state last_seen_in"},
        "Concern": {
            TECHNICAL: "id confidence",
            FACT: "item village state quote found_by decided_at entry early_entry",
            ACTED: "decided_by",
        },
    },
)
