"""One mail read from its raw bytes to all that the product wants to know of it."""

from dataclasses import dataclass, replace

from .addresses import display_name
from .answer import answer_of
from .attachments import Attachment, attachments_of
from .bodies import Body, body_of
from .bounces import Bounce, read_bounce
from .caps import header_block, over_cap
from .context import Context
from .forms import real_writer
from .forwards import Forward, read_forward
from .headers import Headers, parse_headers
from .kinds import Seen, kind_of_mail, may_auto_reply, sender_of
from .machines import auto_submitted
from .mime import Part, TooMuch, split_mail
from .quotes import OwnWords, own_words
from .sender_names import Writer
from .signatures import words_without_ending
from .subjects import answers, forwards
from .tokens import reply_token, sent_to_reply_address

MAX_SUBJECT = 250
MAX_TEXT = 200_000
MAX_HEADER = 2_000_000


@dataclass(frozen=True)
class ReadMail:
    """What was read of one mail; the fields are those of the verb `read-mail`."""

    kind: str
    sender: str
    subject: str
    text: str = ""
    forwarded_text: str | None = None
    author_hint: str | None = None
    answer: str | None = None
    reply_token: str | None = None
    attachments: tuple[Attachment, ...] = ()
    bounce: Bounce | None = None
    may_auto_reply: bool = False

    def row(self) -> dict[str, object]:
        """The mail as the verb prints it, without the name of its file."""
        return {
            "kind": self.kind, "from": self.sender, "subject": self.subject, "text": self.text,
            "forwarded_text": self.forwarded_text, "author_hint": self.author_hint, "answer": self.answer,
            "reply_token": self.reply_token,
            "attachments": [{"name_shown": a.name_shown, "kind": a.kind} for a in self.attachments],
            "bounce": self.bounce.row() if self.bounce else None, "may_auto_reply": self.may_auto_reply,
        }  # fmt: skip


def read_mail(data: bytes, context: Context) -> ReadMail:
    """Read a raw mail. A mail over a cap is read no further than its header and is `quarantine`."""
    if over_cap(data, context.limits):
        return read_header_only(data, context)
    try:
        root = split_mail(data, context.limits)
        return _read_parts(root, context)
    except (TooMuch, RecursionError):
        return read_header_only(data, context)


def read_header_only(data: bytes, context: Context) -> ReadMail:
    """What a human needs to find a mail that is not taken apart: from whom, about what, answering what."""
    headers = parse_headers(header_block(data[:MAX_HEADER]))
    return ReadMail(
        "quarantine", sender_of(headers), _subject(headers), reply_token=reply_token(headers, context)
    )


def _subject(headers: Headers) -> str:
    subject = headers.text("subject")
    return subject if len(subject) <= MAX_SUBJECT else subject[: MAX_SUBJECT - 1] + "…"


def _read_parts(root: Part, context: Context) -> ReadMail:
    headers, body = root.headers, body_of(root)
    subject = _subject(headers)
    attachments = tuple(attachments_of(root, body))
    everything = "\n".join(line.text for line in body.lines)
    bounce = read_bounce(root, everything, context)
    forward = _forward_of(root, body, attachments)
    own = (
        _own_words(root, body, context)
        if forward is None
        else OwnWords(forward.pieces, [], list(forward.writers))
    )
    writer = Writer(display_name(headers, "from"), sender_of(headers))
    text = words_without_ending(own.pieces, writer, body.signatures)[:MAX_TEXT]
    form = real_writer(headers, everything)
    seen = Seen(root, writer.address, subject, everything if not own.quoted else text, tuple(own.writers),
                forward is not None, attachments, bounce)  # fmt: skip
    kind = kind_of_mail(seen, context)
    mail = ReadMail(
        kind=kind,
        sender=writer.address,
        subject=subject,
        text=form.message if form and form.message and kind == "new" else text,
        reply_token=reply_token(headers, context),
        attachments=attachments,
        bounce=bounce if kind == "bounce" else None,
        may_auto_reply=may_auto_reply(kind, seen, context),
    )
    if kind == "reply":
        return replace(mail, answer=answer_of(mail.text, subject, "\n".join(own.quoted)))
    if kind in ("bounce", "auto", "spam_suspect"):
        return mail
    return _with_author(mail, forward, form.address if form else "")


def _with_author(mail: ReadMail, forward: Forward | None, real: str) -> ReadMail:
    if forward is not None:
        return replace(mail, forwarded_text=forward.text[:MAX_TEXT], author_hint=forward.author or None)
    return replace(mail, author_hint=real or None)


def _own_words(root: Part, body: Body, context: Context) -> OwnWords:
    headers = root.headers
    answering = (
        answers(headers.text("subject"))
        or headers.has("in-reply-to")
        or sent_to_reply_address(headers, context)
    )
    return own_words(body.lines, body.opener, answering=answering)


# ---------------------------------------------------------------- passed on
def _forward_of(root: Part, body: Body, attachments: tuple[Attachment, ...]) -> Forward | None:
    """The message that this mail passes on, in its words or as an attached mail, if it does."""
    subject = root.headers.text("subject")
    opener = body.opener
    if forwards(subject) or _passes_on_without_saying(root, body):
        found = read_forward(body.lines, opener)
        if found and (opener or found.text):
            return found
    attached = next((attachment.inner for attachment in attachments if attachment.inner), None)
    if attached is None or opener is not None or answers(subject) or auto_submitted(root.headers):
        return None
    return _attached_forward(attached, body)


def _passes_on_without_saying(root: Part, body: Body) -> bool:
    """A forward with a subject of its own: announced as one, or a header block that nothing answers."""
    opener = body.opener
    headers = root.headers
    if opener is None or not opener.block or answers(headers.text("subject")):
        return False
    return opener.forwards or not (headers.has("in-reply-to") or headers.has("references"))


def _attached_forward(attached: Part, body: Body) -> Forward:
    """An attached mail as the message that is passed on; in it, what that one passes on in its turn."""
    inner_body = body_of(attached)
    deeper = (
        read_forward(inner_body.lines, inner_body.opener)
        if forwards(attached.headers.text("subject"))
        else None
    )
    pieces = own_words(body.lines, body.opener, answering=False).pieces
    if deeper and deeper.author:
        return Forward(pieces, deeper.text, deeper.author, deeper.writers)
    writer = Writer(display_name(attached.headers, "from"), sender_of(attached.headers))
    words = own_words(
        inner_body.lines, inner_body.opener, answering=answers(attached.headers.text("subject"))
    )
    text = words_without_ending(words.pieces, writer, inner_body.signatures)
    return Forward(pieces, text, writer.address, (writer.address,))
