from datetime import timedelta

from django.urls import reverse

from naober.contact import expiry, panels
from naober.kit.area import Area, EntryKind, Job
from naober.kit.retention import ACTED, CONTACT, FACT, JOURNAL, MEMBER, TECHNICAL


def subject_url(note_id: int) -> str:
    return reverse("call_note", kwargs={"note_id": note_id})


AREA = Area(
    name="contact",
    title="Contact",
    entry_kinds=(
        EntryKind("call_noted", "telefoon"),
        EntryKind("call_closed", "telefoon"),
        EntryKind("called_back", "teruggebeld"),
        EntryKind("circular_sent", "rondgestuurd"),
        EntryKind("circular_recalled", "niet rondgestuurd"),
    ),
    subject_url=subject_url,
    tasks=panels.tasks,
    jobs=(Job("forget_calls", timedelta(days=1), expiry.run_own, "Vergeten wat lang geleden gezegd is"),),
    clocks=expiry.CLOCKS,
    retention={
        "CallNote": {
            TECHNICAL: "id form_key",
            FACT: "village result noted_at closed_at",
            CONTACT: "said caller caller_name caller_phone promise",
            ACTED: "noted_by",
        },
        "Circular": {
            TECHNICAL: "id public_id form_key entry",
            JOURNAL: "subject text reach theme sent_at release_at recalled_at",
            ACTED: "sent_by",
        },
        "CircularCopy": {TECHNICAL: "id circular outbox", JOURNAL: "association", MEMBER: "person"},
        "Attempt": {TECHNICAL: "id subject_id", JOURNAL: "about outcome at", ACTED: "by"},
    },
)
