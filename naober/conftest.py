"""What tests with a database stand on: pages name their sheets by what is in them, as on a real site."""

import pytest
from django.core.management import call_command


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """With the database come the static files; a page that names one that is not there fails."""
    call_command("collectstatic", verbosity=0, interactive=False)
