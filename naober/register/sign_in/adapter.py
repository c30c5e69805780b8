"""Sign-in by a code that comes by mail. allauth makes and checks the code; its mail is a row in our
outbox like any other, secret and expiring (design, 4)."""

import hashlib
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from naober.kit import dates
from naober.people import queries as people
from naober.people.models import Account
from naober.post.outbox import write_mail
from naober.register import queries

SUBJECT = "Uw code om in te loggen"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """How allauth behaves here: nobody signs up by themselves, mail goes by the outbox, and the words
    are ours."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": "Deze code klopt niet. Neem de code uit de nieuwste mail over.",
        "too_many_login_attempts": "U vroeg vaak een code. Wacht een kwartier, of bel ons.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *arguments: Any, **options: Any) -> None:
        """Say nothing: our pages already do, in our words."""

    def is_safe_url(self, url: str | None) -> bool:
        return is_here(url)

    def post_login(self, request: HttpRequest, user: Account, **login: Any) -> HttpResponse:
        """Ask who sits behind the address first; where somebody wanted to go comes after."""
        return redirect(on_the_way("who_are_you", login.get("redirect_url")))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail with the code. An address that nobody holds gets a mail that says so, once a
        day at most: whoever types in somebody else's address can not bury them in mail."""
        known = "code" in context
        if not known and queries.was_told_unknown(email):
            return
        name = "sign_in_code" if known else "sign_in_unknown"
        content = {**context, "umbrella": people.umbrella(), "demo": settings.NAOBER_DEMO}
        lifetime = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
        with transaction.atomic():
            write_mail(
                to=email,
                subject=SUBJECT if known else queries.SUBJECT_UNKNOWN,
                text=render_to_string(f"register/mail/{name}.txt", content),
                area="register",
                secret=True,
                expires_at=dates.now() + lifetime,
            )


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """How the second lock behaves here: it is asked for where it is needed, not at every sign-in, and its
    secrets stand in the database as ciphertext."""

    def is_mfa_enabled(self, user: Account, types: Any = None) -> bool:
        return False

    def _get_site_name(self) -> str:
        return str(people.umbrella() or "Naober")

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> Fernet:
    key = hashlib.sha256(f"second factor {settings.SECRET_KEY}".encode()).digest()
    return Fernet(urlsafe_b64encode(key))


def is_here(url: str | None) -> bool:
    """Whether `url` is an address of this site, written without its host."""
    return bool(url) and str(url).startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def on_the_way(view: str, wanted: str | None) -> str:
    """The address of `view`, remembering where somebody wanted to go; other sites are forgotten."""
    address = resolve_url(view)
    return f"{address}?{urlencode({'next': wanted})}" if is_here(wanted) else address
