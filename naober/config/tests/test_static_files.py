import os
from pathlib import Path

from naober.config import static_files
from naober.kit import guard

BASE_SHEET = Path(guard.__file__).parent / "static" / "kit" / "base.css"


def test_files_are_collected_once_and_again_when_one_changed(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert [static_files.collect(), static_files.collect()] == [True, False]
    before = BASE_SHEET.stat()
    try:
        BASE_SHEET.touch()
        assert static_files.collect()
    finally:
        os.utime(BASE_SHEET, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert len(list(tmp_path.rglob("base.*.css"))) == 1
