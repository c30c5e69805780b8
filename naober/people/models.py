"""The nouns that everything is about. Actions on them live in `register`."""

from datetime import date
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower


def new_key() -> str:
    """A random key for the address of what is not public."""
    return uuid4().hex


class DatedQuerySet(models.QuerySet):
    """Rows that hold from a day until a day; `until_on` is the first day that they no longer hold."""

    def on(self, day: date) -> "DatedQuerySet":
        return self.filter(Q(until_on=None) | Q(until_on__gt=day), from_on__lte=day)


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
        name=name,
        violation_error_message="De laatste dag ligt voor de eerste dag.",
    )


class Umbrella(models.Model):
    """The dorpenoverleg itself. One database is one umbrella (ADR 1), so this table has one row."""

    name = models.CharField("naam", max_length=80)
    region = models.CharField("gebied", max_length=80)
    contact_name = models.CharField("wie men belt", max_length=80)
    contact_role = models.CharField("wat die doet", max_length=80)
    contact_phone = models.CharField("telefoon", max_length=20)
    contact_hours = models.CharField("wanneer", max_length=80)
    contact_mail = models.EmailField("mailadres")
    check_month = models.PositiveSmallIntegerField("klopt dit nog, in maand", null=True, blank=True)

    class Meta:
        verbose_name = "dorpenoverleg"
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1), name="one_umbrella", violation_error_message="Er is al een dorpenoverleg."
            ),
            models.CheckConstraint(
                condition=Q(check_month=None) | Q(check_month__range=(1, 12)),
                name="check_in_a_month",
                violation_error_message="Kies een maand.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.region}"


class Municipality(models.Model):
    name = models.CharField("naam", max_length=80, unique=True)
    # Rings of [latitude, longitude], the largest first, as fine as a map needs; empty while nobody gave one.
    outline = models.JSONField("grens", default=list, blank=True)
    outline_source = models.CharField("bron van de grens", max_length=80, blank=True)

    class Meta:
        verbose_name = "gemeente"

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A body of the municipality that meets: council, committee or executive."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "raad"
        COMMITTEE = "committee", "commissie"
        EXECUTIVE = "executive", "college van B en W"

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="bodies")
    kind = models.CharField("soort", max_length=10, choices=Kind)
    name = models.CharField("naam", max_length=80)

    class Meta:
        verbose_name = "orgaan van de gemeente"
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"],
                name="unique_body",
                violation_error_message="Dit orgaan staat er al.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Village(models.Model):
    """A place with its own name: village or hamlet. Hamlets are places like any other (S93)."""

    class Kind(models.TextChoices):
        VILLAGE = "village", "dorp"
        HAMLET = "hamlet", "buurtschap"

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="villages")
    name = models.CharField("naam", max_length=80)
    slug = models.SlugField("adres", max_length=80, unique=True)
    kind = models.CharField("soort", max_length=10, choices=Kind)
    latitude = models.FloatField("breedte", null=True, blank=True)
    longitude = models.FloatField("lengte", null=True, blank=True)
    residents = models.PositiveIntegerField("inwoners", null=True, blank=True)
    residents_year = models.PositiveSmallIntegerField("inwoners in", null=True, blank=True)
    residents_source = models.CharField("bron van de inwoners", max_length=80, blank=True)
    about = models.TextField("over het dorp", blank=True)
    risky = models.BooleanField("naam kan ook iets anders zijn", default=False)
    invented = models.BooleanField("verzonnen", default=False)

    class Meta:
        verbose_name = "dorp"
        indexes = [models.Index(fields=["name"], name="village_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"],
                name="unique_village",
                violation_error_message="Dit dorp staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(residents=None) | Q(residents_year__isnull=False) & ~Q(residents_source=""),
                name="residents_with_year_and_source",
                violation_error_message="Noem bij het aantal inwoners het jaar en de bron.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PlaceName(models.Model):
    """A word by which people mean a village: another spelling, an adjective, a landmark, a road."""

    class Kind(models.TextChoices):
        OTHER = "other", "andere naam"
        ADJECTIVE = "adjective", "bijvoeglijk"
        LANDMARK = "landmark", "herkenningspunt"
        ROAD = "road", "weg"
        CLUB = "club", "club of dorpshuis"

    village = models.ForeignKey(Village, models.CASCADE, related_name="place_names")
    kind = models.CharField("soort", max_length=10, choices=Kind)
    text = models.CharField("naam", max_length=80)

    class Meta:
        verbose_name = "naam van een plek"
        constraints = [
            models.UniqueConstraint(
                fields=["village", "text"],
                name="unique_place_name",
                violation_error_message="Deze naam staat er al bij dit dorp.",
            )
        ]

    def __str__(self) -> str:
        return self.text


class Association(models.Model):
    """An association of one or more villages. Only members answer for their villages."""

    class Kind(models.TextChoices):
        MEMBER = "member", "lid"
        GUEST = "guest", "gast"
        PARTNER = "partner", "partner"

    class LegalForm(models.TextChoices):
        ASSOCIATION = "association", "vereniging"
        NEIGHBOURHOOD = "neighbourhood", "buurtvereniging"
        FOUNDATION = "foundation", "stichting"
        INFORMAL = "informal", "zonder rechtsvorm"

    kind = models.CharField("soort", max_length=10, choices=Kind, default=Kind.MEMBER)
    legal_form = models.CharField("rechtsvorm", max_length=13, choices=LegalForm, blank=True)
    name = models.CharField("naam", max_length=120, unique=True)
    short_name = models.CharField("korte naam", max_length=60)
    version = models.PositiveIntegerField("uitgave", default=1)

    class Meta:
        verbose_name = "vereniging"

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """Which places an association speaks for, and since when: it changes, so it has days."""

    association = models.ForeignKey(Association, models.PROTECT, related_name="memberships")
    village = models.ForeignKey(Village, models.PROTECT, related_name="memberships")
    from_on = models.DateField("vanaf")
    until_on = models.DateField("tot", null=True, blank=True)
    agreed_on = models.DateField("groot dorp, besloten op", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "werkgebied"
        constraints = [
            models.UniqueConstraint(
                fields=["village"],
                condition=Q(until_on=None),
                name="one_association_per_village",
                violation_error_message="Voor dit dorp spreekt al een andere vereniging.",
            ),
            ends_after_it_begins("membership_days"),
        ]

    def __str__(self) -> str:
        return f"{self.association} voor {self.village}"


class Person(models.Model):
    """A human being, with a way back to them: mail, telephone, letter, or through somebody."""

    class WayBack(models.TextChoices):
        MAIL = "mail", "per mail"
        PHONE = "phone", "per telefoon"
        LETTER = "letter", "per brief"
        THROUGH = "through", "via iemand anders"

    public_id = models.CharField("sleutel", max_length=32, unique=True, default=new_key)
    name = models.CharField("naam", max_length=300)
    call_name = models.CharField("roepnaam", max_length=60)
    phone = models.CharField("telefoon", max_length=20, blank=True)
    way_back = models.CharField("hoe bereiken wij u", max_length=8, choices=WayBack, default=WayBack.MAIL)
    through = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="passes_on_to")
    street = models.CharField("straat en huisnummer", max_length=120, blank=True)
    postal_code = models.CharField("postcode", max_length=10, blank=True)
    town = models.CharField("woonplaats", max_length=80, blank=True)
    phone_shared = models.BooleanField("telefoon voor andere besturen", default=True)
    erased_at = models.DateTimeField("vergeten op", null=True, blank=True)
    version = models.PositiveIntegerField("uitgave", default=1)

    class Meta:
        verbose_name = "mens"
        constraints = [
            models.CheckConstraint(
                condition=~Q(way_back="phone") | ~Q(phone=""),
                name="phone_when_way_back",
                violation_error_message="Vul een telefoonnummer in, of kies een andere manier.",
            ),
            models.CheckConstraint(
                condition=~Q(way_back="letter") | (~Q(street="") & ~Q(postal_code="") & ~Q(town="")),
                name="post_when_way_back",
                violation_error_message="Vul straat, postcode en woonplaats in, of kies een andere manier.",
            ),
            models.CheckConstraint(
                condition=Q(through=None) | ~Q(through=F("id")),
                name="through_somebody_else",
                violation_error_message="Kies iemand anders.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A function that a person holds for a time, for an association, for a body, or for the
    umbrella itself when neither is named."""

    class Role(models.TextChoices):
        CHAIR = "chair", "voorzitter"
        SECRETARY = "secretary", "secretaris"
        TREASURER = "treasurer", "penningmeester"
        BOARD_MEMBER = "board_member", "bestuurslid"
        CONTACT = "contact", "contactpersoon"
        RURAL_OFFICER = "rural_officer", "medewerker voor de dorpen"
        VILLAGE_COORDINATOR = "village_coordinator", "dorpencoördinator"
        ALDERMAN = "alderman", "wethouder"

    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    association = models.ForeignKey(Association, models.PROTECT, null=True, blank=True, related_name="seats")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="seats")
    role = models.CharField("functie", max_length=20, choices=Role)
    shown_public = models.BooleanField("mag op de dorpspagina", default=False)
    from_on = models.DateField("vanaf")
    term_ends_on = models.DateField("aftredend op", null=True, blank=True)
    until_on = models.DateField("tot", null=True, blank=True)

    village_ids: frozenset[int]
    """What its association speaks for; filled by `queries.present_seats`."""

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "functie"
        constraints = [
            models.CheckConstraint(
                condition=Q(association=None) | Q(body=None),
                name="seat_of_one_board",
                violation_error_message="Een functie is van een vereniging of van de gemeente.",
            ),
            models.CheckConstraint(
                condition=Q(term_ends_on=None) | Q(term_ends_on__gte=F("from_on")),
                name="term_ends_after_it_begins",
                violation_error_message="De termijn loopt af voor de eerste dag.",
            ),
            ends_after_it_begins("seat_days"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} van {self.association or self.body or 'het dorpenoverleg'}"


class MailAddress(models.Model):
    """An address by which somebody is reached: a person's own, that of a function, or a shared one."""

    class Kind(models.TextChoices):
        PERSONAL = "personal", "eigen adres"
        ROLE = "role", "adres van de functie"
        SHARED = "shared", "gedeeld adres"

    kind = models.CharField("soort", max_length=8, choices=Kind)
    address = models.EmailField("mailadres", db_index=True)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="addresses")
    seat = models.ForeignKey(Seat, models.CASCADE, null=True, blank=True, related_name="addresses")
    association = models.ForeignKey(
        Association, models.CASCADE, null=True, blank=True, related_name="addresses"
    )
    verified_at = models.DateTimeField("nagekeken", null=True, blank=True)

    class Meta:
        verbose_name = "mailadres"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(kind="personal", person__isnull=False, seat=None, association=None)
                    | Q(kind="role", person=None, seat__isnull=False, association=None)
                    | Q(kind="shared", person=None, seat=None, association__isnull=False)
                ),
                name="address_of_one_holder",
                violation_error_message="Een mailadres is van een mens, een functie of een vereniging.",
            ),
            models.CheckConstraint(
                condition=Q(address=Lower("address")),
                name="address_in_lower_case",
                violation_error_message="Schrijf een mailadres met kleine letters.",
            ),
        ]

    def __str__(self) -> str:
        return self.address


class Account(AbstractBaseUser):
    """A sign-in: one address that can receive a code. Who sits behind it is asked apart, since a
    couple or a whole board may share one address."""

    address = models.EmailField("mailadres", unique=True)
    is_active = models.BooleanField("mag aanmelden", default=True)
    last_login = None  # when somebody was here is nobody's business, and would be a write on sign-in

    USERNAME_FIELD = "address"
    EMAIL_FIELD = "address"

    objects: BaseUserManager = BaseUserManager()

    class Meta:
        verbose_name = "aanmelding"

    def __str__(self) -> str:
        return self.address
