"""The verbs that measure reading start without Django: no settings, no database."""

import subprocess
import sys

import pytest

LOADED = "import sys, {module}; print([name for name in sys.modules if name.split('.')[0] == 'django'])"


@pytest.mark.parametrize(
    "module", ["naober.config.cli", "naober.decisions.reading.verb", "naober.post.reading.verb"]
)
def test_nothing_of_django_is_loaded(module):
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(module=module)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
