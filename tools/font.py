"""Make the typeface of the pages: the Latin letters of Overpass as one small woff2 file.

No font is committed. The package fontpkg-overpass (SIL Open Font License) carries the whole
typeface; the letters that Dutch, Drents and the neighbouring languages use are cut out of it
once, at set-up. Until then, pages fall back to a typeface of the system.
"""

import time
from importlib.resources import as_file, files
from pathlib import Path

from fontTools import subset

SOURCE = files("fontpkg_overpass") / "files" / "Overpass[wght].ttf"
RESULT = Path(__file__).resolve().parent.parent / "naober/kit/static/kit/fonts/overpass-latin.woff2"
# Basic Latin, Latin-1 and Latin Extended-A; dashes, quotes, dots; the euro; arrows; minus.
LETTERS = "U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201F,U+2022,U+2026,U+20AC,U+2190-2193,U+2212"


def make_font() -> None:
    """Write the subset beside its final name first, so that a half-written font is never served."""
    options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "tnum", "lnum"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
    with as_file(SOURCE) as source:
        font = subset.load_font(str(source), options)
    subsetter.subset(font)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    unfinished = RESULT.with_suffix(".unfinished")
    subset.save_font(font, str(unfinished), options)
    unfinished.replace(RESULT)


if __name__ == "__main__":
    began = time.monotonic()
    if not RESULT.exists():
        make_font()
    print(f"Font        {time.monotonic() - began:6.1f} s", flush=True)
