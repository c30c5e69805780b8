"""Small files of every kind, and hostile ones, made for the tests."""

import io
import zipfile
import zlib
from email.message import EmailMessage

import docx

Line = tuple[float, float, str, bool]  # x, y, text, bold

ROWS = (
    ("1", "Opening", "", "De voorzitter opent."),
    ("2", "Dorpshuis Orvelte", "Het dak lekt en moet voor de winter dicht zijn.", "Aangenomen."),
    ("3", "Sluiting", "", "De voorzitter sluit."),
)
HEAD = ("Besluitenlijst gemeenteraad", "donderdag 3 februari 2028, 19.30 uur")


def text_paper() -> str:
    """The rows as plain text."""
    rows = "\n\n".join(f"{n}\n{title}\n{text}\nBesluit\n{decision}" for n, title, text, decision in ROWS)
    return "\n".join(HEAD) + "\n\n" + rows + "\n"


def docx_table() -> bytes:
    """The rows as a Word table with the columns number, subject and decision."""
    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=3)
    for cell, name in zip(table.rows[0].cells, ("Nr.", "Onderwerp", "Besluit"), strict=True):
        cell.text = name
    for number, title, text, decision in ROWS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = number, title, decision
        if text:
            cells[1].add_paragraph(text)
    return _saved(document)


def docx_numbered() -> bytes:
    """The rows with numbers that Word makes itself."""
    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(line)
    for _, title, text, decision in ROWS:
        document.add_paragraph(title, style="List Number")
        document.add_paragraph(text)
        document.add_paragraph("Besluit: " + decision)
    return _saved(document)


def _saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def html_table() -> bytes:
    """The rows as a table in a saved web page, with a menu and a script around it."""
    rows = "".join(
        f"<tr><td>{n}</td><td><b>{title}</b><br>{text}</td><td>{decision}</td></tr>"
        for n, title, text, decision in ROWS
    )
    head = "".join(f"<p>{line}</p>" for line in HEAD)
    names = "<tr><th>Nr.</th><th>Onderwerp</th><th>Besluit</th></tr>"
    return (
        f"<!doctype html><html><head><script>var menu = 1;</script></head><body><nav>Menu Zoeken</nav>"
        f"{head}<table>{names}{rows}</table></body></html>"
    ).encode()


def html_list() -> bytes:
    """The rows as a list whose counter stands before the number of the agenda."""
    rows = "".join(
        f"<li><div>{n}</div><div>{title}</div><p>{text}</p><h5>Besluit</h5><p>{decision}</p></li>"
        for n, title, text, decision in ROWS
    )
    return f"<html><body><h1>{HEAD[0]}</h1><p>{HEAD[1]}</p><ol>{rows}</ol></body></html>".encode()


def pdf_table() -> bytes:
    """The rows as a table in a pdf, the explanation broken over two lines."""
    lines: list[Line] = [(60, 780, HEAD[0], True), (60, 765, HEAD[1], False)]
    lines += [(60, 730, "Nr.", True), (100, 730, "Onderwerp", True), (330, 730, "Besluit", True)]
    y = 710.0
    for number, title, text, decision in ROWS:
        lines += [(60, y, number, False), (100, y, title, True), (330, y, decision, False)]
        for at, part in enumerate((text[:26], text[26:].strip()) if text else ()):
            lines.append((100, y - 13 * (at + 1), part, False))
        y -= 50
    return pdf([lines, [(60, 780, "Einde van de besluitenlijst.", False), (290, 20, "2", False)]])


def pdf(pages: list[list[Line]]) -> bytes:
    """A pdf with these lines of text on its pages."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    fonts = [
        add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode())
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for lines in pages:
        content = b"\n".join(
            f"BT /F{int(bold)} 10 Tf {x} {y} Td ({text}) Tj ET".encode("cp1252") for x, y, text, bold in lines
        )
        stream = add(b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(
            add(
                f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 595 842]/Contents {stream} 0 R"
                f"/Resources<</Font<</F0 {fonts[0]} 0 R/F1 {fonts[1]} 0 R>>>>>>".encode()
            )
        )
    add(f"<</Type/Pages/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]/Count {len(kids)}>>".encode())
    return pdf_of(objects, add(f"<</Type/Catalog/Pages {parent} 0 R>>".encode()))


def pdf_of(objects: list[bytes], root: int) -> bytes:
    """A pdf file out of its objects."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, root, len(out))
    )


def mail(*attachments: tuple[str, bytes], body: str = "Beste allen, zie de bijlage.") -> bytes:
    """A mail with these attachments."""
    message = EmailMessage()
    message["From"] = "griffie@voorbeeld.nl"
    message["Subject"] = "Besluitenlijst"
    message.set_content(body)
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


# ---------------------------------------------------------------- hostile files
def docx_bomb() -> bytes:
    """A Word file that unpacks to 400 MB."""
    return _docx_with(b"<w:p/>" * 1000, repeat=66_000)


def docx_entities() -> bytes:
    """A Word file whose text is entities within entities."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "lol">{levels}]><w:document>&e9;</w:document>'
    return _docx_with(xml.encode())


def _docx_with(document: bytes, repeat: int = 1) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx_table())) as good,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for entry in good.infolist():
            if entry.filename != "word/document.xml":
                bad.writestr(entry, good.read(entry))
        with bad.open("word/document.xml", "w") as target:
            for _ in range(repeat):
                target.write(document)
    return stream.getvalue()


def pdf_bomb() -> bytes:
    """A pdf whose one page unpacks to 900 MB."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b"BT (a) Tj ET\n" * 75_000) for _ in range(920)) + packer.flush()
    inner = zlib.compress(once, 9)
    filters = b"[/FlateDecode/FlateDecode]"
    stream = b"<</Length %d/Filter %s>>\nstream\n%s\nendstream" % (len(inner), filters, inner)
    page = b"<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]/Contents 1 0 R>>"
    return pdf_of([stream, page, b"<</Type/Pages/Kids[2 0 R]/Count 1>>", b"<</Type/Catalog/Pages 3 0 R>>"], 4)


def pdf_pages_bomb() -> bytes:
    """A small pdf that claims a hundred thousand pages."""
    kids = b" ".join([b"1 0 R"] * 100_000)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf_of(
        [page, b"<</Type/Pages/Kids[%s]/Count 100000>>" % kids, b"<</Type/Catalog/Pages 2 0 R>>"], 3
    )


def html_bomb() -> bytes:
    """A web page of very many elements within each other."""
    return b"<html><body>" + b"<div>" * 149_000 + b"tekst"


def mail_bomb() -> bytes:
    """A mail within a mail within a mail, two hundred deep."""
    data = mail()
    for _ in range(200):
        outer = EmailMessage()
        outer["From"] = "a@voorbeeld.nl"
        outer.set_content("zie bijlage")
        data = outer.as_bytes() + b"\n" + data
    parts = b"".join(
        b"--b\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\nContent-Type: text/plain\n\nhoi\n"
        % (n, n)
        for n in range(20_000)
    )
    return (
        b"From: a@voorbeeld.nl\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        + parts
        + b"--b--\n"
        + data
    )
