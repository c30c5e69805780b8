"""Template tags and filters of the look: thin, over `kit.words` and `kit.icons`."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.forms import BoundField
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from naober.kit import dates, icons, words
from naober.kit.map import MapPicture, MapPoint, Ring, SmallMap, draw_map, draw_small_map

register = template.Library()

# How something stands: the shape, and the colour that only helps. Shape and word carry the meaning.
STATUS_SHAPES = {
    "open": ("", "open"),
    "busy": ("", "bezig"),
    "clock": ("", "klok"),
    "no": ("", "nee"),
    "letter": ("", "brief"),
    "done": ("naober-status--done", "klaar"),
    "good": ("naober-status--done", "ja"),
    "attention": ("naober-status--attention", "let-op"),
    "late": ("naober-status--late", "let-op"),
}
ALERT_SHAPES = {
    "info": ("", "uitleg"),
    "ok": ("naober-alert--ok", "klaar"),
    "warning": ("naober-alert--warning", "klok"),
    "error": ("naober-alert--error", "let-op"),
}
# Django's message levels in the words of an alert.
MESSAGE_TONES = {"success": "ok", "warning": "warning", "error": "error"}
# From how many residents a place that is no member has its name on the map, to find one's way by.
LARGE_PLACE = 1500
TYPEFACE_SHEET = "kit/fonts/overpass.css"
TYPEFACE_FILE = "kit/fonts/overpass-latin-wght-normal.woff2"


def _local(moment: datetime) -> datetime:
    """The moment in local time."""
    return timezone.localtime(moment, dates.LOCAL)


def _day(value: date) -> date:
    """The local day of a moment; a day without a time is local already."""
    return _local(value).date() if isinstance(value, datetime) else value


@register.filter
def day_long(value: date | None) -> str:
    """`donderdag 26 november 2026`; nothing for None."""
    return words.day_long(_day(value)) if value else ""


@register.filter
def day_and_year(value: date | None) -> str:
    """`26 november 2026`; nothing for None."""
    return words.day_and_year(_day(value)) if value else ""


@register.filter
def day_short(value: date | None) -> str:
    """`do 26 november`, with the year when it is not this one; nothing for None."""
    return words.day_short(_day(value), dates.today()) if value else ""


@register.filter
def day_near(value: date | None) -> str:
    """`vandaag`, `gisteren`, `morgen` or `donderdag 26 november`; nothing for None."""
    return words.day_near(_day(value), dates.today()) if value else ""


@register.filter
def moment_near(value: datetime | None) -> str:
    """`vandaag 09.12 uur` or `donderdag 26 november, 10.00 uur`; nothing for None."""
    return words.moment_near(_local(value), dates.today()) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """`10.00 uur`; nothing for None."""
    return words.clock(_local(value)) if value else ""


@register.filter
def time_left(value: datetime | None) -> str:
    """`dat kan nog drie dagen`; nothing for None."""
    return words.time_left(_local(value), _local(dates.now())) if value else ""


@register.filter
def iso(value: date | None) -> str:
    """The machine-readable form for `datetime=`, in local time; nothing for None."""
    if isinstance(value, datetime):
        return _local(value).isoformat()
    return value.isoformat() if value else ""


@register.simple_tag
def greeting() -> str:
    """`Goedemorgen`, `Goedemiddag` or `Goedenavond`, by the local clock."""
    return words.greeting(_local(dates.now()))


@register.filter
def duration(minutes: int) -> str:
    """`een kwartier`, `een halfuur`."""
    return words.duration(minutes)


@register.filter
def number_word(value: int) -> str:
    """`twaalf`; above twelve `13`."""
    return words.number_word(value)


@register.filter
def counted(value: int, nouns: str) -> str:
    """`{{ n|counted:"punt,punten" }}` gives `één punt`, `drie punten`."""
    one, many = nouns.split(",")
    return words.counted(value, one, many)


@register.filter
def capital(value: str) -> str:
    """The text with a capital first letter: `één punt` becomes `Eén punt`."""
    return words.capital(str(value))


@register.filter
def join_with_en(value: list[Any]) -> str:
    """`Hijken, Elp en Spier`; takes texts or objects that name themselves."""
    return words.join_with_en([str(item) for item in value])


@register.filter
def villages_of(concerns: Iterable[Any]) -> list[Any]:
    """The villages of things that each have one."""
    return [concern.village for concern in concerns]


@register.filter
def in_future(value: datetime | None) -> bool:
    """Whether a moment is still to come; false for None."""
    return value is not None and value > dates.now()


@register.filter
def phone_digits(value: str) -> str:
    """The number as a `tel:` link needs it."""
    return words.phone_digits(value)


@register.filter
def underline(value: str) -> str:
    """Dashes as long as the text: a heading in a plain mail."""
    return "-" * len(str(value))


@register.simple_tag
def message_tone(level_tag: str) -> str:
    """The tone of an alert for the level of a Django message."""
    return MESSAGE_TONES.get(level_tag, "info")


@register.simple_tag
def icon(name: str, small: bool = False) -> SafeString:
    """`{% icon "klok" small=True %}`: decoration beside a word. Raises KeyError for no such icon."""
    size = " naober-icon--small" if small else ""
    return format_html(
        '<svg class="naober-icon{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        size,
        mark_safe(icons.ICONS[name]),  # noqa: S308  our own drawing, no input
    )


@register.simple_tag
def brand_mark() -> SafeString:
    """The mark: sand roads around a lit brink."""
    return format_html(
        '<svg class="naober-brand__mark" viewBox="0 0 52 52" aria-hidden="true">{}</svg>',
        mark_safe(icons.BRAND_MARK),  # noqa: S308  our own drawing, no input
    )


@register.simple_tag
def status(tone: str, text: str) -> SafeString:
    """How it stands, as shape and word: `{% status "done" "Gelukt" %}`. Raises KeyError for no such tone."""
    variant, shape = STATUS_SHAPES[tone]
    return format_html(
        '<span class="{}">{} {}</span>', _classes("naober-status", variant), icon(shape, small=True), text
    )


@register.simple_tag
def alert_class(tone: str) -> str:
    """The classes of an alert of that tone (info, ok, warning, error)."""
    return _classes("naober-alert", ALERT_SHAPES[tone][0])


@register.simple_tag
def alert_icon(tone: str) -> SafeString:
    """The icon of an alert of that tone."""
    return icon(ALERT_SHAPES[tone][1])


@register.simple_tag
def place(village: object, outline: bool = False) -> SafeString:
    """The place-name sign of a village; `outline=True` while it is proposed and nobody confirmed it."""
    variant = "naober-place--outline" if outline else ""
    return format_html('<span class="{}">{}</span>', _classes("naober-place", variant), village)


@register.simple_tag
def places(villages: list[Any]) -> SafeString:
    """The signs of several villages, one after the other."""
    return format_html_join(" ", "{}", ((place(village),) for village in villages))


@register.simple_tag
def tag(theme: object) -> SafeString:
    """The arm of a signpost: a theme."""
    return format_html('<span class="naober-tag">{}</span>', theme)


@register.simple_tag
def stone(number: object, lamp: bool = False) -> SafeString:
    """A field stone with a number. Hidden from assistive technology: say the number in words beside it."""
    variant = "naober-stone--lamp" if lamp else ""
    return format_html(
        '<span class="{}" aria-hidden="true">{}</span>', _classes("naober-stone", variant), number
    )


@register.simple_tag
def quoted(quote: str, villages: Iterable[object] = ()) -> SafeString:
    """A literal quote in Dutch quotation marks, with the names of the villages in it marked.

    When no name stands in it the whole quote is marked: it is what the reason rests on. The full stop of the
    quote is left to the sentence around it.
    """
    return _quote(quote.strip().removesuffix("."), villages, "<mark>{}</mark>")


@register.filter
def marked(sentence: str, villages: Iterable[object] = ()) -> SafeString:
    """A reason, with what it rests on marked in the quote that it holds: the villages, else all of it."""
    return _marked(sentence, villages, "<mark>{}</mark>")


@register.filter
def marked_in_mail(sentence: str, villages: Iterable[object] = ()) -> SafeString:
    """The same for a mail, where style stands in the line."""
    return _marked(sentence, villages, '<strong style="background-color:#ffeeb8;">{}</strong>')


def _marked(sentence: str, villages: Iterable[object], mark: str) -> SafeString:
    before, quote, after = words.around_quote(sentence)
    if not quote:
        return format_html("{}", sentence)
    inner = quote[1:-1]
    shown = _quote(inner.removesuffix(".") if after.startswith(".") else inner, villages, mark)
    return format_html("{}{}{}", before, shown, after)


def _quote(quote: str, villages: Iterable[object], mark: str) -> SafeString:
    parts = words.mark_parts(quote, [str(village) for village in villages])
    if len(parts) == 1:
        return format_html(mark, f"“{parts[0][0]}”")
    shown = "".join(mark.format(escape(text)) if yes else escape(text) for text, yes in parts)
    return mark_safe(f"“{shown}”")  # noqa: S308  each part is escaped


@register.simple_tag
def date_tile(day: date) -> SafeString:
    """The tile of an agenda: weekday, day, month."""
    day = _day(day)
    return format_html(
        '<time class="naober-date" datetime="{}"><span class="naober-date__part">{}</span>'
        '<span class="naober-date__day">{}</span><span class="naober-date__part">{}</span></time>',
        day.isoformat(),
        words.WEEKDAYS[day.weekday()][:2],
        day.day,
        words.MONTHS_SHORT[day.month - 1],
    )


@register.simple_tag
def village_map(
    villages: Iterable[Any],
    lit: Collection[int],
    members: Collection[int] | None,
    outline: tuple[Ring, ...] = (),
) -> MapPicture | None:
    """The map of places (.pk .name .slug .latitude .longitude .residents .invented): members as windows,
    `lit` with a light on, the others as dots. Without `members` all are members; without an `outline` the
    land is a soft shape around them.

    None when no place has a point.
    """
    points = _points(villages, lit, members)
    return draw_map(points, outline) if points else None


@register.simple_tag
def village_small_map(
    villages: Iterable[Any],
    village: Any,
    members: Collection[int] | None,
    outline: tuple[Ring, ...] = (),
) -> SmallMap | None:
    """The small map of the same places with one village lit; None when that village has no point."""
    points = _points(villages, (), members)
    known = village is not None and any(p.name == village.name for p in points)
    return draw_small_map(points, village.name, outline) if known else None


@register.simple_tag
@lru_cache(maxsize=128)
def drawn(template: str, picture: MapPicture | SmallMap) -> SafeString:
    """A picture as its template draws it, from the picture alone; kept, since the same places give the same
    drawing and it has hundreds of parts."""
    return render_to_string(template, {"map": picture})


def _points(
    villages: Iterable[Any], lit: Collection[int], members: Collection[int] | None
) -> tuple[MapPoint, ...]:
    return tuple(
        MapPoint(
            name=village.name,
            lat=village.latitude,
            lon=village.longitude,
            member=not members or village.pk in members,
            lit=village.pk in lit,
            invented=village.invented,
            large=(village.residents or 0) >= LARGE_PLACE,
            url=_village_url(village.slug),
        )
        for village in villages
        if village.latitude is not None and village.longitude is not None
    )


@lru_cache(maxsize=1024)
def _village_url(slug: str) -> str:
    """The address of a village; kept, since a map asks for all of them."""
    return reverse("village", kwargs={"slug": slug})


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The control of a form field in the dress of the look; Django adds aria-describedby and aria-invalid."""
    kind = getattr(field.field.widget, "input_type", "")
    dress = {"file": "naober-file__control", "date": "naober-field__control naober-field__control--date"}
    return field.as_widget(attrs={"class": dress.get(kind, "naober-field__control")})


@register.simple_tag
def typeface() -> SafeString:
    """The links to the typeface, or nothing until `tools/font.py` has made it: the system font shows."""
    return format_html_join("\n", "{}", ((link,) for link in _typeface_links()))


@cache
def _typeface_links() -> tuple[SafeString, ...]:
    if finders.find(TYPEFACE_SHEET) is None:
        return ()
    return (
        format_html(
            '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>', static(TYPEFACE_FILE)
        ),
        format_html('<link rel="stylesheet" href="{}">', static(TYPEFACE_SHEET)),
    )


def _classes(base: str, variant: str) -> str:
    return f"{base} {variant}" if variant else base
