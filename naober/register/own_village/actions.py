"""What a board does about its own village: dates, a text in versions, and "alles rustig hier"."""

from dataclasses import replace
from datetime import date, time

from naober.journal.action import action, require
from naober.journal.models import Audience, Entry
from naober.journal.record import record, withdraw
from naober.kit import dates
from naober.kit.words import day_near
from naober.people.actor import Actor, Channel
from naober.people.models import Village
from naober.post import files
from naober.post.models import StoredFile
from naober.register.own_village import queries, rules
from naober.register.own_village.models import VillageDate, VillagePhoto, VillageText
from naober.register.own_village.picture import Picture

AREA = "register"


class ChangedMeanwhileError(Exception):
    """Somebody else wrote a newer text: `newest` is how it stands now."""

    def __init__(self, newest: VillageText) -> None:
        super().__init__(newest.number)
        self.newest = newest


@action
def add_date(
    *,
    by: Actor,
    village: Village,
    on: date,
    title: str,
    at: time | None = None,
    where: str = "",
    public: bool = True,
) -> VillageDate:
    """Put a day in the agenda of a village, for everybody or for its own board."""
    require(rules.may_keep_village(by, village))
    kept = VillageDate.objects.create(village=village, on=on, title=title, at=at, where=where, public=public)
    _note(by, village, "village_date_added", f"{title}, {day_near(on, dates.today())}", public=public)
    return kept


@action
def remove_date(*, by: Actor, village_date: VillageDate) -> None:
    """Take a day out of the agenda of a village."""
    village = village_date.village
    require(rules.may_keep_village(by, village))
    village_date.delete()
    line = f"Gaat niet door: {village_date.title}, {day_near(village_date.on, dates.today())}"
    _note(by, village, "village_date_removed", line, public=village_date.public)


@action
def write_text(*, by: Actor, village: Village, text: str, after: int) -> VillageText:
    """Write what a village says about itself, as a new version after version `after` (0: none yet).

    Raises ChangedMeanwhileError when there is a newer one already.
    """
    require(rules.may_keep_village(by, village))
    newest = queries.newest_text(village)
    if newest and newest.number != after:
        raise ChangedMeanwhileError(newest)
    if newest is None and village.about:
        newest = VillageText.objects.create(village=village, number=1, text=village.about, at=dates.now())
    number = newest.number + 1 if newest else 1
    written = VillageText.objects.create(
        village=village, number=number, text=text, by=by.person, at=dates.now()
    )
    Village.objects.filter(pk=village.pk).update(about=text)
    _note(by, village, "village_text_written", f"De tekst over {village} is bijgewerkt", public=False)
    return written


@action
def set_photo(
    *, by: Actor, village: Village, picture: Picture, alt: str, people_agreed: bool | None = None
) -> VillagePhoto:
    """Put a photo on the page of a village, in the place of the one that was there. `people_agreed`: whether
    whoever is on it thinks that right; None when nobody is."""
    require(rules.may_keep_village(by, village))
    VillagePhoto.objects.filter(village=village, shown=True).update(shown=False)
    photo = VillagePhoto.objects.create(
        village=village,
        file=files.store(picture.content, StoredFile.Kind.PHOTO),
        alt=alt,
        width=picture.width,
        height=picture.height,
        people_agreed=people_agreed,
        by=by.person,
        at=dates.now(),
    )
    _note(by, village, "village_photo_set", f"Er is een foto van {village}", public=False)
    return photo


@action
def show_photo(*, by: Actor, photo: VillagePhoto, shown: bool) -> Entry:
    """Take a photo off the page of its village, or put it back in the place of what is there now."""
    require(rules.may_keep_village(by, photo.village))
    VillagePhoto.objects.filter(village=photo.village, shown=True).update(shown=False)
    VillagePhoto.objects.filter(pk=photo.pk).update(shown=shown)
    line = f"De foto van {photo.village} staat er {'weer' if shown else 'niet meer'}"
    return _note(
        by, photo.village, "village_photo_set" if shown else "village_photo_gone", line, public=False
    )


@action
def say_quiet(*, by: Actor, village: Village) -> Entry:
    """Say that all is quiet here, the board itself or by telephone to the umbrella: it counts as heard."""
    require(rules.may_keep_village(by, village))
    speaks_for = queries.association_of(village)
    own = village.pk in by.villages
    speaker = replace(by.by(by.channel if own else Channel.PHONE), on_behalf_of=speaks_for)
    return _note(speaker, village, rules.QUIET, f"Alles rustig in {village}", public=False)


@action
def take_back_quiet(*, by: Actor, entry: Entry) -> Entry:
    """All is not so quiet after all."""
    require(rules.may_take_back_quiet(by, entry, set(entry.lines.values_list("village_id", flat=True))))
    return withdraw(by=by, entry=entry, kind="village_quiet_taken_back", line=f"Toch niet: {entry.line}")


def _note(by: Actor, village: Village, kind: str, line: str, *, public: bool) -> Entry:
    return record(
        by=by,
        kind=kind,
        line=line,
        area=AREA,
        subject_id=village.pk,
        audience=Audience.PUBLIC if public else Audience.VILLAGE,
        villages={village.pk: ""},
    )
