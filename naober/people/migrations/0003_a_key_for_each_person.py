"""Each person that was there gets a key of their own: the new field gave all of them the same."""

from uuid import uuid4

from django.db import migrations

from naober.kit import guard


def give_keys(apps, schema_editor):
    persons = apps.get_model("people", "Person").objects
    with guard.opened("migration"):
        for pk in persons.values_list("pk", flat=True):
            persons.filter(pk=pk).update(public_id=uuid4().hex)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_register_fields")]

    operations = [migrations.RunPython(give_keys, migrations.RunPython.noop)]
