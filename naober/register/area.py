from datetime import timedelta

from naober.kit.area import Area, Check, EntryKind, Job, Panel
from naober.kit.retention import ACTED, FACT, MEMBER, OWN_CHOICE, RAW_INTAKE, SECRET, SIGN_IN, TECHNICAL
from naober.register.book import waiting
from naober.register.checks import clock as yearly
from naober.register.privacy import asking, clocks
from naober.register.sheets import clocks as lists
from naober.register.standing_in import clock

AREA = Area(
    name="register",
    title="Wie is wie",
    tasks=lambda actor: (
        *waiting.tasks(actor),
        *clock.tasks(actor),
        *yearly.tasks(actor),
        *asking.tasks(actor),
    ),
    jobs=(
        Job("ask_if_right", timedelta(hours=6), yearly.ask_in_time, "Vragen of alles nog klopt"),
        Job("let_go", timedelta(days=1), clocks.run_own, "Weghalen wat lang genoeg bewaard is"),
        Job("forget_lists", timedelta(days=1), lists.forget_old_lists, "Oude lijsten vergeten"),
    ),
    clocks=(*clocks.CLOCKS, *lists.CLOCKS),
    hold_mail=clock.hold_mail,
    checks=(Check("de klok van elke rij", clock.standing_still),),
    panels=(Panel("village", "register/book/_terms.html", waiting.own_terms, order=30),),
    entry_kinds=(
        EntryKind("umbrella_founded", "dorpenoverleg doet mee"),
        EntryKind("municipality_added", "gemeente in het register"),
        EntryKind("village_added", "dorp in het register"),
        EntryKind("place_name_added", "naam bij een dorp"),
        EntryKind("place_name_removed", "naam weg bij een dorp"),
        EntryKind("association_added", "vereniging in het register"),
        EntryKind("membership_began", "spreekt voor een dorp"),
        EntryKind("membership_ended", "spreekt niet meer voor een dorp"),
        EntryKind("person_added", "iemand in het register"),
        EntryKind("seat_began", "nieuwe functie"),
        EntryKind("seat_ended", "functie gestopt"),
        EntryKind("address_added", "mailadres in het register"),
        EntryKind("theme_added", "thema klaar"),
        EntryKind("person_erased", "iemand vergeten"),
        EntryKind("consent_given", "toestemming gegeven"),
        EntryKind("consent_withdrawn", "toestemming ingetrokken"),
        EntryKind("forget_asked", "vraag om vergeten te worden"),
        EntryKind("person_changed", "gegevens bijgewerkt"),
        EntryKind("association_changed", "vereniging bijgewerkt"),
        EntryKind("seat_handed_over", "functie overgedragen"),
        EntryKind("seat_changed", "termijn bijgewerkt"),
        EntryKind("address_removed", "mailadres uit het register"),
        EntryKind("large_place_agreed", "groot dorp doet mee"),
        EntryKind("places_taken_in", "plaatsen ingelezen"),
        EntryKind("residents_counted", "inwoners geteld"),
        EntryKind("village_date_added", "in de agenda"),
        EntryKind("village_date_removed", "gaat niet door"),
        EntryKind("village_text_written", "tekst over het dorp"),
        EntryKind("village_photo_set", "foto van het dorp"),
        EntryKind("village_photo_gone", "foto weg"),
        EntryKind("village_quiet", "alles rustig"),
        EntryKind("village_quiet_taken_back", "toch niet rustig"),
        EntryKind("absence_began", "even niet"),
        EntryKind("absence_ended", "weer terug"),
        EntryKind("next_person_asked", "een ander gevraagd"),
        EntryKind("list_saved", "lijst ingelezen"),
        EntryKind("list_undone", "lijst teruggedraaid"),
        EntryKind("list_exported", "register meegenomen"),
        EntryKind("check_asked", "klopt dit nog"),
        EntryKind("check_right", "klopt nog"),
        EntryKind("check_changed", "verandering doorgegeven"),
        EntryKind("check_handled", "verandering verwerkt"),
        EntryKind("check_month_chosen", "maand van klopt dit nog"),
    ),
    retention={
        "Consent": {
            TECHNICAL: "id",
            MEMBER: "person what given_at channel withdrawn_at withdrawn_channel",
            ACTED: "entered_by withdrawn_by",
        },
        "BrowserSession": {
            SECRET: "session_key session_data",
            SIGN_IN: "account person device own_device since_on",
            TECHNICAL: "expire_date",
        },
        "VillageDate": {TECHNICAL: "id", FACT: "village on at title where public"},
        "VillagePhoto": {
            TECHNICAL: "id public_id file width height",
            FACT: "village alt people_agreed shown at",
            ACTED: "by",
        },
        "VillageText": {TECHNICAL: "id", FACT: "village number text at", ACTED: "by"},
        "Absence": {TECHNICAL: "id", OWN_CHOICE: "person from_on back_on deputy"},
        "Asked": {TECHNICAL: "id queue key asked_at", ACTED: "person"},
        "Sheet": {
            TECHNICAL: "id public_id receipt state columns choices made_at saved_at undone_at",
            ACTED: "made_by",
        },
        "DataCheck": {
            TECHNICAL: "id token asked_at reminded_at handled_at",
            MEMBER: "person answered_at answer remark",
        },
        "SheetChange": {TECHNICAL: "id sheet kind", RAW_INTAKE: "person seat address field before after"},
    },
    machines={
        "operator": ("register.erase_person",),
        "retention": ("register.erase_person",),
        "clock": ("register.ask_to_look",),
        "yearly": ("register.ask_people", "register.remind_people"),
        "setup": tuple(
            f"register.{name}"
            for name in (
                "found_umbrella",
                "add_municipality",
                "add_village",
                "add_place_name",
                "add_association",
                "add_membership",
                "add_person",
                "add_seat",
                "add_address",
                "add_theme",
                "take_in_places",
            )
        ),
    },
)
