"""The name of a file as we show it: never a path, never a trick."""

import re
import unicodedata

MAX_NAME = 120
_WITHOUT_NAME = {
    "pdf": "bijlage.pdf", "image": "foto.jpg", "document": "bijlage.docx", "spreadsheet": "bijlage.xlsx",
    "calendar": "uitnodiging.ics", "message": "bericht.eml", "archive": "bijlage.zip",
    "winmail": "winmail.dat", "signature": "handtekening.p7s", "text": "bijlage.txt",
}  # fmt: skip
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


def shown_name(name: str, kind: str) -> str:
    """The last part of the path, without control and direction characters; ours when no name is left."""
    # What follows a line break wants to be a header of its own.
    name = re.split(r"[\r\n]", name.strip("\r\n"), maxsplit=1)[0]
    name = _CONTROL.sub("", name)
    name = re.split(r"[/\\\u2044\u2215\u29f5\uff0f\uff3c]", name.rstrip("/\\ "))[-1]
    name = re.sub(r"\s+", " ", name).strip(" \"'")
    if not name.strip("."):
        return _WITHOUT_NAME.get(kind, "bijlage")
    return _shortened(name)


def extension(name: str) -> str:
    """What stands behind the last dot of the name as it is shown, in lower case."""
    # A full-width dot looks like a dot and is taken for one.
    shown = unicodedata.normalize("NFKC", shown_name(name, "")).rstrip(". ")
    before, dot, suffix = shown.rpartition(".")
    return suffix.lower() if dot and before else ""


def _shortened(name: str) -> str:
    if len(name) <= MAX_NAME:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 10:
        return name[:MAX_NAME]
    return stem[: MAX_NAME - len(suffix) - 2] + "…." + suffix
