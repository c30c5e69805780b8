"""How other programs would have laid out a mail: quote headers, closings, endings, HTML, codings."""

import html
import random
import re
import tomllib
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path

from naober.post.reading.lines import Line, lines_of
from naober.post.reading.openers import Opener, next_opener

_LAYOUTS = tomllib.loads((Path(__file__).parent / "mail_layouts.toml").read_text("utf-8"))
_CLOSING_LINE = re.compile(
    r"(?im)^(?:met )?(?:hartelijke |vriendelijke )?(?:groet(?:en|jes)?|mvg|m\.vr\.gr\.),?$"
)


# ---------------------------------------------------------------- raw mail in and out
def plain_of(raw: bytes) -> str | None:
    """The words of a mail that has one plain part to change; None for mail that is left as it is."""
    message = message_from_bytes(raw, policy=policy.compat32)
    part = _plain_part(message)
    if part is None or message.get_content_type() == "multipart/report" or not _is_tidy(message):
        return None
    data = part.get_payload(decode=True)
    charset = part.get_content_charset() or "utf-8"
    try:
        return bytes(data).decode(charset).replace("\r\n", "\n") if isinstance(data, bytes) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _plain_part(message: Message) -> Message | None:
    first = next((part for part in message.walk() if part.get_content_maintype() == "text"), None)
    if first is None or first.get_content_type() != "text/plain":
        return None
    return next(
        (
            part
            for part in message.walk()
            if part.get_content_type() == "text/plain" and not part.get_filename()
        ),
        None,
    )


def _is_tidy(message: Message) -> bool:
    return not message.defects and len(list(message.walk())) < 20 and b"\0" not in message.as_bytes()[:20_000]


def with_body(raw: bytes, text: str, rng: random.Random, *, as_html: bool = False) -> bytes:
    """The same mail with these words, in HTML alone or plain, in one of the usual codings; files stay."""
    message = message_from_bytes(raw, policy=policy.compat32)
    files = [
        part for part in message.walk() if part.get_filename() or part.get_content_type() == "message/rfc822"
    ]
    head = "".join(
        f"{name}: {value}\n"
        for name, value in message.items()
        if name.lower() not in ("content-type", "content-transfer-encoding", "mime-version")
    )
    content = EmailMessage(policy=policy.SMTP)
    charset = rng.choice(["utf-8", "iso-8859-1", "windows-1252", "utf-8"])
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        charset = "utf-8"
    kind = "html" if as_html else "plain"
    body = to_html(text, rng) if as_html else text
    content.set_content(body, subtype=kind, charset=charset, cte=rng.choice(["quoted-printable", "base64"]))
    if not files:
        return head.encode("utf-8", "surrogateescape") + content.as_bytes()
    mark = f"grens{rng.random():.12f}"
    out = [
        head.encode("utf-8", "surrogateescape"),
        f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{mark}"\n\n'.encode(),
    ]
    for part in (content.as_bytes(), *(file.as_bytes() for file in files if _is_outermost(file, files))):
        out += [f"--{mark}\n".encode(), part, b"\n"]
    return b"".join([*out, f"--{mark}--\n".encode()])


def _is_outermost(file: Message, files: list[Message]) -> bool:
    return not any(file is not other and file in list(other.walk()) for other in files)


# ---------------------------------------------------------------- HTML as programs make it
def to_html(text: str, rng: random.Random) -> str:
    """The words as HTML of one of five programs; marked lines become blockquotes."""
    style = rng.choice(["div", "p", "mso", "br", "span"])
    out, depth = [], 0
    for line in lines_of(text):
        while depth < line.depth:
            out.append(rng.choice(["<blockquote>", '<blockquote type="cite">']))
            depth += 1
        while depth > line.depth:
            out.append("</blockquote>")
            depth -= 1
        out.append(_html_line(html.escape(line.text), style))
    out.append("</blockquote>" * depth)
    return f"<html><head><style>p {{margin:0}}</style></head><body>{''.join(out)}</body></html>\n"


def _html_line(text: str, style: str) -> str:
    if style == "mso":
        return f'<p class="MsoNormal">{text or "&nbsp;"}<o:p></o:p></p>\n'
    if style == "p":
        return f"<p>{text}</p>\n" if text else ""
    if style == "br":
        return f"{text}<br>\n"
    if style == "span":
        return f'<div><span style="font-size:11pt">{text or "<br>"}</span></div>'
    return f'<div dir="ltr">{text or "<br>"}</div>'


# ---------------------------------------------------------------- quote and forward headers
def other_client(text: str, forward: bool, rng: random.Random) -> str:
    """The first quote or forward header as another program words it."""
    lines = lines_of(text)
    opener = next_opener(lines)
    if opener is None or (opener.depth and not forward):
        return text
    before = "\n".join(line.text for line in lines[: opener.start])
    after = [Line(line.text, max(0, line.depth - opener.depth)) for line in lines[opener.end :]]
    if after and not any(line.depth for line in after):
        after = [Line(line.text, 1) for line in after]
    below = _words_below(after)
    quoted = after[: len(after) - len(below)] if below else after
    layout = rng.choice(_LAYOUTS["forward" if forward else "reply"])
    named = layout["text"].format(
        who=_who(opener), address=opener.author, subject=opener.subject or "Vraag aan de dorpen"
    )
    mark = rng.choice(["> ", ">", "> "]) if layout["marked"] or below else ""
    shift = 0 if mark else 1
    body = "\n".join(f"{mark * (line.depth - shift)}{line.text}".rstrip() for line in quoted)
    return "\n".join(
        piece for piece in (before, named, body, "\n".join(line.text for line in below)) if piece
    )


def _words_below(after: list[Line]) -> list[Line]:
    """The unmarked words under a marked quote."""
    last = max((index for index, line in enumerate(after) if line.depth), default=-1)
    rest = after[last + 1 :]
    return rest if any(not line.empty for line in rest) else []


def _who(opener: Opener) -> str:
    address = opener.author
    name = re.sub(r"[\"<>\[\]]|mailto:|\S+@\S+", "", opener.who).strip()
    return f"{name or 'Dorpenoverleg'} <{address}>" if "@" in address else address or "Dorpenoverleg"


# ---------------------------------------------------------------- closings and endings
def other_closing(text: str, rng: random.Random) -> str:
    """Every closing formula on a line of its own in the words of another person."""
    return _CLOSING_LINE.sub(lambda _: rng.choice(_LAYOUTS["closings"]), text)


def more_below(text: str, rng: random.Random) -> str:
    """A device line or disclaimer more, under the words and above the quote."""
    lines = lines_of(text)
    opener = next_opener(lines)
    first_quoted = next((index for index, line in enumerate(lines) if line.depth), len(lines))
    at = min(opener.start if opener else len(lines), first_quoted)
    if at == 0 or not any(not line.empty for line in lines[:at]):
        return text
    raw = text.split("\n")
    return "\n".join([*raw[:at], "", rng.choice(_LAYOUTS["below"]), "", *raw[at:]])
