from naober.kit.area import Area, EntryKind

AREA = Area(
    name="register",
    title="Wie is wie",
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
    ),
    machines={
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
            )
        )
    },
)
