"""Make the typeface of the pages: Overpass, variable in weight, Latin, as one small woff2 file.

    python tools/make_font.py

Nothing of it is committed. The package fontpkg-overpass (SIL Open Font License) carries the whole typeface;
the letters that Dutch, Drents and the neighbouring languages use are cut out of it once, at set-up, before
static files are collected. The style sheet that names the file is written beside it, so a page without the
typeface asks for nothing and shows the font of the system.
"""

import sys
import time
from importlib.resources import as_file, files
from pathlib import Path

from fontTools import subset

PACKAGE = files("fontpkg_overpass")
FOLDER = Path(__file__).resolve().parent.parent / "naober/kit/static/kit/fonts"
FONT = FOLDER / "overpass-latin-wght-normal.woff2"
SHEET = FOLDER / "overpass.css"
MAX_BYTES = 40_000
# Basic Latin, Latin-1 and Latin Extended-A; dashes, quotes, dots; the euro; arrows; minus.
LETTERS = "U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201F,U+2022,U+2026,U+20AC,U+2190-2193,U+2212"
FACE = f"""@font-face {{
  font-family: "Overpass Variable";
  src: url("{FONT.name}") format("woff2");
  font-weight: 100 900;
  font-display: swap;
}}
"""


def make_font() -> int:
    """Write the font, its licence and its sheet; returns the size of the font in bytes.

    The sheet comes last: while it is not there no page asks for the font.
    """
    options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "tnum", "lnum"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
    with as_file(PACKAGE / "files" / "Overpass[wght].ttf") as source:
        font = subset.load_font(str(source), options)
    subsetter.subset(font)
    FOLDER.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(FONT), options)
    (FOLDER / "OFL.txt").write_text((PACKAGE / "LICENSE").read_text("utf-8"), "utf-8")
    SHEET.write_text(FACE, "utf-8")
    return FONT.stat().st_size


def main() -> int:
    """Make the font unless it is there; returns the exit status, 1 when it came out too big."""
    began = time.monotonic()
    size = FONT.stat().st_size if SHEET.exists() else make_font()
    print(f"Font        {time.monotonic() - began:6.1f} s", flush=True)
    return 0 if size <= MAX_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
