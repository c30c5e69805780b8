"""What the reader must be told: our own addresses, whose checks to believe, and the limits."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

HEX = r"([0-9a-f]{32})"


@dataclass(frozen=True)
class Limits:
    """Caps on a mail. They are tried on the raw bytes, before anything is taken apart."""

    bytes: int = 25 * 1024 * 1024
    header_block_bytes: int = 65_536
    decoded_header_bytes: int = 2_048
    nesting_depth: int = 20
    parts: int = 200


@dataclass(frozen=True)
class Context:
    """Our side of the mail; the patterns match a whole address and give the token."""

    own_domain: str
    own_addresses: frozenset[str]
    reply_address: re.Pattern[str]
    bounce_address: re.Pattern[str]
    trusted_authserv_id: str
    limits: Limits = field(default_factory=Limits)
    reply_prefix: str = ""

    def is_ours(self, address: str) -> bool:
        """Whether this is an address that our own machine sends from or takes in."""
        return (
            address in self.own_addresses
            or bool(self.reply_address.fullmatch(address))
            or bool(self.bounce_address.fullmatch(address))
        )

    def in_own_domain(self, address: str) -> bool:
        """Whether the address lies in our own domain or below it."""
        domain = address.rpartition("@")[2]
        return bool(self.own_domain) and (domain == self.own_domain or domain.endswith("." + self.own_domain))


def context_of(table: dict) -> Context:
    """The context that a JSON object describes; keys that are not there keep their default.

    Raises ValueError when the object is no context (wrong types).
    """
    try:
        domain = str(table.get("own_domain") or "").lower()
        limits = {name: int(value) for name, value in (table.get("limits") or {}).items() if name in _LIMITS}
        return Context(
            own_domain=domain,
            own_addresses=frozenset(str(address).lower() for address in table.get("own_addresses") or ()),
            reply_address=_with_token(table.get("reply_address")),
            bounce_address=_with_token(table.get("bounce_address")),
            trusted_authserv_id=str(table.get("trusted_authserv_id") or "").lower(),
            limits=Limits(**limits),
            reply_prefix=str(table.get("reply_address") or "").lower().partition("<")[0],
        )
    except (AttributeError, TypeError) as error:
        raise ValueError("not a context") from error


_LIMITS = frozenset(Limits.__dataclass_fields__)


def load_context(path: Path) -> dict:
    """The JSON object in this file, or the one under its key `context`. Raises OSError, ValueError."""
    table = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(table, dict):
        raise ValueError("not a JSON object")
    inner = table.get("context", table)
    if not isinstance(inner, dict):
        raise ValueError("not a JSON object")
    return inner


def _with_token(template: object) -> re.Pattern[str]:
    """`antwoord+<32 hex>@example.org` as a pattern that gives the token; nothing matches without one."""
    before, mark, after = str(template or "").lower().partition("<32 hex>")
    if not mark:
        return re.compile(r"(?!)()")
    return re.compile(re.escape(before) + HEX + re.escape(after))
