"""The verbs about what we keep of persons, as whoever has the server in hand types them."""

import json
import zipfile

import pytest
from django.core.cache import cache

from naober.config import persons
from naober.people.models import Person
from naober.register.privacy.erasing import ERASED_NAME
from testing.house import House, build_house

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house() -> House:
    cache.clear()
    return build_house()


@pytest.mark.parametrize("by", ["mail", "key"])
def test_a_person_is_found_by_mail_or_key_and_taken_along(house, tmp_path, by):
    bert = house.people["bert"]
    asked = "Bert@dorp.example" if by == "mail" else bert.public_id
    assert persons.export_person([asked, "--to", str(tmp_path / "bert.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "bert.zip") as archive:
        assert json.loads(archive.read("mijn-gegevens.json"))["naam"] == "Bert Oosting"


def test_erasing_first_says_how_much_and_no_name(house, capsys):
    assert persons.erase_person(["bert@dorp.example"]) == 0
    said = capsys.readouterr().out
    assert "mensen van besturen" in said
    assert "Er is niets gewist." in said
    assert "Bert" not in said
    assert Person.objects.get(pk=house.people["bert"].pk).name == "Bert Oosting"


def test_with_yes_it_goes_and_is_not_found_again(house, capsys):
    assert persons.erase_person(["bert@dorp.example", "--yes"]) == 0
    assert Person.objects.get(pk=house.people["bert"].pk).name == ERASED_NAME
    assert "Bert" not in capsys.readouterr().out
    assert persons.erase_person(["bert@dorp.example", "--yes"]) == 1


def test_whom_every_page_names_and_who_is_not_there_end_with_an_error(house, capsys):
    assert persons.erase_person(["renske@dorp.example", "--yes"]) == 1
    assert persons.export_person(["niemand@dorp.example"]) == 1
    assert "Kies eerst een ander." in capsys.readouterr().err
    assert Person.objects.get(pk=house.people["renske"].pk).name == "Renske Dekker"


def test_the_terms_are_told_and_nothing_goes_without_yes(house, capsys):
    assert persons.retention([]) == 0
    assert "Er is niets weg." in capsys.readouterr().out
    assert persons.retention(["--yes"]) == 0
    assert "Dit is weg." in capsys.readouterr().out
