"""What the reader of mails must know of us: our addresses, and whose checks of the sender to believe."""

from email.utils import parseaddr

from django.conf import settings


def reading_context() -> dict[str, object]:
    """The context of `read-mail`, from settings."""
    domain = settings.NAOBER_MAIL_DOMAIN
    return {
        "own_domain": domain,
        "own_addresses": sorted({own_address(), *settings.NAOBER_OWN_ADDRESSES}),
        "reply_address": f"antwoord+<32 hex>@{domain}",
        "bounce_address": f"retour+<32 hex>@{domain}",
        "trusted_authserv_id": settings.NAOBER_AUTHSERV_ID,
    }


def own_address() -> str:
    """The address that our mail comes from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()


def is_ours(address: str) -> bool:
    """Whether this is an address of our own, by which we would write to ourselves."""
    return address == own_address() or address in settings.NAOBER_OWN_ADDRESSES or _is_returning(address)


def _is_returning(address: str) -> bool:
    name, _, domain = address.partition("@")
    return domain == settings.NAOBER_MAIL_DOMAIN and name.startswith(("antwoord+", "retour+"))
