"""Sign-in by a code that comes by mail. allauth makes and checks the code; its mail is a row in our
outbox like any other, secret and expiring (design, 4)."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string

from naober.kit import dates
from naober.people import queries as people
from naober.post.outbox import write_mail


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """How allauth behaves here: nobody signs up by themselves, and mail goes by the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail with the code. An address we do not know gets a mail that says so, once."""
        known = "code" in context
        name = "sign_in_code" if known else "sign_in_unknown"
        content = {**context, "umbrella": people.umbrella(), "demo": settings.NAOBER_DEMO}
        lifetime = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
        with transaction.atomic():
            write_mail(
                to=email,
                subject="Uw code om aan te melden" if known else "U vroeg om een code",
                text=render_to_string(f"register/mail/{name}.txt", content),
                area="register",
                secret=True,
                expires_at=dates.now() + lifetime,
            )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return str(super().get_login_redirect_url(request))
