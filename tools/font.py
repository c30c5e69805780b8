"""Make the typeface of the pages: the Latin letters of Overpass as one small woff2 file.

No font is committed. The package fontpkg-overpass (SIL Open Font License) carries the whole
typeface; the letters that Dutch, Drents and the neighbouring languages use are cut out of it
once, at set-up. Until then there is no sheet either, and pages use a typeface of the system.
"""

import time
from importlib.resources import as_file, files
from pathlib import Path

from fontTools import subset

PACKAGE = files("fontpkg_overpass")
FOLDER = Path(__file__).resolve().parent.parent / "naober/kit/static/kit/fonts"
FONT = FOLDER / "overpass-latin-wght-normal.woff2"
SHEET = FOLDER / "overpass.css"
LICENCE = FOLDER / "OFL.txt"  # has to go wherever the font goes
# Basic Latin, Latin-1 and Latin Extended-A; dashes, quotes, dots; the euro; arrows; minus.
LETTERS = "U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201F,U+2022,U+2026,U+20AC,U+2190-2193,U+2212"
FONT_FACE = f"""@font-face {{
  font-family: "Overpass Variable";
  src: url("{FONT.name}") format("woff2");
  font-weight: 100 900;
  font-display: swap;
}}
"""


def make_font() -> None:
    """Write the subset, its licence, and last the sheet that makes pages use it."""
    options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "tnum", "lnum"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
    with as_file(PACKAGE / "files" / "Overpass[wght].ttf") as source:
        font = subset.load_font(str(source), options)
    subsetter.subset(font)
    FOLDER.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(FONT), options)
    LICENCE.write_text((PACKAGE / "LICENSE").read_text("utf-8"), "utf-8")
    SHEET.write_text(FONT_FACE, "utf-8")


if __name__ == "__main__":
    began = time.monotonic()
    if not SHEET.exists():
        make_font()
    print(f"{'lettertype':<24} {time.monotonic() - began:6.1f} s", flush=True)
