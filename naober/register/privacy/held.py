"""Where something of a person stands. Read from the retention classes that each area gives its fields, so
that a new table with somebody in it is found without a word here."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Field, Model, Q, QuerySet

from naober.kit.area import areas
from naober.kit.retention import Retention
from naober.people.models import Account, MailAddress, Person, Seat
from naober.post.models import OutboxMessage

ADDRESS_FIELDS = ("address", "to", "sender")


@dataclass(frozen=True)
class Classed:
    """A table of ours with the retention class of each field."""

    model: type[Model]
    classes: dict[str, Retention]

    def fields(self, *, personal: bool = True) -> list[Field]:
        """The fields of a personal class, or all."""
        return [f for f in self.model._meta.local_fields if not personal or self.classes[f.name].personal]

    def pointing_at(self, model: type[Model]) -> list[Field]:
        """The personal fields that name a row of another table."""
        return [field for field in self.fields() if field.related_model is model]


def tables() -> list[Classed]:
    """Every table of every area."""
    models = {(m._meta.app_label, m.__name__): m for m in apps.get_models()}
    return [
        Classed(
            models[area.name, name],
            {field: retention for retention, names in classes.items() for field in names.split()},
        )
        for area in areas()
        for name, classes in area.retention.items()
    ]


def own_addresses(person: Person) -> list[str]:
    """The mail addresses that are of this person and of nobody else."""
    own = set(MailAddress.objects.filter(person=person).values_list("address", flat=True))
    others = MailAddress.objects.filter(address__in=own).exclude(person=person)
    return sorted(own - set(others.values_list("address", flat=True)))


def rows_about(person: Person) -> Iterator[tuple[Classed, QuerySet]]:
    """The rows of each table that are about a person, with the table."""
    for table in tables():
        about = _about(table, person)
        if about:
            rows = table.model._default_manager.filter(about).order_by("pk")
            yield table, rows


def _about(table: Classed, person: Person) -> Q:
    if table.model is Person:
        return Q(pk=person.pk)
    if table.model is OutboxMessage:
        return mails_to(person)
    about = Q()
    for field in table.pointing_at(Person):
        about |= Q(**{field.name: person})
    for field in table.pointing_at(Seat):
        about |= Q(**{f"{field.name}__person": person})
    if about:
        return about
    addresses = own_addresses(person)
    for field in table.pointing_at(Account):
        about |= Q(**{f"{field.name}__address__in": addresses})
    for field in table.fields():
        if field.name in ADDRESS_FIELDS:
            about |= Q(**{f"{field.name}__in": addresses})
    return about


def mails_to(person: Person) -> Q:
    """The mail to a person: at an address of their own, and at that of a function while they held it."""
    found = Q(to__in=own_addresses(person)) | Q(area="journal", subject_id=person.pk)
    for seat in Seat.objects.filter(person=person).prefetch_related("addresses"):
        for address in seat.addresses.all():
            while_held = Q(to=address.address, created_at__date__gte=seat.from_on)
            if seat.until_on:
                while_held &= Q(created_at__date__lt=seat.until_on)
            found |= while_held
    return found


def counts(person: Person) -> dict[Retention, int]:
    """How many rows there are about a person, by the class of what is in them; no names."""
    found: dict[Retention, int] = {}
    for table, rows in rows_about(person):
        retention = main_class(table)
        found[retention] = found.get(retention, 0) + rows.count()
    return {retention: count for retention, count in found.items() if count}


def main_class(table: Classed) -> Retention:
    """The class that a row of a table is told under: that of its first personal field."""
    return table.classes[table.fields()[0].name]
