"""The same agenda set in many layouts is read the same. Every fact is invented."""

import pytest

from naober.decisions.reading import read_text

from .paper import PLACES

# number, title, explanation, proposed, decision, outcome, villages
ITEMS = [
    ("1", "Opening", "", "", "De voorzitter opent om 19.30 uur.", "geen", ()),
    ("2", "Vaststellen agenda", "", "", "De agenda is ongewijzigd vastgesteld.", "vastgesteld", ()),
    ("3", "Ingekomen stukken", "", "", "Voor kennisgeving aangenomen.", "ter_kennisname", ()),
    (
        "4.1",
        "Dorpshuis Orvelte",
        "Het dak van het dorpshuis lekt. De stichting heeft zelf € 10.000.",
        "Een krediet van € 20.000 beschikbaar te stellen.",
        "Het voorstel is aangenomen.",
        "aangenomen",
        ("Orvelte",),
    ),
    (
        "4.2",
        "Bestemmingsplan Witteveen",
        "Er komen vijf woningen bij. De buren zijn gehoord.",
        "Het plan vast te stellen.",
        "Het plan is vastgesteld.",
        "vastgesteld",
        ("Witteveen",),
    ),
    (
        "5",
        "Motie bushalte Zwiggelte",
        "De motie vraagt om een overdekte halte.",
        "",
        "De motie is verworpen.",
        "verworpen",
        ("Zwiggelte",),
    ),
    ("6", "Sluiting", "", "", "De voorzitter sluit om 22.00 uur.", "geen", ()),
]
HEAD = "Gemeenteraad\ndonderdag 3 februari 2028\n19:30 - 22:00\nLocatie\nRaadzaal\n"


def body(item, between="\n", label="Besluit\n"):
    _, _, explanation, proposed, decision, *_ = item
    parts = (explanation, proposed and "Voorgesteld besluit\n" + proposed, label + decision)
    return between.join(part for part in parts if part)


LAYOUTS = {}
LAYOUTS["portal"] = (
    HEAD
    + "Agendapunten\n\n"
    + "\n".join(
        f" {k}. {i[0]}\n  {i[1]}\n\n  " + body(i, "\n\n").replace("\n", "\n  ")
        for k, i in enumerate(ITEMS, 1)
    )
)
LAYOUTS["dash"] = HEAD + "Agendapunten\n" + "\n".join(f"-\n{i[0]}\n{i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["dashglued"] = HEAD + "Agendapunten\n" + "\n".join(f"-\n{i[0]}{i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["dashend"] = HEAD + "Agendapunten\n-\n" + " -\n".join(f"{i[0]}\n{i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["alone"] = HEAD + "\n" + "\n\n".join(f"{i[0]}\n{i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["alone_nogap"] = HEAD + "\n".join(f"{i[0]}\n{i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["dot"] = HEAD + "\n" + "\n\n".join(f"{i[0]}. {i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["dot_nogap"] = HEAD + "\n".join(f"{i[0]}. {i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["space"] = HEAD + "\n" + "\n\n".join(f"{i[0]} {i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["zero"] = (
    HEAD + "\n" + "\n\n".join(f"{'0' if len(i[0]) == 1 else ''}{i[0]} {i[1]}\n{body(i)}" for i in ITEMS)
)
LAYOUTS["agendapunt"] = HEAD + "\n" + "\n\n".join(f"Agendapunt {i[0]}: {i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["agendapunt2"] = HEAD + "\n" + "\n\n".join(f"Agendapunt {i[0]}\n{i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["punt"] = (
    HEAD + "\n" + "\n\n".join(f"Punt {i[0]}.\n\n{i[1]}.\n\n{body(i, chr(10) * 2)}" for i in ITEMS)
)
LAYOUTS["paren"] = HEAD + "\n" + "\n\n".join(f"{i[0]}) {i[1]}\n{body(i)}" for i in ITEMS)
LAYOUTS["bars"] = (
    HEAD + "Nr. | Onderwerp | Besluit |\n" + "\n".join(f"{i[0]} | {i[1]} {i[2]} | {i[4]} |" for i in ITEMS)
)
LAYOUTS["tabs"] = HEAD + "Nr.\tOnderwerp\tBesluit\n" + "\n".join(f"{i[0]}\t{i[1]}\t{i[4]}" for i in ITEMS)
LAYOUTS["table_lines"] = (
    HEAD
    + "Nr.\nOnderwerp\nBesluit\n"
    + "\n".join(f"{i[0]}\n{i[1]}\n" + (i[2] + "\n" if i[2] else "") + i[4] for i in ITEMS)
)
LAYOUTS["md"] = (
    HEAD + "\n" + "\n\n".join(f"## {i[0]} {i[1]}\n\n{body(i, chr(10) * 2, '**Besluit:** ')}" for i in ITEMS)
)
LAYOUTS["oneline"] = HEAD + "\n" + "\n".join(f"{i[0]}. {i[1]}. {i[2]} Besluit: {i[4]}" for i in ITEMS)
LAYOUTS["inlinebesluit"] = (
    HEAD + "\n" + "\n\n".join(f"{i[0]}. {i[1]}\n{i[2]}\nBesluit: {i[4]}" for i in ITEMS)
)
LAYOUTS["fields"] = (
    HEAD
    + "\n"
    + "\n\n".join(f"Nummer: {i[0]}\nOnderwerp: {i[1]}\nToelichting: {i[2]}\nBesluit: {i[4]}" for i in ITEMS)
)
LAYOUTS["onderwerp"] = (
    HEAD
    + "\n"
    + "\n\n".join(f"{i[0]}\nOnderwerp: {i[1]}\nToelichting: {i[2]}\nBesluit: {i[4]}" for i in ITEMS)
)
LAYOUTS["caps"] = HEAD + "\n" + "\n\n".join(f"{i[0]}. {i[1].upper()}\n{body(i)}" for i in ITEMS)
LAYOUTS["headings"] = HEAD + "\n" + "\n\n".join(f"{i[1]}\n{i[2]}\n\nBesluit:\n{i[4]}" for i in ITEMS)
LAYOUTS["headings2"] = (
    HEAD
    + "\n"
    + "\n\n".join(f"{i[1]}\n\n{i[2] + chr(10) + chr(10) if i[2] else ''}Besluit: {i[4]}" for i in ITEMS)
)
LAYOUTS["headings3"] = (
    HEAD + "\n" + "\n\n".join(f"{i[1]}\n\n{i[2] + chr(10) + chr(10) if i[2] else ''}{i[4]}" for i in ITEMS)
)
LAYOUTS["overview"] = (
    HEAD
    + "Agenda\n"
    + "\n".join(f"{i[0]}. {i[1]}" for i in ITEMS)
    + "\n\n"
    + "\n\n".join(f"{i[0]}. {i[1]}\n{body(i)}" for i in ITEMS)
)
LAYOUTS["overview2"] = (
    HEAD
    + "Agenda\n"
    + "\n".join(f"{i[0]} {i[1]}" for i in ITEMS)
    + "\n\n"
    + "\n\n".join(f"Agendapunt {i[0]} - {i[1]}\n{body(i)}" for i in ITEMS)
)
LAYOUTS["besluit_is"] = HEAD + "\n" + "\n\n".join(f"{i[0]}. {i[1]}\n{i[2]}\n> {i[4]}" for i in ITEMS)
LAYOUTS["crlf"] = LAYOUTS["dot"].replace("\n", "\r\n")
LAYOUTS["nbsp"] = LAYOUTS["dot"].replace(". ", ".\u00a0", 1)
LAYOUTS["blankall"] = LAYOUTS["alone"].replace("\n", "\n\n")
LAYOUTS["indent"] = (
    HEAD
    + "\n"
    + "\n\n".join(
        f"   {i[0]}.   {i[1]}\n        {body(i).replace(chr(10), chr(10) + '        ')}" for i in ITEMS
    )
)
LAYOUTS["bullet"] = HEAD + "\n" + "\n\n".join(f" • {i[0]}\n\n  {i[1]}\n  {body(i)}" for i in ITEMS)
LAYOUTS["letterparts"] = (
    HEAD + "\n" + "\n\n".join(f"{'ABCDEFG'[k]}. {i[1]}\n{body(i)}" for k, i in enumerate(ITEMS))
)
LAYOUTS["roman"] = (
    HEAD
    + "\n"
    + "\n\n".join(
        f"{['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][k]}. {i[1]}\n{body(i)}" for k, i in enumerate(ITEMS)
    )
)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_every_layout_gives_the_same_items(layout):
    items = read_text(LAYOUTS[layout], PLACES).items
    assert [(item.title.lower(), item.outcome, item.villages) for item in items] == [
        (title.lower(), outcome, villages) for _, title, _, _, _, outcome, villages in ITEMS
    ]


@pytest.mark.parametrize(
    "layout", sorted(set(LAYOUTS) - {"headings", "headings2", "headings3", "letterparts", "roman", "zero"})
)
def test_every_numbered_layout_gives_the_same_numbers(layout):
    items = read_text(LAYOUTS[layout], PLACES).items
    assert [item.number for item in items] == [number for number, *_ in ITEMS]


def test_parts_with_a_letter_and_their_points_are_items():
    text = (
        "Gemeenteraad\ndonderdag 3 februari 2028\n\nA Hamerstukken\nA1 Rioolheffing\nBesluit: vastgesteld\n"
    )
    text += (
        "B Bespreekstukken\nB1 Dorpshuis Zwiggelte\nBesluit: aangenomen\nB2 Motie bus\nBesluit: verworpen\n"
    )
    items = read_text(text, PLACES).items
    assert [(item.number, item.outcome) for item in items] == [
        ("A", "geen"),
        ("A1", "vastgesteld"),
        ("B", "geen"),
        ("B1", "aangenomen"),
        ("B2", "verworpen"),
    ]
