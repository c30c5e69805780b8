"""Gives each run of the tests a data folder of its own. pytest loads this before the settings.

So two runs at the same time never meet in one database, and the folder `var` of whoever builds
stays as it is. What the shell says about an installation does not reach the tests either.
"""

import atexit
import os
import shutil
import tempfile

for name in [name for name in os.environ if name.startswith("NAOBER_")]:
    del os.environ[name]

FOLDER = tempfile.mkdtemp(prefix="naober-tests-")
os.environ["NAOBER_DATA"] = FOLDER
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
