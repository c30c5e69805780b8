from datetime import timedelta

from naober.journal import checking, digest
from naober.kit.area import Area, Check, Job
from naober.kit.retention import ACTED, FACT, JOURNAL, OWN_CHOICE, TECHNICAL

AREA = Area(
    name="journal",
    title="Wat er gebeurde",
    jobs=(Job("digest", timedelta(seconds=10), digest.send_due),),
    checks=(
        Check("regels van dorpen", checking.lines),
        Check("verwijzingen van regels", checking.links),
        Check("nieuws aan mensen", checking.untold),
    ),
    retention={
        "Theme": {TECHNICAL: "id", FACT: "code name"},
        "Thread": {TECHNICAL: "id"},
        "Entry": {
            TECHNICAL: "id recorded_at release_at area subject_id channel",
            JOURNAL: "happened_at kind line theme thread audience behalf_of withdraws",
            ACTED: "person seat",
        },
        "Line": {TECHNICAL: "id", JOURNAL: "entry village audience shown_at reason"},
        "Reader": {TECHNICAL: "id", ACTED: "entry person"},
        "Follow": {TECHNICAL: "id", OWN_CHOICE: "person village theme thread"},
        "Notice": {
            TECHNICAL: "id due_at outbox dropped_reason",
            OWN_CHOICE: "person entry reason asks",
        },
    },
)
