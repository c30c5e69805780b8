"""What is read aloud or passed on in a group of neighbours."""

from django.conf import settings

from naober.journal.queries import ShownEntry
from naober.kit.text import shorten
from naober.people.models import Village

MOST_CHARACTERS = 300


def share_text(village: Village, shown: ShownEntry) -> str:
    """At most 300 characters about one line of a village's page, without the link."""
    reason = f" {shown.reason}" if shown.reason else ""
    return shorten(f"{village}: {shown.title}.{reason}", MOST_CHARACTERS)


def share_url(shown: ShownEntry, village_url: str) -> str:
    """The whole address to read on at: that of the matter, else of the village's page."""
    return f"{settings.NAOBER_SITE_URL}{shown.url or village_url}"
