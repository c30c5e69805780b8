"""Reading mails in a child process with a memory and a time limit: no mail may take the product along."""

from pathlib import Path

from naober.kit.child import Child, DiedError, TooSlowError

MEMORY = 512 * 1024 * 1024
SECONDS = 20.0
MAILS_PER_CHILD = 500

MESSAGES = {
    "not_found": "Dit bestand is er niet.",
    "unreadable": "Dit bestand is niet te openen.",
    "empty": "Dit bestand is leeg.",
    "bad_line": "Deze regel is geen JSON-object met een bestand.",
}
# What is left to say of a mail that broke its reader twice: a human looks, nothing is answered.
_UNREAD: dict[str, object] = {
    "kind": "quarantine", "from": "", "subject": "", "text": "", "forwarded_text": None, "author_hint": None,
    "answer": None, "reply_token": None, "attachments": [], "bounce": None, "may_auto_reply": False,
}  # fmt: skip


class Refusal(Exception):
    """A file that is no mail to read: `code` is one of MESSAGES, `message` is Dutch."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code if code in MESSAGES else "unreadable"
        self.message = MESSAGES[self.code]


class MailReader(Child):
    """Reads mails one after another in a child that is replaced when it dies or lags."""

    def __init__(self, context: dict, seconds: float = SECONDS, memory: int = MEMORY):
        super().__init__(
            "naober.post.reading.child",
            seconds=seconds,
            memory=memory,
            most=MAILS_PER_CHILD,
            greeting=context,
        )

    def read(self, path: Path) -> dict:
        """What was read of the mail in this file, as a row of the verb. A mail that breaks the reader is
        `quarantine`, with what its header says. Raises Refusal when there is no mail to read."""
        for header_only in (False, True):
            try:
                answer = self.ask({"path": str(path), "header_only": header_only})
            except (DiedError, TooSlowError):
                continue
            if "error" in answer:
                raise Refusal(answer["error"])
            mail: dict = answer["mail"]
            return mail
        return dict(_UNREAD)
