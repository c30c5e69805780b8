"""Mails for the tests, written by us; the people, places and machines in them are invented."""

import tomllib
from base64 import b64encode
from pathlib import Path

from naober.post.reading.context import Context, context_of
from naober.post.reading.read import ReadMail, read_mail

TOKEN = "0123456789abcdef" * 2
TABLE = {
    "own_domain": "overleg.example",
    "own_addresses": ["post@overleg.example"],
    "reply_address": "antwoord+<32 hex>@overleg.example",
    "bounce_address": "retour+<32 hex>@overleg.example",
    "trusted_authserv_id": "mx.overleg.example",
    "limits": {"nesting_depth": 20, "parts": 200, "decoded_header_bytes": 2048, "header_block_bytes": 65536},
}
CONTEXT: Context = context_of(TABLE)
REPLY_TO_US = f"antwoord+{TOKEN}@overleg.example"
BOUNCE_TO_US = f"retour+{TOKEN}@overleg.example"
ASKED = (
    "Beste besturen,\n\nStaat uw bestuur achter de brief over de sloten? Ja, nee of nog niet besproken."
    "\n\nHet overleg"
)


def quoted(text: str = ASKED, marks: str = "> ") -> str:
    """A text as an answer quotes it."""
    return "\n".join((marks + line).rstrip() for line in text.split("\n"))


def layouts(group: str, **words: str) -> dict[str, str]:
    """The bodies of `layouts.toml` in one group, by the name of the program, with these words filled in."""
    table = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text(encoding="utf-8"))
    filled = {
        "us": REPLY_TO_US,
        "asked": ASKED,
        "asked_marked": quoted(),
        "asked_piped": quoted(marks="| "),
        "words_marked": quoted(words.get("words", "")),
        "asked_html": ASKED.replace("\n", "<br>"),
        **words,
    }
    return {name: body.format(**filled) for name, body in table[group].items()}


def mail(
    body: str | bytes = "",
    *,
    sender: str = "Fokje Dijkhuis <fokje@dijkhuis.example>",
    to: str = "post@overleg.example",
    subject: str = "Sloten",
    charset: str = "utf-8",
    content_type: str = "",
    coding: str = "8bit",
    **extra: str,
) -> bytes:
    """A raw mail; extra headers by name, with `_` for `-`."""
    head = {
        "Return-Path": f"<{sender.rpartition('<')[2].rstrip('>')}>",
        "Delivered-To": to,
        "From": sender,
        "To": to,
        "Subject": subject,
        "Date": "Tue, 3 Nov 2026 10:00:00 +0100",
        "Message-ID": "<17@post.example>",
        "MIME-Version": "1.0",
        "Content-Type": content_type or f"text/plain; charset={charset}",
        "Content-Transfer-Encoding": coding,
    }
    head.update({name.replace("_", "-"): value for name, value in extra.items()})
    block = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    data = body if isinstance(body, bytes) else body.replace("\n", "\r\n").encode(charset)
    return block.encode("utf-8") + b"\r\n" + data


def reply(body: str, **extra: str) -> bytes:
    """An answer to a question of ours, sent to its reply address."""
    extra.setdefault("subject", "Re: Brief over de sloten: staat uw bestuur hierachter?")
    return mail(body, to=REPLY_TO_US, In_Reply_To="<brief.4@overleg.example>", **extra)


def parts(*items: str | bytes, kind: str = "mixed", boundary: str = "grens", **extra: str) -> bytes:
    """A mail of several parts, each with its own headers."""
    blocks = [item if isinstance(item, bytes) else item.replace("\n", "\r\n").encode() for item in items]
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + block + b"\r\n" for block in blocks)
    body += b"--" + boundary.encode() + b"--\r\n"
    extra.setdefault("content_type", f'multipart/{kind}; boundary="{boundary}"')
    return mail(body, **extra)


def text_part(text: str) -> str:
    """A part with plain words."""
    return f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}"


def html_part(markup: str) -> str:
    """A part with HTML."""
    return f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{markup}"


def file_part(name: str, data: bytes, content_type: str = "application/octet-stream", extra: str = "") -> str:
    """An attached file."""
    return (
        f'Content-Type: {content_type}\nContent-Disposition: attachment; filename="{name}"\n'
        f"{extra}Content-Transfer-Encoding: base64\n\n{b64encode(data).decode()}"
    )


def read(raw: bytes) -> ReadMail:
    """The mail as it is read."""
    return read_mail(raw, CONTEXT)


def saved(folder: Path, raw: bytes, name: str = "mail.eml") -> Path:
    """The mail as a file."""
    path = folder / name
    path.write_bytes(raw)
    return path
