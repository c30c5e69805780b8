"""Foreign keys point down: a key written as a string is no import, so no linter sees it."""

from guards import house


def complaints() -> list[str]:
    """A sentence per relation from a model to one of an area that is not below it."""
    house.set_up_django()
    from django.apps import apps  # noqa: PLC0415  only after the settings are loaded

    found = []
    for model in apps.get_models(include_auto_created=True):
        area = area_of(model)
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created or field.related_model is None or not area:
                continue
            target = area_of(field.related_model)
            if target and target != area and house.level(target) >= house.level(area):
                found.append(f"{model._meta.label}.{field.name} points up, to {target}")
    return found


def area_of(model: type) -> str:
    """The area whose folder a model stands in; "" for a model of somebody else's package."""
    package, _, rest = model.__module__.partition(".")
    return rest.partition(".")[0] if package == house.PACKAGE else ""
