"""Where sessions are kept: in our own table, so that a function that ends takes its sessions along.

The browser holds a key, the table its checksum. Django asks for this module by `SESSION_ENGINE`.
"""

import hashlib
from datetime import date
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from naober.kit import guard
from naober.people.middleware import SESSION_PERSON
from naober.register.models import BrowserSession
from naober.register.sign_in import keys


def checksum(session_key: str) -> str:
    """What the table keeps of a key."""
    return hashlib.sha256(session_key.encode()).hexdigest()


class SessionStore(DatabaseStore):
    """Django's store on our table. Its writes are none of our actions (design, 1): nobody but the person
    needs to know, and there is nothing to undo."""

    @classmethod
    def get_model_class(cls) -> type[BrowserSession]:  # type: ignore[override]  # ours has the same columns
        return BrowserSession

    def _get_session_from_db(self) -> BrowserSession | None:
        key = self.session_key
        self._session_key = checksum(key) if key else key
        found = super()._get_session_from_db()  # type: ignore[misc]  # the stubs leave it out
        self._session_key = key if found else None
        return found

    def exists(self, session_key: str) -> bool:
        return super().exists(checksum(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> BrowserSession:  # type: ignore[override]
        since = data.get(keys.SINCE)
        return BrowserSession(
            session_key=checksum(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            account_id=data.get(SESSION_KEY),
            person_id=data.get(SESSION_PERSON),
            device=data.get(keys.DEVICE, ""),
            own_device=data.get(keys.OWN_DEVICE, False),
            since_on=date.fromisoformat(since) if since else None,
        )

    def save(self, must_create: bool = False) -> None:
        with guard.opened("sign-in"):
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            with guard.opened("sign-in"):
                super().delete(checksum(key))
