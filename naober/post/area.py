from datetime import timedelta

from naober.kit.area import Area, Check, Clock, Job
from naober.kit.retention import ACTED, MAIL, RAW_INTAKE, SECRET, TECHNICAL
from naober.post import expiry, queue, sending, verify, watch
from naober.post.incoming import drop, imap

_LEASED = "due_at attempts lease_until lease_by last_error"
_QUEUED = f"state {_LEASED}"

AREA = Area(
    name="post",
    title="Post",
    jobs=(
        Job("heartbeat", timedelta(minutes=1), watch.beat),
        Job("reap", timedelta(minutes=1), queue.reap_all),
        Job("take_in_dropped", timedelta(seconds=10), drop.look, "De map met mails lezen"),
        Job("poll_mailbox", timedelta(minutes=1), imap.poll, "De postbus lezen"),
        Job("look_for_server", timedelta(minutes=5), sending.look_for_server, "De mailserver zoeken"),
        Job("verify", timedelta(days=1), verify.verify_nightly, "Nakijken of alles er is"),
        Job("erase_expired", timedelta(days=1), expiry.erase_expired, "Oude post wissen"),
    ),
    tasks=watch.tasks,
    checks=(
        Check("niets kwijt", verify.lost),
        Check("niets dubbel", verify.twice),
        Check("verwijzingen van ontvangsten", verify.links),
    ),
    clocks=(
        Clock(
            RAW_INTAKE,
            "bestanden en mails zoals ze binnenkwamen",
            lambda now: expiry.old_raw_intake(now).count(),
            expiry.erase_raw_intake,
        ),
        Clock(MAIL, "verstuurde mails", lambda now: expiry.old_mail(now).count(), expiry.erase_sent_mail),
        Clock(
            SECRET,
            "mails met een code die niet meer werkt",
            lambda now: expiry.old_secrets(now).count(),
            expiry.erase_secrets,
        ),
    ),
    retention={
        "StoredFile": {TECHNICAL: "id kind sha256 size stored_at erased_at"},
        "Receipt": {
            TECHNICAL: "id source key received_at state kind dmarc text_hash copy_of area subject_id "
            f"{_LEASED}",
            RAW_INTAKE: "file note sender message_id answers_to",
        },
        "OutboxMessage": {
            TECHNICAL: "id public_id area subject_id secret expires_at created_at sent_at can_wait automatic "
            f"list_name unclear bounced bounced_at {_QUEUED}",
            MAIL: "to reply_to subject text html answers reply_token unsubscribe_url",
        },
        "AddressState": {
            TECHNICAL: "id soft hard last_bounced_at stopped_at lifted_at",
            MAIL: "address",
        },
        "AutomaticAnswer": {TECHNICAL: "id kind on", MAIL: "sender"},
        "ReplyToken": {
            TECHNICAL: "id area subject_id created_at expires_at ended_at",
            SECRET: "salt hashed",
            ACTED: "person seat",
        },
        "Verification": {TECHNICAL: "id checked_at holes said"},
        "JobRun": {TECHNICAL: f"id name done_at {_QUEUED}"},
    },
)
