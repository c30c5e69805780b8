from naober.language.places import Gazetteer, Place, shipped_places, shipped_rows


def names(text, gazetteer=None):
    gazetteer = gazetteer or Gazetteer(shipped_places())
    return [place.name for mention in gazetteer.find(text) for place in mention.places]


def test_the_longest_name_wins():
    assert names("Nieuw-Balinge en Balinge") == ["Nieuw-Balinge", "Balinge"]


def test_a_name_inside_a_word_is_no_place():
    assert names("Wij helpen in Spierdijk") == []


def test_spellings_without_hyphen_and_over_a_line_end_are_found():
    assert names("Nieuw Balinge, ter Horst? Ter\nHorst, Terhorst") == [
        "Nieuw-Balinge",
        "Ter Horst",
        "Ter Horst",
        "Ter Horst",
    ]


def test_a_landmark_stands_for_every_place_that_has_it():
    assert names("op de VAM-berg") == ["Drijber", "Wijster"]


def test_a_name_is_found_whatever_a_longer_failing_name_begins_with():
    gazetteer = Gazetteer([Place("Elp"), Place("Elp Zuid"), Place("Zuidveld")])
    assert names("Elp Zuidveld", gazetteer) == ["Elp", "Zuidveld"]


def test_shipped_rows_carry_points_and_a_municipality():
    rows = shipped_rows()
    assert {row["municipality"] for row in rows} == {"Midden-Drenthe"}
    assert all(52.6 < row["lat"] < 53.1 and 6.2 < row["lon"] < 6.8 for row in rows)
    assert "Smalhorst" in [row["name"] for row in rows]
    assert not {"Olderveen", "Zandloo"} & {row["name"] for row in rows}
