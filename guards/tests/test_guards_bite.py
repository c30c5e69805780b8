"""Each guard is seen red on a breach that is planted in a copy of the tree, and green without it."""

from pathlib import Path

import pytest

from guards.tests.tree import Tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path / "naober")


def test_the_tree_as_it_is_is_green(tree):
    for status, output in (tree.guard(), tree.run("ruff", "check"), tree.django_check()):
        assert status == 0, output


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("naober/people/queries.py", "import naober.decisions.models", "people is not allowed to import"),
        ("naober/kit/dates.py", "import naober.people.models", "kit is not allowed to import"),
        ("naober/website/views.py", "import naober.portal.views", "website is not allowed to import"),
        ("naober/portal/views.py", "import naober.website.views", "portal is not allowed to import"),
        ("naober/people/models.py", "import naober.people.queries", "models is not allowed to import"),
        ("naober/register/actions.py", "import naober.register.views", "actions is not allowed to import"),
        (
            "naober/register/book/rules.py",
            "import naober.register.book.queries",
            "rules is not allowed to import",
        ),
        ("naober/language/dates.py", "import django.utils", "language is not allowed to import django"),
        ("naober/decisions/reading/lines.py", "import django", "reading is not allowed to import django"),
        ("naober/language/dates.py", "import naober.kit.dates", "language is not allowed to import django"),
        ("naober/extra/__init__.py", "", "not listed as layers"),
    ],
)
def test_an_import_that_goes_up(tree, file, line, said):
    (tree.folder / file).parent.mkdir(exist_ok=True)
    tree.append(file, line + "\n")
    status, output = tree.guard("imports")
    assert status == 1
    assert said in output


@pytest.mark.parametrize(
    "lines",
    [
        "from django.apps import apps\n\nVILLAGE = apps.get_model('people', 'Village')",
        "import django.apps\n\nVILLAGE = django.apps.apps.get_model('people', 'Village')",
        "from django.contrib.contenttypes.models import ContentType\n\nTYPES = ContentType.objects",
        "from django.dispatch import receiver\n\nRECEIVER = receiver",
        "from django.db.models.signals import post_save\n\nSENT = post_save",
    ],
)
def test_a_banned_import(tree, lines):
    tree.write("naober/people/planted.py", f"{lines}\n")
    status, output = tree.run("ruff", "check", "--output-format", "concise")
    assert status == 1
    assert "naober/people/planted.py" in output
    assert "TID251" in output


def test_a_request_below_the_views(tree):
    tree.append("naober/register/rules.py", "from django.http import HttpRequest\n")
    status, output = tree.guard("requests")
    assert status == 1
    assert "naober/register/rules.py" in output
    assert "imports django.http" in output


def test_a_foreign_key_that_points_up(tree):
    tree.append(
        "naober/people/models.py",
        "class Planted(models.Model):\n    above = models.ForeignKey('decisions.Item', models.CASCADE)\n",
    )
    status, output = tree.guard("foreign-keys")
    assert status == 1
    assert output == "foreign-keys: people.Planted.above points up, to decisions\n"


def test_many_to_many_that_points_up(tree):
    tree.append(
        "naober/people/models.py",
        "class Planted(models.Model):\n    above = models.ManyToManyField('journal.Theme')\n",
    )
    status, output = tree.guard("foreign-keys")
    assert status == 1
    assert "people.Planted.above points up, to journal" in output


WRITES = """
import pytest
from naober.people.models import Municipality

pytestmark = pytest.mark.django_db

def test_planted():
    {write}
"""


@pytest.mark.parametrize(
    "write",
    [
        "Municipality.objects.create(name='Buiten')",
        "Municipality.objects.bulk_create([Municipality(name='Buiten')])",
        "Municipality.objects.update(name='Buiten')",
        "Municipality.objects.all()._raw_delete('default')",
    ],
)
def test_a_write_outside_an_action(tree, write):
    status, output = tree.test(WRITES.format(write=write))
    assert status == 1
    assert "WriteOutsideActionError: people_municipality is written outside an action" in output


ACTION = """
import pytest
from naober.journal.action import action
from naober.people.actor import Actor
from naober.people.models import Municipality

@action
def add_quietly(*, by):
    Municipality.objects.create(name="Buiten")

@pytest.mark.django_db
def test_planted():
    add_quietly(by=Actor.visitor())
"""


def test_an_action_without_an_entry(tree):
    status, output = tree.test(ACTION)
    assert status == 1
    assert "ActionWithoutEntryError: people.add_quietly" in output


def test_a_view_without_may(tree):
    tree.append(
        "naober/register/urls.py",
        "def planted(request):\n    return None\n\n\nurlpatterns += [path('geplant/', planted)]\n",
    )
    status, output = tree.django_check()
    assert status == 1
    assert "/geplant/ leads to a view without @may" in output


def test_a_field_without_a_retention_class(tree):
    tree.append(
        "naober/people/models.py", "models.TextField(default='').contribute_to_class(Village, 'planted')\n"
    )
    status, output = tree.django_check()
    assert status == 1
    assert "people: Village.planted has no retention class" in output


@pytest.mark.parametrize(("lines", "status"), [(400, 0), (401, 1)])
def test_a_module_that_is_too_long(tree, lines, status):
    tree.write("naober/kit/planted.py", "# a line\n" * lines)
    assert tree.guard("sizes")[0] == status


@pytest.mark.parametrize(("lines", "status"), [(50, 0), (51, 1)])
def test_a_function_that_is_too_long(tree, lines, status):
    body = "    number = 1\n" * (lines - 1)
    tree.write("naober/kit/planted.py", f"def planted() -> None:\n{body}")
    assert tree.guard("sizes")[0] == status


@pytest.mark.parametrize(("branches", "status"), [(9, 0), (10, 1)])
def test_a_function_with_too_many_ways(tree, branches, status):
    """Each `if` is one way more; a function without any has one."""
    body = "".join(f"    if number == {i}:\n        print({i})\n" for i in range(branches))
    tree.write("naober/kit/planted.py", f"def planted(number: int) -> None:\n{body}")
    found, output = tree.run("ruff", "check", "--select", "C901", "naober/kit/planted.py")
    assert found == status
    assert ("C901" in output) == bool(status)


def test_a_model_without_a_dutch_word(tree):
    tree.append("naober/people/models.py", "class Planted(models.Model):\n    pass\n")
    status, output = tree.guard("words")
    assert status == 1
    assert output == "words: Planted (planted) has no row\n"


def test_a_choice_without_a_dutch_word(tree):
    tree.append(
        "naober/people/models.py",
        "models.CharField(choices=[('new', 'nieuw')]).contribute_to_class(Village, 'planted')\n",
    )
    status, output = tree.guard("words")
    assert status == 1
    assert output == "words: Village.planted.new (nieuw) has no row\n"


def test_a_word_that_differs_and_one_that_stands_for_nothing(tree):
    table = (tree.folder / "docs/woorden.md").read_text("utf-8")
    tree.write("docs/woorden.md", table.replace("| `Village` | dorp |", "| `Village` | nederzetting |"))
    tree.append("docs/woorden.md", "| `Castle` | kasteel | nowhere |\n")
    status, output = tree.guard("words")
    assert status == 1
    assert output == (
        "words: Village is 'dorp' in the code and 'nederzetting' in the table\n"
        "words: Castle (kasteel) stands for nothing any more\n"
    )


def test_a_package_that_is_not_locked(tree):
    locked = (tree.folder / "requirements/run.txt").read_text("utf-8")
    tree.write("requirements/run.txt", locked.replace("gunicorn==", "unicorn=="))
    status, output = tree.guard("lock")
    assert status == 1
    assert output == "lock: requirements/run.txt does not hold gunicorn~=27.0; run make lock\n"


def test_an_address_in_a_locked_file(tree):
    tree.append("requirements/dev.txt", "# from https://packages.example/simple\n")
    assert tree.guard("lock") == (1, "lock: requirements/dev.txt holds an address\n")
