"""Where somebody is signed in, and the ways to end that. No actions: nobody else needs to know."""

import re

from allauth.mfa.models import Authenticator

from naober.kit import dates, guard
from naober.people import queries as people
from naober.people.models import Account, MailAddress, Seat
from naober.register.models import BrowserSession

# What a browser calls itself -> what people call it. The first that fits counts: Edge says "Chrome" too.
BROWSERS = (
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|CriOS", "Chrome"),
    ("Safari", "Safari"),
)
MACHINES = (
    ("iPhone", "een iPhone"),
    ("iPad", "een iPad"),
    ("Android", "een Android-toestel"),
    ("Windows", "een Windows-computer"),
    ("Macintosh", "een Mac"),
    ("Linux", "een Linux-computer"),
)


def coarse_name(user_agent: str) -> str:
    """Which kind of device this is, as its owner knows it again, and no more than that: "Firefox op een
    Windows-computer". No version and no model, since those tell devices apart that are not ours."""
    browser = _first(BROWSERS, user_agent) or "Een browser"
    machine = _first(MACHINES, user_agent)
    return f"{browser} op {machine}" if machine else browser


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for pattern, name in names if re.search(pattern, user_agent)), "")


def devices_of(person_id: int) -> list[BrowserSession]:
    """Where a person is signed in now, the newest first, by whichever address."""
    open_now = BrowserSession.objects.filter(person_id=person_id, expire_date__gt=dates.now())
    return list(open_now.order_by("-since_on", "-expire_date"))


def device_by_checksum(checksum: str) -> BrowserSession | None:
    return BrowserSession.objects.filter(session_key=checksum).exclude(person=None).first()


def end_device(device: BrowserSession) -> None:
    """Sign one device out."""
    with guard.opened("sign-in"):
        device.delete()


def end_everywhere(person_id: int) -> int:
    """Sign a person out on every device; the number of devices."""
    with guard.opened("sign-in"):
        ended, _ = BrowserSession.objects.filter(person_id=person_id).delete()
    return ended


def end_with_seat(seat: Seat) -> None:
    """A function ended or passed to somebody else: whoever held it is signed out on every device, and what
    they proved at the address of the function proves nothing for its next holder. Inside an action."""
    end_everywhere(seat.person_id)
    addresses = MailAddress.objects.filter(seat=seat).values("address")
    of_function = Account.objects.filter(address__in=addresses)
    BrowserSession.objects.filter(account__in=of_function).delete()
    Authenticator.objects.filter(user__in=of_function).delete()


def is_shared(address: str) -> bool:
    """Whether several people may read the mail of this address: that of a board, that of a couple."""
    of_board = MailAddress.objects.filter(address=address.lower(), kind=MailAddress.Kind.SHARED)
    return of_board.exists() or people.holders_of(address, dates.today()).count() > 1
