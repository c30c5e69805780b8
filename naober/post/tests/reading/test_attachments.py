"""The files that came with a mail: their kind, and a name that is safe to show."""

import io
import zipfile
from base64 import b64encode

import pytest

from .make_mail import file_part, html_part, mail, parts, read, text_part

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


def packed(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


FILES = [
    ("a.pdf", b"%PDF-1.4", "application/pdf", "pdf"),
    ("b.pdf", b"%PDF-1.4", "application/octet-stream", "pdf"),
    ("zonder", b"%PDF-1.4", "application/octet-stream", "pdf"),
    ("c.docx", packed("word/document.xml"), "application/octet-stream", "document"),
    ("vreemd", packed("word/document.xml"), "application/octet-stream", "document"),
    ("d.odt", packed("mimetype"), "application/vnd.oasis.opendocument.text", "document"),
    ("e.doc", b"\xd0\xcf\x11\xe0", "application/msword", "document"),
    ("f.pptx", packed("ppt/slide.xml"), "application/octet-stream", "document"),
    ("g.xlsx", packed("xl/workbook.xml"), "application/octet-stream", "spreadsheet"),
    ("h.xls", b"\xd0\xcf\x11\xe0", "application/vnd.ms-excel", "spreadsheet"),
    ("i.csv", b"a;b", "text/csv", "spreadsheet"),
    ("j.HEIC", b"\0\0\0\x18ftypheic", "application/octet-stream", "image"),
    ("k.jpg", b"\xff\xd8\xff", "image/jpeg", "image"),
    ("l.zip", packed("a.txt"), "application/zip", "archive"),
    ("m.zip", packed("a.exe"), "application/zip", "dangerous"),
    ("n.rar", b"Rar!\x1a\x07", "application/octet-stream", "archive"),
    ("o.ics", b"BEGIN:VCALENDAR", "text/calendar", "calendar"),
    ("p.vcf", b"BEGIN:VCARD", "text/vcard", "text"),
    ("q.txt", b"hoi", "text/plain", "text"),
    ("smime.p7s", b"0\x80", "application/pkcs7-signature", "signature"),
    ("signature.asc", b"-----BEGIN PGP", "application/pgp-signature", "signature"),
    ("winmail.dat", b"\x78\x9f\x3e\x22", "application/ms-tnef", "winmail"),
    ("winmail2.dat", b"\x78\x9f\x3e\x22", "application/octet-stream", "winmail"),
    ("r.msg", b"\xd0\xcf\x11\xe0", "application/vnd.ms-outlook", "message"),
    ("s.eml", b"From: a\n\nx", "application/octet-stream", "message"),
]


def listed(raw):
    return [(file.name_shown, file.kind) for file in read(raw).attachments]


@pytest.mark.parametrize(("name", "data", "content_type", "kind"), FILES)
def test_the_kind_of_a_file_is_what_is_in_it(name, data, content_type, kind):
    assert listed(parts(text_part("Zie bijlage."), file_part(name, data, content_type))) == [(name, kind)]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\\\Users\\\\x\\\\a.pdf", "a.pdf"),
        ("..\\\\..\\\\a.pdf", "a.pdf"),
        ("jaar\u202efdp.pdf", "jaarfdp.pdf"),
        ("a\u200bb.pdf", "ab.pdf"),
        ("=?utf-8?Q?caf=C3=A9.pdf?=", "café.pdf"),
        ("/", "bijlage.pdf"),
        ("...", "bijlage.pdf"),
        ("", "bijlage.pdf"),
        ("x" * 300 + ".pdf", "x" * 115 + "….pdf"),
    ],
)
def test_a_name_is_shown_without_path_or_trick(sent, shown):
    assert listed(parts(text_part("Zie bijlage."), file_part(sent, b"%PDF-1.4"))) == [(shown, "pdf")]


def test_a_name_in_pieces_is_put_together():
    part = (
        "Content-Type: application/pdf; name=x\nContent-Disposition: attachment;\n"
        " filename*0*=utf-8''caf%C3%A9%20;\n filename*1=lijst.pdf\n\n%PDF-"
    )
    assert listed(parts(text_part("Zie."), part)) == [("café lijst.pdf", "pdf")]


def test_a_header_in_a_name_stays_out_of_the_name():
    part = "Content-Disposition: attachment;\n filename*=utf-8''a.txt%0D%0AX-Evil%3A%201\n\nhoi"
    assert listed(parts(text_part("Zie."), part)) == [("a.txt", "text")]


@pytest.mark.parametrize(("size", "expected"), [(100, []), (9000, [("logo.png", "image")])])
def test_a_small_picture_in_the_text_is_decoration_and_a_large_one_is_not(size, expected):
    picture = (
        "Content-Type: image/png; name=logo.png\nContent-ID: <logo1>\nContent-Disposition: inline\n"
        f"Content-Transfer-Encoding: base64\n\n{b64encode(PNG + b'x' * size).decode()}"
    )
    assert listed(parts(html_part('<p>Hoi <img src="cid:logo1"></p>'), picture, kind="related")) == expected


def test_an_invitation_is_from_a_person_and_listed():
    invitation = (
        "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR"
    )
    raw = parts(text_part("Komt u ook?"), invitation, kind="alternative")
    assert (read(raw).kind, listed(raw)) == ("new", [("uitnodiging.ics", "calendar")])


def test_a_file_between_the_words_is_taken_out():
    raw = mail("Zie bestand.\n\nbegin 644 lijst.txt\n#86)C\n`\nend\n\nGroet,\nFokje")
    assert (read(raw).text, listed(raw)) == ("Zie bestand.", [("lijst.txt", "text")])


def test_a_signed_mail_is_read_as_any_other():
    signed = 'multipart/signed; protocol="application/pkcs7-signature"; boundary="grens"'
    raw = parts(
        text_part("De lamp is stuk."),
        file_part("smime.p7s", b"0", "application/pkcs7-signature"),
        content_type=signed,
    )
    assert (read(raw).kind, read(raw).text, listed(raw)) == (
        "new",
        "De lamp is stuk.",
        [("smime.p7s", "signature")],
    )


def test_words_on_both_sides_of_a_picture_are_one_text():
    raw = parts(
        text_part("Deel een."), file_part("a.jpg", b"\xff\xd8\xff", "image/jpeg"), text_part("Deel twee.")
    )
    assert (read(raw).text, listed(raw)) == ("Deel een.\n\nDeel twee.", [("a.jpg", "image")])
