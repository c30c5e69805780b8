"""What a sign-in has as a second lock, and whether a code opens it. The secrets are allauth's, kept as
ciphertext. No actions: nobody else needs to know (design, 1)."""

from dataclasses import dataclass

from allauth.core import context, ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth as webauthn
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string

from naober.people import queries as people
from naober.people.models import Account
from naober.post.outbox import write_mail

CARD, APP, PASSKEY = Authenticator.Type.RECOVERY_CODES, Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN
SUBJECT = "Er zit een tweede slot op uw aanmelding"


class TooOftenError(Exception):
    """Somebody tried many codes; nobody may try more for a while."""


class NoPasskeyError(Exception):
    """What came in is no passkey, or not one for this site or this moment."""


# What fido2 and allauth say of something that no browser of good will sends.
NOT_UNDERSTOOD = (ValidationError, AttributeError, KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class Locks:
    """What a sign-in has."""

    app: bool
    passkeys: int
    codes_left: int

    def __bool__(self) -> bool:
        return self.app or bool(self.passkeys) or bool(self.codes_left)


def locks_of(account: Account) -> Locks:
    rows = list(Authenticator.objects.filter(user=account))
    card = next((row for row in rows if row.type == CARD), None)
    return Locks(
        app=any(row.type == APP for row in rows),
        passkeys=sum(row.type == PASSKEY for row in rows),
        codes_left=len(RecoveryCodes(card).get_unused_codes()) if card else 0,
    )


def opens(account: Account, code: str) -> bool:
    """Whether a code is that of the app at this minute, or one of the card that was not used; it is used
    then. Raises TooOftenError after five wrong ones in five minutes."""
    key = f"second-factor-{account.pk}"
    if not ratelimit.consume(context.request, action="login_failed", key=key):
        raise TooOftenError
    locks = Authenticator.objects.filter(user=account, type__in=(APP, CARD))
    opened = any(lock.wrap().validate_code(code) for lock in locks)
    if opened:
        ratelimit.clear(context.request, action="login_failed", key=key)
    return opened


def new_app(account: Account) -> tuple[str, str]:
    """The secret to give to an app, and a picture of it that a telephone reads."""
    secret = totp.get_totp_secret()
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(account, secret))
    return secret, picture.partition("?>")[2]


def add_app(account: Account, code: str) -> bool:
    """Add the app when it shows the right code; it then replaces an earlier one."""
    if not totp.validate_totp_code(totp.get_totp_secret(), code):
        return False
    with transaction.atomic():
        Authenticator.objects.filter(user=account, type=APP).delete()
        totp.TOTP.activate(account, totp.get_totp_secret())
        totp.clear_totp_secret(context.request)
        _tell(account)
    return True


def add_passkey(account: Account, name: str, credential: dict[str, object]) -> None:
    """Add a passkey that the browser made. Raises NoPasskeyError when it was not made for this page."""
    try:
        webauthn.parse_registration_response(credential)
        webauthn.complete_registration(credential)
    except NOT_UNDERSTOOD as error:
        raise NoPasskeyError from error
    with transaction.atomic():
        webauthn.WebAuthn.add(account, name, credential)
        _tell(account)


def passkey_signed_with(credential: str) -> Authenticator:
    """The passkey, with its account, that a browser signed with. Raises NoPasskeyError."""
    form = LoginWebAuthnForm({"credential": credential})
    try:
        if form.is_valid():
            return form.cleaned_data["credential"]
    except NOT_UNDERSTOOD as error:
        raise NoPasskeyError from error
    raise NoPasskeyError


def codes_on_card(account: Account) -> list[str]:
    """The codes that were not used yet, as they stand on the card: "1234 5678"."""
    card = Authenticator.objects.filter(user=account, type=CARD).first()
    unused = RecoveryCodes(card).get_unused_codes() if card else []
    return [f"{code[:4]} {code[4:]}" for code in unused]


def new_card(account: Account) -> None:
    """Ten new codes; those of the card before it open nothing any more."""
    with transaction.atomic():
        Authenticator.objects.filter(user=account, type=CARD).delete()
        RecoveryCodes.activate(account)
        _tell(account)


def remove_all(account: Account) -> None:
    """Take every second lock away."""
    Authenticator.objects.filter(user=account).delete()


def _tell(account: Account) -> None:
    """Say it to whoever reads the mail of this address: if it was not them, they can call."""
    content = {"umbrella": people.umbrella(), "site_url": settings.NAOBER_SITE_URL}
    text = render_to_string("register/mail/second_factor.txt", content)
    write_mail(to=account.address, subject=SUBJECT, text=text, area="register")
