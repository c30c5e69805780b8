from naober.kit.area import Area
from naober.kit.retention import FACT, MEMBER, SIGN_IN, TECHNICAL

AREA = Area(
    name="people",
    title="Mensen en dorpen",
    retention={
        "Umbrella": {
            TECHNICAL: "id",
            FACT: "name region contact_role contact_hours contact_mail check_month",
            MEMBER: "contact_name contact_phone",
        },
        "Municipality": {TECHNICAL: "id", FACT: "name outline outline_source"},
        "Body": {TECHNICAL: "id", FACT: "municipality kind name"},
        "Village": {
            TECHNICAL: "id",
            FACT: "municipality name slug kind latitude longitude residents residents_year residents_source "
            "about risky invented",
        },
        "PlaceName": {TECHNICAL: "id", FACT: "village kind text"},
        "Association": {TECHNICAL: "id version", FACT: "kind legal_form name short_name"},
        "Membership": {TECHNICAL: "id", FACT: "association village from_on until_on agreed_on"},
        "Person": {
            TECHNICAL: "id public_id version erased_at",
            MEMBER: "name call_name phone phone_shared way_back through street postal_code town",
        },
        "Seat": {
            TECHNICAL: "id",
            FACT: "association body role from_on term_ends_on until_on",
            MEMBER: "person shown_public",
        },
        "MailAddress": {
            TECHNICAL: "id",
            MEMBER: "kind address person seat association verified_at",
        },
        "Account": {TECHNICAL: "id", SIGN_IN: "address is_active password"},
    },
)
