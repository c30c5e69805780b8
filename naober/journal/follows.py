"""A person's own choice of what to hear about. No action: nobody else needs to know (design, 1)."""

from naober.journal.models import Follow, Theme
from naober.people.models import Person, Village


def follow_village(person: Person, village: Village) -> None:
    """Keep `person` informed of `village`; asking twice is asking once."""
    Follow.objects.get_or_create(person=person, village=village, theme=None, thread=None)


def unfollow_village(person: Person, village: Village) -> None:
    """Stop keeping `person` informed of `village`."""
    Follow.objects.filter(person=person, village=village).delete()


def follow_theme(person: Person, theme: Theme) -> None:
    """Keep `person` informed of `theme`; asking twice is asking once."""
    Follow.objects.get_or_create(person=person, village=None, theme=theme, thread=None)


def unfollow_theme(person: Person, theme: Theme) -> None:
    """Stop keeping `person` informed of `theme`."""
    Follow.objects.filter(person=person, theme=theme).delete()
