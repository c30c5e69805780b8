"""The files that came with a mail: which they are, what they are called in safety, and which are programs."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from .bodies import Body, is_body
from .mime import Part, decoded_body
from .names import extension, shown_name
from .words import pattern

SMALL_PICTURE = 8 * 1024
_KINDS = (
    "dangerous",
    "pdf",
    "document",
    "spreadsheet",
    "image",
    "calendar",
    "archive",
    "message",
    "signature",
    "text",
)
_REPORT_PARTS = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers")
_LISTED_TEXT = re.compile(r"text/(?:calendar|x-vcalendar|vcard|x-vcard|directory|csv|plain|html)")
_BY_TYPE = (
    (re.compile(r"application/(?:x-)?(?:ms-)?(?:pdf)"), "pdf"),
    (re.compile(r"application/(?:vnd\.)?ms-tnef"), "winmail"),
    (re.compile(r"application/(?:x-)?(?:pkcs7-(?:signature|mime)|pgp-\w+)"), "signature"),
    (re.compile(r"application/(?:x-)?(?:msdownload|msdos-program|dosexec|executable|sh\b)"), "dangerous"),
    (re.compile(r"application/(?:x-)?(?:java-archive|bat\b|ms-shortcut)"), "dangerous"),
    (re.compile(r"text/(?:calendar|x-vcalendar)|application/ics"), "calendar"),
    (re.compile(r"message/(?:rfc822|global)"), "message"),
    (re.compile(r"image/"), "image"),
    (re.compile(r".*(?:spreadsheet|excel)|text/(?:csv|tab-separated-values)"), "spreadsheet"),
    (re.compile(r".*(?:wordprocessing|msword|opendocument\.text|presentation|powerpoint|rtf)"), "document"),
    (re.compile(r"application/(?:x-)?(?:zip|gzip|tar|rar|7z|bzip|vnd\.rar|gtar|compressed|xz)"), "archive"),
    (re.compile(r"text/|application/(?:json|xml)"), "text"),
)  # fmt: skip
_MAGIC = (
    (b"%PDF-", "pdf"), (b"\xff\xd8\xff", "image"), (b"\x89PNG\r\n", "image"), (b"GIF8", "image"),
    (b"BM", "bitmap"),
    (b"II*\x00", "image"), (b"MM\x00*", "image"), (b"\x7fELF", "dangerous"), (b"MZ", "program"),
    (b"#!", "script"),
    (b"\xca\xfe\xba\xbe", "dangerous"), (b"\xcf\xfa\xed\xfe", "dangerous"), (b"\xfe\xed\xfa", "dangerous"),
    (b"\x4c\x00\x00\x00\x01\x14\x02\x00", "dangerous"), (b"Rar!\x1a", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"), (b"BZh", "archive"), (b"\xfd7zXZ", "archive"), (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"), (b"\x78\x9f\x3e\x22", "winmail"), (b"{\\rtf", "document"),
    (b"BEGIN:VCALENDAR", "calendar"),
)  # fmt: skip


@dataclass(frozen=True)
class Attachment:
    """One file of a mail; `inner` is the attached mail, where it is one."""

    name_shown: str
    kind: str
    inner: Part | None = None


def attachments_of(root: Part, body: Body) -> list[Attachment]:
    """The attachments of a mail, decoration and the parts of a report left out."""
    found = [_of_part(part, body) for part in root.walk()]
    listed = [attachment for attachment in found if attachment]
    listed += [Attachment(shown_name(name, "text"), kind_of(name, "", data)) for name, data in body.files]
    return listed


def _of_part(part: Part, body: Body) -> Attachment | None:
    if part.content_type.startswith("multipart/") or is_body(part) or part.content_type in _REPORT_PARTS:
        return None
    if part.content_type.startswith("message/") and part.children:
        inner = part.children[0]
        name = part.file_name or (inner.headers.text("subject")[:80] or "bericht") + ".eml"
        return Attachment(shown_name(name, "message"), "message", inner)
    if _is_other_form(part):
        return None
    data = decoded_body(part)
    if _is_decoration(part, data, body):
        return None
    if not part.file_name and not data.strip() and part.disposition != "attachment":
        return None
    kind = kind_of(part.file_name, part.content_type, data)
    return Attachment(shown_name(part.file_name, kind), kind)


def _is_other_form(part: Part) -> bool:
    """The same words in a form for another program (AMP, a watch, rich text): neither read nor listed."""
    bare = not part.file_name and part.disposition != "attachment"
    return bare and part.content_type.startswith("text/") and not _LISTED_TEXT.fullmatch(part.content_type)


def _is_decoration(part: Part, data: bytes, body: Body) -> bool:
    """A small picture that the HTML shows: a logo, a line, a counter."""
    is_picture = part.content_type.startswith("image/") or _by_content(data[:16]) == "image"
    return is_picture and len(data) < SMALL_PICTURE and part.content_id.lower() in body.images


def kind_of(name: str, content_type: str, data: bytes) -> str:
    """The kind of a file: a program by any sign; else by content, then by name, then by declared type."""
    by_name = _by_extension(extension(name))
    by_content = _by_content(data)
    by_type = next((kind for form, kind in _BY_TYPE if form.match(content_type)), "")
    if "dangerous" in (by_name, by_content, by_type):
        return "dangerous"
    if by_content == "zip":
        return _kind_of_zip(data, by_name)
    if by_content == "ole":
        return by_name if by_name in ("spreadsheet", "message") else "document"
    if by_content in ("archive", "text") and by_name:
        return by_name if by_name != "image" else by_content
    return by_content or by_name or by_type or "other"


def _by_extension(suffix: str) -> str:
    return next((kind for kind in _KINDS if suffix and pattern("files", kind).fullmatch(suffix)), "")


def _by_content(data: bytes) -> str:
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if found == "program":
        return (
            "dangerous"
            if re.search(rb"[\x00-\x08\x80-\xff]", data[2:64]) or b"DOS mode" in data[:200]
            else ""
        )
    if found == "script":
        return "dangerous" if re.match(rb"#!\s?/\S{3,60}", data) else ""
    if found == "bitmap":
        return "image" if data[6:10] == b"\0\0\0\0" else ""
    if data[4:8] == b"ftyp":
        return (
            "image" if data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"hevc", b"heim") else ""
        )
    return "image" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else found


def _kind_of_zip(data: bytes, by_name: str) -> str:
    """What a zip holds, by the names in it alone: nothing is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()[:5000]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError):
        return by_name or "archive"
    if any(_by_extension(extension(name)) == "dangerous" for name in names) or any(
        name.endswith("vbaProject.bin") for name in names
    ):
        return "dangerous"
    if any(name.startswith("xl/") for name in names):
        return "spreadsheet"
    if any(name.startswith(("word/", "ppt/")) for name in names):
        return "document"
    if "mimetype" in names:
        return by_name or "document"
    return by_name if by_name in ("document", "spreadsheet") else "archive"
