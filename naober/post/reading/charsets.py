"""Bytes to text: the declared character set when it fits, a better guess when it does not."""

import codecs
import re

# What programs say and what they mean: Windows wrote cp1252 under the name of ISO for thirty years.
_MEANT = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "us-ascii": "cp1252", "ascii": "cp1252", "ansi_x3.4-1968": "cp1252", "iso-8859-9": "cp1254",
    "unicode-1-1-utf-7": "utf-7", "utf8": "utf-8", "utf-8mb4": "utf-8", "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman", "ansi": "cp1252", "windows-1252http-equivcontent-type": "cp1252",
}  # fmt: skip
_TWICE = re.compile("[\u00c2\u00c3\u00e2][\u0080-\u00ff\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


def decode_bytes(data: bytes) -> str:
    """Bytes of which nobody says what they are: UTF-8 when it is that, else cp1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _cp1252(data)


def decode_known(data: bytes, charset: str) -> str:
    """Bytes with a declared character set, which may be unknown or wrong."""
    name = _codec(charset)
    if name in ("cp1252", "utf-8", ""):
        # UTF-8 is hardly ever valid by chance, so it wins over a claim of Latin-1.
        return _once(decode_bytes(_without_mark(data)))
    try:
        return data.decode(name, "replace").lstrip("\ufeff")
    except (UnicodeError, ValueError):
        return decode_bytes(data)


def _codec(charset: str) -> str:
    name = charset.strip(" \"'").lower()
    name = _MEANT.get(name, name)
    try:
        found = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    # `hex`, `zip` and the like are codecs too, but of bytes, and some of them blow up.
    return found.name if found and getattr(found, "_is_text_encoding", False) and found.name in _TEXT else ""


_TEXT = frozenset(
    codecs.lookup(name).name
    for name in (
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1250", "cp1251", "cp1252",
        "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5",
        "iso8859-7", "iso8859-15",
        "koi8-r", "mac-roman", "cp437", "cp850", "cp858", "big5", "gb2312", "gbk", "gb18030",
        "shift_jis", "euc-jp", "iso2022-jp", "euc-kr",
    )
)  # fmt: skip


def _without_mark(data: bytes) -> bytes:
    return data[3:] if data.startswith(codecs.BOM_UTF8) else data


def _cp1252(data: bytes) -> str:
    """cp1252 with its five holes; a long text that is UTF-8 but for some bytes stays UTF-8."""
    good = data.decode("utf-8", "ignore")
    if len(good.encode()) > len(data) - max(2, len(data) // 2000) and any(
        ord(letter) > 127 for letter in good
    ):
        return data.decode("utf-8", "replace")
    return data.decode("cp1252", "replace")


def _once(text: str) -> str:
    """Text that was turned into UTF-8 twice, turned back; any other text as it is."""
    if not _TWICE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
