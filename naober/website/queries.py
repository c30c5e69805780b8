"""What the public pages show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse

from naober.decisions import queries as decisions
from naober.journal import queries as journal
from naober.journal.models import Audience, Line, Theme
from naober.kit import dates
from naober.kit.area import everywhere_kinds
from naober.kit.words import join_with_en
from naober.people import queries as people
from naober.people.actor import Actor
from naober.people.models import Association, Village
from naober.register import queries as register
from naober.register.places import PlacesOnMap, places_on_map
from naober.website.feeds import Feed

NEWS_DAYS = 31
COMING = 4


@dataclass(frozen=True)
class Coming:
    """A meeting of the municipality that is still to come."""

    on: date
    title: str
    url: str
    what: str


@dataclass(frozen=True)
class HomePage:
    """The home page: the villages, which of them have news, what comes and what happened last."""

    villages: Sequence[Village]
    lit: frozenset[int]
    on_map: PlacesOnMap
    members: int
    coming: tuple[Coming, ...]
    entries: tuple[journal.ShownEntry, ...]
    older: str

    @property
    def lit_on_map(self) -> frozenset[int]:
        return frozenset(place.pk for place in self.on_map.places if place.village_ids & self.lit)

    @property
    def members_on_map(self) -> frozenset[int]:
        return frozenset(place.pk for place in self.on_map.places if place.member)


def home_page(actor: Actor, before: str = "") -> HomePage:
    """The home page as `actor` may see it; `before` is the key of an older page."""
    known = before.isdecimal()
    page = journal.newest(actor, before=int(before)) if known else journal.recent(actor)
    return HomePage(
        villages=list(register.villages_by_name()),
        lit=lit_villages(),
        on_map=places_on_map(),
        members=Association.objects.filter(kind=Association.Kind.MEMBER).count(),
        coming=tuple(_coming()),
        entries=page.entries,
        older=page.older,
    )


@dataclass(frozen=True)
class ThemePage:
    """Everything about one theme: what happened, what the municipality is to talk about."""

    theme: Theme
    entries: tuple[journal.ShownEntry, ...]
    older: str
    follows: bool
    coming: tuple[Coming, ...]


@dataclass(frozen=True)
class ListedTheme:
    """A theme in the list, and whether something happened there this month."""

    theme: Theme
    lit: bool


def theme_page(actor: Actor, theme: Theme, before: str = "") -> ThemePage:
    """The page of a theme as `actor` may see it; `before` is the key of an older page."""
    page = journal.newest(actor, theme=theme, before=int(before) if before.isdecimal() else None)
    return ThemePage(
        theme=theme,
        entries=page.entries,
        older=page.older,
        follows=journal.follows_theme(actor, theme),
        coming=tuple(_coming_about(theme)),
    )


def listed_themes() -> tuple[ListedTheme, ...]:
    """All themes by name."""
    since = dates.now() - timedelta(days=NEWS_DAYS)
    return tuple(
        ListedTheme(theme, lit=last_at is not None and last_at >= since)
        for theme, last_at in journal.themes_by_name()
    )


def home_feed() -> Feed:
    """What anybody may read, over all villages."""
    page = journal.newest(Actor.visitor())
    return _feed(str(people.umbrella() or "Naober"), reverse("home"), reverse("home_feed"), page.entries)


def village_feed(village: Village) -> Feed:
    """What anybody may read of one village."""
    place = {"slug": village.slug}
    entries = journal.public_of_village(village)
    return _feed(
        village.name, reverse("village", kwargs=place), reverse("village_feed", kwargs=place), entries
    )


def theme_feed(theme: Theme) -> Feed:
    """What anybody may read of one theme."""
    place = {"code": theme.code}
    page = journal.newest(Actor.visitor(), theme=theme)
    return _feed(
        theme.name, reverse("theme", kwargs=place), reverse("theme_feed", kwargs=place), page.entries
    )


def _feed(title: str, page_path: str, path: str, entries: Sequence[journal.ShownEntry]) -> Feed:
    return Feed(title, page_path, path, entries, journal.changed_at())


def lit_villages() -> frozenset[int]:
    """The villages with public news of their own this month; what concerns all villages lights none."""
    since = dates.now() - timedelta(days=NEWS_DAYS)
    news = Line.objects.filter(village=OuterRef("pk"), audience=Audience.PUBLIC, shown_at__gte=since).exclude(
        entry__kind__in=everywhere_kinds()
    )
    return frozenset(Village.objects.filter(Exists(news)).order_by("name").values_list("pk", flat=True))


def _coming() -> Iterable[Coming]:
    for sitting in decisions.coming_sittings(COMING):
        yield Coming(
            on=sitting.on,
            title=sitting.body.name,
            url=reverse("sitting", kwargs={"slug": sitting.slug}),
            what="Vergadering van de gemeente. U mag komen luisteren.",
        )


def _coming_about(theme: Theme) -> Iterable[Coming]:
    for sitting, items in decisions.coming_about(theme):
        yield Coming(
            on=sitting.on,
            title=sitting.body.name,
            url=reverse("sitting", kwargs={"slug": sitting.slug}),
            what=f"Op de agenda: {join_with_en([item.title for item in items])}.",
        )
