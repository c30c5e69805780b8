"""Transfer codings undone, forgiving the faults that real programs make."""

import binascii
import re

_BASE64_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n"
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]*={0,2}")
_BEGIN = re.compile(rb"begin [0-7]{3,4} (\S[^\r\n]{0,254})")
_UU_LINE = re.compile(rb"[!-`][ -`]{0,84}")


def undo_coding(body: bytes, coding: str) -> bytes:
    """The bytes behind a Content-Transfer-Encoding; an unknown one is taken as no coding."""
    coding = coding.strip().lower()
    if coding == "base64":
        return _from_base64(body)
    if coding == "quoted-printable":
        # White space behind a soft break was added on the way.
        return binascii.a2b_qp(re.sub(rb"=[ \t]+(\r?\n)", rb"=\1", body))
    if coding in ("x-uuencode", "uuencode", "x-uue"):
        files = split_uuencoded(body)[1]
        return files[0][1] if files else body
    return body


def _from_base64(body: bytes) -> bytes:
    if not body.translate(None, _BASE64_LETTERS):
        return _padded(body.translate(None, b"= \t\r\n"))
    lines = [line.strip() for line in body.split(b"\n")]
    good = [line for line in lines if line and _BASE64_LINE.fullmatch(line)]
    if not good:
        return _said_wrong(body)
    # A list server may add its footer in plain text below: its words are no base64 line.
    joined = b"".join(good)
    clean = joined.replace(b"=", b"") if b"=" in joined[:-2] else joined.rstrip(b"=")
    return _padded(clean)


def _padded(clean: bytes) -> bytes:
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def _said_wrong(body: bytes) -> bytes:
    """What was declared base64 and is not: words stay words, else the letters that could be meant."""
    if re.search(rb"[A-Za-z]{2,} [A-Za-z]{2,}", body):
        return body
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    return _padded(clean)


def split_uuencoded(body: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The words of a body, and name and bytes of each uuencoded file that stands between them."""
    if b"begin " not in body:
        return body, []
    words: list[bytes] = []
    files: list[tuple[bytes, bytes]] = []
    held: list[bytes] = []
    name = b""
    for line in body.splitlines(keepends=True):
        bare = line.rstrip()
        begin = _BEGIN.fullmatch(bare)
        if begin and not name:
            name, held = begin[1], [line]
        elif name and bare == b"end":
            files.append((name, _from_uu(held[1:])))
            name, held = b"", []
        elif name and (not bare or bare == b"`" or _UU_LINE.fullmatch(bare)):
            held.append(line)
        else:
            # It only looked like a file: the words come back.
            words += [*held, line]
            name, held = b"", []
    return b"".join(words + held), files


def _from_uu(lines: list[bytes]) -> bytes:
    out = []
    for line in lines:
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(out)
