"""Atom feeds of what anybody may read: of home, of a village, of a theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from naober.journal.queries import ShownEntry
from naober.kit import dates
from naober.kit.words import join_with_en

LANGUAGE = "nl"


@dataclass(frozen=True)
class Feed:
    """What a feed holds: its name, the page that shows the same, its own address, and the newest entries.

    `changed_at` is when anything last changed; None when nothing ever happened.
    """

    title: str
    page_path: str
    path: str
    entries: Sequence[ShownEntry]
    changed_at: datetime | None


def atom(feed: Feed) -> bytes:
    """The feed as Atom (RFC 4287). What does not change gives the same bytes; all text is escaped."""
    written = _Atom(
        title=feed.title,
        link=absolute(feed.page_path),
        description="",
        language=LANGUAGE,
        feed_url=absolute(feed.path),
        feed_guid=absolute(feed.path),
    )
    written.changed_at = feed.changed_at or datetime(1970, 1, 1, tzinfo=dates.LOCAL)
    for shown in feed.entries:
        written.add_item(
            title=_title(shown),
            link=absolute(shown.url or feed.page_path),
            description=escape(shown.reason),  # read as HTML by whoever reads it
            unique_id=_id(shown),
            pubdate=shown.happened_at,
            updateddate=shown.entry.recorded_at,
            categories=[str(sign) for sign in shown.signs],
        )
    return str(written.writeString("utf-8")).encode()


def absolute(path: str) -> str:
    """The whole address of a path of this site."""
    return f"{settings.NAOBER_SITE_URL}{path}"


def host() -> str:
    """The name of this site."""
    return urlsplit(settings.NAOBER_SITE_URL).hostname or "localhost"


class _Atom(Atom1Feed):
    """The same, with the moment of the last change also when nothing is left to tell."""

    changed_at: datetime

    def latest_post_date(self) -> Any:
        return self.changed_at


def _title(shown: ShownEntry) -> str:
    about = join_with_en([str(sign) for sign in shown.signs])
    return f"{about}: {shown.title}" if about else shown.title


def _id(shown: ShownEntry) -> str:
    """A name for ever (RFC 4151): the site on the day that this was written, and its number."""
    return f"tag:{host()},{shown.entry.recorded_at:%Y-%m-%d}:regel-{shown.entry.pk}"
