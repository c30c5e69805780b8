from datetime import timedelta

from naober.kit.area import Area, Job
from naober.kit.retention import MAIL, RAW_INTAKE, TECHNICAL
from naober.post import expiry

_QUEUED = "state due_at attempts lease_until lease_by last_error"

AREA = Area(
    name="post",
    title="Post",
    jobs=(Job("erase_expired", timedelta(days=1), expiry.erase_expired),),
    retention={
        "StoredFile": {TECHNICAL: "id kind sha256 size stored_at erased_at"},
        "Receipt": {
            TECHNICAL: "id source key received_at state area subject_id",
            RAW_INTAKE: "file note",
        },
        "OutboxMessage": {
            TECHNICAL: f"id public_id area subject_id secret expires_at created_at sent_at {_QUEUED}",
            MAIL: "to subject text html",
        },
        "JobRun": {TECHNICAL: f"id name done_at {_QUEUED}"},
    },
)
