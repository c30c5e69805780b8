import json
from pathlib import Path

import pytest

from naober.language.messages import read_message
from naober.language.messages.verb import answers
from naober.language.places import Gazetteer, Place, shipped_places

PLACES = Gazetteer(shipped_places())
SETS = Path(__file__).parent / "data"


def village(text, places=PLACES):
    return read_message(text, places).village


VILLAGES = [
    ("In Hijken is de lamp stuk.", "Hijken"),
    ("wij in spier willen een bankje", "Spier"),
    ("Onze Wiester jeugd verveelt zich.", "Wijster"),
    ("Zwiggelter vrouwen koken samen.", "Zwiggelte"),
    ("In de Weidehoek is de kachel stuk.", "Wijster"),
    ("Hoogersmide heeft geen bus.", "Hoogersmilde"),
    ("Nieuw Balinge: sloot vol.", "Nieuw-Balinge"),
    ("oranje: nooit bereik", "Oranje"),
    ("Wij in Elp moeten voor brood naar Hooghalen.", "Elp"),
    ("In Garminge is het stil, net als in Balinge.", "Garminge"),
    ("De bus in Terhorst komt niet.", "Terhorst"),
    ("De bus in Ter Horst komt niet.", "Ter Horst"),
    # named only beside it, a colour, a part of the body, a surname, too large to be a village of ours
    ("Kan dat ook bij ons, zoals in Elp?", None),
    ("De oranje vlag is weg.", None),
    ("Hij verrekte een spier bij het tillen.", None),
    ("Mevrouw Greetje Zuidveld belde over de heg.", None),
    ("In Beilen is wel een bank.", None),
    ("De heg is te hoog.", None),
]


@pytest.mark.parametrize(("text", "expected"), VILLAGES)
def test_the_place_that_a_message_is_about(text, expected):
    assert village(text) == expected


def test_only_places_of_the_gazetteer_count():
    assert village("In Hijken is de lamp stuk.", Gazetteer([Place("Gees", "Coevorden")])) is None


LABELS = [
    ("Wij willen graag een moestuin maken, wie doet mee?", "kans"),
    ("De speeltuin is kapot en niemand doet er iets aan.", "knelpunt"),
    ("We zijn gestart met een wandelgroep, iedereen is enthousiast.", "kans"),
    ("Al jaren te weinig bussen, waarom?", "knelpunt"),
]


@pytest.mark.parametrize(("text", "kind"), LABELS)
def test_a_chance_and_a_bottleneck(text, kind):
    assert read_message(text, PLACES).kind == kind


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Het bankje bij de brink is stuk.", "lokaal"),
        ("De gemeente moet subsidie geven aan alle dorpshuizen.", "gemeentelijk"),
        ("De provincie en KPN doen niets aan het bereik.", "landelijk"),
    ],
)
def test_who_can_solve_it(text, scope):
    assert read_message(text, PLACES).scope == scope


def test_at_most_two_themes_and_none_where_nothing_is_said():
    assert read_message("De dokter is weg en de bus rijdt niet.", PLACES).themes[:2] != ()
    assert len(read_message("De dokter, de bus, de school en de wolf.", PLACES).themes) <= 2
    assert read_message("Ja, dat is zo.", PLACES).themes == ()


def ask(*rows):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    return list(answers(lines, PLACES))


def test_the_verb_answers_in_order_with_the_keys_of_the_contract():
    first, second = ask(
        {"id": "a", "text": "De wolf beet twee schapen dood in Elp.", "kind": "kans", "village": "Spier"},
        {"id": "b", "text": "Bij ons liep de wolf langs het raster van de schapen."},
    )
    assert list(first) == ["id", "similar", "themes", "villages", "kind", "scope", "personal_data"]
    assert (first["id"], first["villages"], first["kind"]) == ("a", ["Elp"], "knelpunt")
    assert [list(entry) for entry in first["similar"]] == [["id", "score", "suggested"]]
    assert [entry["id"] for entry in second["similar"]] == ["a"]


def test_a_line_that_can_not_be_read_gives_an_error_and_the_others_go_on():
    rows = ask(b"geen json", b"[1]", {"id": 7}, {"id": "x", "text": "De bus rijdt niet."}, b"  ")
    assert [row.get("error", {}).get("code") for row in rows] == ["bad_line", "bad_line", "empty", None]
    assert rows[2]["id"] == 7
    assert rows[3]["similar"] == []


def test_an_unknown_municipality_gives_no_village_and_a_warning():
    (row,) = ask({"id": "x", "text": "In Elp is de lamp stuk.", "municipality": "Nergenshuizen"})
    assert row["villages"] == []
    assert row["warnings"] == ["De gemeente Nergenshuizen is niet bekend, dus er zijn geen dorpen gezocht."]


def test_two_lines_with_the_same_id_are_each_answered():
    rows = ask({"id": "x", "text": "De wolf beet mijn schapen."}, {"id": "x", "text": "Wolf bij de schapen."})
    assert [[entry["id"] for entry in row["similar"]] for row in rows] == [["x"], ["x"]]


# The floor lies below what is measured, so that a change that costs much is seen.
@pytest.mark.parametrize(("name", "least"), [("messages", 0.9), ("messages_fresh", 0.85)])
def test_our_own_sets_find_their_mates(name, least):
    labels = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    rows = ask(*({"id": label["id"], "text": label["text"]} for label in labels))
    found = []
    for label, row in zip(labels, rows, strict=True):
        mates = {o["id"] for o in labels if o["group"] and o["group"] == label["group"] and o is not label}
        if mates:
            found.append(len(mates & {entry["id"] for entry in row["similar"][:5]}) / len(mates))
    assert sum(found) / len(found) >= least
    places = [
        row["villages"] == [v for v in [label["village"]] if v]
        for label, row in zip(labels, rows, strict=True)
    ]
    assert sum(places) / len(places) >= 0.95
    covered = [
        set(row["personal_data"]) >= set(label["personal_data"])
        for label, row in zip(labels, rows, strict=True)
    ]
    assert sum(covered) / len(covered) >= 0.95


def test_no_false_friend_of_our_own_sets_is_suggested():
    wrong = []
    for name in ("messages", "messages_fresh"):
        labels = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text("utf-8").splitlines()]
        groups = {label["id"]: label["group"] for label in labels}
        for label, row in zip(labels, ask(*labels), strict=True):
            fake = label["false_friend_of"]
            wrong += [e["id"] for e in row["similar"] if fake and e["suggested"] and groups[e["id"]] == fake]
    assert len(wrong) <= 2
