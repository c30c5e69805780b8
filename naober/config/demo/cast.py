"""Who is who in the demo. The associations and places are real; every person is invented.

Sources of the associations: domain dossier, 1.6. The two members that are not known by name are the
invented Olderveen and Zandloo, at invented points; whoever disagrees or is silent is one of them.
"""

from dataclasses import dataclass

UMBRELLA = {
    "name": "Dorpenoverleg",
    "region": "Midden-Drenthe",
    "contact_name": "Renske Dekker",
    "contact_role": "medewerker voor de dorpen",
    "contact_phone": "0000 - 00 00 00",
    "contact_hours": "maandag tot en met donderdag",
    "contact_mail": "info@dorpenoverleg.example",
}

BODIES = (
    ("council", "Gemeenteraad"),
    ("committee", "Commissie Ruimte en Groen"),
    ("committee", "Commissie Zorg en Welzijn"),
    ("committee", "Commissie Algemeen Bestuur"),
    ("executive", "College van burgemeester en wethouders"),
)

THEMES = (
    ("verkeer", "Verkeer"),
    ("wonen", "Wonen"),
    ("energie", "Energie"),
    ("bereikbaarheid_digitaal", "Telefoon en internet"),
    ("dorpenbeleid", "Dorpenbeleid"),
    ("zorg_welzijn", "Zorg en welzijn"),
    ("jeugd", "Jeugd"),
    ("recreatie_wandelen", "Wandelen en recreatie"),
    ("voorzieningen_dorpshuizen", "Dorpshuizen"),
    ("natuur_water", "Natuur en water"),
    ("financien_bestuur", "Geld en bestuur"),
    ("veiligheid", "Veiligheid"),
    ("onderwijs", "Onderwijs"),
    ("cultuur_erfgoed", "Cultuur en erfgoed"),
    ("economie_landbouw", "Werk en landbouw"),
)

# (name, short name, places)
ASSOCIATIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Buurtschap Beilervaart", "Beilervaart", ("Beilervaart",)),
    ("Plaatselijk Belang De Broekstreek", "De Broekstreek", ("Balinge", "Garminge", "Mantinge")),
    ("Buurtschap Brunsting", "Brunsting", ("Brunsting",)),
    ("Buurtschap Bruntinge", "Bruntinge", ("Bruntinge",)),
    ("Plaatselijk Belang Drijber", "Drijber", ("Drijber",)),
    ("Dorpsbelangen Elp", "Elp-Zuidveld", ("Elp", "Zuidveld")),
    ("Buurtschap Eursinge", "Eursinge", ("Eursinge",)),
    ("Belangenvereniging Hijbel", "Hijbel", ("Hijken",)),
    ("Buurtschap Holthe-Lieving-Makkum", "Holthe-Lieving-Makkum", ("Holthe", "Lieving", "Makkum")),
    ("Vereniging Dorpsbelangen Hoogersmilde", "Hoogersmilde", ("Hoogersmilde",)),
    (
        "Vereniging voor Dorpsbelangen Hooghalen, Laaghalen en Laaghalerveen",
        "Hooghalen e.o.",
        ("Hooghalen", "Laaghalen", "Laaghalerveen"),
    ),
    ("Buurtschap Klatering", "Klatering", ("Klatering",)),
    ("Plaatselijk Belang De Vooruitgang", "De Vooruitgang", ("Nieuw-Balinge",)),
    ("Buurtvereniging Oranje", "Oranje", ("Oranje",)),
    ("Dorpsbelang Orvelte (VABO)", "VABO", ("Orvelte",)),
    ("Buurtschap Smalhorst", "Smalhorst", ("Smalhorst",)),
    ("Dorpsbelangen Spier", "Spier", ("Spier",)),
    ("Dorpsbelangen Wijster", "Wijster", ("Wijster",)),
    ("Dorpsbelang Witteveen", "Witteveen", ("Witteveen",)),
    ("Dorpsbelangen Zwiggelte", "Zwiggelte", ("Zwiggelte",)),
    ("Dorpsbelangen Olderveen", "Olderveen", ("Olderveen",)),
    ("Dorpsbelangen Zandloo", "Zandloo", ("Zandloo",)),
)

# (name, latitude, longitude): inside the municipality, where no place is.
INVENTED_PLACES = (("Olderveen", 52.9105, 6.6010), ("Zandloo", 52.8020, 6.4980))


@dataclass(frozen=True)
class Player:
    """An invented person with a function. `of` is a short name of an association, a body, or "" for the
    umbrella itself."""

    key: str
    name: str
    role: str
    of: str
    mail: str
    shown: bool = False
    phone: str = ""


CAST: tuple[Player, ...] = (
    Player("geertje", "Geertje Alberts", "secretary", "", "geertje@dorpenoverleg.example"),
    Player("renske", "Renske Dekker", "rural_officer", "", "renske@dorpenoverleg.example"),
    Player("harm", "Harm Wolters", "chair", "", "harm@dorpenoverleg.example"),
    Player("bert", "Bert Oosting", "secretary", "Hijbel", "secretaris@hijken.example", shown=True),
    Player("geesje", "Geesje Hoving", "chair", "Hijbel", "geesje@hijken.example"),
    Player("carla", "Carla Venema", "secretary", "Hooghalen e.o.", "carla@hooghalen.example", shown=True),
    Player("jan", "Jan Lubbers", "chair", "Hooghalen e.o.", "jan@hooghalen.example"),
    Player("wietske", "Wietske Kamps", "secretary", "Elp-Zuidveld", "wietske@elp.example"),
    Player("roelie", "Roelie Tingen", "chair", "De Vooruitgang", "roelie@nieuw-balinge.example"),
    Player("albert", "Albert Prins", "secretary", "Hoogersmilde", "albert@hoogersmilde.example"),
    Player("lammie", "Lammie Snippe", "secretary", "Wijster", "lammie@wijster.example"),
    Player("dirk", "Dirk Vos", "village_coordinator", "College van burgemeester en wethouders",
           "dirk@gemeente.example"),
    Player("wethouder", "Marleen Stol", "alderman", "College van burgemeester en wethouders",
           "wethouder@gemeente.example"),
)  # fmt: skip

RESIDENT = ("inwoner", "Annemieke Bos", "Annemieke", "annemieke@hijken.example", "Hijken")

# The doors of the demo: (key of the player, name, function, what there is to see).
DOORS = (
    (
        "geertje",
        "Geertje",
        "secretaris van het dorpenoverleg",
        "Zij ziet wie er al een tijd niet gesproken is, en springt in als Renske er niet is.",
    ),
    (
        "renske",
        "Renske",
        "medewerker voor de dorpen",
        "Zij kijkt na wat de gemeente bespreekt, en zegt welk dorp het aangaat.",
    ),
    (
        "bert",
        "Bert",
        "secretaris in Hijken",
        "Hij doet het op zijn telefoon: wat vraagt iets van Hijken, en tot wanneer?",
    ),
    (
        "dirk",
        "Dirk",
        "dorpencoördinator van de gemeente",
        "Hij ziet wat de dorpen samen willen dat de gemeente ziet.",
    ),
    ("wethouder", "de wethouder", "van de gemeente", "Zij leest wat er beloofd is, en wat er van kwam."),
    (
        "inwoner",
        "een inwoner",
        "volgt Hijken",
        "Zij leest wat over haar dorp besloten is, zonder vergadertaal.",
    ),
)
VISITOR = ("een bezoeker", "zonder inloggen", "Wat iedereen ziet. Dezelfde bladzijden, zonder het werk.")

SILENT = "Zandloo"
"""Who was not heard from: one of the two that are invented."""
ABOUT_HIJKEN = (
    "Hijken ligt tussen de essen en het veld. In De Dorpshoeve is bijna elke week iets te doen.\n"
    "Nieuw in het dorp? Loop gerust eens binnen."
)
DATES_OF_HIJKEN = (
    (7, "Het dorpenoverleg komt langs", True),
    (12, "Vergadering van het bestuur", False),
    (19, "Winterfair", True),
)
"""(in how many days, what, whether everybody may see it)"""

CALLER = ("mevrouw Trijntje Kuiper", "0000 - 00 00 05")
"""Of 81, without mail: she starts the red thread."""


def mail_behind(door: str) -> str:
    """The address of whoever is behind a door; "" when there is no such door."""
    mails = {player.key: player.mail for player in CAST} | {RESIDENT[0]: RESIDENT[3]}
    return mails.get(door, "")
