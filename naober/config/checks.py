"""What must hold before the product may start; Django runs these checks, `make check` does too."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.db.models import Model

from naober.kit.area import Area, areas

DEVELOPMENT_KEY = "only-for-development-and-the-demo"


def register_checks() -> None:
    """Let Django run our checks with its own."""
    register(every_field_has_a_retention_class)
    register(the_key_is_our_own)
    register(guesses_are_counted_by_who_guesses)


def every_field_has_a_retention_class(**_: Any) -> list[CheckMessage]:
    """Each field of each model is classed exactly once in the `area.py` of its area."""
    return [
        Error(complaint, hint=f"naober/{area.name}/area.py, retention", id="naober.E001")
        for area in areas()
        for complaint in _retention_complaints(area)
    ]


def _retention_complaints(area: Area) -> Iterator[str]:
    models: dict[str, type[Model]] = {m.__name__: m for m in apps.get_app_config(area.name).get_models()}
    for name in area.retention.keys() - models.keys():
        yield f"{area.name}: {name} is classed and is no model"
    for name, model in models.items():
        classed = Counter(" ".join(area.retention.get(name, {}).values()).split())
        fields = {field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)}
        for field in sorted(fields - classed.keys()):
            yield f"{area.name}: {name}.{field} has no retention class"
        for field in sorted(classed.keys() - fields):
            yield f"{area.name}: {name}.{field} is classed and is no field"
        for field in sorted(field for field, times in classed.items() if times > 1):
            yield f"{area.name}: {name}.{field} has two retention classes"


def the_key_is_our_own(**_: Any) -> list[CheckMessage]:
    """A site on the internet may not sign its sessions with the key that everybody can read here."""
    public = settings.NAOBER_SITE_URL.startswith("https:")
    if public and settings.SECRET_KEY == DEVELOPMENT_KEY:
        return [Error("This site is public and NAOBER_SECRET_KEY is not set.", id="naober.E002")]
    return []


def guesses_are_counted_by_who_guesses(**_: Any) -> list[CheckMessage]:
    """Behind a web server of somebody else's making, every visitor seems to be that server: one who guesses
    codes then keeps everybody out."""
    public = settings.NAOBER_SITE_URL.startswith("https:")
    if public and settings.NAOBER_PROXIES == 0:
        return [
            Warning(
                "This site is public and NAOBER_PROXIES is not set: tries to sign in are counted for all "
                "visitors together.",
                hint="Set NAOBER_PROXIES=1 when one web server stands in front and sets X-Forwarded-For.",
                id="naober.W001",
            )
        ]
    return []
