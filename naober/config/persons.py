"""The verbs about what we keep of persons, for whoever has the server in hand."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from naober.config import serve

if TYPE_CHECKING:
    from naober.people.models import Person

NOBODY = "Er is niemand met die sleutel of dat mailadres, of meer dan één. Neem dan de sleutel."


def export_person(arguments: list[str]) -> int:
    """Write everything we hold of a person to a zip."""
    parser = argparse.ArgumentParser("naober export-person", description=export_person.__doc__)
    parser.add_argument("person", help="the key in the address of their page, or a mail address of theirs")
    parser.add_argument("--to", type=Path, default=Path("mijn-gegevens.zip"), help="the file to write")
    asked = parser.parse_args(arguments)
    person = _find(asked.person)
    if person is None:
        return 1
    from naober.register.privacy.taking_along import as_zip  # noqa: PLC0415  needs Django set up

    asked.to.write_bytes(as_zip(person))
    print(f"Klaar: {asked.to}")
    return 0


def erase_person(arguments: list[str]) -> int:
    """Forget a person, everywhere. Says what would go; with --yes it goes."""
    parser = argparse.ArgumentParser("naober erase-person", description=erase_person.__doc__)
    parser.add_argument("person", help="the key in the address of their page, or a mail address of theirs")
    parser.add_argument("--yes", action="store_true", help="really erase")
    asked = parser.parse_args(arguments)
    person = _find(asked.person)
    if person is None:
        return 1
    from naober.people.actor import Actor  # noqa: PLC0415  needs Django set up
    from naober.register.privacy import erasing, held, rules  # noqa: PLC0415  needs Django set up

    for retention, count in held.counts(person).items():
        print(f"{retention.word:<24} {count:6}  {retention.ends}")
    if not asked.yes:
        print("Er is niets gewist. Met --yes gaat het weg, voorgoed.")
        return 0
    try:
        erased = erasing.erase(by=Actor.machine(rules.OPERATOR), person=person)
    except erasing.StillNeededError:
        print("Dit is wie op elke bladzijde als eerste te bellen is. Kies eerst een ander.", file=sys.stderr)
        return 1
    print(f"Vergeten. Mails leeg: {erased.mails}. Bestanden weg: {erased.files}. Teksten: {erased.texts}.")
    if erased.published:
        print(f"Nog genoemd in openbare stukken: {erased.published}. Die veranderen wij niet.")
    return 0


def retention(arguments: list[str]) -> int:
    """Say how much has been kept long enough, by kind; with --yes it goes."""
    parser = argparse.ArgumentParser("naober retention", description=retention.__doc__)
    parser.add_argument("--yes", action="store_true", help="let it go")
    asked = parser.parse_args(arguments)
    serve.set_up()
    from naober.kit import dates  # noqa: PLC0415  needs Django set up
    from naober.register.privacy import clocks  # noqa: PLC0415  needs Django set up

    for each in (clocks.run if asked.yes else clocks.due)(dates.now()):
        print(f"{each.what:<48} {each.count:6}  {each.retention.ends}")
    print("Dit is weg." if asked.yes else "Er is niets weg. Met --yes gaat het.")
    return 0


def _find(asked: str) -> "Person | None":
    """The one person who is meant, or None with a line that says so."""
    serve.set_up()
    from naober.people.models import Person  # noqa: PLC0415  needs Django set up

    found = list(Person.objects.filter(public_id=asked, erased_at=None))
    if not found:
        found = list(Person.objects.filter(addresses__address=asked.lower(), erased_at=None).distinct())
    if len(found) != 1:
        print(NOBODY, file=sys.stderr)
        return None
    return found[0]
