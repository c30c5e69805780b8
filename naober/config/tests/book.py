"""What the authorisation table asks at the addresses of who is who: things, and what is filled in there."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from naober.journal.models import Entry
from naober.kit import dates
from naober.people.models import Association, MailAddress, Membership, Person, Seat
from naober.post.tokens import secret_of
from naober.register.checks.models import DataCheck
from naober.register.own_village.models import VillageDate, VillagePhoto, VillageText
from naober.register.sheets.models import Sheet

NOT_THERE = 999_999
ON = "2026-11-01"
LIST = "Naam\tFunctie\tDorp\tTelefoon\nJan Tol\tpenningmeester\tHijken\t0593 00 00 00\n"
PERSON = {"own": "Bert Oosting", "other": "Wietske Kamps"}
ASSOCIATION = {"own": "Belangenvereniging Hijken", "other": "Dorpsbelangen Elp"}

Thing = Callable[[Any, str], dict[str, object]]


def _person(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"public_id": "0" * 32}
    return {"public_id": Person.objects.get(name=PERSON[whose]).public_id}


def _association(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"association_id": NOT_THERE}
    return {"association_id": Association.objects.get(name=ASSOCIATION[whose]).pk}


def _seat(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"seat_id": NOT_THERE}
    return {"seat_id": Seat.objects.get(person__name=PERSON[whose]).pk}


def _membership(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"membership_id": NOT_THERE}
    return {"membership_id": Membership.objects.get(association__name=ASSOCIATION[whose]).pk}


def _address(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"address_id": NOT_THERE}
    return {"address_id": MailAddress.objects.get(person__name=PERSON[whose]).pk}


def _village(_: Any, whose: str) -> dict[str, object]:
    return {"slug": {"own": "hijken", "other": "elp", "none": "nergens"}[whose]}


def _sheet(_: Any, whose: str) -> dict[str, object]:
    """A list is nobody's own; there is one that was brought in."""
    return {"public_id": "0" * 32 if whose == "none" else Sheet.objects.latest("id").public_id}


def _check(_: Any, whose: str) -> dict[str, object]:
    """The question that was put to somebody: by its number, for who keeps the register."""
    if whose == "none":
        return {"check_id": NOT_THERE}
    return {"check_id": DataCheck.objects.get(person__name=PERSON[whose]).pk}


def _secret(_: Any, whose: str) -> dict[str, object]:
    """The same by the link that was mailed."""
    if whose == "none":
        return {"secret": "0" * 32}
    return {"secret": secret_of(DataCheck.objects.get(person__name=PERSON[whose]).token)}


def _line(world: Any, whose: str) -> dict[str, object]:
    return {**_village(world, whose), "entry_id": world.entry_id(whose)}


def _date(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"date_id": NOT_THERE}
    return {"date_id": VillageDate.objects.get(village__slug=_village(_, whose)["slug"]).pk}


def _text(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"text_id": NOT_THERE}
    return {"text_id": VillageText.objects.get(village__slug=_village(_, whose)["slug"]).pk}


def _photo(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"public_id": "0" * 32}
    return {"public_id": VillagePhoto.objects.get(village__slug=_village(_, whose)["slug"]).public_id}


def photo() -> SimpleUploadedFile:
    """A photo as a browser sends it."""
    out = BytesIO()
    Image.new("RGB", (4, 4), "green").save(out, "JPEG")
    return SimpleUploadedFile("brink.jpg", out.getvalue(), content_type="image/jpeg")


def _quiet(_: Any, whose: str) -> dict[str, object]:
    if whose == "none":
        return {"entry_id": NOT_THERE}
    slug = _village(_, whose)["slug"]
    return {"entry_id": Entry.objects.get(kind="village_quiet", lines__village__slug=slug).pk}


THINGS: dict[str, Thing] = {
    **dict.fromkeys(("person", "person_change", "person_address"), _person),
    **dict.fromkeys(("person_held", "person_heard", "person_taken_along", "person_erase"), _person),
    **dict.fromkeys(
        ("consent_give", "consent_take_back"),
        lambda _, whose: {"what": {"own": "website", "other": "photo", "none": "nergens"}[whose]},
    ),
    **dict.fromkeys(
        ("association", "association_change", "association_place", "association_address", "seat_new"),
        _association,
    ),
    **dict.fromkeys(("seat_hand_over", "seat_end", "seat_term", "seat_address"), _seat),
    **dict.fromkeys(("membership_end", "membership_agree"), _membership),
    "address_remove": _address,
    **dict.fromkeys(("check_called", "check_handled"), _check),
    **dict.fromkeys(("check", "check_right", "check_changed"), _secret),
    **dict.fromkeys(("sheet", "sheet_columns", "sheet_choose", "sheet_save", "sheet_undo"), _sheet),
    "village_residents": _village,
    **dict.fromkeys(
        (
            "village_as_others",
            "village_dates",
            "village_text",
            "village_quiet",
            "village_rondvraag",
            "village_photo",
        ),
        _village,
    ),
    **dict.fromkeys(("village_photo_file", "village_photo_away", "village_photo_back"), _photo),
    "village_share": _line,
    "village_date_remove": _date,
    "village_text_back": _text,
    "village_quiet_back": _quiet,
}
_SOMEBODY = {"name": "Jan Tol", "phone": "0593 00 00 00"}
_PERSON = {"version": "1", "name": "Jan Tol", "call_name": "Jan", "way_back": "mail"}
FORMS: dict[str, dict[str, str]] = {
    "person_new": _PERSON,
    "person_change": _PERSON,
    "person_address": {"address": "jan@dorp.example"},
    "association_new": {"name": "Dorpsbelang Spier", "short_name": "Spier", "kind": "member"},
    "association_change": {"version": "1", "name": "Dorpsbelang", "short_name": "Dorp", "kind": "member"},
    "association_address": {"address": "bestuur@dorp.example"},
    "seat_new": {**_SOMEBODY, "role": "treasurer", "from_on": ON},
    "seat_hand_over": {**_SOMEBODY, "on": ON},
    "seat_end": {"until_on": ON},
    "seat_term": {"term_ends_on": "2027-03-01"},
    "seat_address": {"address": "secretaris@dorp.example"},
    "membership_end": {"until_on": ON},
    "sheet_new": {"text": LIST},
    "export_labels": {"whom": "all"},
    "checks_month": {"month": "2"},
    "check_changed": {"remark": "Jan Tol is penningmeester"},
    "village_dates": {"title": "Feest", "on": "2099-01-01", "public": "yes"},
    "village_text": {"text": "Een klein dorp", "after": "1"},
    "village_residents": {"residents": "845", "year": "2026", "source": "CBS"},
}


def form_for(name: str, world: Any) -> dict[str, object]:
    """What somebody fills in at an address of who is who."""
    if name == "village_photo":
        return {"photo": photo(), "alt": "De brink in de zon", "people": "none"}
    if name == "away":
        return {"back_on": (dates.today() + timedelta(days=14)).isoformat()}
    if name == "association_place":
        return {"village": world.house.villages["Beilen"].pk, "from_on": ON}
    return dict(FORMS.get(name, {}))
